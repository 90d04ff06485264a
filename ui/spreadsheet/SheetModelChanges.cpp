// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the user that the studio has not answered yet: shown at once, kept or taken back later.
#include "ui/spreadsheet/SheetModel.h"

#include <algorithm>

namespace callboard::ui {
namespace {

template<typename Number>
QVariant optionalValue(const std::optional<Number> &value)
{
    return value ? QVariant(*value) : QVariant();
}

std::optional<int> wholeNumber(const QVariant &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

QVariant SheetModel::aspect(const CellAddress &cell, CellAspect aspect) const
{
    const int place = rowOf(cell.rowId);
    return place < 0 ? QVariant() : aspectOf(row(place), cell.column, aspect);
}

QVariant SheetModel::aspectOf(const EntityRow &row, const ColumnKey &key, CellAspect aspect) const
{
    switch (key.kind) {
    case ColumnKind::Name: return row.name;
    case ColumnKind::Group: return row.groupName;
    case ColumnKind::Episode: return row.episodeName;
    case ColumnKind::Description: return row.description;
    case ColumnKind::Frames: return optionalValue(row.frames);
    case ColumnKind::InOut: return QVariantList{optionalValue(row.frameIn), optionalValue(row.frameOut)};
    case ColumnKind::FramesPerSecond: return optionalValue(row.framesPerSecond);
    case ColumnKind::Resolution: return row.resolution;
    case ColumnKind::MaxRetakes: return optionalValue(row.maxRetakes);
    case ColumnKind::ReadyFor: return row.readyForTaskTypeId;
    case ColumnKind::Metadata: {
        const int column = columnOf(key);
        return column < 0 ? QVariant() : row.metadata.value(m_columns[size_t(column)].fieldName);
    }
    case ColumnKind::Task: {
        const auto task = row.tasks.value(key.id);
        switch (aspect) {
        case CellAspect::Priority: return task.priority;
        case CellAspect::Assignees: return task.assigneeIds;
        case CellAspect::Estimation: return task.estimationMinutes;
        case CellAspect::Status:
        case CellAspect::Value: return task.statusId;
        }
        return {};
    }
    case ColumnKind::Estimation:
    case ColumnKind::Spent: return {};
    }
    return {};
}

void SheetModel::setAspect(EntityRow &row, const ColumnKey &key, CellAspect aspect, const QVariant &value) const
{
    switch (key.kind) {
    case ColumnKind::Name: row.name = value.toString(); break;
    case ColumnKind::Description: row.description = value.toString(); break;
    case ColumnKind::Frames: row.frames = wholeNumber(value); break;
    case ColumnKind::InOut: {
        const auto range = value.toList();
        row.frameIn = wholeNumber(range.value(0));
        row.frameOut = wholeNumber(range.value(1));
        break;
    }
    case ColumnKind::FramesPerSecond:
        row.framesPerSecond = value.isValid() ? std::optional(value.toDouble()) : std::nullopt;
        break;
    case ColumnKind::Resolution: row.resolution = value.toString(); break;
    case ColumnKind::MaxRetakes: row.maxRetakes = wholeNumber(value); break;
    case ColumnKind::ReadyFor: row.readyForTaskTypeId = value.toString(); break;
    case ColumnKind::Metadata:
        if (const int column = columnOf(key); column >= 0)
            row.metadata.insert(m_columns[size_t(column)].fieldName, value);
        break;
    case ColumnKind::Task: {
        const auto found = row.tasks.find(key.id);
        if (found == row.tasks.end() || !found->exists()) return; // the task went away meanwhile
        if (aspect == CellAspect::Priority)
            found->priority = value.toInt();
        else if (aspect == CellAspect::Assignees)
            found->assigneeIds = value.toStringList();
        else if (aspect == CellAspect::Estimation)
            found->estimationMinutes = value.toInt();
        else
            found->statusId = value.toString();
        break;
    }
    case ColumnKind::Group:
    case ColumnKind::Episode:
    case ColumnKind::Estimation:
    case ColumnKind::Spent: break;
    }
}

namespace {

// The cells that a change of this one alters on screen.
std::vector<int> touchedColumns(const SheetModel &model, const ColumnKey &key, CellAspect aspect)
{
    std::vector<int> columns = {model.columnOf(key)};
    if (key.kind == ColumnKind::Description) columns.push_back(model.columnOf({ColumnKind::Name, {}}));
    if (aspect == CellAspect::Estimation) columns.push_back(model.columnOf({ColumnKind::Estimation, {}}));
    std::erase(columns, -1);
    return columns;
}

} // namespace

SheetModel::ChangeId SheetModel::applyPending(const CellEdit &edit)
{
    PendingChange change{m_nextChange++, {}};
    for (const auto &cell : edit.cells) {
        const int place = rowOf(cell.rowId);
        if (place < 0 || columnOf(cell.column) < 0) continue;
        auto &row = m_rows[size_t(place)];
        const auto before = aspectOf(row, cell.column, edit.aspect);
        setAspect(row, cell.column, edit.aspect, edit.value);
        change.cells.push_back({cell, edit.aspect, before, edit.value});
        ++m_pendingCells[cell];
        tellColumns(place, touchedColumns(*this, cell.column, edit.aspect));
    }
    m_changes.push_back(std::move(change));
    return m_changes.back().id;
}

void SheetModel::confirm(ChangeId id)
{
    end(id, true);
}

void SheetModel::refuse(ChangeId id)
{
    end(id, false);
}

void SheetModel::end(ChangeId id, bool keep)
{
    const auto found = std::find_if(m_changes.begin(), m_changes.end(), [id](const auto &c) { return c.id == id; });
    if (found == m_changes.end()) return;
    const auto cells = std::move(found->cells);
    const auto next = m_changes.erase(found);
    for (const auto &ended : cells) {
        // A later change of the same thing stays on top; only what it would go back to differs.
        PendingCell *later = nullptr;
        for (auto change = next; change != m_changes.end() && !later; ++change)
            for (auto &other : change->cells)
                if (other.cell == ended.cell && other.aspect == ended.aspect) {
                    later = &other;
                    break;
                }
        if (later) later->before = keep ? ended.value : ended.before;
        const auto count = m_pendingCells.find(ended.cell);
        if (count != m_pendingCells.end() && --*count == 0) m_pendingCells.erase(count);
        const int place = rowOf(ended.cell.rowId);
        if (place < 0) continue;
        if (!later && !keep) setAspect(m_rows[size_t(place)], ended.cell.column, ended.aspect, ended.before);
        tellColumns(place, touchedColumns(*this, ended.cell.column, ended.aspect));
    }
}

void SheetModel::layPendingOver(EntityRow &arrived, const std::function<bool(const ColumnKey &)> &isNew)
{
    if (m_changes.empty()) return;
    for (auto &change : m_changes) {
        for (auto &pending : change.cells) {
            if (pending.cell.rowId != arrived.id || !isNew(pending.cell.column)) continue;
            pending.before = aspectOf(arrived, pending.cell.column, pending.aspect);
            setAspect(arrived, pending.cell.column, pending.aspect, pending.value);
        }
    }
}

bool SheetModel::isPending(int place, int column) const
{
    return !m_pendingCells.isEmpty() && m_pendingCells.contains(address(place, column));
}

} // namespace callboard::ui
