// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/PublishQueue.h"

#include "ui/gateway/AtWork.h"
#include "ui/gateway/Requests.h"
#include "ui/outbox/Outbox.h"
#include "ui/values/TaskValues.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstPause = 2000;     // milliseconds
constexpr int longestPause = 60'000; // milliseconds

} // namespace

QString PublishedFile::name() const
{
    return QFileInfo(path).fileName();
}

PublishQueue::PublishQueue(StudioGateway &gateway, Outbox &outbox, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_pause(firstPause)
{
    m_nextTry.setSingleShot(true);
    connect(&m_nextTry, &QTimer::timeout, this, &PublishQueue::tryAgain);
    connect(&gateway, &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link != StudioGateway::Link::Live) return;
        m_pause = firstPause;
        tryAgain();
    });
    connect(&outbox, &Outbox::sent, this, [this](const WaitingChange &comment, const Json &made) {
        if (made.is_object()) publish(comment.subject, textOf(made, "id"), 0, comment.published);
    });
}

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
    file->previewId.clear();
    const QString taskId = file->taskId;
    Q_EMIT changed(taskId);
}

void PublishQueue::cancel(quint64 id)
{
    PublishedFile *file = find(id);
    if (!file) return;
    file->cancellation->cancel();
    if (file->state == PublishedFile::State::Sending) return;
    if (!file->previewId.isEmpty()) discard(file->taskId, file->commentId, file->previewId);
    take(id);
}

void PublishQueue::retry(quint64 id)
{
    PublishedFile *file = find(id);
    const bool isAway = file && file->state == PublishedFile::State::Away;
    if (!file || (!isAway && file->state != PublishedFile::State::Refused)) return;
    m_nextTry.stop();
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
    AtWork running(this, m_isRunning);
    while (self && !m_nextTry.isActive()) {
        const auto next = std::find_if(m_files.begin(), m_files.end(),
            [](const auto &file) { return file.state == PublishedFile::State::Waiting; });
        if (next == m_files.end()) break;
        const quint64 id = next->id;
        co_await sendOne(id);
    }
}

void PublishQueue::tryAgain()
{
    m_nextTry.stop();
    for (PublishedFile &file : m_files)
        if (file.state == PublishedFile::State::Away) file.state = PublishedFile::State::Waiting;
    run();
}

QCoro::Task<void> PublishQueue::sendOne(quint64 id)
{
    const QPointer<PublishQueue> self(this);
    PublishedFile *begun = find(id);
    begun->state = PublishedFile::State::Sending;
    const PublishedFile file = *begun;
    Q_EMIT changed(file.taskId);
    QString previewId;
    std::optional<ApiError> failure;
    try {
        previewId = co_await previewFor(file);
        if (!self) co_return;
        if (PublishedFile *sending = find(id)) sending->previewId = previewId;
        co_await upload(file, previewId);
    } catch (const ApiError &error) {
        failure = error;
    } catch (const std::exception &error) {
        qWarning("The answer to a published file cannot be read: %s", error.what());
        failure = ApiError(502, tr("The studio's answer cannot be read."));
    }
    if (!self) co_return;
    const bool isCancelled = file.cancellation->isCancelled();
    if (!failure && !isCancelled) {
        m_pause = firstPause;
        take(id);
        Q_EMIT published(file.taskId, previewId);
        co_return;
    }
    if (failure && !isCancelled) takeFailure(id, *failure);
    const PublishedFile *left = find(id);
    if (left && left->state == PublishedFile::State::Away) co_return;
    // Cancelled (though it had arrived a moment before), or refused: the preview goes.
    if (!previewId.isEmpty()) co_await discard(file.taskId, file.commentId, previewId);
    if (self && isCancelled) take(id);
}

QCoro::Task<QString> PublishQueue::previewFor(PublishedFile file)
{
    if (!file.previewId.isEmpty()) co_return file.previewId;
    if (file.mayHavePreview) { // A preview of the comment without a file is the one that was asked for.
        const Json told = co_await m_gateway.get(paths::commentsOf(file.taskId));
        for (const TaskComment &comment : taskCommentsOf(told))
            for (const TaskPreview &preview : comment.previews)
                if (comment.id == file.commentId && preview.originalName.isEmpty()) co_return preview.id;
    }
    ApiRequest request;
    request.verb = api::Verb::Post;
    request.path = u"/actions/tasks/%1/comments/%2/add-preview"_s.arg(file.taskId, file.commentId);
    request.body = Json::object();
    request.isSentOnce = true;
    const ApiAnswer answer = co_await m_gateway.send(std::move(request));
    co_return textOf(answer.json(), "id");
}

/// The preview was made for that file, so a file in it is this one.
QCoro::Task<bool> PublishQueue::isThere(QString previewId)
{
    const Json preview = co_await m_gateway.get(paths::previewFile(previewId));
    co_return !textOf(preview, "original_name").isEmpty();
}

QCoro::Task<void> PublishQueue::upload(PublishedFile file, QString previewId)
{
    const QPointer<PublishQueue> self(this);
    if (!file.previewId.isEmpty()) {
        const bool hasArrived = co_await isThere(previewId);
        if (hasArrived || !self) co_return; // only the answer was lost
    }
    ApiRequest upload;
    upload.verb = api::Verb::Post;
    upload.path = u"/pictures/preview-files/"_s + previewId;
    upload.files << FileToSend{u"file"_s, file.path};
    upload.cancellation = file.cancellation;
    upload.progress = [self, id = file.id](qint64 sent, qint64 all) {
        PublishedFile *sending = self ? self->find(id) : nullptr;
        if (!sending) return;
        sending->sent = sent;
        sending->all = all;
        const QString taskId = sending->taskId;
        Q_EMIT self->changed(taskId);
    };
    std::optional<ApiError> failure;
    try {
        co_await m_gateway.send(std::move(upload));
    } catch (const ApiError &error) {
        failure = error;
    }
    if (!failure) co_return;
    // Qt's network sends a file again by itself when the connection breaks: the second one is refused.
    bool hasArrived = false;
    if (self && failure->status() == 400) hasArrived = co_await isThere(previewId);
    if (!hasArrived) throw *failure;
}

void PublishQueue::takeFailure(quint64 id, const ApiError &error)
{
    PublishedFile *file = find(id);
    const bool isAway = error.isUnreachable() && !m_gateway.isHostedHere() && QFileInfo(file->path).isReadable();
    if (!isAway) {
        refuse(id, error.sentence());
        return;
    }
    file->state = PublishedFile::State::Away;
    file->mayHavePreview = file->mayHavePreview || (file->previewId.isEmpty() && error.mayHaveArrived());
    file->fault = tr("%1 It is sent when the studio can be reached.").arg(error.sentence());
    file->sent = 0;
    m_nextTry.start(m_pause);
    m_pause = std::min(m_pause * 2, longestPause);
    const QString taskId = file->taskId;
    Q_EMIT changed(taskId);
}

/// The empty preview of a file that did not arrive; the studio may have removed it already.
QCoro::Task<void> PublishQueue::discard(QString taskId, QString commentId, QString previewId)
{
    try {
        co_await m_gateway.remove(
            u"/actions/tasks/%1/comments/%2/preview-files/%3"_s.arg(taskId, commentId, previewId));
    } catch (const ApiError &error) {
        if (error.status() != 404) qWarning("The empty preview %s stays: %s", qUtf8Printable(previewId), error.what());
    }
}

} // namespace callboard::ui
