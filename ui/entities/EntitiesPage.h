// SPDX-License-Identifier: GPL-3.0-or-later
// The spreadsheet of a production's shots or assets × task types, with its search, its bulk actions and the
// panel of the current task.
#pragma once

#include "ui/entities/EntityFeed.h"
#include "ui/navigation/Page.h"
#include "ui/spreadsheet/SheetView.h"

class QStackedWidget;

namespace callboard::ui {

class BulkBar;
class BulkEditing;
class EmptyState;
class EntitiesBars;
class EntityEditing;
class ProgressLine;
class SidePanelHost;
class TaskPanel;

class EntitiesPage : public Page
{
    Q_OBJECT

public:
    EntitiesPage(EntityKind kind, OpenedStudio &studio, QWidget *parent = nullptr);
    ~EntitiesPage() override;

    void show(const Destination &destination) override;
    QString title() const override;
    QList<KeyGroup> keys() const override;

    SheetView &sheet() { return *m_sheet; }
    SheetModel &model() { return m_model; }
    EntityFeed &feed() { return *m_feed; }
    EntityEditing &editing() { return *m_editing; }
    /// Keeps the production's list as a CSV file of the user's disk.
    QCoro::Task<void> exportTo(QString file);
    EntitiesBars &bars() { return *m_bars; }
    TaskPanel &panel() { return *m_panel; }
    /// The panel of the current task at the side.
    SidePanelHost &side() { return *m_side; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectBars();
    void connectSheet();
    void connectPanel();
    /// Shows the task of the current cell in the panel, when that is open.
    void followCurrent();
    void openReview(const CellAddress &cell);
    QStringList shownEntities() const; // in the order of the lines
    void showCounts();
    void takeRights();
    void fetchThumbnails(const QStringList &previewIds);
    void showEmptyOrSheet();
    void makeEntities();
    void importEntities();
    void askForExport();
    void goToWanted();
    void keepLayout(const SheetLayout &layout);
    void readLayout();
    QString layoutKey() const;

    EntityKind m_kind;
    SheetModel m_model;
    EntityFeed *m_feed;
    EntityEditing *m_editing;
    ProgressLine *m_progress;
    SheetView *m_sheet;
    EntitiesBars *m_bars;
    BulkBar *m_bulk;
    EmptyState *m_noRows;
    EmptyState *m_noMatch;
    QStackedWidget *m_stack;
    QWidget *m_content;
    TaskPanel *m_panel;
    SidePanelHost *m_side;
    BulkEditing *m_bulkEditing;
    bool m_isLoading = false;
    Destination m_wanted; // rows may come after show()
};

class ShotsPage final : public EntitiesPage
{
public:
    explicit ShotsPage(OpenedStudio &studio, QWidget *parent = nullptr)
        : EntitiesPage(EntityKind::Shot, studio, parent)
    {}
};

class AssetsPage final : public EntitiesPage
{
public:
    explicit AssetsPage(OpenedStudio &studio, QWidget *parent = nullptr)
        : EntitiesPage(EntityKind::Asset, studio, parent)
    {}
};

} // namespace callboard::ui
