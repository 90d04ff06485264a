// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the person who is signed in, of all productions: as a board and as a list, with the task panel.
#pragma once

#include "ui/mytasks/MyTasksModel.h"
#include "ui/mytasks/TaskChoice.h"
#include "ui/shell/Page.h"

#include <functional>

class QPushButton;
class QStackedWidget;

namespace callboard::ui {

class EmptyState;
class Pill;
class PickerField;
class ProgressLine;
class SearchField;
class Segments;
class SidePanelHost;
class TaskBoard;
class TaskListing;
class TaskPanel;

class MyTasksPage final : public Page
{
    Q_OBJECT

public:
    explicit MyTasksPage(OpenedStudio &studio, QWidget *parent = nullptr);

    void show(const Destination &destination) override;
    QString title() const override { return tr("My tasks"); }
    QList<KeyGroup> keys() const override;

    MyTasksModel &model() { return *m_model; }
    TaskBoard &board() { return *m_board; }
    TaskListing &listing() { return *m_listing; }
    TaskPanel &panel() { return *m_panel; }
    SidePanelHost &side() { return *m_side; }
    SearchField &filter() { return *m_filter; }
    void setListShown(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeBar();
    void connectAll();
    void takeWish();
    void showCounts();
    void fillProductions();
    void open(const QString &taskId);
    void follow(const QString &taskId);

    MyTasksModel *m_model;
    Segments *m_form;
    SearchField *m_filter;
    PickerField *m_production;
    Pill *m_soon;
    Pill *m_late;
    QPushButton *m_pictures;
    ProgressLine *m_progress;
    TaskBoard *m_board;
    TaskListing *m_listing;
    EmptyState *m_none;
    QStackedWidget *m_stack;
    QWidget *m_content;
    TaskPanel *m_panel;
    SidePanelHost *m_side;
    std::function<void()> m_undo; // of the last move
};

} // namespace callboard::ui
