// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace callboard::ui {

/// Paints Qt's own controls as the design language says, in the theme's colours. On the application
/// once, by Theme::install(); widgets carry no style sheets.
class CallboardStyle : public QProxyStyle {
    Q_OBJECT
public:
    CallboardStyle();
};

} // namespace callboard::ui
