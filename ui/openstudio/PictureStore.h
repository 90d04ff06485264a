// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the studio by their API path: asked for once, decoded off the GUI's thread, kept up to a
// number of bytes with the longest unused going first. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

namespace callboard::ui {

class PictureStore final : public QObject
{
    Q_OBJECT

public:
    explicit PictureStore(StudioGateway &gateway, QObject *parent = nullptr, qsizetype mostBytes = 128 << 20);

    /// The picture if it is here; otherwise null, and it is asked for: arrived() tells.
    QPixmap picture(const QString &path);
    /// The picture decoded, now or when it arrives; null when there is none. For stores of their own.
    QCoro::Task<QImage> image(QString path);
    /// A new revision may be there: ask again.
    void forget(const QString &path);

    static QString personPath(const QString &personId);
    static QString thumbnailPath(const QString &previewId);
    static QString squarePath(const QString &previewId);
    static QString previewPath(const QString &previewId);
    static QString productionPath(const QString &projectId);

Q_SIGNALS:
    void arrived(const QString &path);

private:
    QCoro::Task<void> fetch(QString path);
    /// Null when the studio has none; nothing when it did not say.
    QCoro::Task<std::optional<QImage>> ask(QString path);
    void askAgain();

    StudioGateway &m_gateway;
    QCache<QString, QPixmap> m_pictures; // cost in bytes
    QSet<QString> m_asked;
    QSet<QString> m_missing; // the studio has none
    QSet<QString> m_failed;  // it did not answer: asked for again when the link is back
};

} // namespace callboard::ui
