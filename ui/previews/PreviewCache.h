// SPDX-License-Identifier: GPL-3.0-or-later
// Movies and pictures of previews as files on this computer, for the player to open: downloaded once and
// kept up to a number of bytes, the longest unused going first. Of a studio hosted here nothing is copied.
// GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"
#include "ui/previews/ReviewPreview.h"

#include <QObject>

namespace callboard::ui {

class PreviewCache final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 usualLimit = qint64(8) << 30; // bytes

    /// `folder` is for this studio alone; made when it is needed.
    PreviewCache(StudioGateway &gateway, QString folder, QObject *parent = nullptr, qint64 limit = usualLimit);
    /// The folder of the studio at that place within the user's cache.
    static QString folderFor(const QString &studioLocation);

    /// The preview's file, downloaded when it is not here. `progress` and `cancellation` as in ApiRequest.
    /// Throws ApiError: refused, unreachable, cancelled, or no room.
    QCoro::Task<QString> file(ReviewPreview preview, std::function<void(qint64 done, qint64 all)> progress,
        std::shared_ptr<Cancellation> cancellation);
    /// A smaller form, for players in panels: of a movie its light copy, of a picture one as wide as a panel needs.
    QCoro::Task<QString> smallFile(ReviewPreview preview, std::function<void(qint64 done, qint64 all)> progress,
        std::shared_ptr<Cancellation> cancellation);
    /// What was uploaded, while the movie is still being made of it. Not kept for longer than the window.
    QCoro::Task<QString> uploadedFile(ReviewPreview preview, std::function<void(qint64 done, qint64 all)> progress,
        std::shared_ptr<Cancellation> cancellation);

private:
    QCoro::Task<QString> fetch(QString path, QString keepIn, std::function<void(qint64, qint64)> progress,
        std::shared_ptr<Cancellation> cancellation);

    StudioGateway &m_gateway;
    const QString m_folder;
    const qint64 m_limit;
};

} // namespace callboard::ui
