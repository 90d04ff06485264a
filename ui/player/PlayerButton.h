// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace callboard::ui {

/// An icon-only button of the player, 28 square (24 if small), for an action: its tooltip with the
/// shortcut, its accessible name and whether it is on come from there.
QToolButton *playerButton(QAction *action, QWidget *parent, int side = 28);

/// A line of 20 between groups of buttons.
class PlayerSeparator : public QWidget
{
public:
    explicit PlayerSeparator(Qt::Orientation orientation, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
};

} // namespace callboard::ui
