// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openstudio/PictureStore.h"

#include <QBuffer>
#include <QCoroFuture>
#include <QImageReader>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QFuture<QImage> decoded(QByteArray bytes)
{
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, bytes = std::move(bytes)]() mutable {
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        reader.setAutoTransform(true);
        promise->addResult(reader.read());
        promise->finish();
    });
    return promise->future();
}

} // namespace

PictureStore::PictureStore(StudioGateway &gateway, QObject *parent, qsizetype mostBytes)
    : QObject(parent)
    , m_gateway(gateway)
    , m_pictures(mostBytes)
{
    connect(&gateway, &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link == StudioGateway::Link::Live) askAgain();
    });
}

/// Whoever shows them paints, and so asks.
void PictureStore::askAgain()
{
    const QSet<QString> failed = std::exchange(m_failed, {});
    for (const QString &path : failed) Q_EMIT arrived(path);
}

QPixmap PictureStore::picture(const QString &path)
{
    if (const QPixmap *found = m_pictures.object(path)) return *found;
    if (!m_asked.contains(path) && !m_missing.contains(path) && !m_failed.contains(path)) {
        m_asked.insert(path);
        fetch(path);
    }
    return {};
}

QCoro::Task<std::optional<QImage>> PictureStore::ask(QString path)
{
    constexpr int notThere = 404;
    bool isMissing = false;
    try {
        QByteArray bytes = co_await m_gateway.download(std::move(path));
        co_return co_await decoded(std::move(bytes));
    } catch (const ApiError &error) {
        isMissing = error.status() == notThere;
    }
    if (isMissing) co_return QImage();
    co_return std::nullopt;
}

QCoro::Task<QImage> PictureStore::image(QString path)
{
    const std::optional<QImage> picture = co_await ask(std::move(path));
    co_return picture.value_or(QImage()); // No picture is a usual state: a placeholder is shown.
}

void PictureStore::forget(const QString &path)
{
    m_pictures.remove(path);
    m_missing.remove(path);
    m_failed.remove(path);
    Q_EMIT arrived(path);
}

QCoro::Task<void> PictureStore::fetch(QString path)
{
    const QPointer<PictureStore> self(this);
    const std::optional<QImage> picture = co_await ask(path);
    if (!self) co_return;
    m_asked.remove(path);
    if (!picture || picture->isNull()) {
        (picture ? m_missing : m_failed).insert(path);
        co_return;
    }
    m_pictures.insert(path, new QPixmap(QPixmap::fromImage(*picture)), picture->sizeInBytes());
    Q_EMIT arrived(path);
}

QString PictureStore::personPath(const QString &personId)
{
    return u"/pictures/thumbnails/persons/%1.png"_s.arg(personId);
}

QString PictureStore::thumbnailPath(const QString &previewId)
{
    return u"/pictures/thumbnails/preview-files/%1.png"_s.arg(previewId);
}

QString PictureStore::squarePath(const QString &previewId)
{
    return u"/pictures/thumbnails-square/preview-files/%1.png"_s.arg(previewId);
}

QString PictureStore::previewPath(const QString &previewId)
{
    return u"/pictures/previews/preview-files/%1.png"_s.arg(previewId);
}

QString PictureStore::productionPath(const QString &projectId)
{
    return u"/pictures/thumbnails/projects/%1.png"_s.arg(projectId);
}

} // namespace callboard::ui
