// SPDX-License-Identifier: GPL-3.0-or-later
// Joins a search field to a spreadsheet: filters on each key, keeps the count, and comes back to the place
// where the search began when it is given up. Owns the index. The model must outlive it; field and view may go
// first, as children of one page do.
#pragma once

#include "ui/filter/FilterIndex.h"
#include "ui/spreadsheet/SheetView.h"

#include <QBasicTimer>
#include <QObject>
#include <QPointer>

namespace callboard::ui {

class FilterField;
class SavedFilterBar;

class SheetSearch : public QObject
{
    Q_OBJECT

public:
    SheetSearch(FilterField &, SheetView &, SheetModel &, QObject *parent = nullptr);
    ~SheetSearch() override;                // no view keeps a filter whose index is gone
    void setSavedFilters(SavedFilterBar *); // choosing one writes it into the field; keeps their counts

protected:
    void timerEvent(QTimerEvent *) override;

private:
    void search();
    void later(); // names and counts, when the model has settled
    void countSaved();

    FilterField &m_field;
    QPointer<SheetView> m_viewAlive; // m_view, while it is there
    SheetView &m_view;
    SheetModel &m_model;
    FilterIndex m_index;
    QPointer<SavedFilterBar> m_saved;
    std::optional<SheetPlace> m_before; // where the search began
    bool m_isSearching = false;
    QBasicTimer m_settled;
};

} // namespace callboard::ui
