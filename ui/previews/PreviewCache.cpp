// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/previews/PreviewCache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// Removes the files that were not read for the longest time until the rest fits; never the one just fetched.
void removeOldest(const QString &folder, qint64 limit, const QString &kept)
{
    QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    std::ranges::sort(files, {}, [](const QFileInfo &file) { return file.lastRead(); });
    qint64 all = 0;
    for (const QFileInfo &file : files) all += file.size();
    for (const QFileInfo &file : files) {
        if (all <= limit) return;
        // A file that cannot be removed now is tried again after the next download.
        if (file.absoluteFilePath() != kept && QFile::remove(file.absoluteFilePath())) all -= file.size();
    }
}

} // namespace

PreviewCache::PreviewCache(StudioGateway &gateway, QString folder, QObject *parent, qint64 limit)
    : QObject(parent)
    , m_gateway(gateway)
    , m_folder(std::move(folder))
    , m_limit(limit)
{}

QString PreviewCache::folderFor(const QString &studioLocation)
{
    const QByteArray mark =
        QCryptographicHash::hash(studioLocation.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return u"%1/previews/%2"_s.arg(
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation), QString::fromLatin1(mark));
}

QCoro::Task<QString> PreviewCache::file(
    ReviewPreview preview, std::function<void(qint64, qint64)> progress, std::shared_ptr<Cancellation> cancellation)
{
    // The size tells a movie from the one that was made of it later.
    const QString name = u"%1-%2.%3"_s.arg(preview.id).arg(preview.fileSize).arg(preview.extension);
    co_return co_await fetch(preview.path(), name, std::move(progress), std::move(cancellation));
}

QCoro::Task<QString> PreviewCache::smallFile(
    ReviewPreview preview, std::function<void(qint64, qint64)> progress, std::shared_ptr<Cancellation> cancellation)
{
    const bool isMovie = preview.kind() == ReviewPreview::Kind::Movie;
    const QString path = isMovie ? u"/movies/low/preview-files/%1.mp4"_s : u"/pictures/previews/preview-files/%1.png"_s;
    const QString name = preview.id + (isMovie ? u".small.mp4"_s : u".small.png"_s);
    co_return co_await fetch(path.arg(preview.id), name, std::move(progress), std::move(cancellation));
}

QCoro::Task<QString> PreviewCache::uploadedFile(
    ReviewPreview preview, std::function<void(qint64, qint64)> progress, std::shared_ptr<Cancellation> cancellation)
{
    const QString path = u"/data/preview-files/%1/upload"_s.arg(preview.id);
    co_return co_await fetch(path, preview.id + u".upload"_s, std::move(progress), std::move(cancellation));
}

QCoro::Task<QString> PreviewCache::fetch(QString path, QString keepIn, std::function<void(qint64, qint64)> progress,
    std::shared_ptr<Cancellation> cancellation)
{
    const QPointer<PreviewCache> self(this);
    ApiRequest request;
    request.path = std::move(path);
    request.keepIn = m_folder + u'/' + keepIn;
    request.progress = std::move(progress);
    request.cancellation = std::move(cancellation);
    if (!m_gateway.isHostedHere()) {
        if (QFile kept(request.keepIn); kept.exists()) {
            // Reading it now is what keeps it: file systems note the time of reading a day late or never.
            if (kept.open(QIODevice::ReadOnly | QIODevice::ExistingOnly))
                kept.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileAccessTime);
            co_return request.keepIn;
        }
        if (!QDir().mkpath(m_folder)) throw ApiError(0, tr("The folder %1 cannot be made.").arg(m_folder));
    }
    const ApiAnswer answer = co_await m_gateway.send(std::move(request));
    if (answer.file.isEmpty()) throw ApiError(0, tr("The studio sent no file."));
    if (self && !m_gateway.isHostedHere())
        QThreadPool::globalInstance()->start([folder = m_folder, limit = m_limit, kept = answer.file] {
            removeOldest(folder, limit, QFileInfo(kept).absoluteFilePath());
        });
    co_return answer.file;
}

} // namespace callboard::ui
