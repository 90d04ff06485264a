// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/Licences.h"

#include "core/access/Rules.h"
#include "core/api/Fields.h"
#include "core/records/Record.h"

namespace callboard::people {

namespace {

/// Software and hardware are linked to departments in the same way.
struct Kind
{
    const char *path;   // last part of the route
    const char *table;  // what is linked
    const char *link;   // the link's table
    const char *column; // of the link, names what is linked
};

constexpr Kind software{"software-licenses", "software", "software_department_link", "software_id"};
constexpr Kind hardware{"hardware-items", "hardware_item", "hardware_item_department_link", "hardware_item_id"};

std::string departmentIn(const api::Reading &reading, const api::Request &request)
{
    if (!api::isUuid(request.pathValue("department_id"))) throw api::badRequest("This is no identifier.");
    const std::string id = request.pathId("department_id");
    if (!records::exists(reading.database, "department", id)) throw api::notFound("The department");
    return id;
}

std::string existing(const api::Reading &reading, const Kind &kind, const std::string &id)
{
    if (!records::exists(reading.database, kind.table, id)) throw api::notFound("This item");
    return id;
}

std::string itemIn(const api::Reading &reading, const Kind &kind, const api::Request &request)
{
    if (!api::isUuid(request.pathValue("item_id"))) throw api::badRequest("This is no identifier.");
    return existing(reading, kind, request.pathId("item_id"));
}

template<const Kind &kind>
api::Response listByDepartment(api::Reading &reading, const api::Request &)
{
    const auto &shape = records::RowShape::of(kind.table);
    const std::string link = kind.link;
    const std::string table = kind.table;
    auto rows = reading.database.query("SELECT " + link + ".department_id, " + shape.columns() + " FROM " + link
        + " JOIN " + table + " ON " + table + ".id = " + link + "." + kind.column + " ORDER BY " + table + ".name");
    Json departments = Json::object();
    while (rows.next()) departments[rows.string(0)].push_back(shape.toJson(rows, 1));
    return api::json(departments);
}

template<const Kind &kind>
api::Response listOfDepartment(api::Reading &reading, const api::Request &request)
{
    const std::string department = departmentIn(reading, request);
    itemIn(reading, kind, request);
    const auto &shape = records::RowShape::of(kind.table);
    const std::string link = kind.link;
    const std::string table = kind.table;
    auto rows = reading.database.query("SELECT " + shape.columns() + " FROM " + link + " JOIN " + table + " ON " + table
            + ".id = " + link + "." + kind.column + " WHERE " + link + ".department_id = ? ORDER BY " + table + ".name",
        department);
    Json items = Json::array();
    while (rows.next()) items.push_back(shape.toJson(rows));
    return api::json(items);
}

template<const Kind &kind>
api::Response link(api::Writing &writing, api::Request &request)
{
    const std::string department = departmentIn(writing, request);
    const std::string item = existing(writing, kind, api::Fields(request).id(kind.column));
    const Json key = {{"department_id", department}, {kind.column, item}};
    if (const auto row = records::findWhere(writing.database, kind.link, key)) return api::json(*row, 201);
    return api::json(records::insert(writing, kind.link, key), 201);
}

template<const Kind &kind>
api::Response unlink(api::Writing &writing, api::Request &request)
{
    writing.database.change(
        std::string("DELETE FROM ") + kind.link + " WHERE department_id = ? AND " + kind.column + " = ?",
        departmentIn(writing, request), itemIn(writing, kind, request));
    return api::noContent();
}

template<const Kind &kind>
void addRoutes(api::Routes &routes)
{
    using enum api::Verb;
    const std::string all = std::string("/data/departments/") + kind.path;
    const std::string of = std::string("/data/departments/{department_id}/") + kind.path;
    routes.emplace_back(Get, all, access::admins(), listByDepartment<kind>);
    routes.emplace_back(Post, of, access::admins(), link<kind>);
    routes.emplace_back(Get, of + "/{item_id}", access::admins(), listOfDepartment<kind>);
    routes.emplace_back(Delete, of + "/{item_id}", access::admins(), unlink<kind>);
}

} // namespace

api::Routes licenceRoutes()
{
    api::Routes routes;
    addRoutes<software>(routes);
    addRoutes<hardware>(routes);
    return routes;
}

} // namespace callboard::people
