// SPDX-License-Identifier: GPL-3.0-or-later
// The two bars above a sheet of shots or assets: the search and what can be made; the saved searches, how far the
// shown rows are, and how the sheet is shown.
#pragma once

#include "ui/entities/EntityParsing.h"
#include "ui/filter/SavedFilter.h"

#include <QWidget>
#include <memory>

class QPushButton;

namespace callboard::ui {

class FilterField;
class OpenedStudio;
class SavedFilterBar;
class SavedFilters;
class SheetModel;
class SheetSearch;
class SheetView;
class SpreadBar;
struct GroupSums;

class EntitiesBars final : public QWidget
{
    Q_OBJECT

public:
    /// The sheet and its model outlive this, or endSearch() is called before they go.
    EntitiesBars(EntityKind kind, OpenedStudio &studio, SheetView &sheet, SheetModel &model, QWidget *parent);
    ~EntitiesBars() override;

    /// The saved searches of that production.
    void show(const QString &productionId);
    void showSums(const GroupSums &sums);
    void endSearch();

    FilterField &filter() const { return *m_filter; }
    SavedFilterBar &savedFilters() const { return *m_savedBar; }
    QPushButton &saveButton() const { return *m_save; }

Q_SIGNALS:
    void newAsked();
    void importAsked();
    void exportAsked();

private:
    QWidget *makeFilterBar();
    QWidget *makeSavedBar();
    void addExport(class QHBoxLayout &row);
    void addMaking(class QHBoxLayout &row);
    void addShowing(class QHBoxLayout &row);
    /// A search that is not kept yet can be.
    void offerSaving();
    /// Asks for name and sharing, then keeps it.
    void save(const SavedFilter &filter);
    void offer(const SavedFilter &filter, const QPoint &global);
    void remove(const SavedFilter &filter);

    EntityKind m_kind;
    OpenedStudio &m_studio;
    SheetView &m_sheet;
    FilterField *m_filter;
    SavedFilterBar *m_savedBar;
    SavedFilters *m_saved;
    SpreadBar *m_spread;
    QPushButton *m_save;
    std::unique_ptr<SheetSearch> m_search;
};

} // namespace callboard::ui
