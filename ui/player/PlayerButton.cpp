// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/PlayerButton.h"

#include <QAction>
#include <QToolButton>

namespace callboard::player {

QToolButton *playerButton(QAction *action, QWidget *parent, int side)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFixedSize(side, side);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::NoFocus); // the keys of the player stay with the player
    const auto name = [button, action] {
        button->setAccessibleName(action->text());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1  %2").arg(action->text(), keys));
    };
    name();
    // The button takes over the action's own tooltip on each change, so ours is set after it.
    QObject::connect(action, &QAction::changed, button, name);
    return button;
}

} // namespace callboard::player
