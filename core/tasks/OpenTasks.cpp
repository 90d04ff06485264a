// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/Rules.h"
#include "core/production/OpenStatus.h"
#include "core/records/Record.h"
#include "core/tasks/TaskLists.h"
#include "core/tasks/TaskRowsWithContext.h"

#include <charconv>

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;

/// What a request asks for: a condition over the tables of selectTasksWithContext().
struct Filter
{
    std::string condition;
    std::vector<store::Value> bound;

    void add(const std::string &part, std::vector<store::Value> values)
    {
        condition += " AND " + part;
        bound.insert(bound.end(), values.begin(), values.end());
    }
};

std::int64_t numberIn(const Request &request, const char *name, std::int64_t fallback)
{
    const auto text = request.query.find(name);
    if (!text || text->empty()) return fallback;
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failure != std::errc() || end != text->data() + text->size())
        throw api::badRequest(std::string(name) + " must be a whole number.");
    return number;
}

std::optional<std::string> idIn(const Request &request, const char *name)
{
    const auto text = request.query.find(name);
    if (!text || text->empty()) return std::nullopt;
    if (!api::isUuid(*text)) throw api::badRequest(std::string(name) + " is no identifier.");
    return std::string(*text);
}

/// Open productions of the caller, or the one that is asked for.
void addProductions(Reading &reading, const Request &request, Filter &filter)
{
    if (const auto project = idIn(request, "project_id")) {
        access::requireTeam(reading, *project);
        filter.add("task.project_id = ?", {*project});
        return;
    }
    filter.add("project_status.name IN " + production::openStatuses, {});
    if (!reading.caller.isAdmin())
        filter.add("EXISTS (SELECT 1 FROM project_person_link WHERE project_person_link.project_id = task.project_id"
                   " AND project_person_link.person_id = ?)",
            {reading.caller.id});
}

/// Vendors see how much there is to do, but the tasks themselves only where they are theirs.
void addOwnOfVendors(const Reading &reading, Filter &filter)
{
    if (reading.caller.isVendor())
        filter.add("EXISTS (SELECT 1 FROM task_person_link WHERE task_person_link.task_id = task.id"
                   " AND task_person_link.person_id = ?)",
            {reading.caller.id});
}

void addPeople(const Request &request, Filter &filter)
{
    const std::string assigned = "SELECT 1 FROM task_person_link JOIN person ON person.id = task_person_link.person_id"
                                 " WHERE task_person_link.task_id = task.id";
    const auto people = request.query.find("person_id");
    if (people && *people == "unassigned") {
        filter.add("NOT EXISTS (" + assigned + ")", {});
    } else if (people && !people->empty()) {
        std::vector<store::Value> ids;
        for (const QString &id : QString::fromUtf8(people->data(), qsizetype(people->size())).split(QLatin1Char(','))) {
            if (!api::isUuid(id.toStdString())) throw api::badRequest("person_id is no identifier.");
            ids.emplace_back(id.toStdString());
        }
        filter.add("EXISTS (" + assigned + " AND person.id IN (" + store::placeholders(ids.size()) + "))", ids);
    }
    if (const auto studio = idIn(request, "studio_id"))
        filter.add("EXISTS (" + assigned + " AND person.studio_id = ?)", {*studio});
    if (const auto department = idIn(request, "department_id"))
        filter.add("EXISTS (" + assigned
                + " AND EXISTS (SELECT 1 FROM department_link WHERE department_link.person_id = person.id"
                  " AND department_link.department_id = ?))",
            {*department});
}

void addDates(const Request &request, Filter &filter)
{
    for (const auto &[name, condition] :
        {std::pair("start_date", "task.start_date >= ?"), std::pair("due_date", "task.due_date <= ?")}) {
        const auto text = request.query.find(name);
        if (!text || text->empty()) continue;
        const auto moment = records::storedMoment(*text);
        if (!moment) throw api::badRequest(std::string(name) + " is no date.");
        filter.add(condition, {*moment});
    }
}

Filter filterOf(Reading &reading, const Request &request)
{
    Filter filter{"NOT entity.canceled", {}};
    addProductions(reading, request, filter);
    addOwnOfVendors(reading, filter);
    const auto type = idIn(request, "task_type_id");
    if (type)
        filter.add("task.task_type_id = ?", {*type});
    else
        filter.add("entity_type.name <> 'Concept'", {});
    if (const auto status = idIn(request, "task_status_id")) filter.add("task.task_status_id = ?", {*status});
    if (const auto priority = request.query.find("priority"); priority && !priority->empty())
        filter.add("task.priority = ?", {numberIn(request, "priority", 0)});
    addPeople(request, filter);
    addDates(request, filter);
    return filter;
}

/// The tables of a count, as selectTasksWithContext() names them.
const std::string countedTables = " FROM task JOIN project ON project.id = task.project_id"
                                  " JOIN project_status ON project_status.id = project.project_status_id"
                                  " JOIN entity ON entity.id = task.entity_id"
                                  " JOIN entity_type ON entity_type.id = entity.entity_type_id"
                                  " JOIN task_type ON task_type.id = task.task_type_id"
                                  " JOIN task_status ON task_status.id = task.task_status_id WHERE ";

Json statsOf(Reading &reading, const Filter &filter)
{
    Json stats = {{"total_duration", 0.0}, {"total_estimation", 0.0}, {"total", 0}, {"status", Json::array()}};
    double duration = 0;
    double estimation = 0;
    std::int64_t total = 0;
    auto rows = reading.database.run("SELECT task.task_status_id, COUNT(*), SUM(task.duration), SUM(task.estimation)"
            + countedTables + filter.condition + " GROUP BY task.task_status_id",
        filter.bound);
    while (rows.next()) {
        total += rows.integer(1);
        duration += rows.real(2);
        estimation += rows.real(3);
        stats["status"].push_back({{"task_status_id", rows.string(0)}, {"amount", rows.integer(1)}});
    }
    stats["total_duration"] = duration;
    stats["total_estimation"] = estimation;
    stats["total"] = total;
    return stats;
}

} // namespace

Response listOpenTasks(Reading &reading, const Request &request)
{
    const auto page = std::max<std::int64_t>(1, numberIn(request, "page", 1));
    const auto limit = std::clamp<std::int64_t>(numberIn(request, "limit", 100), 1, 10'000);
    Filter filter = filterOf(reading, request);
    Json stats = statsOf(reading, filter);
    const bool isMore = stats["total"].get<std::int64_t>() > page * limit;
    if (stats["total"].get<std::int64_t>() <= (page - 1) * limit)
        stats = {{"total_duration", 0}, {"total_estimation", 0}, {"total", 0}, {"status", Json::array()}};
    else
        stats["total"] = stats["total"].get<std::int64_t>() - (page - 1) * limit; // what is left from this page on
    filter.bound.emplace_back(limit);
    filter.bound.emplace_back((page - 1) * limit);
    return api::stream([&reading, filter = std::move(filter), stats = std::move(stats), isMore, page, limit](
                           api::JsonWriter &writer) {
        auto rows = reading.database.run(selectTasksWithContext(reading.database.dialect(), TaskListForm::Open)
                + "WHERE " + filter.condition
                + " ORDER BY project.name, task_type.name, entity_type.name, parent.name NULLS FIRST, entity.name, task.id"
                  " LIMIT ? OFFSET ?",
            filter.bound);
        writer.beginObject().key("data").beginArray();
        while (rows.next()) writeTaskWithContext(writer, rows, TaskListForm::Open);
        writer.endArray();
        writer.key("stats").value(stats);
        writer.key("limit").integer(limit);
        writer.key("is_more").boolean(isMore);
        writer.key("page").integer(page);
        writer.endObject();
    });
}

Response countOpenTasks(Reading &reading, const Request &request)
{
    Filter filter{"NOT entity.canceled AND entity_type.name <> 'Concept'", {}};
    addProductions(reading, request, filter);
    auto rows = reading.database.run("SELECT task.project_id, task.task_type_id, task.task_status_id, COUNT(*),"
                                     " SUM(CASE WHEN task_status.is_done = TRUE THEN 1 ELSE 0 END), SUM(task.duration),"
                                     " SUM(task.estimation)"
            + countedTables + filter.condition
            + " GROUP BY task.project_id, task.task_type_id, task.task_status_id ORDER BY 1, 2, 3",
        filter.bound);
    Json stats = Json::object();
    while (rows.next()) {
        Json &project = stats[rows.string(0)];
        if (project.is_null())
            project = {{"amount", 0}, {"amount_done", 0}, {"total_duration", 0.0}, {"total_estimation", 0.0},
                {"task_types", Json::array()}};
        project["amount"] = project["amount"].get<std::int64_t>() + rows.integer(3);
        project["amount_done"] = project["amount_done"].get<std::int64_t>() + rows.integer(4);
        project["total_duration"] = project["total_duration"].get<double>() + rows.real(5);
        project["total_estimation"] = project["total_estimation"].get<double>() + rows.real(6);
        project["task_types"].push_back({{"task_status_id", rows.string(2)}, {"task_type_id", rows.string(1)},
            {"project_id", rows.string(0)}, {"amount", rows.integer(3)}, {"amount_done", rows.integer(4)},
            {"total_duration", rows.real(5)}, {"total_estimation", rows.real(6)}});
    }
    return api::json(stats);
}

} // namespace callboard::tasks
