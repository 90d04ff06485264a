// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

class QAction;
class QToolButton;
class QWidget;

namespace callboard::player {

/// An icon-only button of the player, 28 square (24 if small), for an action: its tooltip with the
/// shortcut, its accessible name and whether it is on come from there.
QToolButton *playerButton(QAction *action, QWidget *parent, int side = 28);

} // namespace callboard::player
