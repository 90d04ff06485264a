// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace callboard::ui {

/// The context of the player's sentences in translations, for what is no QObject.
class Player
{
    Q_DECLARE_TR_FUNCTIONS(Player)
};

} // namespace callboard::ui
