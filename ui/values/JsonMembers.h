// SPDX-License-Identifier: GPL-3.0-or-later
// Members of the API's JSON as the desktop's values. What is missing, null or of another type is the value given for
// that: an answer of another version is no reason to fail.
#pragma once

#include "core/base/Json.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace callboard::ui {

/// Empty for null or missing; what is no text as it is written.
QString textOf(const Json &object, const char *member);
double numberOf(const Json &object, const char *member, double otherwise = 0);
int wholeOf(const Json &object, const char *member, int otherwise = 0);
bool flagOf(const Json &object, const char *member, bool otherwise = false);
/// The day of a date or a moment; invalid when there is none.
QDate dayOf(const Json &object, const char *member);
/// Null when it is missing, or `object` is none.
const Json &memberOf(const Json &object, const char *member);
/// The texts of a list; what else is in it is left out.
QStringList textsOf(const Json &object, const char *member);
/// The identifiers in a list of them, or of objects.
QStringList idsOf(const Json &list);
QStringList idsOf(const Json &object, const char *member);
/// Texts as a list.
Json jsonListOf(const QStringList &texts);

} // namespace callboard::ui
