// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskWriting.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/outbox/Changes.h"
#include "ui/outbox/PublishQueue.h"

#include <QPointer>
#include <QTimer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualTimeToUndo = 8000; // milliseconds: as long as its toast stands

Json bodyOf(const CommentDraft &draft)
{
    return {{"task_status_id", draft.statusId.toStdString()}, {"comment", draft.text.toStdString()},
        {"checklist", jsonOf(draft.checklist)}};
}

/// With its files: as a form.
ApiRequest requestWithFiles(const QString &taskId, const CommentDraft &draft)
{
    ApiRequest request = requests::comment(taskId, std::nullopt);
    request.form = {{u"task_status_id"_s, draft.statusId}, {u"comment"_s, draft.text},
        {u"checklist"_s, QString::fromStdString(toText(jsonOf(draft.checklist)))}};
    for (int i = 0; i < draft.attached.size(); ++i)
        request.files << FileToSend{u"file-%1"_s.arg(i + 1), draft.attached[i]};
    return request;
}

} // namespace

TaskWriting::TaskWriting(OpenedStudio &studio, TaskFeed &feed, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_feed(feed)
    , m_timeToUndo(usualTimeToUndo)
{
    connect(
        &studio.outbox(), &Outbox::sent, this, [this](const WaitingChange &waited) { endWaiting(waited.id, false); });
    connect(&studio.outbox(), &Outbox::takenBack, this,
        [this](const WaitingChange &waited) { endWaiting(waited.id, true); });
}

TaskWriting::~TaskWriting()
{
    const QStringList waiting = m_deletions.keys();
    for (const QString &id : waiting) carryOutDeletion(id);
}

void TaskWriting::post(const CommentDraft &draft)
{
    TaskComment shown;
    shown.id = u"on-its-way-%1"_s.arg(++m_onTheirWay);
    shown.personId = m_studio.session().person().id;
    shown.personName = m_studio.session().person().fullName;
    shown.statusId = draft.statusId;
    shown.text = draft.text;
    shown.checklist = draft.checklist;
    shown.moment = QDateTime::currentDateTime();
    shown.isOnItsWay = true;
    m_feed.put(shown);
    sendComment(m_feed.taskId(), draft, shown, revisionAfter(m_feed.comments()));
}

QCoro::Task<void> TaskWriting::sendComment(QString taskId, CommentDraft draft, TaskComment shown, int revision)
{
    const QPointer<TaskWriting> self(this);
    const QPointer<OpenedStudio> studio(&m_studio); // outlives the panel, whose files go on their way all the same
    try {
        const std::optional<ApiAnswer> answer = co_await transmit(taskId, draft);
        if (!answer) { // WaitingComments shows it from now on.
            if (self) m_feed.takeOut(shown.id);
            if (self) Q_EMIT posted(taskId);
            co_return;
        }
        const TaskComment made = taskCommentOf(answer->json());
        if (studio) studio->publishing().publish(taskId, made.id, revision, draft.published);
        if (!self) co_return;
        if (m_feed.taskId() == taskId) {
            m_feed.takeOut(shown.id);
            m_feed.put(made);
            m_feed.refreshTask();
            m_feed.refreshComments();
        }
        Q_EMIT posted(taskId);
    } catch (const ApiError &error) {
        if (!self) co_return;
        m_feed.takeOut(shown.id);
        Q_EMIT postRefused(taskId, draft, error.sentence());
    }
}

QCoro::Task<std::optional<ApiAnswer>> TaskWriting::transmit(QString taskId, CommentDraft draft)
{
    if (!draft.attached.isEmpty()) { // files that go along cannot wait: the draft does
        ApiAnswer answer = co_await m_studio.gateway().send(requestWithFiles(taskId, draft));
        co_return answer;
    }
    Change comment = changes::comment(taskId, bodyOf(draft));
    comment.published = draft.published;
    const DirectoryStatus *status = m_studio.directory().status(draft.statusId);
    comment.sentence = tr("Comment on %1 → %2").arg(nameOfTask(), status ? status->shortName.toUpper() : QString());
    if (!draft.published.isEmpty()) comment.sentence = tr("%1, with its files").arg(comment.sentence);
    const Sent sent = co_await m_studio.outbox().send(std::move(comment));
    co_return sent.answer;
}

/// "Animation of SQ010 / SH0030"
QString TaskWriting::nameOfTask() const
{
    const DirectoryTaskType *type = m_studio.directory().taskType(m_feed.task().taskTypeId);
    return type ? tr("%1 of %2").arg(type->name, m_feed.task().fullName()) : m_feed.task().fullName();
}

void TaskWriting::endWaiting(qint64 id, bool isTakenBack)
{
    const auto found = m_waiting.constFind(id);
    if (found == m_waiting.constEnd()) return;
    const TaskComment before = found.value();
    m_waiting.erase(found);
    if (isTakenBack && m_feed.comment(before.id)) m_feed.put(before);
    m_feed.refreshComments();
}

QCoro::Task<void> TaskWriting::carryOut(Change change, TaskComment before, TaskComment after, QString what)
{
    const QPointer<TaskWriting> self(this);
    m_feed.put(after);
    change.sentence = tr("%1 at %2").arg(what, nameOfTask());
    try {
        const Sent sent = co_await m_studio.outbox().send(std::move(change));
        if (!self) co_return;
        if (sent.answer)
            m_feed.refreshComments();
        else
            m_waiting.insert(sent.waiting.first(), before);
    } catch (const ApiError &error) {
        if (!self) co_return;
        if (m_feed.comment(before.id)) m_feed.put(before);
        Q_EMIT refused(before.id, what, error.sentence());
        m_feed.refreshComments();
    }
}

void TaskWriting::edit(const QString &commentId, const QString &text, const Checklist &checklist)
{
    const TaskComment *found = m_feed.comment(commentId);
    if (!found || (found->text == text && found->checklist == checklist)) return;
    const TaskComment before = *found;
    TaskComment after = before;
    after.text = text;
    after.checklist = checklist;
    after.isEdited = true;
    const Json body = {{"text", text.toStdString()}, {"checklist", jsonOf(checklist)}};
    carryOut(changes::commentEdit(m_feed.taskId(), commentId, body), before, after, tr("The comment"));
    Q_EMIT undoable(tr("Comment changed"), [self = QPointer<TaskWriting>(this), before] {
        if (!self) return;
        const TaskComment *now = self->m_feed.comment(before.id);
        const Json back = {{"text", before.text.toStdString()}, {"checklist", jsonOf(before.checklist)}};
        self->carryOut(changes::commentEdit(self->m_feed.taskId(), before.id, back), now ? *now : before, before,
            tr("The comment"));
    });
}

void TaskWriting::tick(const QString &commentId, int item, bool isDone)
{
    const TaskComment *found = m_feed.comment(commentId);
    if (!found || item < 0 || item >= found->checklist.size()) return;
    const TaskComment before = *found;
    TaskComment after = before;
    after.checklist[item].isDone = isDone;
    const Json body = {{"checklist", jsonOf(after.checklist)}};
    carryOut(changes::commentEdit(m_feed.taskId(), commentId, body), before, after, tr("The checklist"));
}

void TaskWriting::pin(const QString &commentId, bool isPinned)
{
    const TaskComment *found = m_feed.comment(commentId);
    if (!found) return;
    const TaskComment before = *found;
    TaskComment after = before;
    after.isPinned = isPinned;
    const Json body = {{"pinned", isPinned}};
    carryOut(changes::commentEdit(m_feed.taskId(), commentId, body), before, after, tr("The pin"));
}

void TaskWriting::acknowledge(const QString &commentId)
{
    const TaskComment *found = m_feed.comment(commentId);
    if (!found) return;
    const TaskComment before = *found;
    const QString me = m_studio.session().person().id;
    TaskComment after = before;
    if (!after.acknowledgedBy.removeAll(me)) after.acknowledgedBy << me;
    carryOut(changes::acknowledgement(m_feed.taskId(), commentId, after.acknowledgedBy.contains(me)), before, after,
        tr("The acknowledgement"));
}

void TaskWriting::reply(const QString &commentId, const QString &text)
{
    const TaskComment *found = m_feed.comment(commentId);
    if (!found || text.trimmed().isEmpty()) return;
    const TaskComment before = *found;
    TaskComment after = before;
    after.replies << TaskReply{{}, m_studio.session().person().id, QDateTime::currentDateTime(), text};
    carryOut(changes::reply(m_feed.taskId(), commentId, text), before, after, tr("The reply"));
}

void TaskWriting::removeReply(const QString &commentId, const QString &replyId)
{
    const TaskComment *found = m_feed.comment(commentId);
    if (!found) return;
    const TaskComment before = *found;
    TaskComment after = before;
    after.replies.removeIf([&](const TaskReply &reply) { return reply.id == replyId; });
    const QString &taskId = m_feed.taskId();
    carryOut(
        changes::immediate(requests::deleteReply(taskId, commentId, replyId), taskId), before, after, tr("The reply"));
}

void TaskWriting::remove(const QString &commentId)
{
    const TaskComment *found = m_feed.comment(commentId);
    if (!found) return;
    m_deletions[commentId] = {m_feed.taskId(), *found};
    m_feed.hide(commentId, true);
    QTimer::singleShot(m_timeToUndo, this, [this, commentId] { carryOutDeletion(commentId); });
    Q_EMIT undoable(tr("Comment deleted"), [self = QPointer<TaskWriting>(this), commentId] {
        if (self) self->undoDeletion(commentId);
    });
}

void TaskWriting::undoDeletion(const QString &commentId)
{
    const Deletion deletion = m_deletions.take(commentId);
    if (deletion.comment.id.isEmpty() || m_feed.taskId() != deletion.taskId) return;
    m_feed.hide(commentId, false);
    m_feed.put(deletion.comment);
}

QCoro::Task<void> TaskWriting::carryOutDeletion(QString commentId)
{
    const QPointer<TaskWriting> self(this);
    const Deletion deletion = m_deletions.take(commentId);
    if (deletion.comment.id.isEmpty()) co_return; // undone
    try {
        co_await m_studio.gateway().remove(paths::commentsOf(deletion.taskId) + u'/' + commentId);
    } catch (const ApiError &error) {
        if (!self || error.status() == 404) co_return;
        if (m_feed.taskId() == deletion.taskId) {
            m_feed.hide(commentId, false);
            m_feed.put(deletion.comment);
        }
        Q_EMIT refused(commentId, tr("The comment"), error.sentence());
    }
}

void TaskWriting::subscribe(bool isSubscribed)
{
    TaskDetail after = m_feed.task();
    after.isSubscribed = isSubscribed;
    m_feed.put(after);
    sendSubscription(isSubscribed);
}

QCoro::Task<void> TaskWriting::sendSubscription(bool isSubscribed)
{
    const QPointer<TaskWriting> self(this);
    const QString taskId = m_feed.taskId();
    ApiRequest request;
    request.verb = isSubscribed ? api::Verb::Post : api::Verb::Delete;
    request.path = u"/actions/user/tasks/%1/%2"_s.arg(taskId, isSubscribed ? u"subscribe"_s : u"unsubscribe"_s);
    try {
        co_await m_studio.gateway().send(std::move(request));
    } catch (const ApiError &error) {
        if (!self) co_return;
        if (m_feed.taskId() == taskId) {
            TaskDetail before = m_feed.task();
            before.isSubscribed = !isSubscribed;
            m_feed.put(before);
        }
        Q_EMIT refused({}, tr("The subscription"), error.sentence());
    }
}

} // namespace callboard::ui
