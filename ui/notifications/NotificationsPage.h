// SPDX-License-Identifier: GPL-3.0-or-later
// The notifications of the person who is signed in, with the task panel of the chosen one.
#pragma once

#include "ui/shell/Page.h"

#include <QListView>

class QPushButton;
class QStackedWidget;

namespace callboard::ui {

class EmptyState;
class NotificationChoice;
class NotificationsModel;
class ProgressLine;
class Segments;
class SidePanelHost;
class TaskPanel;

class NotificationsPage final : public Page
{
    Q_OBJECT

public:
    explicit NotificationsPage(OpenedStudio &studio, QWidget *parent = nullptr);

    void show(const Destination &destination) override;
    QString title() const override { return tr("Notifications"); }
    QList<KeyGroup> keys() const override;

    NotificationsModel &model() { return *m_model; }
    QListView &list() { return *m_list; }
    TaskPanel &panel() { return *m_panel; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void open(const QModelIndex &index);
    void follow();

    NotificationsModel *m_model;
    NotificationChoice *m_choice;
    Segments *m_which;
    QPushButton *m_all;
    ProgressLine *m_progress;
    QListView *m_list;
    EmptyState *m_none;
    QStackedWidget *m_stack;
    QWidget *m_content;
    TaskPanel *m_panel;
    SidePanelHost *m_side;
};

} // namespace callboard::ui
