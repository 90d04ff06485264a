// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EditRequests.h"

#include "ui/entities/EntityEditing.h"
#include "ui/openstudio/StudioDirectory.h"
#include "ui/outbox/Changes.h"
#include "ui/parts/Marks.h"
#include "ui/values/TaskValues.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 60; // letters in a sentence

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

QVariant variantOf(const Json &value)
{
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_number_integer()) return value.get<qlonglong>();
    if (value.is_number()) return value.get<double>();
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_array()) return idsOf(value);
    if (!value.is_object()) return {};
    QVariantMap map;
    for (const auto &[key, item] : value.items()) map[QString::fromStdString(key)] = variantOf(item);
    return map;
}

/// The members of an entity that columns show; those of its `data` first by the column's name, then by the field's.
struct FieldOfColumn
{
    ColumnKind kind;
    const char *member;
    bool isInData;
};
constexpr FieldOfColumn fields[] = {
    {ColumnKind::Name, "name", false},
    {ColumnKind::Description, "description", false},
    {ColumnKind::Frames, "nb_frames", false},
    {ColumnKind::ReadyFor, "ready_for", false},
    {ColumnKind::FramesPerSecond, "fps", true},
    {ColumnKind::Resolution, "resolution", true},
    {ColumnKind::MaxRetakes, "max_retakes", true},
};

std::optional<Json> fieldChange(const SheetModel &model, const ColumnKey &column, const QVariant &value)
{
    for (const FieldOfColumn &field : fields) {
        if (field.kind != column.kind) continue;
        const Json member = {{field.member, jsonOf(value)}};
        return field.isInData ? Json{{"data", member}} : member;
    }
    const int index = model.columnOf(column);
    if (column.kind != ColumnKind::Metadata || index < 0) return std::nullopt; // not edited in place
    const std::string name = model.columns()[static_cast<std::size_t>(index)].fieldName.toStdString();
    return Json{{"data", {{name, jsonOf(value)}}}};
}

/// "SQ010 / SH0030"
QString nameOf(const EntityRow &row)
{
    return row.groupName.isEmpty() ? row.name : row.groupName + u" / "_s + row.name;
}

QString wordsOf(const QVariant &value)
{
    QString words = value.toString();
    if (value.typeId() == QMetaType::QStringList) words = value.toStringList().join(u", "_s);
    if (value.typeId() == QMetaType::Bool) words = value.toBool() ? EntityEditing::tr("yes") : EntityEditing::tr("no");
    if (value.typeId() == QMetaType::QVariantMap) {
        const QVariantMap map = value.toMap();
        QStringList ticked;
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            if (it.value().toBool()) ticked << it.key();
        words = ticked.join(u", "_s);
    }
    words = words.simplified();
    if (words.size() > longestValue) words = words.left(longestValue - 1) + u'…';
    return words.isEmpty() ? u"–"_s : words;
}

/// The task of the edit's cell.
struct TaskOfEdit
{
    const TaskCell &task;
    QString name; // "Animation of SQ010 / SH0030"
};

Change said(Change change, const QString &sentence)
{
    change.sentence = sentence;
    return change;
}

QList<Change> assignmentChanges(const TaskOfEdit &edited, const QStringList &wanted, const StudioDirectory &directory)
{
    QList<Change> all;
    const QString &id = edited.task.taskId;
    for (const QString &person : wanted)
        if (!edited.task.assigneeIds.contains(person))
            all << said(changes::assignment(id, person),
                EntityEditing::tr("%1: %2 does it").arg(edited.name, directory.look(person).name));
    for (const QString &person : edited.task.assigneeIds)
        if (!wanted.contains(person))
            all << said(changes::unassignment(id, person),
                EntityEditing::tr("%1: %2 no longer does it").arg(edited.name, directory.look(person).name));
    return all;
}

QList<Change> taskChanges(const CellEdit &edit, const TaskOfEdit &edited, const StudioDirectory &directory)
{
    const QString &id = edited.task.taskId;
    switch (edit.aspect) {
    case CellAspect::Status: {
        const QString statusId = edit.value.toString();
        const DirectoryStatus *status = directory.status(statusId);
        return {said(changes::comment(id, {{"task_status_id", statusId.toStdString()}, {"comment", ""}}),
            u"%1 → %2"_s.arg(edited.name, status ? status->shortName.toUpper() : QString()))};
    }
    case CellAspect::Assignees: return assignmentChanges(edited, edit.value.toStringList(), directory);
    case CellAspect::Priority: {
        const int priority = edit.value.toInt();
        return {said(changes::taskEdit(id, {{"priority", priority}}),
            u"%1 → %2"_s.arg(
                edited.name, priority > 0 ? priorityName(priority) : EntityEditing::tr("Normal priority")))};
    }
    case CellAspect::Estimation: {
        const int minutes = edit.value.toInt();
        return {said(changes::taskEdit(id, {{"estimation", minutes}}),
            EntityEditing::tr("Estimation of %1 → %2").arg(edited.name, workWords(minutes)))};
    }
    case CellAspect::Value: break;
    }
    return {};
}

} // namespace

QList<Change> changesFor(const CellEdit &oneCell, const SheetModel &model, const StudioDirectory &directory)
{
    const CellAddress &cell = oneCell.cells.first();
    const int row = model.rowOf(cell.rowId);
    const int column = model.columnOf(cell.column);
    if (row < 0 || column < 0) return {};
    const SheetColumn &shown = model.columns()[static_cast<std::size_t>(column)];
    const QString entity = nameOf(model.row(row));
    if (oneCell.aspect != CellAspect::Value) {
        const TaskCell *task = model.task(row, column);
        if (!task) return {};
        return taskChanges(oneCell, {*task, EntityEditing::tr("%1 of %2").arg(shown.title, entity)}, directory);
    }
    const auto body = fieldChange(model, cell.column, oneCell.value);
    if (!body) return {};
    return {said(changes::entityEdit(cell.rowId, *body),
        EntityEditing::tr("%1 of %2 → %3").arg(shown.title, entity, wordsOf(oneCell.value)))};
}

namespace {

QList<CellEdit> fieldEdits(const Json &body, const QString &rowId, const SheetModel &model)
{
    QList<CellEdit> edits;
    const Json &data = memberOf(body, "data");
    for (const FieldOfColumn &field : fields) {
        const Json &object = field.isInData ? data : body;
        if (object.is_object() && object.contains(field.member))
            edits << CellEdit{{{rowId, {field.kind, {}}}}, CellAspect::Value, variantOf(object[field.member])};
    }
    if (!data.is_object()) return edits;
    for (const SheetColumn &column : model.columns())
        if (const std::string name = column.fieldName.toStdString(); !name.empty() && data.contains(name))
            edits << CellEdit{{{rowId, column.key}}, CellAspect::Value, variantOf(data[name])};
    return edits;
}

} // namespace

QList<CellEdit> editsOf(const Change &change, const CellAddress &subject, const SheetModel &model)
{
    if (!change.body) return {};
    const Json &body = *change.body;
    if (change.kind == ChangeKind::EntityEdit) return fieldEdits(body, subject.rowId, model);
    if (change.kind == ChangeKind::Assignment || change.kind == ChangeKind::Unassignment) {
        QStringList assignees = model.aspect(subject, CellAspect::Assignees).toStringList();
        if (change.kind == ChangeKind::Unassignment)
            assignees.removeAll(change.object);
        else if (!assignees.contains(change.object))
            assignees << change.object;
        return {{{subject}, CellAspect::Assignees, assignees}};
    }
    QList<CellEdit> edits;
    if (change.kind == ChangeKind::Comment && body.contains("task_status_id"))
        edits << CellEdit{{subject}, CellAspect::Status, textOf(body, "task_status_id")};
    if (change.kind != ChangeKind::TaskEdit) return edits;
    if (body.contains("priority")) edits << CellEdit{{subject}, CellAspect::Priority, wholeOf(body, "priority")};
    if (body.contains("estimation")) edits << CellEdit{{subject}, CellAspect::Estimation, wholeOf(body, "estimation")};
    return edits;
}

} // namespace callboard::ui
