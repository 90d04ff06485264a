// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/PlayerButton.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QPainter>
#include <QToolButton>

namespace callboard::ui {

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

PlayerSeparator::PlayerSeparator(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_orientation(orientation)
{
    if (orientation == Qt::Vertical)
        setFixedSize(5, 20);
    else
        setFixedSize(28, 5);
}

void PlayerSeparator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_orientation == Qt::Vertical)
        ui::crisp::vertical(painter, 2, 0, height(), ui::colours().line2);
    else
        ui::crisp::horizontal(painter, 0, width(), 2, ui::colours().line2);
}

} // namespace callboard::ui
