// SPDX-License-Identifier: GPL-3.0-or-later
// The notifications of the person who is signed in, with the task panel of the chosen one.
#pragma once

#include "ui/tasks/PageWithTask.h"

#include <QListView>

class QPushButton;

namespace callboard::ui {

class EmptyState;
class NotificationChoice;
class NotificationsModel;
class Segments;

class NotificationsPage final : public PageWithTask
{
    Q_OBJECT

public:
    explicit NotificationsPage(OpenedStudio &studio, QWidget *parent = nullptr);

    void show(const Destination &destination) override;
    QString title() const override { return tr("Notifications"); }
    QList<KeyGroup> keys() const override;

    NotificationsModel &model() { return *m_model; }
    QListView &list() { return *m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void open(const QModelIndex &index);
    void follow();

    NotificationsModel *m_model;
    NotificationChoice *m_choice;
    Segments *m_which;
    QPushButton *m_all;
    QListView *m_list;
    EmptyState *m_none;
};

} // namespace callboard::ui
