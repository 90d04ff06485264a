// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetLines.h"

#include <QMetaType>
#include <algorithm>
#include <numeric>

namespace callboard::ui {
QString naturalKey(const QString &text)
{
    QString key;
    key.reserve(text.size() + 8);
    const QChar *x = text.constData(), *end = x + text.size();
    while (x != end) {
        if (!x->isDigit()) {
            key += (x++)->toLower();
            continue;
        }
        // A digit, which stands where digits stand among letters; the length, so that longer numbers follow; the
        // number.
        while (x != end && *x == u'0') ++x;
        const QChar *start = x;
        while (x != end && x->isDigit()) ++x;
        key += u'0';
        key += QChar(static_cast<char16_t>(x - start));
        key.append(start, x - start);
    }
    return key;
}

int naturalCompare(const QString &a, const QString &b)
{
    return naturalKey(a).compare(naturalKey(b));
}

int GroupSums::percentDone() const
{
    int all = 0;
    for (const int count : tasks) all += count;
    all -= tasks[size_t(StatusKind::OnHold)];
    return all > 0 ? tasks[size_t(StatusKind::Done)] * 100 / all : 0;
}

namespace {

/// Where each group stands among all; equal names by identifier.
QHash<QString, int> placesOfGroups(const QHash<QString, QString> &names, bool isFalling)
{
    QStringList ids = names.keys();
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) {
        const int order = naturalCompare(names.value(a), names.value(b));
        return order != 0 ? (isFalling ? order > 0 : order < 0) : a < b;
    });
    QHash<QString, int> places;
    for (int i = 0; i < ids.size(); ++i) places.insert(ids[i], i);
    return places;
}

} // namespace

SheetLines::SortKey SheetLines::keyOf(int row) const
{
    SortKey key;
    const auto value = m_model.sortValue(row, m_sortColumn);
    key.isText = value.typeId() == QMetaType::QString;
    if (key.isText)
        key.text = naturalKey(value.toString());
    else
        key.number = value.toDouble();
    key.isEmpty = key.isText ? key.text.isEmpty() : key.number < 0;
    return key;
}

int SheetLines::compare(const SortKey &a, const SortKey &b)
{
    if (a.isText) return a.text.compare(b.text);
    return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

void SheetLines::sort(const SheetLayout &layout)
{
    const auto rows = size_t(m_model.entityCount());
    m_hasHeads = layout.isGrouped;
    m_sortColumn = std::max(0, m_model.columnOf(layout.sortColumn));
    m_sortKeys.resize(rows);
    m_groupIds.resize(rows);
    m_rowSums.resize(rows);
    std::vector<QString> names(rows); // as keys
    QHash<QString, QString> groupNames;
    for (size_t row = 0; row < rows; ++row) {
        m_sortKeys[row] = keyOf(int(row));
        const auto &entity = m_model.row(int(row));
        names[row] = naturalKey(entity.name);
        m_groupIds[row] = entity.groupId;
        if (row == 0 || m_groupIds[row] != m_groupIds[row - 1]) groupNames.insert(entity.groupId, entity.groupName);
        m_rowSums[row] = sumsOf(int(row));
    }
    const bool groupsFall = m_hasHeads && layout.isDescending && layout.sortColumn.kind == ColumnKind::Group;
    const auto groupPlace = placesOfGroups(groupNames, groupsFall);
    std::vector<int> places(rows);
    for (size_t row = 0; row < rows; ++row) places[row] = groupPlace.value(m_groupIds[row]);
    m_sorted.resize(rows);
    std::iota(m_sorted.begin(), m_sorted.end(), 0);
    const bool falls = layout.isDescending;
    std::stable_sort(m_sorted.begin(), m_sorted.end(), [&](int first, int second) {
        const auto a = size_t(first), b = size_t(second);
        if (m_hasHeads && places[a] != places[b]) return places[a] < places[b];
        const auto &keyA = m_sortKeys[a], &keyB = m_sortKeys[b];
        // Empty cells say nothing: they come last in both directions.
        if (keyA.isEmpty != keyB.isEmpty) return keyB.isEmpty;
        const int order = compare(keyA, keyB);
        if (order != 0) return falls ? order > 0 : order < 0;
        if (places[a] != places[b]) return places[a] < places[b];
        return names[a] < names[b];
    });
}

void SheetLines::arrange(const SheetLayout &layout, const RowFilter *filter)
{
    m_lines.clear();
    m_groups.clear();
    m_sums = {};
    m_lineOfRow.assign(m_rowSums.size(), -1);
    m_lines.reserve(m_sorted.size() + 64);
    GroupSums *group = nullptr;
    size_t headOfGroup = 0;
    const auto closeGroup = [&] {
        if (group && group->shown == 0) { // a group of which nothing is shown has no head
            m_lines.resize(headOfGroup);
            m_groups.pop_back();
        }
    };
    for (const int row : m_sorted) {
        if (!group || (m_hasHeads && m_groupIds[size_t(row)] != group->id)) {
            closeGroup();
            const auto &entity = m_model.row(row);
            headOfGroup = m_lines.size();
            m_groups.push_back({});
            group = &m_groups.back();
            group->id = m_hasHeads ? entity.groupId : QString();
            group->name = entity.groupName;
            group->description = entity.groupDescription;
            group->isCollapsed = m_hasHeads && layout.collapsedGroups.contains(group->id);
            if (m_hasHeads) m_lines.push_back({-1, int(m_groups.size()) - 1});
        }
        ++group->total;
        ++m_sums.total;
        if (filter && !filter->accepts(row)) continue;
        ++group->shown;
        ++m_sums.shown;
        add(*group, m_rowSums[size_t(row)], 1);
        if (group->isCollapsed) continue;
        m_lineOfRow[size_t(row)] = int(m_lines.size());
        m_lines.push_back({row, int(m_groups.size()) - 1});
    }
    closeGroup();
    for (const auto &each : m_groups) {
        m_sums.frames += each.frames;
        m_sums.estimationMinutes += each.estimationMinutes;
        m_sums.spentMinutes += each.spentMinutes;
        for (size_t kind = 0; kind < each.tasks.size(); ++kind) m_sums.tasks[kind] += each.tasks[kind];
    }
}

SheetLines::RowSums SheetLines::sumsOf(int row) const
{
    RowSums sums;
    const auto &entity = m_model.row(row);
    sums.frames = entity.frames.value_or(0);
    for (const auto &task : entity.tasks) {
        if (!task.exists()) continue;
        const auto *status = m_model.status(task.statusId);
        auto &count = sums.tasks[size_t(status ? status->kind : StatusKind::Other)];
        if (count < 255) ++count;
        sums.estimationMinutes += task.estimationMinutes;
        sums.spentMinutes += task.spentMinutes;
    }
    return sums;
}

void SheetLines::add(GroupSums &group, const RowSums &row, int sign) const
{
    group.frames += sign * row.frames;
    group.estimationMinutes += sign * row.estimationMinutes;
    group.spentMinutes += sign * row.spentMinutes;
    for (size_t kind = 0; kind < row.tasks.size(); ++kind) group.tasks[kind] += sign * row.tasks[kind];
}

void SheetLines::rowChanged(int row)
{
    if (size_t(row) >= m_rowSums.size()) return; // not arranged yet
    const auto fresh = sumsOf(row);
    const int line = lineOfRow(row);
    if (line >= 0) {
        for (auto *sums : {&m_groups[size_t(m_lines[size_t(line)].group)], &m_sums}) {
            add(*sums, m_rowSums[size_t(row)], -1);
            add(*sums, fresh, 1);
        }
    }
    m_rowSums[size_t(row)] = fresh;
}

bool SheetLines::isStale(int row, const RowFilter *filter) const
{
    if (size_t(row) >= m_sortKeys.size()) return true;
    const auto &entity = m_model.row(row);
    if (m_hasHeads && entity.groupId != m_groupIds[size_t(row)]) return true;
    if (!(keyOf(row) == m_sortKeys[size_t(row)])) return true;
    const bool isShown = lineOfRow(row) >= 0;
    if (!filter) return false;
    if (isShown) return !filter->accepts(row);
    const bool isInCollapsed = std::any_of(m_groups.begin(), m_groups.end(),
        [&](const auto &group) { return group.isCollapsed && group.id == entity.groupId; });
    return !isInCollapsed && filter->accepts(row);
}

void SheetLines::removeRows(int first, int last)
{
    const int gone = last - first + 1;
    const auto isGone = [first, last](int row) { return row >= first && row <= last; };
    const auto known = int(m_rowSums.size());
    for (int row = first; row <= std::min(last, known - 1); ++row) {
        const int line = lineOfRow(row);
        if (line < 0) continue;
        for (auto *sums : {&m_groups[size_t(m_lines[size_t(line)].group)], &m_sums}) {
            add(*sums, m_rowSums[size_t(row)], -1);
            --sums->shown;
            --sums->total;
        }
    }
    std::erase_if(m_sorted, isGone);
    std::erase_if(m_lines, [&](const Line &line) { return isGone(line.row); });
    for (auto &row : m_sorted)
        if (row > last) row -= gone;
    const auto eraseRows = [&](auto &column) {
        if (first < int(column.size()))
            column.erase(column.begin() + first, column.begin() + std::min(last + 1, int(column.size())));
    };
    eraseRows(m_sortKeys);
    eraseRows(m_groupIds);
    eraseRows(m_rowSums);
    m_lineOfRow.assign(m_rowSums.size(), -1);
    for (size_t i = 0; i < m_lines.size(); ++i) {
        auto &line = m_lines[i];
        if (line.row > last) line.row -= gone;
        if (!line.isHead()) m_lineOfRow[size_t(line.row)] = int(i);
    }
}

int SheetLines::lineOfRow(int row) const
{
    return row >= 0 && size_t(row) < m_lineOfRow.size() ? m_lineOfRow[size_t(row)] : -1;
}

int SheetLines::top(int index) const
{
    if (!m_hasHeads) return index * m_rowHeight;
    // Heads above: one for each group before, and the own one unless the line is it.
    const auto &line = m_lines[size_t(index)];
    const int heads = line.group + (line.isHead() ? 0 : 1);
    return heads * m_headHeight + (index - heads) * m_rowHeight;
}

int SheetLines::totalHeight() const
{
    return m_lines.empty() ? 0 : top(count() - 1) + height(count() - 1);
}

int SheetLines::lineAt(int y) const
{
    int low = 0, high = count(); // the first line whose top is below y
    while (low < high) {
        const int middle = (low + high) / 2;
        if (top(middle) <= y)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

} // namespace callboard::ui
