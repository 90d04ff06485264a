// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EntityEditing.h"

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

Json idsOf(const QStringList &ids)
{
    Json list = Json::array();
    for (const QString &id : ids) list.push_back(id.toStdString());
    return list;
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
    {
    }
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
{
}

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
    QStringList paths;
    for (const QString &id : taskIdsOf(cells)) paths << u"/data/tasks/%1?force=true"_s.arg(id);
    if (!paths.isEmpty()) sendEach(api::Verb::Delete, paths, tr("Tasks"));
}

void EntityEditing::subscribe(const QList<CellAddress> &cells)
{
    QStringList paths;
    for (const QString &id : taskIdsOf(cells)) paths << u"/actions/user/tasks/%1/subscribe"_s.arg(id);
    if (!paths.isEmpty()) sendEach(api::Verb::Post, paths, tr("Subscription"));
}

QCoro::Task<void> EntityEditing::sendNewTasks(QHash<QString, QStringList> entitiesByTaskType)
{
    const QPointer<EntityEditing> self(this);
    const QString entities = m_model.subject().entity == SheetSubject::Entity::Shot ? u"shots"_s : u"assets"_s;
    try {
        for (auto it = entitiesByTaskType.cbegin(); it != entitiesByTaskType.cend(); ++it)
            co_await m_studio.gateway().post(
                u"/actions/projects/%1/task-types/%2/%3/create-tasks"_s.arg(m_productionId, it.key(), entities),
                idsOf(it.value()));
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(tr("Tasks"), error.sentence());
    }
}

QCoro::Task<void> EntityEditing::sendEach(api::Verb verb, QStringList paths, QString what)
{
    const QPointer<EntityEditing> self(this);
    try {
        for (const QString &path : paths) {
            ApiRequest request;
            request.verb = verb;
            request.path = path.section(u'?', 0, 0);
            request.query = QUrlQuery(path.section(u'?', 1));
            co_await m_studio.gateway().send(std::move(request));
        }
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(what, error.sentence());
    }
}

std::vector<CellEdit> EntityEditing::inverseOf(const CellEdit &edit) const
{
    // Cells that had the same value are given it back together.
    std::vector<CellEdit> inverse;
    for (const CellAddress &cell : edit.cells) {
        const QVariant before = m_model.aspect(cell, edit.aspect);
        const auto same = std::find_if(inverse.begin(), inverse.end(), [&](const CellEdit &e) { return e.value == before; });
        if (same != inverse.end()) same->cells << cell;
        else inverse.push_back({{cell}, edit.aspect, before});
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
    QHash<QString, QStringList> assigneesBefore;
    for (const CellAddress &cell : edit.cells)
        if (const TaskCell *task = m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column)))
            assigneesBefore[task->taskId] = task->assigneeIds;
    const QStringList taskIds = taskIdsOf(edit.cells);
    const auto change = m_model.applyPending(edit);
    try {
        switch (edit.aspect) {
        case CellAspect::Status: co_await sendStatus(taskIds, edit.value.toString()); break;
        case CellAspect::Priority: co_await sendTaskField(taskIds, u"priority"_s, edit.value.toInt()); break;
        case CellAspect::Estimation: co_await sendTaskField(taskIds, u"estimation"_s, edit.value.toInt()); break;
        case CellAspect::Assignees: co_await sendAssignees(edit.cells, edit.value.toStringList(), assigneesBefore); break;
        case CellAspect::Value:
            for (const CellAddress &cell : edit.cells) co_await sendField(cell.rowId, cell.column, edit.value);
            break;
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
        comments.push_back({{"object_id", id.toStdString()}, {"task_status_id", statusId.toStdString()}, {"comment", ""}});
    if (comments.empty()) co_return;
    co_await m_studio.gateway().post(u"/actions/projects/%1/tasks/comment-many"_s.arg(m_productionId), comments);
}

QCoro::Task<void> EntityEditing::sendTaskField(QStringList taskIds, QString field, int value)
{
    const Json change = {{field.toStdString(), value}};
    for (const QString &id : taskIds) co_await m_studio.gateway().put(u"/data/tasks/%1"_s.arg(id), change);
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
        const Json tasks = {{"task_ids", idsOf(it.value())}};
        co_await m_studio.gateway().put(u"/actions/persons/%1/assign"_s.arg(it.key()), tasks);
    }
    for (auto it = unassigned.cbegin(); it != unassigned.cend(); ++it) {
        const Json tasks = {{"task_ids", idsOf(it.value())}, {"person_id", it.key().toStdString()}};
        co_await m_studio.gateway().put(u"/actions/tasks/clear-assignation"_s, tasks);
    }
}

QCoro::Task<void> EntityEditing::sendField(QString entityId, ColumnKey column, QVariant value)
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
        if (index < 0) co_return;
        change["data"] = {{m_model.columns()[static_cast<std::size_t>(index)].fieldName.toStdString(), jsonOf(value)}};
        break;
    }
    default: co_return; // not edited in place
    }
    co_await m_studio.gateway().put(u"/data/entities/%1"_s.arg(entityId), change);
}

} // namespace callboard::ui
