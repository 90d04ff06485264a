// SPDX-License-Identifier: GPL-3.0-or-later
// Rectangles of selected cells in lines × shown columns, the last of which grows from its anchor.
#pragma once

#include <algorithm>
#include <vector>

namespace callboard::ui {

struct SheetCell
{
    int line = -1;
    int column = 0;

    bool isValid() const { return line >= 0; }
    bool operator==(const SheetCell &) const = default;
};

struct SheetRect
{
    int top = 0, left = 0, bottom = -1, right = -1;

    static SheetRect between(SheetCell a, SheetCell b)
    {
        return {std::min(a.line, b.line), std::min(a.column, b.column), std::max(a.line, b.line),
            std::max(a.column, b.column)};
    }
    bool contains(int line, int column) const { return hasLine(line) && hasColumn(column); }
    bool hasLine(int line) const { return line >= top && line <= bottom; }
    bool hasColumn(int column) const { return column >= left && column <= right; }
    bool operator==(const SheetRect &) const = default;
};

class SheetSelection
{
public:
    void clear()
    {
        m_rects.clear();
        m_anchor = {};
    }
    // One rectangle instead of all, or beside them.
    void start(SheetCell anchor, bool beside)
    {
        if (!beside) m_rects.clear();
        m_anchor = anchor;
        m_end = anchor;
        m_rects.push_back(SheetRect::between(anchor, anchor));
    }
    void extendTo(SheetCell end)
    {
        if (m_rects.empty()) return start(end, false);
        m_end = end;
        m_rects.back() = SheetRect::between(m_anchor, end);
    }
    void set(std::vector<SheetRect> rects)
    {
        m_rects = std::move(rects);
        m_anchor = m_rects.empty() ? SheetCell{} : SheetCell{m_rects.back().top, m_rects.back().left};
        m_end = m_rects.empty() ? SheetCell{} : SheetCell{m_rects.back().bottom, m_rects.back().right};
    }
    void add(SheetRect rect, SheetCell anchor)
    {
        m_rects.push_back(rect);
        m_anchor = anchor;
        m_end = {rect.bottom, rect.right};
    }

    bool isEmpty() const { return m_rects.empty(); }
    SheetCell anchor() const { return m_anchor; }
    SheetCell end() const { return m_end; } // of the last one, across from the anchor
    const std::vector<SheetRect> &rects() const { return m_rects; }
    bool contains(int line, int column) const
    {
        return std::any_of(
            m_rects.begin(), m_rects.end(), [=](const auto &rect) { return rect.contains(line, column); });
    }
    bool hasLine(int line) const
    {
        return std::any_of(m_rects.begin(), m_rects.end(), [=](const auto &rect) { return rect.hasLine(line); });
    }
    bool hasColumn(int column) const
    {
        return std::any_of(m_rects.begin(), m_rects.end(), [=](const auto &rect) { return rect.hasColumn(column); });
    }
    bool operator==(const SheetSelection &other) const { return m_rects == other.m_rects; }

private:
    std::vector<SheetRect> m_rects;
    SheetCell m_anchor, m_end;
};

} // namespace callboard::ui
