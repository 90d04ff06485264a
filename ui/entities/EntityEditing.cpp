// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EntityEditing.h"

#include "ui/gateway/SendMany.h"
#include "ui/studio/OpenedStudio.h"

#include <QPointer>
#include <QUndoCommand>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

Json jsonOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool: return value.toBool();
    case QMetaType::Int:
    case QMetaType::LongLong: return value.toLongLong();
    case QMetaType::Double: return value.toDouble();
    case QMetaType::QStringList: {
        Json list = Json::array();
        for (const QString &item : value.toStringList()) list.push_back(item.toStdString());
        return list;
    }
    case QMetaType::QVariantMap: {
        Json object = Json::object();
        const QVariantMap map = value.toMap();
        for (auto it = map.cbegin(); it != map.cend(); ++it) object[it.key().toStdString()] = jsonOf(it.value());
        return object;
    }
    default: return value.isNull() ? Json() : Json(value.toString().toStdString());
    }
}

QString nameOf(const CellEdit &edit)
{
    const auto count = static_cast<int>(edit.cells.size());
    switch (edit.aspect) {
    case CellAspect::Status: return EntityEditing::tr("Status of %n task(s)", nullptr, count);
    case CellAspect::Priority: return EntityEditing::tr("Priority of %n task(s)", nullptr, count);
    case CellAspect::Assignees: return EntityEditing::tr("Assignment of %n task(s)", nullptr, count);
    case CellAspect::Estimation: return EntityEditing::tr("Estimation of %n task(s)", nullptr, count);
    case CellAspect::Value: break;
    }
    return EntityEditing::tr("Change of %n field(s)", nullptr, count);
}

} // namespace

/// One step of the user: sends the change when first done and when done again, and what was there when undone.
class EditCommand final : public QUndoCommand
{
public:
    EditCommand(EntityEditing &editing, CellEdit edit, std::vector<CellEdit> inverse)
        : QUndoCommand(nameOf(edit))
        , m_editing(editing)
        , m_edit(std::move(edit))
        , m_inverse(std::move(inverse))
    {}
    void redo() override { m_editing.send(m_edit); }
    void undo() override
    {
        for (const CellEdit &edit : m_inverse) m_editing.send(edit);
    }

private:
    EntityEditing &m_editing;
    CellEdit m_edit;
    std::vector<CellEdit> m_inverse;
};

EntityEditing::EntityEditing(OpenedStudio &studio, SheetModel &model, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_model(model)
{}

void EntityEditing::carryOut(const CellEdit &edit)
{
    if (edit.cells.isEmpty()) return;
    m_undo.push(new EditCommand(*this, edit, inverseOf(edit)));
}

void EntityEditing::createTasks(const QList<CellAddress> &cells)
{
    QHash<QString, QStringList> missing;
    for (const CellAddress &cell : cells)
        if (cell.column.kind == ColumnKind::Task
            && !m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column)))
            missing[cell.column.id] << cell.rowId;
    if (!missing.isEmpty()) sendNewTasks(missing);
}

void EntityEditing::deleteTasks(const QList<CellAddress> &cells)
{
    const QStringList ids = taskIdsOf(cells);
    if (!ids.isEmpty()) sendDeletion(ids);
}

void EntityEditing::subscribe(const QList<CellAddress> &cells)
{
    const QStringList ids = taskIdsOf(cells);
    if (!ids.isEmpty()) sendSubscriptions(ids);
}

QCoro::Task<void> EntityEditing::sendNewTasks(QHash<QString, QStringList> entitiesByTaskType)
{
    const QPointer<EntityEditing> self(this);
    const QString entities = m_model.subject().entity == SheetSubject::Entity::Shot ? u"shots"_s : u"assets"_s;
    try {
        for (auto it = entitiesByTaskType.cbegin(); it != entitiesByTaskType.cend(); ++it)
            co_await m_studio.gateway().post(
                u"/actions/projects/%1/task-types/%2/%3/create-tasks"_s.arg(m_productionId, it.key(), entities),
                jsonListOf(it.value()));
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(tr("Tasks"), error.sentence());
    }
}

QCoro::Task<void> EntityEditing::sendDeletion(QStringList taskIds)
{
    const QPointer<EntityEditing> self(this);
    const Json ids = jsonListOf(taskIds);
    try {
        co_await m_studio.gateway().post(u"/actions/projects/%1/delete-tasks"_s.arg(m_productionId), ids);
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(tr("Tasks"), error.sentence());
    }
}

QCoro::Task<void> EntityEditing::sendSubscriptions(QStringList taskIds)
{
    const QPointer<EntityEditing> self(this);
    QList<ApiRequest> requests;
    for (const QString &id : taskIds) {
        ApiRequest request;
        request.verb = api::Verb::Post;
        request.path = u"/actions/user/tasks/%1/subscribe"_s.arg(id);
        requests << request;
    }
    const auto why = std::make_shared<QString>();
    const RequestDone done = [why](qsizetype, const ApiError *refusal) {
        if (refusal) *why = refusal->sentence();
    };
    co_await sendMany(m_studio.gateway(), requests, done);
    if (self && !why->isEmpty()) Q_EMIT refused(tr("Subscription"), *why);
}

std::vector<CellEdit> EntityEditing::inverseOf(const CellEdit &edit) const
{
    // Cells that had the same value are given it back together.
    std::vector<CellEdit> inverse;
    for (const CellAddress &cell : edit.cells) {
        const QVariant before = m_model.aspect(cell, edit.aspect);
        const auto same =
            std::find_if(inverse.begin(), inverse.end(), [&](const CellEdit &e) { return e.value == before; });
        if (same != inverse.end())
            same->cells << cell;
        else
            inverse.push_back({{cell}, edit.aspect, before});
    }
    return inverse;
}

QStringList EntityEditing::taskIdsOf(const QList<CellAddress> &cells) const
{
    QStringList ids;
    for (const CellAddress &cell : cells)
        if (const TaskCell *task = m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column)))
            ids << task->taskId;
    return ids;
}

QCoro::Task<void> EntityEditing::send(CellEdit edit)
{
    const QPointer<EntityEditing> self(this);
    if (edit.aspect != CellAspect::Status && edit.aspect != CellAspect::Assignees) {
        co_await sendEachCell(edit);
        co_return;
    }
    QHash<QString, QStringList> assigneesBefore;
    for (const CellAddress &cell : edit.cells)
        if (const TaskCell *task = m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column)))
            assigneesBefore[task->taskId] = task->assigneeIds;
    const QStringList taskIds = taskIdsOf(edit.cells);
    const auto change = m_model.applyPending(edit);
    try {
        switch (edit.aspect) {
        case CellAspect::Status: co_await sendStatus(taskIds, edit.value.toString()); break;
        case CellAspect::Assignees:
            co_await sendAssignees(edit.cells, edit.value.toStringList(), assigneesBefore);
            break;
        default: break; // sent cell by cell
        }
        if (self) m_model.confirm(change);
    } catch (const ApiError &error) {
        if (!self) co_return;
        m_model.refuse(change);
        Q_EMIT refused(nameOf(edit), error.sentence());
    }
}

QCoro::Task<void> EntityEditing::sendStatus(QStringList taskIds, QString statusId)
{
    Json comments = Json::array();
    for (const QString &id : taskIds)
        comments.push_back(
            {{"object_id", id.toStdString()}, {"task_status_id", statusId.toStdString()}, {"comment", ""}});
    if (comments.empty()) co_return;
    co_await m_studio.gateway().post(u"/actions/projects/%1/tasks/comment-many"_s.arg(m_productionId), comments);
}

QCoro::Task<void> EntityEditing::sendEachCell(CellEdit edit)
{
    const QPointer<EntityEditing> self(this);
    QList<ApiRequest> requests;
    QList<SheetModel::ChangeId> changes;
    for (const CellAddress &cell : edit.cells) {
        const CellEdit one{{cell}, edit.aspect, edit.value};
        const auto request = requestFor(one);
        if (!request) continue; // no task there, or not edited in place
        changes << m_model.applyPending(one);
        requests << *request;
    }
    struct Refusals
    {
        int count = 0;
        QString why;
    };
    const auto refusals = std::make_shared<Refusals>();
    const RequestDone done = [self, changes, refusals](qsizetype place, const ApiError *refusal) {
        if (!self) return;
        if (!refusal) {
            self->m_model.confirm(changes[place]);
            return;
        }
        self->m_model.refuse(changes[place]);
        ++refusals->count;
        refusals->why = refusal->sentence();
    };
    const auto all = static_cast<int>(requests.size());
    co_await sendMany(m_studio.gateway(), requests, done);
    if (!self || refusals->count == 0) co_return;
    const QString name = nameOf(edit);
    Q_EMIT refused(
        refusals->count == all ? name : tr("%1 (%2 of %3)").arg(name).arg(refusals->count).arg(all), refusals->why);
}

std::optional<ApiRequest> EntityEditing::requestFor(const CellEdit &oneCell) const
{
    const CellAddress &cell = oneCell.cells.first();
    ApiRequest request;
    request.verb = api::Verb::Put;
    if (oneCell.aspect == CellAspect::Value) {
        const auto change = fieldChange(cell.column, oneCell.value);
        if (!change) return std::nullopt;
        request.path = u"/data/entities/"_s + cell.rowId;
        request.body = *change;
        return request;
    }
    const TaskCell *task = m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column));
    if (!task) return std::nullopt;
    request.path = u"/data/tasks/"_s + task->taskId;
    request.body = Json{{oneCell.aspect == CellAspect::Priority ? "priority" : "estimation", oneCell.value.toInt()}};
    return request;
}

QCoro::Task<void> EntityEditing::sendAssignees(
    QList<CellAddress>, QStringList wanted, QHash<QString, QStringList> before)
{
    // By person, so that a selection of hundreds of tasks is a few requests.
    QHash<QString, QStringList> assigned;
    QHash<QString, QStringList> unassigned;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        for (const QString &person : wanted)
            if (!it.value().contains(person)) assigned[person] << it.key();
        for (const QString &person : it.value())
            if (!wanted.contains(person)) unassigned[person] << it.key();
    }
    for (auto it = assigned.cbegin(); it != assigned.cend(); ++it) {
        const Json tasks = {{"task_ids", jsonListOf(it.value())}};
        co_await m_studio.gateway().put(u"/actions/persons/%1/assign"_s.arg(it.key()), tasks);
    }
    for (auto it = unassigned.cbegin(); it != unassigned.cend(); ++it) {
        const Json tasks = {{"task_ids", jsonListOf(it.value())}, {"person_id", it.key().toStdString()}};
        co_await m_studio.gateway().put(u"/actions/tasks/clear-assignation"_s, tasks);
    }
}

std::optional<Json> EntityEditing::fieldChange(const ColumnKey &column, const QVariant &value) const
{
    Json change = Json::object();
    switch (column.kind) {
    case ColumnKind::Name: change["name"] = jsonOf(value); break;
    case ColumnKind::Description: change["description"] = jsonOf(value); break;
    case ColumnKind::Frames: change["nb_frames"] = jsonOf(value); break;
    case ColumnKind::FramesPerSecond: change["data"] = {{"fps", jsonOf(value)}}; break;
    case ColumnKind::Resolution: change["data"] = {{"resolution", jsonOf(value)}}; break;
    case ColumnKind::MaxRetakes: change["data"] = {{"max_retakes", jsonOf(value)}}; break;
    case ColumnKind::ReadyFor: change["ready_for"] = jsonOf(value); break;
    case ColumnKind::Metadata: {
        const int index = m_model.columnOf(column);
        if (index < 0) return std::nullopt;
        change["data"] = {{m_model.columns()[static_cast<std::size_t>(index)].fieldName.toStdString(), jsonOf(value)}};
        break;
    }
    default: return std::nullopt; // not edited in place
    }
    return change;
}

} // namespace callboard::ui
