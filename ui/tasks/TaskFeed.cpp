// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskFeed.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"

#include <QPointer>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshDelay = 40; // milliseconds: a comment tells several events
constexpr int mostKnown = 200;   // tasks: those of a day's work

/// Who no longer may see a task, or asks for one that is gone.
bool isGone(const ApiError &error)
{
    return error.status() == 403 || error.status() == 404;
}

} // namespace

TaskFeed::TaskFeed(OpenedStudio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_known(mostKnown)
{
    for (QTimer *timer : {&m_refreshComments, &m_refreshTask}) {
        timer->setSingleShot(true);
        timer->setInterval(refreshDelay);
    }
    connect(&m_refreshComments, &QTimer::timeout, this, [this] { readComments(); });
    connect(&m_refreshTask, &QTimer::timeout, this, [this] { readTask(); });
    connect(&studio.gateway(), &StudioGateway::eventHeard, this, &TaskFeed::hear);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link != StudioGateway::Link::Live || m_taskId.isEmpty()) return;
        if (!m_isLoaded) {
            load();
            return;
        }
        refreshTask(); // What was told while the link was down was not heard.
        refreshComments();
    });
}

void TaskFeed::show(const QString &taskId)
{
    if (taskId == m_taskId) return;
    keepKnown();
    m_taskId = taskId;
    ++m_generation;
    const Known *known = m_known.object(taskId);
    m_isLoaded = known != nullptr;
    m_task = known ? known->task : TaskDetail();
    m_comments = known ? known->comments : QList<TaskComment>();
    m_hidden.clear();
    Q_EMIT taskChanged();
    Q_EMIT threadShown();
    Q_EMIT previewsChanged();
    if (taskId.isEmpty()) return;
    if (!known) {
        load();
        return;
    }
    readTask();
    readComments();
}

/// What is on its way is not: WaitingComments knows what waits.
void TaskFeed::keepKnown()
{
    if (!m_isLoaded) return;
    auto known = std::make_unique<Known>(Known{m_task, m_comments});
    known->comments.removeIf([](const TaskComment &comment) { return comment.isOnItsWay; });
    m_known.insert(m_taskId, known.release());
}

void TaskFeed::takeFailure(const ApiError &error)
{
    if (isGone(error)) {
        m_isLoaded = false; // not to be shown again
        m_known.remove(m_taskId);
        Q_EMIT lost(error.sentence());
    } else if (!m_isLoaded || !error.isUnreachable() || m_studio.gateway().link() == StudioGateway::Link::Live) {
        Q_EMIT failed(error.sentence()); // Else it is shown as it was known, and the top bar tells of the link.
    }
}

QCoro::Task<void> TaskFeed::load()
{
    const QPointer<TaskFeed> self(this);
    const int generation = m_generation;
    const QString base = u"/data/tasks/"_s + m_taskId;
    Q_EMIT loading(true);
    try {
        const Json task = co_await m_studio.gateway().get(base + u"/full"_s);
        if (!self || generation != m_generation) co_return;
        m_task = taskDetailOf(task);
        Q_EMIT taskChanged();
        const Json comments = co_await m_studio.gateway().get(base + u"/comments"_s);
        if (!self || generation != m_generation) co_return;
        m_comments = taskCommentsOf(comments);
        order();
        m_isLoaded = true;
        Q_EMIT threadShown();
        Q_EMIT previewsChanged();
    } catch (const ApiError &error) {
        if (!self || generation != m_generation) co_return;
        takeFailure(error);
    }
    Q_EMIT loading(false);
}

QCoro::Task<void> TaskFeed::readTask()
{
    const QPointer<TaskFeed> self(this);
    const int generation = m_generation;
    if (m_taskId.isEmpty()) co_return;
    try {
        const Json task = co_await m_studio.gateway().get(paths::taskInFull(m_taskId));
        if (self && generation == m_generation) put(taskDetailOf(task));
    } catch (const ApiError &error) {
        if (self && generation == m_generation) takeFailure(error);
    }
}

QCoro::Task<void> TaskFeed::readComments()
{
    const QPointer<TaskFeed> self(this);
    const int generation = m_generation;
    if (m_taskId.isEmpty()) co_return;
    try {
        const Json comments = co_await m_studio.gateway().get(paths::commentsOf(m_taskId));
        if (self && generation == m_generation) take(taskCommentsOf(comments));
    } catch (const ApiError &error) {
        if (self && generation == m_generation && !isGone(error)) takeFailure(error);
    }
}

const TaskComment *TaskFeed::comment(const QString &id) const
{
    const auto found = std::find_if(m_comments.begin(), m_comments.end(), [&](const auto &c) { return c.id == id; });
    return found == m_comments.end() ? nullptr : &*found;
}

bool TaskFeed::hasPreview(const QString &previewId) const
{
    return std::any_of(m_comments.begin(), m_comments.end(), [&](const TaskComment &comment) {
        return std::any_of(
            comment.previews.begin(), comment.previews.end(), [&](const auto &p) { return p.id == previewId; });
    });
}

/// The thread as the studio has it now: only what differs is told.
void TaskFeed::take(QList<TaskComment> arrived)
{
    arrived.removeIf([&](const TaskComment &comment) { return m_hidden.contains(comment.id); });
    const auto before = std::exchange(m_comments, {});
    for (const TaskComment &comment : before)
        if (comment.isOnItsWay) m_comments << comment;
    m_comments << arrived;
    order();
    const bool hasOtherPreviews = previewsOf(before) != previewsOf(m_comments);
    for (const TaskComment &old : before)
        if (!has(old.id)) Q_EMIT commentRemoved(old.id);
    for (const TaskComment &comment : arrived) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const auto &c) { return c.id == comment.id; });
        if (old == before.end())
            Q_EMIT commentAdded(comment.id);
        else if (*old != comment)
            Q_EMIT commentChanged(comment.id);
    }
    if (hasOtherPreviews) Q_EMIT previewsChanged();
}

void TaskFeed::put(const TaskComment &comment)
{
    const auto found =
        std::find_if(m_comments.begin(), m_comments.end(), [&](const auto &c) { return c.id == comment.id; });
    if (found == m_comments.end()) {
        m_comments.prepend(comment);
        order();
        Q_EMIT commentAdded(comment.id);
    } else if (*found != comment) {
        *found = comment;
        order();
        Q_EMIT commentChanged(comment.id);
    }
}

void TaskFeed::takeOut(const QString &commentId)
{
    if (m_comments.removeIf([&](const auto &c) { return c.id == commentId; })) Q_EMIT commentRemoved(commentId);
}

void TaskFeed::put(const TaskDetail &task)
{
    if (task == m_task) return;
    m_task = task;
    Q_EMIT taskChanged();
}

void TaskFeed::hide(const QString &commentId, bool isHidden)
{
    m_hidden.removeAll(commentId);
    if (isHidden) {
        m_hidden << commentId;
        takeOut(commentId);
        Q_EMIT previewsChanged();
    } else {
        refreshComments();
    }
}

void TaskFeed::refreshComments()
{
    if (!m_taskId.isEmpty()) m_refreshComments.start();
}

void TaskFeed::refreshTask()
{
    if (!m_taskId.isEmpty()) m_refreshTask.start();
}

void TaskFeed::order()
{
    std::stable_sort(m_comments.begin(), m_comments.end(), [](const TaskComment &a, const TaskComment &b) {
        if (a.isPinned != b.isPinned) return a.isPinned;
        return a.moment > b.moment;
    });
}

void TaskFeed::hear(const QString &event, const Json &payload)
{
    if (m_taskId.isEmpty()) return;
    const bool namesTask = textOf(payload, "task_id") == m_taskId;
    if (event == "task:delete"_L1 && namesTask) {
        m_isLoaded = false; // not to be shown again
        m_known.remove(m_taskId);
        Q_EMIT lost(tr("This task was deleted."));
        return;
    }
    if (event.startsWith("task:"_L1)) {
        if (namesTask) refreshTask();
        return;
    }
    if (event.startsWith("comment:"_L1) || event.startsWith("preview-file:"_L1)) {
        const bool isMine =
            namesTask || has(textOf(payload, "comment_id")) || hasPreview(textOf(payload, "preview_file_id"));
        if (!isMine) return;
        if (event == "comment:delete"_L1) takeOut(textOf(payload, "comment_id"));
        refreshComments();
    }
}

} // namespace callboard::ui
