// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewFeed.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/values/TaskValues.h"

#include <QLocale>
#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshDelay = 60; // milliseconds: events come in bursts

ReviewTask taskOf(const Json &told)
{
    ReviewTask task;
    task.id = textOf(told, "id");
    task.taskTypeId = textOf(told, "task_type_id");
    task.statusId = textOf(told, "task_status_id");
    task.assigneeIds = idsOf(told, "assignees");
    return task;
}

ReviewEntity entityOf(const Json &task)
{
    ReviewEntity entity;
    entity.id = textOf(task["entity"], "id");
    entity.name = textOf(task["entity"], "name");
    entity.isShot = textOf(task["entity_type"], "name") == "Shot"_L1;
    entity.firstFrame = firstFrameOf(task["entity"]);
    const char *parent = task.contains("sequence") ? "sequence" : "entity_type";
    entity.parent = textOf(task[parent], "name");
    entity.parentId = textOf(task[parent], "id");
    return entity;
}

} // namespace

ReviewFeed::ReviewFeed(OpenedStudio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
{
    for (QTimer *timer : {&m_previewsStale, &m_tasksStale}) {
        timer->setSingleShot(true);
        timer->setInterval(refreshDelay);
    }
    connect(&m_previewsStale, &QTimer::timeout, this, [this] { refreshPreviews(); });
    connect(&m_tasksStale, &QTimer::timeout, this, [this] { refreshTasks(); });
    connect(&studio.gateway(), &StudioGateway::eventHeard, this, &ReviewFeed::hear);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link != StudioGateway::Link::Live || m_entity.id.isEmpty()) return;
        m_previewsStale.start(); // what was told while the link was down was not heard
        m_tasksStale.start();
    });
}

void ReviewFeed::show(const Destination &place)
{
    m_place = place;
    load();
}

QCoro::Task<QList<ReviewTask>> ReviewFeed::readTasks(QString entityId)
{
    QUrlQuery query;
    query.addQueryItem(u"entity_id"_s, entityId);
    query.addQueryItem(u"relations"_s, u"true"_s);
    const Json told = co_await m_studio.gateway().get(u"/data/tasks"_s, query);
    QList<ReviewTask> tasks;
    for (const Json &task : told) tasks << taskOf(task);
    co_return tasks;
}

QCoro::Task<QList<ReviewPreview>> ReviewFeed::readPreviews(QString entityId)
{
    const Json told = co_await m_studio.gateway().get(u"/data/entities/%1/preview-files"_s.arg(entityId));
    QList<ReviewPreview> previews;
    for (const Json &preview : told) previews << previewOf(preview);
    std::ranges::stable_sort(previews, [](const ReviewPreview &a, const ReviewPreview &b) {
        return std::pair(-a.revision, a.position) < std::pair(-b.revision, b.position);
    });
    co_return previews;
}

QString ReviewFeed::chosenTask() const
{
    const auto isWanted = [this](const ReviewTask &task) { return task.taskTypeId == m_place.taskTypeId; };
    if (const auto found = std::ranges::find_if(m_tasks, isWanted); found != m_tasks.end()) return found->id;
    const auto newest = std::ranges::max_element(m_previews, {}, &ReviewPreview::made);
    if (newest != m_previews.end() && task(newest->taskId)) return newest->taskId;
    return m_tasks.isEmpty() ? QString() : m_tasks.first().id;
}

QCoro::Task<void> ReviewFeed::load()
{
    const QPointer<ReviewFeed> self(this);
    const int generation = ++m_generation;
    const auto isVoid = [&] { return !self || generation != m_generation; };
    QString failure;
    try {
        QList<ReviewTask> tasks = co_await readTasks(m_place.entityId);
        if (isVoid()) co_return;
        QList<ReviewPreview> previews = co_await readPreviews(m_place.entityId);
        if (isVoid()) co_return;
        const StudioDirectory &directory = m_studio.directory();
        std::ranges::stable_sort(tasks, {}, [&](const ReviewTask &task) {
            const DirectoryTaskType *type = directory.taskType(task.taskTypeId);
            return type ? type->priority : 0;
        });
        m_tasks = std::move(tasks);
        m_previews = std::move(previews);
        m_taskId = chosenTask();
        if (m_taskId.isEmpty()) {
            failure = tr("It has no task yet, so there is nothing to review.");
        } else {
            const Json full = co_await m_studio.gateway().get(paths::taskInFull(m_taskId));
            if (isVoid()) co_return;
            m_entity = entityOf(full);
            m_place.taskTypeId = task()->taskTypeId;
        }
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (isVoid()) co_return;
    if (failure.isEmpty())
        Q_EMIT loaded();
    else
        Q_EMIT failed(failure);
}

QCoro::Task<void> ReviewFeed::refreshPreviews()
{
    const QPointer<ReviewFeed> self(this);
    const int generation = m_generation;
    try {
        QList<ReviewPreview> previews = co_await readPreviews(m_entity.id);
        if (!self || generation != m_generation || previews == m_previews) co_return;
        m_previews = std::move(previews);
        Q_EMIT previewsChanged();
    } catch (const ApiError &error) {
        if (self && generation == m_generation) Q_EMIT failed(error.sentence());
    }
}

QCoro::Task<void> ReviewFeed::refreshTasks()
{
    const QPointer<ReviewFeed> self(this);
    const int generation = m_generation;
    try {
        const QList<ReviewTask> told = co_await readTasks(m_entity.id);
        if (!self || generation != m_generation) co_return;
        bool isOther = false;
        for (const ReviewTask &task : told) { // Their order stays; a task made meanwhile comes with the next visit.
            const auto known = std::ranges::find(m_tasks, task.id, &ReviewTask::id);
            if (known == m_tasks.end() || *known == task) continue;
            *known = task;
            isOther = true;
        }
        if (isOther) Q_EMIT tasksChanged();
    } catch (const ApiError &error) {
        if (self && generation == m_generation) Q_EMIT failed(error.sentence());
    }
}

void ReviewFeed::hear(const QString &event, const Json &payload)
{
    if (m_entity.id.isEmpty()) return;
    const QString subject = event.section(u':', 0, 0);
    if (subject == "preview-file"_L1 && event != "preview-file:annotation-update"_L1) {
        const QString productionId = textOf(payload, "project_id");
        if (productionId.isEmpty() || productionId == m_place.productionId) m_previewsStale.start();
    } else if (subject == "task"_L1 && task(textOf(payload, "task_id"))) {
        m_tasksStale.start();
    }
}

const ReviewTask *ReviewFeed::task() const
{
    return task(m_taskId);
}

const ReviewTask *ReviewFeed::task(const QString &id) const
{
    const auto found = std::ranges::find(m_tasks, id, &ReviewTask::id);
    return found == m_tasks.end() ? nullptr : &*found;
}

QList<ReviewPreview> ReviewFeed::revisions() const
{
    return revisionsOf(m_taskId);
}

QList<ReviewPreview> ReviewFeed::revisionsOf(const QString &taskId) const
{
    QList<ReviewPreview> firsts;
    for (const ReviewPreview &preview : m_previews) {
        const bool isKnown =
            std::ranges::any_of(firsts, [&](const ReviewPreview &known) { return known.revision == preview.revision; });
        if (preview.taskId == taskId && !isKnown && !preview.originalName.isEmpty()) firsts << preview;
    }
    return firsts;
}

QList<ReviewPreview> ReviewFeed::filesOf(const ReviewPreview &preview) const
{
    QList<ReviewPreview> files;
    for (const ReviewPreview &other : m_previews)
        if (other.taskId == preview.taskId && other.revision == preview.revision && !other.originalName.isEmpty())
            files << other;
    return files;
}

const ReviewPreview *ReviewFeed::preview(const QString &id) const
{
    const auto found = std::ranges::find(m_previews, id, &ReviewPreview::id);
    return found == m_previews.end() ? nullptr : &*found;
}

QString ReviewFeed::labelOf(const ReviewPreview &preview) const
{
    const DirectoryPerson *person = m_studio.directory().person(preview.personId);
    const QString day = preview.made.date() == QDateTime::currentDateTimeUtc().date()
        ? tr("today")
        : QLocale().toString(preview.made.toLocalTime().date(), u"d MMM"_s);
    if (!person) return tr("v%1 · %2").arg(preview.revision).arg(day);
    return tr("v%1 · %2, %3").arg(preview.revision).arg(person->fullName.section(u' ', 0, 0), day);
}

QString ReviewFeed::taskName(const QString &taskId) const
{
    const ReviewTask *found = task(taskId);
    const DirectoryTaskType *type = found ? m_studio.directory().taskType(found->taskTypeId) : nullptr;
    return type ? type->name : QString();
}

} // namespace callboard::ui
