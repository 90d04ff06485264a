// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace callboard::ui {

class OpenedStudio;
class PeopleChoice;

/// Paints the cells of people: face with name and address, departments with their colours, who is connected.
class PeopleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PeopleDelegate(OpenedStudio &studio, const PeopleChoice &choice, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintDepartments(QPainter &painter, const QRect &cell, const QModelIndex &index) const;

    OpenedStudio &m_studio;
    const PeopleChoice &m_choice;
};

/// People as rows of one height; one of them is chosen. Heads sort.
class PeopleTable final : public QTableView
{
    Q_OBJECT

public:
    PeopleTable(OpenedStudio &studio, PeopleChoice &choice, QWidget *parent = nullptr);
    /// The column of who is connected.
    void setHereShown(bool shown);

Q_SIGNALS:
    /// By hand: a click, or a key. Rows that come and go choose nobody.
    void chosen(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void shareWidth();
};

} // namespace callboard::ui
