// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/CallboardStyle.h"

namespace callboard::ui {

CallboardStyle::CallboardStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

} // namespace callboard::ui
