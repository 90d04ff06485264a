// SPDX-License-Identifier: GPL-3.0-or-later
// "?": the keys of the page and of the window, on one sheet.
#pragma once

#include "ui/navigation/Page.h"

namespace callboard::ui {

class Sheet;

/// The groups in columns; opens it over the window. Deletes itself when closed.
Sheet *showKeys(const QString &pageTitle, const QList<KeyGroup> &groups, QWidget *anyInWindow);

} // namespace callboard::ui
