// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/SaveDownload.h"

#include <QSaveFile>

namespace callboard::ui {

QCoro::Task<void> saveDownload(StudioGateway &gateway, QString path, QString file)
{
    const QByteArray bytes = co_await gateway.download(path);
    QSaveFile kept(file);
    if (!kept.open(QIODevice::WriteOnly) || kept.write(bytes) != bytes.size() || !kept.commit())
        throw ApiError(0, kept.errorString());
}

} // namespace callboard::ui
