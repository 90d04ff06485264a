// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/CsvStudio.h"

#include "core/domain/exchange/CsvExport.h"
#include "core/store/schema/OpenStatus.h"

#include <charconv>
#include <map>

namespace callboard::exchange {

namespace {

/// All columns of the rows as they are.
api::Response tableOf(std::vector<std::string> header, store::Rows rows)
{
    CsvExport table(std::move(header));
    while (rows.next()) {
        std::vector<std::string> cells;
        for (int column = 0; column < rows.columns(); ++column) cells.push_back(rows.string(column));
        table.add(std::move(cells));
    }
    return table.response();
}

/// SQL: the production is open, and the caller's own unless an admin; binds the person then.
std::string inOpenProductions(const api::Reading &reading, std::vector<store::Value> &values)
{
    std::string condition = " JOIN project_status ON project_status.id = project.project_status_id"
                            " AND project_status.name IN "
        + schema::openStatuses;
    if (reading.caller.isAdmin()) return condition;
    values.emplace_back(reading.caller.id);
    return condition + " JOIN project_person_link own ON own.project_id = project.id AND own.person_id = ?";
}

/// Minutes as they are written in tables: "90.0".
std::string minutes(double value)
{
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    std::string text(digits, end);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string day(const store::Rows &rows, int column)
{
    return std::string(rows.text(column).substr(0, 10));
}

std::map<std::string, std::string> assigneesByTask(api::Reading &reading)
{
    std::map<std::string, std::string> people;
    auto rows = reading.database.query("SELECT link.task_id, person.first_name, person.last_name FROM task_person_link"
                                       " link JOIN person ON person.id = link.person_id"
                                       " ORDER BY person.first_name, person.last_name");
    while (rows.next()) {
        std::string &names = people[rows.string(0)];
        names += (names.empty() ? "" : ", ") + rows.string(1) + ' ' + rows.string(2);
    }
    return people;
}

constexpr std::string_view entityPlace =
    " JOIN entity ON entity.id = task.entity_id JOIN entity_type ON entity_type.id = entity.entity_type_id"
    " LEFT JOIN entity sequence ON sequence.id = entity.parent_id AND entity_type.name = 'Shot'"
    " LEFT JOIN entity episode ON episode.id = CASE WHEN entity_type.name = 'Shot' THEN sequence.parent_id"
    " WHEN entity_type.name IN ('Sequence', 'Edit') THEN entity.parent_id ELSE entity.source_id END";

} // namespace

api::Response exportPersons(api::Reading &reading, const api::Request &)
{
    return tableOf({"Last Name", "First Name", "Email", "Phone", "Role", "Contract Type", "Active"},
        reading.database.query("SELECT last_name, first_name, email, phone, role, contract_type,"
                               " CASE WHEN active THEN 'yes' ELSE 'no' END FROM person WHERE NOT is_bot"
                               " ORDER BY last_name, first_name, email"));
}

api::Response exportProjects(api::Reading &reading, const api::Request &)
{
    return tableOf({"Name", "Status"},
        reading.database.query("SELECT project.name, project_status.name FROM project JOIN project_status"
                               " ON project_status.id = project.project_status_id ORDER BY project.name"));
}

api::Response exportTaskTypes(api::Reading &reading, const api::Request &)
{
    return tableOf({"Department", "Name"},
        reading.database.query("SELECT department.name, task_type.name FROM task_type JOIN department"
                               " ON department.id = task_type.department_id ORDER BY 1, 2"));
}

api::Response exportTasks(api::Reading &reading, const api::Request &)
{
    std::vector<store::Value> values;
    const std::string open = inOpenProductions(reading, values);
    const auto people = assigneesByTask(reading);
    CsvExport table({"Project", "Task Type", "Episode", "Sequence", "Entity Type", "Entity", "Assigner", "Assignees",
        "Duration", "Estimation", "Start date", "Due date", "WIP date", "Validation date", "Task Status"});
    auto rows = reading.database.run(
        "SELECT project.name, task_type.name, episode.name, sequence.name, entity_type.name, entity.name,"
        " assigner.first_name, assigner.last_name, task.id, task.duration, task.estimation, task.start_date,"
        " task.due_date, task.real_start_date, task.end_date, task_status.name FROM task JOIN project"
        " ON project.id = task.project_id"
            + open + std::string(entityPlace)
            + " JOIN task_type ON task_type.id = task.task_type_id JOIN task_status ON task_status.id ="
              " task.task_status_id LEFT JOIN person assigner ON assigner.id = task.assigner_id"
              " ORDER BY 1, 2, 3 NULLS FIRST, 4 NULLS FIRST, 5, 6",
        values);
    while (rows.next()) {
        std::vector<std::string> cells;
        for (int column = 0; column < 6; ++column) cells.push_back(rows.string(column));
        cells.push_back(rows.isNull(6) ? std::string() : rows.string(6) + ' ' + rows.string(7));
        const auto assignees = people.find(rows.string(8));
        cells.push_back(assignees == people.end() ? std::string() : assignees->second);
        cells.push_back(minutes(rows.real(9)));
        cells.push_back(minutes(rows.real(10)));
        for (int column = 11; column < 15; ++column) cells.push_back(day(rows, column));
        cells.push_back(rows.string(15));
        table.add(std::move(cells));
    }
    return table.response();
}

api::Response exportTimeSpents(api::Reading &reading, const api::Request &)
{
    std::vector<store::Value> values;
    const std::string open = inOpenProductions(reading, values);
    CsvExport table({"Project", "Person", "Entity Type Name", "Entity", "Task Type", "Date", "Time spent"});
    auto rows = reading.database.run(
        "SELECT project.name, person.first_name, person.last_name, entity_type.name, episode.name, sequence.name,"
        " entity.name, task_type.name, time_spent.date, time_spent.duration FROM time_spent JOIN task ON task.id ="
        " time_spent.task_id JOIN project ON project.id = task.project_id"
            + open + std::string(entityPlace)
            + " JOIN task_type ON task_type.id = task.task_type_id JOIN person ON person.id = time_spent.person_id"
              " ORDER BY time_spent.date, project.name, person.first_name, entity.name",
        values);
    while (rows.next()) {
        std::string entity;
        const bool isShot = rows.text(3) == "Shot";
        for (int column = isShot ? 4 : 6; column < 7; ++column)
            if (!rows.text(column).empty()) entity += (entity.empty() ? "" : " / ") + rows.string(column);
        table.add({rows.string(0), rows.string(1) + ' ' + rows.string(2), rows.string(3), entity, rows.string(7),
            day(rows, 8), minutes(rows.real(9))});
    }
    return table.response();
}

} // namespace callboard::exchange
