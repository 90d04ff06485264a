// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/Rules.h"
#include "core/domain/tasks/TaskLists.h"
#include "core/domain/tasks/TaskRowsWithContext.h"
#include "core/records/Record.h"
#include "core/store/schema/OpenStatus.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;

/// What a request asks for: a condition over the tasks alone. A production has tens of thousands, which are counted
/// for each page: every table joined to them would be searched as often.
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

const std::string ofLivingEntities =
    "task.entity_id IS NOT NULL AND task.entity_id NOT IN (SELECT entity.id FROM entity WHERE entity.canceled)";
const std::string concepts = "(SELECT entity.id FROM entity JOIN entity_type ON entity_type.id = entity.entity_type_id"
                             " WHERE entity_type.name = 'Concept')";

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
    filter.add("task.project_id IN (SELECT project.id FROM project JOIN project_status"
               " ON project_status.id = project.project_status_id WHERE project_status.name IN "
            + schema::openStatuses + ")",
        {});
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
    Filter filter{ofLivingEntities, {}};
    addProductions(reading, request, filter);
    addOwnOfVendors(reading, filter);
    if (const auto type = idIn(request, "task_type_id")) filter.add("task.task_type_id = ?", {*type});
    if (const auto status = idIn(request, "task_status_id")) filter.add("task.task_status_id = ?", {*status});
    if (const auto priority = request.query.find("priority"); priority && !priority->empty())
        filter.add("task.priority = ?", {numberIn(request, "priority", 0)});
    addPeople(request, filter);
    addDates(request, filter);
    return filter;
}

/// Tasks of one type and status in one production.
struct Group
{
    std::string projectId;
    std::string taskTypeId;
    std::string taskStatusId;
    bool isDone = false;
    bool isOfConcepts = false;
    std::int64_t amount = 0;
    double duration = 0;
    double estimation = 0;
};

std::vector<Group> groupsOf(Reading &reading, const Filter &filter)
{
    auto rows = reading.database.run(
        "SELECT counted.project_id, counted.task_type_id, counted.task_status_id, task_status.is_done,"
        " counted.is_of_concepts, counted.amount, counted.duration, counted.estimation"
        " FROM (SELECT task.project_id, task.task_type_id, task.task_status_id, task.entity_id IN "
            + concepts
            + " AS is_of_concepts, COUNT(*) AS amount, SUM(task.duration) AS duration,"
              " SUM(task.estimation) AS estimation FROM task WHERE "
            + filter.condition
            + " GROUP BY 1, 2, 3, 4) counted JOIN task_status ON task_status.id = counted.task_status_id"
              " ORDER BY counted.project_id, counted.task_type_id, counted.task_status_id",
        filter.bound);
    std::vector<Group> groups;
    while (rows.next())
        groups.push_back({rows.string(0), rows.string(1), rows.string(2), rows.boolean(3), rows.boolean(4),
            rows.integer(5), rows.real(6), rows.real(7)});
    return groups;
}

/// Of each status how many tasks have it, in the order of the identifiers.
Json amountsByStatus(const std::vector<Group> &groups)
{
    std::map<std::string, std::int64_t> amounts;
    for (const Group &group : groups) amounts[group.taskStatusId] += group.amount;
    Json told = Json::array();
    for (const auto &[status, amount] : amounts) told.push_back({{"task_status_id", status}, {"amount", amount}});
    return told;
}

Json statsOf(const std::vector<Group> &groups)
{
    std::int64_t total = 0;
    double duration = 0;
    double estimation = 0;
    for (const Group &group : groups) {
        total += group.amount;
        duration += group.duration;
        estimation += group.estimation;
    }
    return {{"total_duration", duration}, {"total_estimation", estimation}, {"total", total}};
}

// The order of the pages: where an entity stands, then what it is. What has no episode or sequence comes last.
// A shot's parent is its sequence, whose parent is the episode; an asset's source is its episode.
const std::string byPlace = "project.name, project.id,"
                            " CASE WHEN entity_type.name = 'Shot' THEN episode.name"
                            " WHEN entity_type.name IN ('Sequence', 'Edit') THEN parent.name"
                            " ELSE source.name END NULLS LAST,"
                            " CASE WHEN entity_type.name IN ('Shot', 'Sequence') THEN parent.name END NULLS LAST,"
                            " entity_type.name, parent.id NULLS LAST, source.id NULLS LAST";
const std::string byPage = byPlace + ", entity.name, entity.id, task_type.name, task.id";
const std::string placesAbove = " LEFT JOIN entity episode ON episode.id = parent.parent_id"
                                " LEFT JOIN entity source ON source.id = ";

/// Entities of one type that hang on the same entities: the pages have their tasks beside each other.
struct Place
{
    std::vector<store::Value> keys; // production of the tasks and of the entities, type, parent, source
    std::int64_t amount = 0;
};

/// In the order of the pages.
std::vector<Place> placesOf(Reading &reading, const Filter &filter)
{
    auto rows = reading.database.run(
        "SELECT counted.project_id, counted.home_id, counted.entity_type_id, counted.parent_id, counted.source_id,"
        " counted.amount FROM (SELECT task.project_id, entity.project_id AS home_id, entity.entity_type_id,"
        " entity.parent_id, entity.source_id, COUNT(*) AS amount FROM task JOIN entity ON entity.id = task.entity_id WHERE "
            + filter.condition
            + " GROUP BY 1, 2, 3, 4, 5) counted JOIN project ON project.id = counted.project_id"
              " JOIN entity_type ON entity_type.id = counted.entity_type_id"
              " LEFT JOIN entity parent ON parent.id = counted.parent_id"
            + placesAbove + "counted.source_id ORDER BY " + byPlace,
        filter.bound);
    std::vector<Place> places;
    while (rows.next()) {
        Place place;
        for (int column = 0; column < 5; ++column)
            place.keys.push_back(rows.isNull(column) ? store::Value() : store::Value(rows.string(column)));
        place.amount = rows.integer(5);
        places.push_back(std::move(place));
    }
    return places;
}

/// Narrows the filter to the places that a page touches, so that their tasks alone are put in order. Returns where the
/// page begins among these.
std::int64_t narrow(Filter &filter, const std::vector<Place> &places, std::int64_t offset, std::int64_t limit)
{
    constexpr std::size_t fewPlaces = 200; // more would make a statement of their own length each
    std::vector<const Place *> touched;
    std::int64_t before = 0; // tasks of places that come before the page
    std::int64_t begin = 0;
    for (const Place &place : places) {
        const auto end = begin + place.amount;
        if (end <= offset)
            before = end;
        else if (begin < offset + limit)
            touched.push_back(&place);
        begin = end;
    }
    if (touched.size() > fewPlaces) return offset;
    std::string condition = "FALSE";
    std::vector<store::Value> values;
    for (const Place *place : touched) {
        condition += " OR task.project_id = ? AND task.entity_id IN (SELECT placed.id FROM entity placed"
                     " WHERE placed.project_id = ? AND placed.entity_type_id = ?";
        values.insert(values.end(), place->keys.begin(), place->keys.begin() + 3);
        for (const auto &[column, key] :
            {std::pair("placed.parent_id", place->keys[3]), std::pair("placed.source_id", place->keys[4])}) {
            const bool isNone = std::holds_alternative<std::monostate>(key);
            condition += std::string(" AND ") + column + (isNone ? " IS NULL" : " = ?");
            if (!isNone) values.push_back(key);
        }
        condition += ")";
    }
    filter.add("(" + condition + ")", values);
    return offset - before;
}

} // namespace

Response listOpenTasks(Reading &reading, const Request &request)
{
    const auto page = std::max<std::int64_t>(1, numberIn(request, "page", 1));
    const auto limit = std::clamp<std::int64_t>(numberIn(request, "limit", 100), 1, 10'000);
    const auto offset = (page - 1) * limit;
    Filter filter = filterOf(reading, request);
    auto groups = groupsOf(reading, filter);
    // Tasks of concepts are told when their type is asked for; the amounts by status count them all the same.
    Json amounts = amountsByStatus(groups);
    if (!idIn(request, "task_type_id")) {
        std::erase_if(groups, [](const Group &group) { return group.isOfConcepts; });
        filter.add("task.entity_id NOT IN " + concepts, {});
    }
    Json stats = statsOf(groups);
    stats["status"] = std::move(amounts);
    const auto total = stats["total"].get<std::int64_t>();
    if (total <= offset)
        stats = {{"total_duration", 0}, {"total_estimation", 0}, {"total", 0}, {"status", Json::array()}};
    else
        stats["total"] = total - offset; // what is left from this page on
    const auto begin = narrow(filter, placesOf(reading, filter), offset, limit);
    filter.bound.emplace_back(limit);
    filter.bound.emplace_back(begin);
    return api::stream([&reading, filter = std::move(filter), stats = std::move(stats), isMore = total > offset + limit,
                           page, limit](api::JsonWriter &writer) {
        const std::string order = " ORDER BY " + byPage;
        auto rows = reading.database.run(selectTasksWithContext(reading.database.dialect(), TaskListForm::Open)
                + "WHERE task.id IN (SELECT task.id FROM task JOIN project ON project.id = task.project_id"
                  " JOIN task_type ON task_type.id = task.task_type_id"
                  " JOIN entity ON entity.id = task.entity_id JOIN entity_type ON entity_type.id = entity.entity_type_id"
                  " LEFT JOIN entity parent ON parent.id = entity.parent_id"
                + placesAbove + "entity.source_id WHERE " + filter.condition + order + " LIMIT ? OFFSET ?)" + order,
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
    Filter filter{ofLivingEntities + " AND task.entity_id NOT IN " + concepts, {}};
    addProductions(reading, request, filter);
    Json stats = Json::object();
    for (const Group &group : groupsOf(reading, filter)) {
        Json &project = stats[group.projectId];
        if (project.is_null())
            project = {{"amount", 0}, {"amount_done", 0}, {"total_duration", 0.0}, {"total_estimation", 0.0},
                {"task_types", Json::array()}};
        const auto done = group.isDone ? group.amount : 0;
        project["amount"] = project["amount"].get<std::int64_t>() + group.amount;
        project["amount_done"] = project["amount_done"].get<std::int64_t>() + done;
        project["total_duration"] = project["total_duration"].get<double>() + group.duration;
        project["total_estimation"] = project["total_estimation"].get<double>() + group.estimation;
        project["task_types"].push_back({{"task_status_id", group.taskStatusId}, {"task_type_id", group.taskTypeId},
            {"project_id", group.projectId}, {"amount", group.amount}, {"amount_done", done},
            {"total_duration", group.duration}, {"total_estimation", group.estimation}});
    }
    return api::json(stats);
}

} // namespace callboard::tasks
