// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the person who is signed in, of all productions: as a board and as a list, with the task panel.
#pragma once

#include "ui/mytasks/MyTasksModel.h"
#include "ui/mytasks/TaskChoice.h"
#include "ui/tasks/PageWithTask.h"

#include <functional>

class QPushButton;

namespace callboard::ui {

class EmptyState;
class Pill;
class PickerField;
class SearchField;
class Segments;
class TaskBoard;
class TaskListing;

class MyTasksPage final : public PageWithTask
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
    SearchField &filter() { return *m_filter; }
    void setListShown(bool shown);

private:
    QWidget *makeBar();
    void connectAll();
    void takeWish();
    void showCounts();
    void fillProductions();
    void open(const QString &taskId);

    MyTasksModel *m_model;
    Segments *m_form;
    SearchField *m_filter;
    PickerField *m_production;
    Pill *m_soon;
    Pill *m_late;
    QPushButton *m_pictures;
    TaskBoard *m_board;
    TaskListing *m_listing;
    EmptyState *m_none;
    std::function<void()> m_undo; // of the last move
};

} // namespace callboard::ui
