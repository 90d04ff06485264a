// SPDX-License-Identifier: GPL-3.0-or-later
// Text as it is compared when people search: lower case, without accents ("Élan" is found by "elan").
#pragma once

#include <QString>

namespace callboard::ui {

QString foldedText(const QString &);

} // namespace callboard::ui
