// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/SalaryScales.h"

#include "core/records/Record.h"

#include <set>
#include <tuple>

namespace callboard::people {

namespace {

using Step = std::tuple<std::string, std::string, std::string>;

std::set<Step> lackingSteps(store::Connection &database)
{
    std::set<Step> steps;
    auto departments = database.query("SELECT id FROM department");
    const auto &table = schema::table("salary_scale");
    while (departments.next())
        for (const auto &position : table.field("position")->choices)
            for (const auto &seniority : table.field("seniority")->choices)
                steps.emplace(departments.string(0), position, seniority);
    auto existing = database.query("SELECT department_id, position, seniority FROM salary_scale");
    while (existing.next()) steps.erase({existing.string(0), existing.string(1), existing.string(2)});
    return steps;
}

} // namespace

api::Response listSalaryScales(api::Writing &writing, api::Request &)
{
    for (const auto &[department, position, seniority] : lackingSteps(writing.database))
        records::insert(writing, "salary_scale",
            {{"department_id", department}, {"position", position}, {"seniority", seniority}, {"salary", 0}});
    const auto &shape = records::RowShape::of("salary_scale");
    auto rows = writing.database.query("SELECT " + shape.columns() + " FROM salary_scale ORDER BY department_id");
    Json scales = Json::array();
    while (rows.next()) scales.push_back(shape.toJson(rows));
    return api::json(scales);
}

} // namespace callboard::people
