// SPDX-License-Identifier: GPL-3.0-or-later
// A notification as a row: who, what, where, when; the words below; a dot while it is not read.
#pragma once

#include <QStyledItemDelegate>

namespace callboard::ui {

class NotificationChoice;
class NotificationsModel;
class OpenedStudio;

class NotificationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    NotificationDelegate(OpenedStudio &studio, const NotificationsModel &all, const NotificationChoice &choice,
        QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    OpenedStudio &m_studio;
    const NotificationsModel &m_all;
    const NotificationChoice &m_choice;
};

} // namespace callboard::ui
