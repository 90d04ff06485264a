// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/Span.h"

#include <QDate>

#include <charconv>

namespace callboard::people {

namespace {

constexpr int firstYear = 2010;

std::string text(const QDate &date)
{
    return date.toString(Qt::ISODate).toStdString();
}

QDate read(const std::string &date)
{
    return QDate::fromString(QString::fromStdString(date.substr(0, 10)), Qt::ISODate);
}

int number(const api::Request &request, std::string_view name, const std::function<api::Error()> &refuse)
{
    const auto digits = request.pathValue(name);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) throw refuse();
    return value;
}

Span week(int year, int number, const std::function<api::Error()> &refuse)
{
    // The fourth of January is always in the first week.
    const QDate fourth(year, 1, 4);
    const QDate monday = fourth.addDays(1 - fourth.dayOfWeek()).addDays(7 * (number - 1));
    int weekYear = 0;
    if (number < 1 || number > 53 || monday.weekNumber(&weekYear) != number || weekYear != year) throw refuse();
    return {text(monday), text(monday.addDays(6))};
}

} // namespace

Span spanInPath(const api::Request &request, int lastYear, const std::function<api::Error()> &refuse)
{
    const int year = number(request, "year", refuse);
    if (year < firstYear || year > lastYear) throw refuse();
    if (!request.pathValue("week").empty()) return week(year, number(request, "week", refuse), refuse);
    if (request.pathValue("month").empty()) return {text(QDate(year, 1, 1)), text(QDate(year, 12, 31))};
    const int month = number(request, "month", refuse);
    if (month < 1 || month > 12) throw refuse();
    const QDate first(year, month, 1);
    if (request.pathValue("day").empty()) return {text(first), text(QDate(year, month, first.daysInMonth()))};
    const QDate day(year, month, number(request, "day", refuse));
    if (!day.isValid()) throw refuse();
    return {text(day), text(day)};
}

Span spanInPath(const api::Request &request, int lastYear)
{
    return spanInPath(request, lastYear, [] { return api::notFound("This span of days"); });
}

int yearOf(const std::string &date)
{
    return std::stoi(date.substr(0, 4));
}

std::pair<int, int> weekOf(const std::string &date)
{
    int year = 0;
    const int week = read(date).weekNumber(&year);
    return {week, year};
}

int workingDays(const std::string &first, const std::string &last)
{
    int days = 0;
    const QDate end = read(last);
    for (QDate day = read(first); day.isValid() && day <= end; day = day.addDays(1))
        if (day.dayOfWeek() <= 5) ++days;
    return days;
}

} // namespace callboard::people
