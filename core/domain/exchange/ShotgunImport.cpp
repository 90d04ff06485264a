// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ShotgunImport.h"

#include "core/records/Model.h"
#include "core/records/Models.h"
#include "core/records/Record.h"
#include "core/records/RecordOperations.h"

#include <cstdio>
#include <limits>

namespace callboard::exchange {

namespace {

std::int64_t checkedNumber(const Json &value, const char *member)
{
    const bool isNumber = value.is_number_integer() && value >= 0 && value <= std::numeric_limits<std::int32_t>::max();
    if (!isNumber) throw api::badRequest(std::string(member) + " is no number of a record.");
    return value.get<std::int64_t>();
}

/// The number of a record that is named by an object; nothing when it has none.
std::optional<std::int64_t> numberOf(const Json &record, const char *member)
{
    const Json &number = record.is_object() ? record.value("id", Json()) : record;
    if (number.is_null()) return std::nullopt;
    return checkedNumber(number, member);
}

} // namespace

std::vector<Json> shotgunEntries(const api::Request &request)
{
    Json entries = request.json();
    if (!entries.is_array()) throw api::badRequest("A list of records is needed.");
    for (const Json &entry : entries)
        if (!entry.is_object()) throw api::badRequest("Each record of the list is an object.");
    return {std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end())};
}

bool lacks(const Json &entry, std::initializer_list<const char *> members)
{
    return std::any_of(members.begin(), members.end(), [&](const char *member) { return !entry.contains(member); });
}

std::optional<std::string> wordIn(const Json &entry, const char *member)
{
    const auto found = entry.find(member);
    if (found == entry.end() || !found->is_string() || found->get_ref<const std::string &>().empty())
        return std::nullopt;
    return found->get<std::string>();
}

std::optional<std::int64_t> numberIn(const Json &entry, const char *member)
{
    const auto found = entry.find(member);
    return found == entry.end() ? std::nullopt : numberOf(*found, member);
}

std::vector<std::int64_t> numbersIn(const Json &entry, const char *member)
{
    std::vector<std::int64_t> numbers;
    const auto found = entry.find(member);
    if (found == entry.end() || !found->is_array()) return numbers;
    for (const Json &record : *found)
        if (const auto number = numberOf(record, member)) numbers.push_back(*number);
    return numbers;
}

Json ownFields(const Json &entry, std::initializer_list<std::string_view> except)
{
    Json fields = Json::object();
    for (const auto &[name, value] : entry.items())
        if (name.starts_with("sg_") && !value.is_null()
            && std::find(except.begin(), except.end(), name) == except.end())
            fields[name] = value;
    return fields;
}

std::optional<std::string> colourIn(const Json &entry, const char *member)
{
    const auto text = wordIn(entry, member);
    unsigned red = 0, green = 0, blue = 0;
    int end = 0;
    if (!text || std::sscanf(text->c_str(), "%3u,%3u,%3u%n", &red, &green, &blue, &end) != 3
        || static_cast<std::size_t>(end) != text->size() || std::max({red, green, blue}) > 255)
        return std::nullopt;
    char colour[8];
    std::snprintf(colour, sizeof colour, "#%02x%02x%02x", red, green, blue);
    return colour;
}

Json columnOf(std::string_view table, const char *column, const Json &value)
{
    if (value.is_null()) return value;
    return records::readValue(*schema::table(table).field(column), value);
}

Numbered allNumbered(api::Reading &reading, const std::string &table)
{
    Numbered all;
    auto rows = reading.database.query("SELECT shotgun_id, id FROM " + table + " WHERE shotgun_id IS NOT NULL");
    while (rows.next()) all[rows.integer(0)] = rows.string(1);
    return all;
}

Numbered numbered(api::Reading &reading, const std::string &table, const std::set<std::int64_t> &numbers)
{
    Numbered found;
    records::forRows(reading.database, "SELECT shotgun_id, id FROM " + table + " WHERE shotgun_id", numbers,
        [&](const store::Rows &rows) { found[rows.integer(0)] = rows.string(1); });
    return found;
}

ShotgunProjects::ShotgunProjects(api::Reading &reading)
{
    auto rows = reading.database.query("SELECT id, name, shotgun_id FROM project");
    while (rows.next()) {
        m_byName[rows.string(1)] = rows.string(0);
        if (!rows.isNull(2)) m_byNumber[rows.integer(2)] = rows.string(0);
    }
}

std::optional<std::string> ShotgunProjects::find(const Json &entry) const
{
    const auto project = entry.find("project");
    if (project == entry.end() || !project->is_object()) return std::nullopt;
    if (const auto number = numberIn(entry, "project"))
        if (auto found = numbered(*number)) return found;
    const auto name = wordIn(*project, "name");
    return name ? named(*name) : std::nullopt;
}

std::optional<std::string> ShotgunProjects::numbered(std::int64_t number) const
{
    const auto found = m_byNumber.find(number);
    return found == m_byNumber.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> ShotgunProjects::named(const std::string &name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? std::nullopt : std::optional(found->second);
}

std::string ensureNamed(api::Writing &writing, const std::string &table, const std::string &name, Json columns)
{
    if (const auto present = records::findWhere(writing.database, table, {{"name", name}})) return (*present)["id"];
    columns["name"] = name;
    return records::makeRecord(writing, records::modelOf(writing, table), std::move(columns))["id"];
}

void tellQuietly(api::Writing &writing, const std::string &name, Json payload, const std::string &projectId)
{
    api::Event event;
    event.name = name;
    event.payload = std::move(payload);
    event.payload["project_id"] = projectId;
    event.projectId = projectId;
    event.isKept = false;
    writing.tell(std::move(event));
}

} // namespace callboard::exchange
