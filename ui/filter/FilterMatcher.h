// SPDX-License-Identifier: GPL-3.0-or-later
// A search made ready for one index: one check for each term. Build it anew when the text changes; patched
// rows are seen by themselves. The index must outlive it.
#pragma once

#include "ui/filter/FilterExpression.h"
#include "ui/filter/FilterIndex.h"
#include "ui/spreadsheet/RowFilter.h"

#include <functional>

namespace callboard::ui {

class FilterMatcher : public RowFilter
{
public:
    FilterMatcher(const FilterExpression &, const FilterIndex &);

    bool accepts(int row) const override;
    int count() const; // of all rows of the model

private:
    using Check = std::function<bool(int row)>;

    Check checkFor(const FilterTerm &) const;
    Check textCheck(const FilterTerm &) const;
    Check statusCheck(const FilterTerm &) const;
    Check assignmentCheck(const FilterTerm &) const;
    Check peopleCheck(const FilterTerm &) const;
    Check valueCheck(const FilterTerm &) const;
    Check metadataCheck(const FilterTerm &) const;
    Check departmentCheck(const FilterTerm &) const;
    Check priorityCheck(const FilterTerm &) const;
    Check readyCheck(const FilterTerm &) const;
    std::vector<int> taskTypesOf(const FilterTerm &) const; // the term's own, else all

    const FilterIndex &m_index;
    std::vector<std::vector<Check>> m_alternatives;
};

} // namespace callboard::ui
