// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/CsvEstimations.h"

#include "core/domain/entities/EntityKind.h"
#include "core/domain/exchange/ImportedTable.h"
#include "core/records/Record.h"

#include <map>

namespace callboard::exchange {

namespace {

using Row = ImportedTable::Row;

/// The tasks of that type by the slugs of the entity's parent and name: of assets the type is the parent.
std::map<std::string, std::string> tasksByName(
    store::Connection &database, const std::string &projectId, const Json &taskType, std::string_view episode)
{
    const bool isAsset = taskType["for_entity"] == "Asset";
    const std::string column = isAsset ? "entity.source_id" : "parent.parent_id";
    std::string sql = "SELECT task.id, entity.name, " + std::string(isAsset ? "entity_type.name" : "parent.name")
        + " FROM task JOIN entity ON entity.id = task.entity_id JOIN entity_type ON entity_type.id ="
          " entity.entity_type_id LEFT JOIN entity parent ON parent.id = entity.parent_id"
          " WHERE task.project_id = ? AND task.task_type_id = ? AND "
        + (isAsset ? entities::isAssetType("entity.entity_type_id") : "entity_type.name = 'Shot'");
    std::vector<store::Value> values{projectId, taskType["id"].get<std::string>()};
    if (!episode.empty() && episode != "all" && episode != "main") {
        sql += " AND " + column + " = ?";
        values.emplace_back(std::string(episode));
    }
    std::map<std::string, std::string> tasks;
    auto rows = database.run(sql, values);
    while (rows.next()) tasks[slug(rows.text(2)) + '/' + slug(rows.text(1))] = rows.string(0);
    return tasks;
}

double minutesADay(store::Connection &database)
{
    auto rows = database.query("SELECT hours_by_day FROM organisation ORDER BY created_at LIMIT 1");
    return rows.next() && !rows.isNull(0) ? rows.real(0) * 60 : 8 * 60;
}

/// The day on which work of that many days ends; the first day counts.
std::string endOfWork(const std::string &start, double days)
{
    QDate day = QDate::fromString(QString::fromStdString(*records::storedDate(start)), Qt::ISODate);
    for (double left = days; left > 1; --left) do
            day = day.addDays(1);
        while (day.dayOfWeek() > Qt::Friday);
    return day.toString(Qt::ISODate).toStdString();
}

Json changesOf(const Row &row, double dayMinutes)
{
    Json changes = Json::object();
    if (const auto days = row.number("Estimation")) changes["estimation"] = *days * dayMinutes;
    if (const auto drawings = row.strictlyWholeNumber("Drawings")) changes["nb_drawings"] = *drawings;
    if (const auto difficulty = row.strictlyWholeNumber("Difficulty")) {
        if (*difficulty < 1 || *difficulty > 5) throw row.fault("Difficulty goes from 1 to 5.");
        changes["difficulty"] = *difficulty;
    }
    for (const auto &[column, field] : {std::pair{"Start date", "start_date"}, std::pair{"Due date", "due_date"}}) {
        const std::string text = row.text(column);
        if (text.empty()) continue;
        if (!records::storedMoment(text)) throw row.fault(text + " is no date.");
        changes[field] = text;
    }
    // A start and a length without an end: work ends so many working days later.
    if (changes.contains("start_date") && changes.contains("estimation") && !changes.contains("due_date"))
        changes["due_date"] = endOfWork(changes["start_date"], *row.number("Estimation"));
    return changes;
}

} // namespace

access::Access estimatesTaskType()
{
    return {"managers of project_id, and supervisors of the department of task_type_id", false,
        [](api::Reading &reading, const api::Request &request) {
            const std::string project = request.pathId("project_id");
            const Json type = records::get(reading.database, "task_type", request.pathId("task_type_id"));
            const api::Caller &caller = reading.caller;
            const bool supervises = caller.isSupervisor() && caller.isInTeamOf(project)
                && (caller.departmentIds.empty()
                    || (type["department_id"].is_string()
                        && caller.isInDepartment(type["department_id"].get_ref<const std::string &>())));
            if (!supervises) access::requireManager(reading, project);
        }};
}

api::Response importEstimations(api::Working &working, api::Request &request)
{
    const ImportedTable table = ImportedTable::read(request);
    const std::string project = request.pathId("project_id");
    return working.write([&](api::Writing &writing) {
        const Json type = records::get(writing.database, "task_type", request.pathId("task_type_id"));
        const auto tasks = tasksByName(writing.database, project, type, request.pathValue("episode_id"));
        const double dayMinutes = minutesADay(writing.database);
        for (std::size_t i = 0; i < table.size(); ++i) {
            const Row row = table.row(i);
            const auto task = tasks.find(slug(row.required("Parent")) + '/' + slug(row.required("Entity")));
            if (task == tasks.end()) throw row.fault("There is no such task.");
            const Json changes = changesOf(row, dayMinutes);
            if (changes.empty()) continue;
            records::update(writing, "task", task->second, changes);
            writing.tell("task:update", {{"task_id", task->second}}, project);
        }
        return api::json(Json(std::vector<Json>(table.size())), 201);
    });
}

} // namespace callboard::exchange
