// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EntityFeed.h"

#include "ui/openstudio/OpenedStudio.h"

#include <QCoroFuture>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t firstBatch = 200; // rows: more than any window shows
constexpr int refreshDelay = 60;        // milliseconds: events come in bursts
constexpr qsizetype reloadAbove = 200;  // changed entities at once: one list is cheaper than many reads

TaskCell cellOf(const Json &task)
{
    TaskCell cell;
    cell.taskId = textOf(task, "id");
    cell.statusId = textOf(task, "task_status_id");
    cell.priority = wholeOf(task, "priority");
    cell.estimationMinutes = qRound(numberOf(task, "estimation"));
    cell.spentMinutes = qRound(numberOf(task, "duration"));
    cell.retakes = wholeOf(task, "retake_count");
    cell.readyAssets = wholeOf(task, "nb_assets_ready", cell.readyAssets);
    cell.assigneeIds = idsOf(task, "assignees");
    return cell;
}

} // namespace

EntityFeed::EntityFeed(OpenedStudio &studio, EntityKind kind, SheetModel &model, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_kind(kind)
    , m_model(model)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshDelay);
    connect(&m_refresh, &QTimer::timeout, this, [this] { refresh(); });
    connect(&studio.gateway(), &StudioGateway::eventHeard, this, &EntityFeed::hear);
    connect(&studio.directory(), &StudioDirectory::changed, this, &EntityFeed::takeSubject);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        // What was told while the link was down was not heard: read it all again.
        if (link == StudioGateway::Link::Live && m_model.entityCount() > 0) reload();
    });
}

void EntityFeed::show(const QString &productionId)
{
    if (productionId == m_productionId) return;
    m_productionId = productionId;
    m_model.clear();
    takeSubject();
    load();
    readGroups();
}

void EntityFeed::reload()
{
    if (m_productionId.isEmpty()) return;
    load();
    readGroups();
}

void EntityFeed::takeSubject()
{
    const StudioDirectory &directory = m_studio.directory();
    const DirectoryProduction *production = directory.production(m_productionId);
    if (!production) return;
    const QString entity = m_kind == EntityKind::Shot ? u"Shot"_s : u"Asset"_s;
    SheetSubject subject;
    subject.entity = m_kind == EntityKind::Shot ? SheetSubject::Entity::Shot : SheetSubject::Entity::Asset;
    for (const DirectoryTaskType &type : directory.taskTypesOf(*production, entity))
        subject.taskTypes << TaskTypeColumn{type.id, type.name, type.colour, type.departmentId, {}};
    for (const auto &descriptor : production->descriptors)
        if (descriptor.entityType == entity) subject.metadata << descriptor.column;
    for (const DirectoryStatus &status : directory.statuses()) subject.statuses << status;
    for (const DirectoryPerson &person : directory.people())
        subject.people << PersonName{person.id, person.fullName, person.departmentIds.value(0)};
    subject.showsTime = !m_studio.session().person().isClient();
    m_model.setSubject(subject);
}

QString EntityFeed::listPath() const
{
    return m_kind == EntityKind::Shot ? u"/data/shots/with-tasks"_s : u"/data/assets/with-tasks"_s;
}

QCoro::Task<void> EntityFeed::load()
{
    const QPointer<EntityFeed> self(this);
    const int generation = ++m_generation;
    Q_EMIT loading(true);
    ApiRequest request;
    request.path = listPath();
    request.query.addQueryItem(u"project_id"_s, m_productionId);
    QString failure;
    try {
        ApiAnswer answer = co_await m_studio.gateway().send(std::move(request));
        if (!self || generation != m_generation) co_return;
        auto promise = std::make_shared<QPromise<QString>>();
        promise->start();
        const bool isFirst = m_model.entityCount() == 0;
        QThreadPool::globalInstance()->start(
            [self, promise, generation, isFirst, kind = m_kind, body = std::move(answer.body)] {
                QString fault;
                // The first window of rows at once, the rest in larger steps.
                const auto taken = [&](std::vector<EntityRow> &&rows) {
                    auto shared = std::make_shared<std::vector<EntityRow>>(std::move(rows));
                    QMetaObject::invokeMethod(
                        QCoreApplication::instance(),
                        [self, generation, isFirst, shared] {
                            if (!self || generation != self->m_generation) return;
                            if (isFirst) {
                                const bool areFirst = self->m_model.entityCount() == 0;
                                self->m_model.appendRows(std::move(*shared));
                                if (areFirst) Q_EMIT self->firstRowsShown();
                            } else {
                                for (EntityRow &row : *shared) {
                                    if (self->m_model.rowOf(row.id) >= 0)
                                        self->m_model.patchRow(row);
                                    else
                                        self->m_model.insertRow(std::move(row));
                                }
                            }
                        },
                        Qt::QueuedConnection);
                    return true;
                };
                try {
                    parseEntities(body, kind, firstBatch, taken);
                } catch (const std::exception &error) {
                    fault = QString::fromUtf8(error.what());
                }
                promise->addResult(fault);
                promise->finish();
            });
        const QString fault = co_await promise->future();
        if (!fault.isEmpty()) failure = tr("The list could not be read: %1").arg(fault);
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (!self || generation != m_generation) co_return;
    Q_EMIT loading(false);
    if (!failure.isEmpty())
        Q_EMIT failed(failure);
    else if (m_model.entityCount() == 0)
        Q_EMIT firstRowsShown();
}

void EntityFeed::refreshEntity(const QString &entityId)
{
    m_staleEntities.insert(entityId);
    m_refresh.start();
}

void EntityFeed::refreshTask(const QString &taskId)
{
    m_staleTasks.insert(taskId);
    m_refresh.start();
}

void EntityFeed::hear(const QString &event, const Json &payload)
{
    if (m_productionId.isEmpty()) return;
    const QString productionId = textOf(payload, "project_id");
    if (!productionId.isEmpty() && productionId != m_productionId) return;
    const QString subject = event.section(u':', 0, 0);
    const QString verb = event.section(u':', 1);
    if (subject == eventSubject()) {
        const QString id = textOf(payload, (subject + u"_id"_s).toUtf8().constData());
        if (verb == "delete"_L1)
            m_model.removeRows({id});
        else
            refreshEntity(id);
    } else if (subject == "sequence"_L1 && m_kind == EntityKind::Shot) {
        m_areGroupsStale = true;
        m_refresh.start();
    } else if (subject == "task"_L1 && verb == "delete"_L1) {
        m_model.removeTask(textOf(payload, "entity_id"), textOf(payload, "task_type_id"));
    } else if (subject == "task"_L1) {
        refreshTask(textOf(payload, "task_id"));
    } else if (event == "preview-file:update"_L1 || event == "preview-file:add-file"_L1) {
        Q_EMIT previewChanged(textOf(payload, "preview_file_id"));
    } else if (event == "preview-file:set-main"_L1) {
        const QString id = textOf(payload, "entity_id");
        if (m_model.rowOf(id) >= 0) refreshEntity(id);
    } else if (subject == "time-spent"_L1 || subject == "asset-link"_L1) {
        return; // told by a task:update of its own
    }
}

QCoro::Task<void> EntityFeed::refresh()
{
    const QPointer<EntityFeed> self(this);
    const QSet<QString> entities = std::exchange(m_staleEntities, {});
    const QSet<QString> tasks = std::exchange(m_staleTasks, {});
    if (entities.size() > reloadAbove || tasks.size() > reloadAbove) {
        reload();
        co_return;
    }
    if (std::exchange(m_areGroupsStale, false)) co_await readGroups();
    if (!self) co_return;
    if (!tasks.isEmpty()) co_await readTasks(QStringList(tasks.cbegin(), tasks.cend()));
    for (const QString &id : entities) {
        if (!self) co_return;
        co_await readEntity(id);
    }
}

/// What sequences are about: rows tell only their names.
QCoro::Task<void> EntityFeed::readGroups()
{
    if (m_kind != EntityKind::Shot) co_return;
    const QPointer<EntityFeed> self(this);
    const QString productionId = m_productionId;
    try {
        const Json sequences = co_await m_studio.gateway().get(u"/data/projects/%1/sequences"_s.arg(productionId));
        if (!self || productionId != m_productionId) co_return;
        QHash<QString, QString> descriptions;
        for (const Json &sequence : sequences)
            if (const QString words = textOf(sequence, "description"); !words.isEmpty())
                descriptions[textOf(sequence, "id")] = words.simplified();
        m_model.describeGroups(descriptions);
    } catch (const ApiError &error) {
        if (self && error.isUnreachable()) Q_EMIT failed(error.sentence());
        // Refused: whoever may not read sequences sees their names alone.
    }
}

QCoro::Task<void> EntityFeed::readTasks(QStringList ids)
{
    const QPointer<EntityFeed> self(this);
    const QString productionId = m_productionId;
    QUrlQuery query;
    query.addQueryItem(u"id"_s, u"[\"%1\"]"_s.arg(ids.join(u"\",\""_s)));
    query.addQueryItem(u"relations"_s, u"true"_s);
    try {
        const Json tasks = co_await m_studio.gateway().get(u"/data/tasks"_s, query);
        if (!self || productionId != m_productionId) co_return;
        for (const Json &task : tasks) {
            const QString entityId = textOf(task, "entity_id");
            if (m_model.rowOf(entityId) >= 0) m_model.patchTask(entityId, textOf(task, "task_type_id"), cellOf(task));
        }
    } catch (const ApiError &error) {
        if (self && error.isUnreachable()) Q_EMIT failed(error.sentence());
        // A refusal means that these tasks are no longer this person's to see.
    }
}

QCoro::Task<void> EntityFeed::readEntity(QString id)
{
    const QPointer<EntityFeed> self(this);
    const QString productionId = m_productionId;
    ApiRequest request;
    request.path = listPath();
    request.query.addQueryItem(u"project_id"_s, productionId);
    request.query.addQueryItem(u"id"_s, id);
    try {
        const ApiAnswer answer = co_await m_studio.gateway().send(std::move(request));
        if (!self || productionId != m_productionId) co_return;
        bool isThere = false;
        parseEntities(answer.body, m_kind, 1, [&](std::vector<EntityRow> &&rows) {
            for (EntityRow &row : rows) {
                isThere = true;
                if (m_model.rowOf(row.id) >= 0)
                    m_model.patchRow(row);
                else
                    m_model.insertRow(std::move(row));
            }
            return true;
        });
        if (!isThere) m_model.removeRows({id});
    } catch (const ApiError &error) {
        if (self) Q_EMIT failed(error.sentence());
    } catch (const std::runtime_error &error) {
        if (self) Q_EMIT failed(tr("The list could not be read: %1").arg(QString::fromUtf8(error.what())));
    }
}

} // namespace callboard::ui
