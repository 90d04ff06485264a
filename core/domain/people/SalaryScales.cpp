// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/SalaryScales.h"

#include "core/records/Record.h"

#include <set>
#include <tuple>

namespace callboard::people {

namespace {

using Step = std::tuple<std::string, std::string, std::string>;

/// What the table lacks, department by department in the order they were made, the best paid first.
std::vector<Step> lackingSteps(store::Connection &database)
{
    std::set<Step> known;
    auto existing = database.query("SELECT department_id, position, seniority FROM salary_scale");
    while (existing.next()) known.emplace(existing.string(0), existing.string(1), existing.string(2));
    std::vector<Step> steps;
    auto departments = database.query("SELECT id FROM department ORDER BY created_at, id");
    while (departments.next())
        for (const char *position : {"supervisor", "lead", "artist"})
            for (const char *seniority : {"senior", "mid", "junior"})
                if (Step step{departments.string(0), position, seniority}; !known.contains(step))
                    steps.push_back(std::move(step));
    return steps;
}

} // namespace

void refuseTakenStep(api::Writing &writing, records::Input &input)
{
    Json step = Json::object();
    for (const char *name : {"department_id", "position", "seniority"})
        step[name] = input.columns.value(name, schema::table("salary_scale").field(name)->fallback);
    if (records::findWhere(writing.database, "salary_scale", step))
        throw api::badRequest("The department has a salary for this position and seniority already.");
}

api::Response listSalaryScales(api::Writing &writing, api::Request &)
{
    for (const auto &[department, position, seniority] : lackingSteps(writing.database))
        records::insert(writing, "salary_scale",
            {{"department_id", department}, {"position", position}, {"seniority", seniority}, {"salary", 0}});
    const auto &shape = records::RowShape::of("salary_scale");
    auto rows = writing.database.query("SELECT " + shape.columns() + " FROM salary_scale ORDER BY created_at, id");
    Json scales = Json::array();
    while (rows.next()) scales.push_back(shape.toJson(rows));
    return api::json(scales);
}

} // namespace callboard::people
