// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/DesktopLogins.h"

#include "core/access/Rules.h"
#include "core/api/Fields.h"
#include "core/domain/people/PersonJson.h"
#include "core/records/Record.h"

#include <QDate>

#include <map>
#include <set>

namespace callboard::people {

namespace {

/// The person in the path; without one, the caller.
std::string personOf(const api::Reading &reading, const api::Request &request)
{
    if (request.pathValue("person_id").empty()) return reading.caller.id;
    const std::string id = request.pathId("person_id");
    if (!records::exists(reading.database, "person", id)) throw api::notFound("The person");
    return id;
}

QDate monthInPath(const api::Request &request)
{
    const auto text = request.pathValue("month_date");
    const QDate first = QDate::fromString(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())) + QStringLiteral("-01"), Qt::ISODate);
    if (text.size() != 7 || !first.isValid()) throw api::badRequest("A month is written as 2026-11.");
    return first;
}

/// Names must not break the table, nor begin a formula in a spreadsheet.
std::string cell(std::string name)
{
    const bool isFormula = !name.empty() && std::string_view("=+-@\t\r").find(name.front()) != std::string_view::npos;
    if (isFormula) name.insert(0, 1, '\'');
    if (name.find_first_of(";\"\r\n") == std::string::npos) return name;
    std::string quoted = "\"";
    for (const char letter : name) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    return quoted + '"';
}

} // namespace

api::Response listDesktopLogins(api::Reading &reading, const api::Request &request)
{
    const auto &shape = records::RowShape::of("desktop_login_log");
    auto rows = reading.database.query(
        "SELECT " + shape.columns() + " FROM desktop_login_log WHERE person_id = ? ORDER BY date DESC, id",
        personOf(reading, request));
    Json logs = Json::array();
    while (rows.next()) logs.push_back(shape.toJson(rows));
    return api::json(logs);
}

api::Response createDesktopLogin(api::Writing &writing, api::Request &request)
{
    const std::string personId = personOf(writing, request);
    if (personId != writing.caller.id) access::requireAdmin(writing);
    const api::Fields fields(request);
    const auto named = fields.optionalText("date");
    const auto moment = named ? records::storedMoment(*named) : std::optional(writing.now);
    if (!moment) throw api::badField("date", "This is no moment.");
    const Json log = records::insert(writing, "desktop_login_log", {{"person_id", personId}, {"date", *moment}});
    const std::string day = dayOf(*moment);
    writing.database.change(
        "UPDATE person SET last_presence = ? WHERE id = ? AND (last_presence IS NULL OR last_presence < ?)", day,
        personId, day);
    return api::json(log, 201);
}

api::Response showPresence(api::Reading &reading, const api::Request &request)
{
    const QDate first = monthInPath(request);
    const QDate next = first.addMonths(1);
    const auto moment = [](const QDate &day) { return day.toString(Qt::ISODate).toStdString() + "T00:00:00.000000"; };
    auto rows = reading.database.query(
        "SELECT person.id, first_name, last_name, desktop_login_log.date FROM person"
        " LEFT JOIN desktop_login_log ON person_id = person.id AND desktop_login_log.date >= ? AND desktop_login_log.date < ?"
        " WHERE active AND NOT is_bot ORDER BY first_name, last_name, person.id",
        moment(first), moment(next));
    std::string sheet = std::to_string(first.year());
    for (int day = 1; day <= first.daysInMonth(); ++day) sheet += ';' + std::to_string(day);
    sheet += "\r\n";
    std::string person;
    std::string name;
    std::set<int> present;
    const auto endRow = [&] {
        if (person.empty()) return;
        sheet += cell(name);
        for (int day = 1; day <= first.daysInMonth(); ++day) sheet += present.contains(day) ? ";X" : ";";
        sheet += "\r\n";
        present.clear();
    };
    while (rows.next()) {
        if (rows.text(0) != person) {
            endRow();
            person = rows.string(0);
            name = fullName(rows.text(1), rows.text(2));
        }
        if (!rows.isNull(3)) present.insert(std::stoi(rows.string(3).substr(8, 2)));
    }
    endRow();
    return api::text(sheet, "text/csv");
}

api::Response listLoginLogs(api::Reading &reading, const api::Request &request)
{
    std::string condition = "1 = 1";
    std::vector<store::Value> values;
    for (const auto &[name, comparison] : {std::pair{"before", "<"}, {"after", ">"}}) {
        const auto text = request.query.find(name);
        if (!text || text->empty()) continue;
        const auto moment = records::storedMoment(*text);
        if (!moment) throw api::badRequest(std::string(name) + " is no moment.");
        condition += std::string(" AND created_at ") + comparison + " ?";
        values.emplace_back(*moment);
    }
    const api::Fields limits(Json{{"limit", std::string(request.query.find("limit").value_or("100"))}});
    const auto limit = limits.integer("limit");
    if (limit < 0) throw api::badField("limit", "This must not be negative.");
    values.emplace_back(limit);
    auto rows = reading.database.run("SELECT created_at, ip_address, person_id FROM login_log WHERE " + condition
            + " ORDER BY created_at DESC, id LIMIT ?",
        values);
    Json logs = Json::array();
    while (rows.next())
        logs.push_back({{"created_at", records::toldMoment(rows.text(0))},
            {"ip_address", rows.isNull(1) ? Json() : Json(rows.string(1))}, {"person_id", rows.string(2)}});
    return api::json(logs);
}

} // namespace callboard::people
