// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the selected cells, in the order of the context menu. It shows while something is
// selected; it says what is wanted and does nothing by itself. What the role may not do is not offered.
#pragma once

#include "ui/spreadsheet/SheetView.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace callboard::ui {

class Label;

enum class BulkAction {
    Status,
    Assign,
    Priority,
    Estimation,
    Playlist, // buttons
    Unassign,
    CreateTasks,
    DeleteTasks,
    SetThumbnail,
    Subscribe,
    ExportTable,
    CancelEntities // below More
};

class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(QWidget *parent = nullptr);

    void setAllowed(const QSet<BulkAction> &);
    void setStatuses(const QList<StudioStatus> &); // offered by the status button
    void setEntityWords(SheetSubject::Entity);
    // Hides the bar when nothing is selected.
    void setSums(const SelectionSums &, int minutesPerDay);
    // The same actions, for the context menu.
    void fillMenu(QMenu &);

    QSize sizeHint() const override;

Q_SIGNALS:
    // Status: id of the status, or invalid when it is to be asked for · Priority: 0 to 3 · others: invalid
    void intended(BulkAction, const QVariant &value);
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;

private:
    void rebuild();
    void fit(); // what does not fit goes into More
    void addTo(QMenu &, BulkAction);
    QString wordOf(BulkAction) const;

    QLabel *m_count;
    Label *m_spread;
    Label *m_estimation;
    QToolButton *m_clear;
    QPushButton *m_more;
    QList<QPair<BulkAction, QPushButton *>> m_buttons;
    QSet<BulkAction> m_allowed, m_hidden;
    QList<StudioStatus> m_statuses;
    SheetSubject::Entity m_entity = SheetSubject::Entity::Shot;
};

inline size_t qHash(BulkAction action, size_t seed = 0) noexcept
{
    return ::qHash(int(action), seed);
}

} // namespace callboard::ui
