// SPDX-License-Identifier: GPL-3.0-or-later
// A span of days named by a path: a year, a month, a week (ISO 8601) or a day.
#pragma once

#include "core/api/Error.h"
#include "core/api/Request.h"

#include <functional>
#include <string>

namespace callboard::people {

struct Span
{
    std::string first; // days, both included
    std::string last;

    bool holds(const std::string &date) const { return date >= first && date <= last; }
};

/// Reads the placeholders {year}, {month}, {week}, {day} that the route has. Years from 2010 to `lastYear`;
/// `refuse` makes the error for anything else.
Span spanInPath(const api::Request &request, int lastYear, const std::function<api::Error()> &refuse);
/// As above with 404.
Span spanInPath(const api::Request &request, int lastYear);
int yearOf(const std::string &date);
/// ISO week of a day and the year that it belongs to.
std::pair<int, int> weekOf(const std::string &date);
/// Monday to Friday.
int workingDays(const std::string &first, const std::string &last);

} // namespace callboard::people
