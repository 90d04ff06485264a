// SPDX-License-Identifier: GPL-3.0-or-later
// The lines on screen, from top to bottom: heads of groups and rows, in sorted and filtered order, with the
// sums of each group. Sorting is kept apart from filtering, so that a filter costs one walk over the rows.
// Values only, no painting: y positions come from the two heights given.
#pragma once

#include "ui/spreadsheet/RowFilter.h"
#include "ui/spreadsheet/SheetLayout.h"

#include <array>

namespace callboard::ui {

inline constexpr int statusKinds = int(StatusKind::Other) + 1;

struct GroupSums
{
    QString id;
    QString name;
    QString description;
    int shown = 0;
    int total = 0;             // without the filter
    int frames = 0;            // of the shown ones
    int estimationMinutes = 0; // of their tasks, minutes of work
    int spentMinutes = 0;
    std::array<int, statusKinds> tasks{}; // of the shown ones, by StatusKind
    bool isCollapsed = false;

    int percentDone() const; // of the tasks; those on hold or omitted are left out
    bool operator==(const GroupSums &) const = default;
};

class SheetLines
{
public:
    struct Line
    {
        int row = -1; // of the model; -1: the head of a group
        int group = 0;

        bool isHead() const { return row < 0; }
    };

    explicit SheetLines(const SheetModel &model)
        : m_model(model)
    {}

    // Sorts all rows anew and arranges them.
    void sort(const SheetLayout &);
    // Walks over the sorted rows: call after the filter or the collapsed groups changed. Null: all rows.
    void arrange(const SheetLayout &, const RowFilter *);
    // Takes rows out of everything without sorting.
    void removeRows(int first, int last);
    // Reads the sums of changed rows; what a row contributes to its group is replaced.
    void rowChanged(int row);
    // Whether the row would stand elsewhere if it were sorted now, or would come or go.
    bool isStale(int row, const RowFilter *) const;

    int count() const { return int(m_lines.size()); }
    const Line &line(int index) const { return m_lines[size_t(index)]; }
    const std::vector<GroupSums> &groups() const { return m_groups; }
    const GroupSums &sums() const { return m_sums; } // over all groups
    int lineOfRow(int row) const;                    // -1: not shown

    void setHeights(int rowHeight, int headHeight)
    {
        m_rowHeight = rowHeight;
        m_headHeight = headHeight;
    }
    int top(int line) const;
    int height(int line) const { return m_lines[size_t(line)].isHead() ? m_headHeight : m_rowHeight; }
    int totalHeight() const;
    int lineAt(int y) const; // the last line that begins at or above y; -1: none

private:
    struct RowSums
    {
        int frames = 0;
        int estimationMinutes = 0;
        int spentMinutes = 0;
        std::array<quint8, statusKinds> tasks{};
    };

    // What a row is sorted by, taken out of its variant once.
    struct SortKey
    {
        QString text; // natural key
        double number = 0;
        bool isText = false;
        bool isEmpty = true;

        bool operator==(const SortKey &) const = default;
    };

    RowSums sumsOf(int row) const;
    SortKey keyOf(int row) const;
    static int compare(const SortKey &, const SortKey &);
    void add(GroupSums &, const RowSums &, int sign) const;

    const SheetModel &m_model;
    std::vector<int> m_sorted;       // rows of the model
    std::vector<SortKey> m_sortKeys; // by row, as they were when sorted
    std::vector<QString> m_groupIds; // by row, as they were when sorted
    std::vector<RowSums> m_rowSums;  // by row
    std::vector<int> m_lineOfRow;    // by row
    std::vector<Line> m_lines;
    std::vector<GroupSums> m_groups;
    GroupSums m_sums;
    bool m_hasHeads = false;
    int m_sortColumn = 0;
    int m_rowHeight = 44;
    int m_headHeight = 30;
};

// "SH2" before "SH10": runs of digits compare as numbers, the rest without case. Keys are made once where many are
// sorted, and compared as they are.
QString naturalKey(const QString &text);
int naturalCompare(const QString &a, const QString &b);

} // namespace callboard::ui
