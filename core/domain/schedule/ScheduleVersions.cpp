// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schedule/ScheduleVersions.h"

#include "core/access/Belonging.h"
#include "core/records/Record.h"
#include "core/records/RowShape.h"

#include <map>

namespace callboard::schedule {

namespace {

constexpr const char *table = "production_schedule_version_task_link";

std::string versionId(const api::Request &request)
{
    return request.pathId("production_schedule_version_id");
}

std::string projectOf(const api::Reading &reading, const std::string &version)
{
    return access::belongingOrNotFound(reading.database, "production_schedule_version", version).projectId;
}

Json linksOf(
    const api::Reading &reading, const std::string &version, bool withPeople, std::optional<std::string> taskType)
{
    const auto &shape = records::RowShape::of(table);
    std::string sql = "SELECT " + shape.columns("l") + ", (SELECT "
        + store::fragment::jsonArray(reading.database.dialect(), "p.person_id")
        + " FROM production_schedule_version_task_link_person_link p WHERE p.production_schedule_version_task_link_id = l.id)"
          " FROM production_schedule_version_task_link l JOIN task t ON t.id = l.task_id"
          " WHERE l.production_schedule_version_id = ?";
    std::vector<store::Value> values{version};
    if (taskType) {
        sql += " AND t.task_type_id = ?";
        values.emplace_back(*taskType);
    }
    Json list = Json::array();
    auto rows = reading.database.run(sql + " ORDER BY l.created_at, l.id", values);
    while (rows.next()) {
        Json link = shape.toJson(rows);
        if (withPeople) link["assignees"] = Json::parse(rows.text(shape.size()));
        list.push_back(std::move(link));
    }
    return list;
}

/// A planned task to be written into a version.
struct Plan
{
    std::string taskId;
    store::Value start;
    store::Value due;
    store::Value estimation;
};

/// One statement for all links; ids come from here, so that both databases make the same kind.
void putPlans(api::Writing &writing, const std::string &version, const std::vector<Plan> &plans)
{
    constexpr std::size_t atOnce = 100;
    for (std::size_t first = 0; first < plans.size(); first += atOnce) {
        std::string rows;
        std::vector<store::Value> values;
        for (std::size_t i = first; i < std::min(first + atOnce, plans.size()); ++i) {
            rows += rows.empty() ? "(?, ?, ?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?, ?, ?)";
            const Plan &plan = plans[i];
            const std::string moment = writing.services.now(); // each its own: the list is in the order of the plans
            values.insert(values.end(),
                {writing.newId(), version, plan.taskId, plan.start, plan.due, plan.estimation, moment, moment});
        }
        writing.database.runChange(
            "INSERT INTO production_schedule_version_task_link (id, production_schedule_version_id,"
            " task_id, start_date, due_date, estimation, created_at, updated_at) VALUES "
                + rows
                + " ON CONFLICT (production_schedule_version_id, task_id) DO UPDATE SET start_date = excluded.start_date,"
                  " due_date = excluded.due_date, estimation = excluded.estimation, updated_at = excluded.updated_at",
            values);
    }
}

std::vector<Plan> plansOf(store::Rows rows)
{
    std::vector<Plan> plans;
    while (rows.next())
        plans.push_back({rows.string(0), store::toValue(rows.optionalString(1)), store::toValue(rows.optionalString(2)),
            rows.isNull(3) ? store::Value() : store::Value(rows.real(3))});
    return plans;
}

/// The people of a version's links become those of the source: two statements.
void copyPeople(api::Writing &writing, const std::string &version, const std::string &source,
    const std::vector<store::Value> &values)
{
    writing.database.change(
        "DELETE FROM production_schedule_version_task_link_person_link WHERE"
        " production_schedule_version_task_link_id IN"
        " (SELECT id FROM production_schedule_version_task_link WHERE production_schedule_version_id = ?)",
        version);
    writing.database.runChange("INSERT INTO production_schedule_version_task_link_person_link"
                               " (production_schedule_version_task_link_id, person_id) "
            + source,
        values);
}

/// The tasks of a version, those first that were changed longest ago.
std::vector<std::string> plannedTasks(const api::Reading &reading, const std::string &version)
{
    std::vector<std::string> tasks;
    auto rows = reading.database.query(
        "SELECT task.id FROM production_schedule_version_task_link l JOIN task ON task.id = l.task_id"
        " WHERE l.production_schedule_version_id = ? ORDER BY task.updated_at, task.created_at, task.id",
        version);
    while (rows.next()) tasks.push_back(rows.string(0));
    return tasks;
}

/// The tasks of a version as records with their assignees, in the order of `ids`.
Json tasksWithPeople(const api::Reading &reading, const std::string &version, const std::vector<std::string> &ids)
{
    const auto &shape = records::RowShape::of("task");
    std::map<std::string, Json> found;
    auto rows = reading.database.query("SELECT " + shape.columns() + ", (SELECT "
            + store::fragment::jsonArray(reading.database.dialect(), "p.person_id")
            + " FROM task_person_link p WHERE p.task_id = task.id) FROM task WHERE id IN"
              " (SELECT task_id FROM production_schedule_version_task_link WHERE production_schedule_version_id = ?)",
        version);
    while (rows.next()) {
        Json task = shape.toJson(rows);
        task["assignees"] = Json::parse(rows.text(shape.size()));
        found.emplace(task["id"].get<std::string>(), std::move(task));
    }
    Json tasks = Json::array();
    for (const std::string &id : ids) tasks.push_back(std::move(found[id]));
    return tasks;
}

} // namespace

api::Response listVersionLinks(api::Reading &reading, const api::Request &request)
{
    std::optional<std::string> taskType;
    if (const auto asked = request.query.find("task_type_id")) {
        if (!api::isUuid(*asked)) throw api::badRequest("task_type_id must be an identifier.");
        taskType = std::string(*asked);
    }
    return api::json(linksOf(reading, versionId(request), request.isSwitchedOn("relations"), taskType));
}

api::Response copyFromProduction(api::Writing &writing, api::Request &request)
{
    const auto version = versionId(request);
    const auto project = projectOf(writing, version);
    putPlans(writing, version,
        plansOf(writing.database.query("SELECT id, start_date, due_date, estimation FROM task WHERE project_id = ?"
                                       " ORDER BY updated_at, created_at, id",
            project)));
    copyPeople(writing, version,
        "SELECT l.id, p.person_id FROM production_schedule_version_task_link l"
        " JOIN task_person_link p ON p.task_id = l.task_id WHERE l.production_schedule_version_id = ?",
        {version});
    writing.tell("production_schedule_version:update", {{"production_schedule_version_id", version}}, project);
    return api::json(linksOf(writing, version, true, std::nullopt));
}

api::Response copyFromVersion(api::Writing &writing, api::Request &request)
{
    const auto version = versionId(request);
    const auto project = projectOf(writing, version);
    const auto other = request.jsonObject().value("production_schedule_version_id", std::string());
    if (!api::isUuid(other)) throw api::badRequest("production_schedule_version_id must be an identifier.");
    if (projectOf(writing, other) != project) throw api::badRequest("The version belongs to another production.");
    putPlans(writing, version,
        plansOf(writing.database.query("SELECT task_id, start_date, due_date, estimation"
                                       " FROM production_schedule_version_task_link"
                                       " WHERE production_schedule_version_id = ? ORDER BY created_at, id",
            other)));
    copyPeople(writing, version,
        "SELECT l.id, p.person_id FROM production_schedule_version_task_link l"
        " JOIN production_schedule_version_task_link source ON source.task_id = l.task_id"
        " AND source.production_schedule_version_id = ?"
        " JOIN production_schedule_version_task_link_person_link p ON p.production_schedule_version_task_link_id = source.id"
        " WHERE l.production_schedule_version_id = ?",
        {other, version});
    records::update(writing, "production_schedule_version", version, {{"production_schedule_from", other}});
    writing.tell("production_schedule_version:update", {{"production_schedule_version_id", version}}, project);
    return api::json(linksOf(writing, version, true, std::nullopt));
}

api::Response applyVersion(api::Writing &writing, api::Request &request)
{
    const auto version = versionId(request);
    const auto project = projectOf(writing, version);
    const auto tasks = plannedTasks(writing, version);
    const std::string planned = "(SELECT %1 FROM production_schedule_version_task_link l WHERE l.task_id = task.id"
                                " AND l.production_schedule_version_id = ?)";
    const auto column = [&](const char *name) { return std::string(planned).replace(planned.find("%1"), 2, name); };
    writing.database.change("UPDATE task SET start_date = " + column("l.start_date")
            + ", due_date = " + column("l.due_date") + ", estimation = " + column("l.estimation")
            + ", updated_at = ? WHERE id IN"
              " (SELECT task_id FROM production_schedule_version_task_link WHERE production_schedule_version_id = ?)",
        version, version, version, writing.now, version);
    for (const std::string &task : tasks) writing.tell("task:update", {{"task_id", task}}, project);
    records::update(writing, "production_schedule_version", version, {{"locked", true}});
    records::update(writing, "project", project, {{"from_schedule_version_id", version}});
    writing.tell("production_schedule_version:update", {{"production_schedule_version_id", version}}, project);
    writing.tell("project:update", {{"project_id", project}}, project);
    return api::json(tasksWithPeople(writing, version, tasks));
}

} // namespace callboard::schedule
