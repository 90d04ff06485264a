// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/PublishQueue.h"

#include "ui/studio/OpenedStudio.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

QString PublishedFile::name() const
{
    return QFileInfo(path).fileName();
}

PublishQueue &PublishQueue::of(OpenedStudio &studio)
{
    if (auto *there = studio.findChild<PublishQueue *>(QString(), Qt::FindDirectChildrenOnly)) return *there;
    return *new PublishQueue(studio);
}

PublishQueue::PublishQueue(OpenedStudio &studio)
    : QObject(&studio)
    , m_studio(studio)
{}

void PublishQueue::publish(const QString &taskId, const QString &commentId, int revision, const QStringList &files)
{
    for (const QString &path : files) {
        PublishedFile file;
        file.id = ++m_lastId;
        file.taskId = taskId;
        file.commentId = commentId;
        file.path = path;
        file.revision = revision;
        file.all = QFileInfo(path).size();
        file.cancellation = std::make_shared<Cancellation>();
        m_files << file;
    }
    if (!files.isEmpty()) Q_EMIT changed(taskId);
    run();
}

QList<PublishedFile> PublishQueue::filesOf(const QString &taskId) const
{
    QList<PublishedFile> files;
    std::copy_if(
        m_files.begin(), m_files.end(), std::back_inserter(files), [&](const auto &f) { return f.taskId == taskId; });
    return files;
}

PublishedFile *PublishQueue::find(quint64 id)
{
    const auto found = std::find_if(m_files.begin(), m_files.end(), [&](const auto &f) { return f.id == id; });
    return found == m_files.end() ? nullptr : &*found;
}

void PublishQueue::take(quint64 id)
{
    const PublishedFile *file = find(id);
    if (!file) return;
    const QString taskId = file->taskId;
    m_files.removeIf([&](const auto &f) { return f.id == id; });
    Q_EMIT changed(taskId);
}

void PublishQueue::refuse(quint64 id, const QString &why)
{
    PublishedFile *file = find(id);
    if (!file) return;
    file->state = PublishedFile::State::Refused;
    file->fault = why;
    const QString taskId = file->taskId;
    Q_EMIT changed(taskId);
}

void PublishQueue::cancel(quint64 id)
{
    PublishedFile *file = find(id);
    if (!file) return;
    file->cancellation->cancel();
    if (file->state != PublishedFile::State::Sending) take(id);
}

void PublishQueue::retry(quint64 id)
{
    PublishedFile *file = find(id);
    if (!file || file->state != PublishedFile::State::Refused) return;
    file->state = PublishedFile::State::Waiting;
    file->fault.clear();
    file->sent = 0;
    file->all = QFileInfo(file->path).size();
    const QString taskId = file->taskId;
    Q_EMIT changed(taskId);
    run();
}

void PublishQueue::dismiss(quint64 id)
{
    const PublishedFile *file = find(id);
    if (file && file->state == PublishedFile::State::Refused) take(id);
}

QCoro::Task<void> PublishQueue::run()
{
    if (m_isRunning) co_return;
    const QPointer<PublishQueue> self(this);
    m_isRunning = true;
    while (self) {
        const auto next = std::find_if(m_files.begin(), m_files.end(),
            [](const auto &file) { return file.state == PublishedFile::State::Waiting; });
        if (next == m_files.end()) break;
        const quint64 id = next->id;
        co_await sendOne(id);
    }
    if (self) m_isRunning = false;
}

QCoro::Task<void> PublishQueue::sendOne(quint64 id)
{
    const QPointer<PublishQueue> self(this);
    PublishedFile *begun = find(id);
    begun->state = PublishedFile::State::Sending;
    const PublishedFile file = *begun;
    Q_EMIT changed(file.taskId);
    QString previewId;
    QString refusal;
    try {
        const QString base = u"/actions/tasks/%1/comments/%2"_s.arg(file.taskId, file.commentId);
        const Json nothing = Json::object();
        const Json preview = co_await m_studio.gateway().post(base + u"/add-preview"_s, nothing);
        previewId = textOf(preview, "id");
        ApiRequest upload;
        upload.verb = api::Verb::Post;
        upload.path = u"/pictures/preview-files/"_s + previewId;
        upload.files << FileToSend{u"file"_s, file.path};
        upload.cancellation = file.cancellation;
        upload.progress = [self, id](qint64 sent, qint64 all) {
            PublishedFile *sending = self ? self->find(id) : nullptr;
            if (!sending) return;
            sending->sent = sent;
            sending->all = all;
            const QString taskId = sending->taskId;
            Q_EMIT self->changed(taskId);
        };
        co_await m_studio.gateway().send(std::move(upload));
        if (!self) co_return;
        if (!file.cancellation->isCancelled()) { // else it had arrived a moment before: it goes again
            take(id);
            Q_EMIT published(file.taskId, previewId);
            co_return;
        }
    } catch (const ApiError &error) {
        refusal = error.sentence();
    }
    if (!self) co_return;
    if (!previewId.isEmpty()) co_await discard(file.taskId, file.commentId, previewId);
    if (!self) co_return;
    if (file.cancellation->isCancelled())
        take(id);
    else
        refuse(id, refusal);
}

/// The empty preview of a file that did not arrive; the studio may have removed it already.
QCoro::Task<void> PublishQueue::discard(QString taskId, QString commentId, QString previewId)
{
    try {
        co_await m_studio.gateway().remove(
            u"/actions/tasks/%1/comments/%2/preview-files/%3"_s.arg(taskId, commentId, previewId));
    } catch (const ApiError &error) {
        if (error.status() != 404) qWarning("The empty preview %s stays: %s", qUtf8Printable(previewId), error.what());
    }
}

} // namespace callboard::ui
