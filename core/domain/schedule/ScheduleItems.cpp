// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schedule/ScheduleItems.h"

#include "core/records/Record.h"

#include <QDate>

namespace callboard::schedule {

namespace {

/// What a bar may stand for, with the name that is told (none for task types).
struct Subject
{
    std::string taskTypeId;
    std::optional<std::string> objectId;
    std::string name;
};

std::string tomorrowOf(const std::string &day)
{
    return QDate::fromString(QString::fromStdString(day), Qt::ISODate).addDays(1).toString(Qt::ISODate).toStdString();
}

Json told(const Json &item)
{
    Json shown = Json::object();
    for (const char *member : {"id", "start_date", "end_date", "man_days", "project_id", "task_type_id", "object_id"})
        shown[member] = item[member];
    return shown;
}

/// The production's bars by what they stand for: one statement.
std::map<std::string, Json> knownItems(api::Writing &writing, const std::string &projectId)
{
    const auto &shape = records::RowShape::of("schedule_item");
    std::map<std::string, Json> items;
    auto rows =
        writing.database.query("SELECT " + shape.columns() + " FROM schedule_item WHERE project_id = ?", projectId);
    while (rows.next()) {
        Json item = shape.toJson(rows);
        const auto part = [&](const char *member) {
            return item[member].is_string() ? item[member].get<std::string>() : "";
        };
        items.emplace(part("task_type_id") + "/" + part("object_id"), std::move(item));
    }
    return items;
}

/// The bars of these subjects, in their order; missing ones are made.
api::Response itemsOf(
    api::Writing &writing, const std::string &projectId, const std::vector<Subject> &subjects, bool named)
{
    const auto known = knownItems(writing, projectId);
    const std::string today = dayOf(writing.now);
    Json list = Json::array();
    for (const Subject &subject : subjects) {
        const auto found = known.find(subject.taskTypeId + "/" + subject.objectId.value_or(""));
        Json item;
        if (found != known.end()) {
            item = found->second;
        } else {
            item = records::insert(writing, "schedule_item",
                {{"project_id", projectId}, {"task_type_id", subject.taskTypeId},
                    {"object_id", subject.objectId ? Json(*subject.objectId) : Json()}, {"start_date", today},
                    {"end_date", tomorrowOf(today)}});
            writing.tell("schedule-item:new", {{"schedule_item_id", item["id"]}}, projectId);
        }
        list.push_back(told(item));
        if (named) list.back()["name"] = subject.name;
    }
    return api::json(list);
}

std::vector<Subject> subjectsOf(store::Rows rows, const std::string &taskTypeId)
{
    std::vector<Subject> subjects;
    while (rows.next()) subjects.push_back({taskTypeId, rows.string(0), rows.string(1)});
    return subjects;
}

/// The task type of the path, which must exist.
std::string taskTypeOf(api::Writing &writing, const api::Request &request)
{
    const auto id = request.pathId("task_type_id");
    if (!records::exists(writing.database, "task_type", id)) throw api::notFound("The task type");
    return id;
}

api::Response listEntities(api::Writing &writing, const api::Request &request, const std::string &typeName)
{
    const auto projectId = request.pathId("project_id");
    const auto taskTypeId = taskTypeOf(writing, request);
    auto rows = writing.database.query("SELECT e.id, e.name FROM entity e JOIN entity_type t ON t.id = e.entity_type_id"
                                       " WHERE e.project_id = ? AND t.name = ? AND NOT e.canceled ORDER BY e.name",
        projectId, typeName);
    return itemsOf(writing, projectId, subjectsOf(std::move(rows), taskTypeId), true);
}

/// The rows of the production as an array; `write` writes one.
template<typename Write>
api::Response rowsOf(api::Reading &reading, records::RowShape shape, const std::string &projectId, Write write)
{
    return api::stream(
        [&database = reading.database, shape = std::move(shape), projectId, write](api::JsonWriter &writer) {
            auto rows = database.query("SELECT " + shape.columns() + " FROM " + shape.table().name()
                    + " WHERE project_id = ? ORDER BY created_at, id",
                projectId);
            writer.beginArray();
            while (rows.next()) write(shape, writer, rows);
            writer.endArray();
        });
}

} // namespace

api::Response listItems(api::Reading &reading, const api::Request &request)
{
    return rowsOf(reading, records::RowShape::of("schedule_item"), request.pathId("project_id"),
        [](const records::RowShape &shape, api::JsonWriter &writer, const store::Rows &rows) {
            shape.writeObject(writer, rows);
        });
}

api::Response listMilestones(api::Reading &reading, const api::Request &request)
{
    const auto shape = records::RowShape::of("milestone").only({"id", "date", "name", "project_id", "task_type_id"});
    return rowsOf(reading, shape, request.pathId("project_id"),
        [](const records::RowShape &only, api::JsonWriter &writer, const store::Rows &rows) {
            writer.beginObject();
            only.writeMembers(writer, rows);
            writer.endObject();
        });
}

api::Response listTaskTypeItems(api::Writing &writing, api::Request &request)
{
    const auto projectId = request.pathId("project_id");
    auto rows =
        writing.database.query("SELECT DISTINCT y.id, y.priority, y.name FROM task t"
                               " JOIN task_type y ON y.id = t.task_type_id AND y.for_entity IN ('Asset', 'Shot')"
                               " WHERE t.project_id = ? ORDER BY y.priority, y.name",
            projectId);
    std::vector<Subject> subjects;
    while (rows.next()) subjects.push_back({rows.string(0), std::nullopt, {}});
    return itemsOf(writing, projectId, subjects, false);
}

api::Response listAssetTypeItems(api::Writing &writing, api::Request &request)
{
    const auto projectId = request.pathId("project_id");
    const auto taskTypeId = taskTypeOf(writing, request);
    auto rows = writing.database.query("SELECT DISTINCT t.id, t.name FROM entity e"
                                       " JOIN entity_type t ON t.id = e.entity_type_id AND t.name NOT IN"
                                       " ('Shot', 'Sequence', 'Episode', 'Edit', 'Scene', 'Concept')"
                                       " WHERE e.project_id = ? AND NOT e.canceled ORDER BY t.name",
        projectId);
    return itemsOf(writing, projectId, subjectsOf(std::move(rows), taskTypeId), true);
}

api::Response listSequenceItems(api::Writing &writing, api::Request &request)
{
    return listEntities(writing, request, "Sequence");
}

api::Response listEpisodeItems(api::Writing &writing, api::Request &request)
{
    return listEntities(writing, request, "Episode");
}

} // namespace callboard::schedule
