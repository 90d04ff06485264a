// SPDX-License-Identifier: GPL-3.0-or-later
// Joins a search field to a spreadsheet: filters on each key, keeps the count, and comes back to the place
// where the search began when it is given up. Owns the index. All three must outlive it.
#pragma once

#include "ui/filter/FilterIndex.h"
#include "ui/spreadsheet/SheetView.h"

#include <QBasicTimer>
#include <QObject>

namespace callboard::ui {

class FilterField;
class SavedFilterBar;

class SheetSearch : public QObject {
    Q_OBJECT

public:
    SheetSearch(FilterField &, SheetView &, SheetModel &, QObject *parent = nullptr);
    void setSavedFilters(SavedFilterBar *); // choosing one writes it into the field; keeps their counts

protected:
    void timerEvent(QTimerEvent *) override;

private:
    void search();
    void later(); // names and counts, when the model has settled
    void countSaved();

    FilterField &m_field;
    SheetView &m_view;
    SheetModel &m_model;
    FilterIndex m_index;
    SavedFilterBar *m_saved = nullptr;
    std::optional<SheetPlace> m_before;
    QBasicTimer m_settled;
};

} // namespace callboard::ui
