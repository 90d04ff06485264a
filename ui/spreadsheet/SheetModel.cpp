// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetModel.h"

#include <algorithm>

namespace callboard::ui {

SheetModel::SheetModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    rebuildColumns();
}

void SheetModel::setSubject(const SheetSubject &subject)
{
    if (subject == m_subject) return;
    const bool columnsDiffer = subject.entity != m_subject.entity || subject.taskTypes != m_subject.taskTypes
        || subject.metadata != m_subject.metadata;
    // Columns come from the production's settings: other columns are another table for every view of it.
    if (columnsDiffer) beginResetModel();
    m_subject = subject;
    m_statusById.clear();
    for (int i = 0; i < m_subject.statuses.size(); ++i) m_statusById.insert(m_subject.statuses[i].id, i);
    m_personById.clear();
    for (int i = 0; i < m_subject.people.size(); ++i) m_personById.insert(m_subject.people[i].id, i);
    if (columnsDiffer) {
        rebuildColumns();
        endResetModel();
    } else if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(entityCount() - 1, int(m_columns.size()) - 1));
    }
}

void SheetModel::rebuildColumns()
{
    using Entity = SheetSubject::Entity;
    const bool isAsset = m_subject.entity == Entity::Asset;
    const bool hasFrames = m_subject.entity == Entity::Shot || m_subject.entity == Entity::Edit;
    m_columns.clear();
    const auto add = [this](ColumnKind kind, const QString &title) {
        m_columns.push_back({{kind, {}}, title, {}, {}, {}, {}});
    };
    switch (m_subject.entity) {
    case Entity::Shot: add(ColumnKind::Name, tr("Shot")); break;
    case Entity::Asset: add(ColumnKind::Name, tr("Asset")); break;
    case Entity::Sequence: add(ColumnKind::Name, tr("Sequence")); break;
    case Entity::Episode: add(ColumnKind::Name, tr("Episode")); break;
    case Entity::Edit: add(ColumnKind::Name, tr("Edit")); break;
    }
    if (isAsset) add(ColumnKind::Group, tr("Type"));
    if (m_subject.entity == Entity::Shot) add(ColumnKind::Group, tr("Sequence"));
    add(ColumnKind::Episode, tr("Episode"));
    add(ColumnKind::Description, tr("Description"));
    if (hasFrames) {
        add(ColumnKind::Frames, tr("Frames"));
        add(ColumnKind::InOut, tr("In – out"));
        add(ColumnKind::FramesPerSecond, tr("FPS"));
        add(ColumnKind::Resolution, tr("Resolution"));
        add(ColumnKind::MaxRetakes, tr("Retakes"));
    }
    if (isAsset) add(ColumnKind::ReadyFor, tr("Ready for"));
    if (m_subject.showsTime) {
        add(ColumnKind::Estimation, tr("Estimation"));
        add(ColumnKind::Spent, tr("Spent"));
    }
    for (const auto &column : m_subject.metadata)
        m_columns.push_back(
            {{ColumnKind::Metadata, column.id}, column.name, {}, column.type, column.fieldName, column.choices});
    for (const auto &type : m_subject.taskTypes)
        m_columns.push_back({{ColumnKind::Task, type.id}, type.name, type.colour, {}, {}, {}});
    m_columnByKey.clear();
    for (int i = 0; i < int(m_columns.size()); ++i) m_columnByKey.insert(m_columns[size_t(i)].key, i);
}

void SheetModel::describeGroups(const QHash<QString, QString> &descriptions)
{
    if (descriptions == m_groupDescriptions) return;
    m_groupDescriptions = descriptions;
    for (EntityRow &row : m_rows) row.groupDescription = descriptions.value(row.groupId);
    Q_EMIT groupsDescribed();
}

void SheetModel::setExpectedRows(int rows)
{
    if (m_expectedRows == rows) return;
    m_expectedRows = rows;
    if (!m_rows.empty()) Q_EMIT headerDataChanged(Qt::Horizontal, 0, 0);
}

void SheetModel::indexRowsFrom(int first)
{
    for (int i = first; i < entityCount(); ++i) m_rowById.insert(m_rows[size_t(i)].id, i);
}

void SheetModel::appendRows(std::vector<EntityRow> rows)
{
    // What is here already (an event came before its page) is patched in place.
    std::vector<EntityRow> fresh;
    fresh.reserve(rows.size());
    for (auto &row : rows) {
        if (m_rowById.contains(row.id))
            patchRow(row);
        else
            fresh.push_back(std::move(row));
    }
    if (fresh.empty()) return;
    const int first = entityCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_rows.reserve(m_rows.size() + fresh.size());
    for (auto &row : fresh) {
        row.groupDescription = m_groupDescriptions.value(row.groupId, row.groupDescription);
        m_rows.push_back(std::move(row));
    }
    indexRowsFrom(first);
    endInsertRows();
}

void SheetModel::insertRow(EntityRow row)
{
    std::vector<EntityRow> one;
    one.push_back(std::move(row));
    appendRows(std::move(one));
}

void SheetModel::removeRows(const QStringList &rowIds)
{
    std::vector<int> places;
    for (const auto &id : rowIds)
        if (const int place = rowOf(id); place >= 0) places.push_back(place);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (size_t end = places.size(); end > 0;) {
        size_t begin = end - 1;
        while (begin > 0 && places[begin - 1] == places[begin] - 1) --begin;
        const int first = places[begin], last = places[end - 1];
        beginRemoveRows({}, first, last);
        for (int i = first; i <= last; ++i) m_rowById.remove(m_rows[size_t(i)].id);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        indexRowsFrom(first);
        endRemoveRows();
        end = begin;
    }
}

void SheetModel::clear()
{
    if (m_rows.empty()) return;
    beginRemoveRows({}, 0, entityCount() - 1);
    m_rows.clear();
    m_rowById.clear();
    m_changes.clear();
    m_pendingCells.clear();
    endRemoveRows();
}

namespace {

int total(const EntityRow &row, int TaskCell::*minutes)
{
    int sum = 0;
    for (const auto &task : row.tasks) sum += task.*minutes;
    return sum;
}

bool differs(const EntityRow &a, const EntityRow &b, const SheetColumn &column)
{
    switch (column.key.kind) {
    case ColumnKind::Name: // paints the picture and the description too
        return a.name != b.name || a.previewId != b.previewId || a.description != b.description
            || a.isCanceled != b.isCanceled;
    case ColumnKind::Group:
        return a.groupId != b.groupId || a.groupName != b.groupName || a.groupDescription != b.groupDescription;
    case ColumnKind::Episode: return a.episodeName != b.episodeName;
    case ColumnKind::Description: return a.description != b.description;
    case ColumnKind::Frames: return a.frames != b.frames;
    case ColumnKind::InOut: return a.frameIn != b.frameIn || a.frameOut != b.frameOut;
    case ColumnKind::FramesPerSecond: return a.framesPerSecond != b.framesPerSecond;
    case ColumnKind::Resolution: return a.resolution != b.resolution;
    case ColumnKind::MaxRetakes: return a.maxRetakes != b.maxRetakes;
    case ColumnKind::ReadyFor: return a.readyForTaskTypeId != b.readyForTaskTypeId;
    case ColumnKind::Metadata: return a.metadata.value(column.fieldName) != b.metadata.value(column.fieldName);
    case ColumnKind::Task: return a.tasks.value(column.key.id) != b.tasks.value(column.key.id);
    case ColumnKind::Estimation:
        return total(a, &TaskCell::estimationMinutes) != total(b, &TaskCell::estimationMinutes);
    case ColumnKind::Spent: return total(a, &TaskCell::spentMinutes) != total(b, &TaskCell::spentMinutes);
    }
    return false;
}

} // namespace

void SheetModel::patchRow(const EntityRow &row)
{
    const int place = rowOf(row.id);
    if (place < 0) return insertRow(row);
    EntityRow arrived = row;
    layPendingOver(arrived, [](const ColumnKey &) { return true; });
    takeIn(place, std::move(arrived));
}

void SheetModel::patchFields(EntityRow row)
{
    const int place = rowOf(row.id);
    if (place < 0) return insertRow(std::move(row));
    row.tasks = m_rows[size_t(place)].tasks;
    layPendingOver(row, [](const ColumnKey &key) { return key.kind != ColumnKind::Task; });
    takeIn(place, std::move(row));
}

void SheetModel::patchTask(const QString &rowId, const QString &taskTypeId, const TaskCell &task)
{
    const int place = rowOf(rowId);
    if (place < 0) return;
    const ColumnKey column{ColumnKind::Task, taskTypeId};
    EntityRow arrived = m_rows[size_t(place)];
    arrived.tasks.insert(taskTypeId, task);
    layPendingOver(arrived, [&column](const ColumnKey &key) { return key == column; });
    takeIn(place, std::move(arrived));
}

void SheetModel::takeIn(int place, EntityRow arrived)
{
    auto &held = m_rows[size_t(place)];
    arrived.groupDescription = m_groupDescriptions.value(arrived.groupId, arrived.groupDescription);
    std::vector<int> differing;
    for (int i = 0; i < int(m_columns.size()); ++i)
        if (differs(held, arrived, m_columns[size_t(i)])) differing.push_back(i);
    held = std::move(arrived);
    tellColumns(place, differing);
}

void SheetModel::removeTask(const QString &rowId, const QString &taskTypeId)
{
    patchTask(rowId, taskTypeId, TaskCell{});
}

void SheetModel::tellColumns(int row, const std::vector<int> &columns)
{
    std::vector<int> sorted = columns;
    std::sort(sorted.begin(), sorted.end());
    for (size_t i = 0; i < sorted.size();) { // one signal for each run of neighbours
        size_t last = i;
        while (last + 1 < sorted.size() && sorted[last + 1] == sorted[last] + 1) ++last;
        Q_EMIT dataChanged(index(row, sorted[i]), index(row, sorted[last]));
        i = last + 1;
    }
}

int SheetModel::columnOf(const ColumnKey &key) const
{
    return m_columnByKey.value(key, -1);
}

const TaskCell *SheetModel::task(int row, int column) const
{
    const auto &key = m_columns[size_t(column)].key;
    if (key.kind != ColumnKind::Task) return nullptr;
    const auto &tasks = m_rows[size_t(row)].tasks;
    const auto found = tasks.constFind(key.id);
    return found != tasks.constEnd() && found->exists() ? &*found : nullptr;
}

const StudioStatus *SheetModel::status(const QString &id) const
{
    const int place = m_statusById.value(id, -1);
    return place < 0 ? nullptr : &m_subject.statuses[place];
}

const PersonName *SheetModel::person(const QString &id) const
{
    const int place = m_personById.value(id, -1);
    return place < 0 ? nullptr : &m_subject.people[place];
}

int SheetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : entityCount();
}

int SheetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

} // namespace callboard::ui
