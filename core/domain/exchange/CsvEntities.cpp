// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/CsvEntities.h"

#include "core/domain/entities/EntityKind.h"
#include "core/domain/exchange/CsvExport.h"

#include <map>

namespace callboard::exchange {

namespace {

using entities::Kind;

/// A metadata field of the production.
struct Descriptor
{
    std::string name;
    std::string field;
    bool isYesNo = false;
};

struct TaskType
{
    std::string id;
    std::string name;
};

struct TaskCell
{
    std::string status;
    std::string people;
};

/// The entities of the file: a condition over entity, its parent and the parent's with its values.
struct Selection
{
    Kind kind = Kind::Asset;
    std::string from = " FROM entity JOIN entity_type ON entity_type.id = entity.entity_type_id JOIN project"
                       " ON project.id = entity.project_id LEFT JOIN entity parent ON parent.id = entity.parent_id"
                       " LEFT JOIN entity above ON above.id = parent.parent_id";
    std::string condition;
    std::vector<store::Value> values;
};

Selection selectionOf(const api::Request &request, Kind kind)
{
    Selection selection;
    selection.kind = kind;
    selection.condition = "entity.project_id = ? AND "
        + (kind == Kind::Asset ? entities::isAssetType("entity.entity_type_id")
                               : "entity.entity_type_id = " + entities::typeOf(kind));
    selection.values = {request.pathId("project_id")};
    const auto identifier = [&](const char *name) {
        const std::string value(*request.query.find(name));
        if (!api::isUuid(value)) throw api::badRequest(std::string(name) + " must be an identifier.");
        return value;
    };
    if (request.query.contains("id")) {
        selection.condition += " AND entity.id = ?";
        selection.values.emplace_back(identifier("id"));
    }
    const auto episode = request.query.find("episode_id");
    if (!episode || episode->empty() || *episode == "all") return selection;
    const std::string column = kind == Kind::Asset ? "entity.source_id"
        : kind == Kind::Shot                       ? "parent.parent_id"
                                                   : "entity.parent_id";
    if (*episode == "main") {
        selection.condition += " AND " + column + " IS NULL";
        return selection;
    }
    selection.condition += " AND " + column + " = ?";
    selection.values.emplace_back(identifier("episode_id"));
    return selection;
}

std::vector<Descriptor> descriptorsOf(api::Reading &reading, const std::string &project, Kind kind)
{
    std::vector<Descriptor> descriptors;
    auto rows = reading.database.query("SELECT name, field_name, data_type FROM metadata_descriptor"
                                       " WHERE project_id = ? AND entity_type = ? ORDER BY name",
        project, nameOf(kind));
    while (rows.next()) descriptors.push_back({rows.string(0), rows.string(1), rows.text(2) == "boolean"});
    return descriptors;
}

std::vector<TaskType> taskTypesOf(api::Reading &reading, const Selection &selection)
{
    std::vector<TaskType> types;
    auto rows = reading.database.run(
        "SELECT task_type.id, task_type.name, MIN(COALESCE(link.priority, task_type.priority))" + selection.from
            + " JOIN task ON task.entity_id = entity.id JOIN task_type ON task_type.id = task.task_type_id"
              " LEFT JOIN project_task_type_link link ON link.project_id = entity.project_id"
              " AND link.task_type_id = task_type.id WHERE "
            + selection.condition + " GROUP BY task_type.id, task_type.name ORDER BY 3, 2",
        selection.values);
    while (rows.next()) types.push_back({rows.string(0), rows.string(1)});
    return types;
}

/// By entity and task type.
std::map<std::pair<std::string, std::string>, TaskCell> tasksOf(api::Reading &reading, const Selection &selection)
{
    std::map<std::pair<std::string, std::string>, TaskCell> cells;
    auto rows = reading.database.run("SELECT entity.id, task.task_type_id, task_status.short_name, person.first_name,"
                                     " person.last_name"
            + selection.from
            + " JOIN task ON task.entity_id = entity.id LEFT JOIN task_status ON task_status.id = task.task_status_id"
              " LEFT JOIN task_person_link link ON link.task_id = task.id LEFT JOIN person ON person.id = link.person_id"
              " WHERE "
            + selection.condition + " ORDER BY task.created_at, person.first_name, person.last_name",
        selection.values);
    while (rows.next()) {
        TaskCell &cell = cells[{rows.string(0), rows.string(1)}];
        cell.status = rows.string(2);
        if (rows.isNull(3)) continue;
        if (!cell.people.empty()) cell.people.push_back(',');
        cell.people.append(rows.text(3)).append(1, ' ').append(rows.text(4));
    }
    return cells;
}

std::string cellText(const Json &value)
{
    if (value.is_null()) return {};
    if (value.is_string()) return value.get<std::string>();
    return toText(value);
}

bool isYes(const Json &value)
{
    std::string text = cellText(value);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text == "true" || text == "yes" || text == "1";
}

std::string timeSpent(double minutes, double dayMinutes)
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.2f", minutes / dayMinutes);
    return digits;
}

/// The columns of the kind between the production's name and the description.
std::vector<std::string> placeColumns(Kind kind)
{
    if (kind == Kind::Asset) return {"Type"};
    if (kind == Kind::Shot) return {"Episode", "Sequence"};
    return {"Episode"};
}

std::string placeSql(Kind kind)
{
    if (kind == Kind::Asset) return "entity_type.name, NULL";
    if (kind == Kind::Shot) return "above.name, parent.name";
    return "parent.name, NULL";
}

CsvExport tableFor(Kind kind, const std::vector<Descriptor> &descriptors, const std::vector<TaskType> &types)
{
    std::vector<std::string> header{"Project"};
    for (const auto &column : placeColumns(kind)) header.push_back(column);
    for (const char *column : {"Name", "Description", "Time Spent"}) header.emplace_back(column);
    if (kind == Kind::Shot)
        for (const char *column : {"Frames", "Frame In", "Frame Out", "FPS"}) header.emplace_back(column);
    for (const Descriptor &descriptor : descriptors) header.push_back(descriptor.name);
    for (const TaskType &type : types) {
        header.push_back(type.name);
        header.emplace_back("Assignations");
    }
    return CsvExport(std::move(header));
}

void addMetadata(std::vector<std::string> &cells, const Json &metadata, const std::vector<Descriptor> &descriptors)
{
    for (const Descriptor &descriptor : descriptors) {
        const Json value = metadata.value(descriptor.field, Json());
        cells.push_back(descriptor.isYesNo ? (isYes(value) ? "true" : "false") : cellText(value));
    }
}

api::Response exportKind(api::Reading &reading, const api::Request &request, Kind kind)
{
    const Selection selection = selectionOf(request, kind);
    const auto descriptors = descriptorsOf(reading, request.pathId("project_id"), kind);
    const auto types = taskTypesOf(reading, selection);
    const auto tasks = tasksOf(reading, selection);
    auto organisation = reading.database.query("SELECT hours_by_day FROM organisation ORDER BY created_at LIMIT 1");
    const double dayMinutes = organisation.next() ? organisation.real(0) * 60 : 480;

    CsvExport table = tableFor(kind, descriptors, types);
    auto rows = reading.database.run("SELECT entity.id, project.name, " + placeSql(kind)
            + ", entity.name, entity.description, entity.nb_frames, entity.data,"
              " (SELECT SUM(task.duration) FROM task WHERE task.entity_id = entity.id)"
            + selection.from + " WHERE " + selection.condition + " ORDER BY 2, 3, 4, 5",
        selection.values);
    while (rows.next()) {
        std::vector<std::string> cells{rows.string(1), rows.string(2)};
        if (kind == Kind::Shot) cells.push_back(rows.string(3));
        cells.push_back(rows.string(4));
        cells.push_back(rows.string(5));
        cells.push_back(timeSpent(rows.real(8), dayMinutes));
        Json metadata = rows.isNull(7) ? Json() : Json::parse(rows.text(7));
        if (!metadata.is_object()) metadata = Json::object();
        if (kind == Kind::Shot) {
            cells.push_back(rows.string(6));
            for (const char *field : {"frame_in", "frame_out", "fps"})
                cells.push_back(cellText(metadata.value(field, Json())));
        }
        addMetadata(cells, metadata, descriptors);
        for (const TaskType &type : types) {
            const auto task = tasks.find({rows.string(0), type.id});
            cells.push_back(task == tasks.end() ? std::string() : task->second.status);
            cells.push_back(task == tasks.end() ? std::string() : task->second.people);
        }
        table.add(std::move(cells));
    }
    return table.response();
}

} // namespace

api::Response exportAssets(api::Reading &reading, const api::Request &request)
{
    return exportKind(reading, request, Kind::Asset);
}

api::Response exportShots(api::Reading &reading, const api::Request &request)
{
    return exportKind(reading, request, Kind::Shot);
}

api::Response exportEdits(api::Reading &reading, const api::Request &request)
{
    return exportKind(reading, request, Kind::Edit);
}

} // namespace callboard::exchange
