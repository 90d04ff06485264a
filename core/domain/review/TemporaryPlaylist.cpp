// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/TemporaryPlaylist.h"

#include "core/domain/tasks/TaskRules.h"
#include "core/domain/review/PlaylistPreviews.h"

namespace callboard::review {

namespace {

using api::Reading;
using api::Request;
using api::Response;

std::vector<std::string> askedTasks(const Request &request)
{
    const Json body = request.anyObject();
    const Json list = body.value("task_ids", Json::array());
    if (!list.is_array()) throw api::badRequest("task_ids must be a list.");
    std::vector<std::string> ids;
    for (const Json &id : list) {
        if (!id.is_string() || !api::isUuid(id.get<std::string>())) throw api::notFound("The task");
        ids.push_back(id.get<std::string>());
    }
    return ids;
}

/// What stands above the entity, as entries of playlists tell it.
void addParent(Json &entry, const std::string &kind, const store::Rows &rows, int first)
{
    const auto idAndName = [&](int column, const char *id, const char *name) {
        entry[id] = rows.string(column);
        entry[name] = rows.string(column + 1);
        entry["parent_name"] = rows.string(column + 1);
    };
    const bool hasParent = !rows.isNull(first + 2);
    const bool isBelowEpisode = hasParent && rows.text(first + 4) == "Episode";
    const bool isBelowSequence = kind == "Shot" || kind == "Scene" || kind == "Sequence" || kind == "Episode";
    if (isBelowEpisode)
        idAndName(first + 2, "episode_id", "episode_name");
    else if (isBelowSequence || kind == "Edit" || kind == "Concept")
        idAndName(first + 2, "sequence_id", "sequence_name");
    else
        idAndName(first, "asset_type_id", "asset_type_name");
}

/// The tasks' entities, by task.
std::map<std::string, Json> entriesOf(Reading &reading, const std::vector<std::string> &taskIds)
{
    const std::vector<store::Value> bound(taskIds.begin(), taskIds.end());
    std::map<std::string, Json> entries;
    auto rows = reading.database.run(
        "SELECT task.id, task.project_id, task.task_type_id, entity.id, entity.name, entity_type.id, entity_type.name,"
        " parent.id, parent.name, parent_type.name FROM task JOIN entity ON entity.id = task.entity_id"
        " JOIN entity_type ON entity_type.id = entity.entity_type_id LEFT JOIN entity parent ON parent.id = entity.parent_id"
        " LEFT JOIN entity_type parent_type ON parent_type.id = parent.entity_type_id WHERE task.id IN ("
            + store::placeholders(taskIds.size()) + ")",
        bound);
    while (rows.next()) {
        Json entry = {{"id", rows.string(3)}, {"name", rows.string(4)}, {"preview_file_task_id", rows.string(0)}};
        addParent(entry, rows.string(6), rows, 5);
        entry["task_type_id"] = rows.string(2); // taken off again before it is told
        entries.emplace(rows.string(0), std::move(entry));
    }
    return entries;
}

/// The last revision of the task itself, else the latest of another task of the entity; null: there is none.
Json chosenPreview(const Json &byType, const std::string &taskId, const std::string &typeId)
{
    for (const Json &preview : byType.value(typeId, Json::array()))
        if (preview["task_id"] == taskId) return preview;
    Json latest;
    for (const auto &[type, list] : byType.items())
        if (latest.is_null() || list[0]["created_at"].get<std::string>() > latest["created_at"].get<std::string>())
            latest = list[0];
    return latest;
}

void addPreviews(Json &entry, const std::map<std::string, Json> &previews)
{
    const auto typeId = entry["task_type_id"].get<std::string>();
    entry.erase("task_type_id");
    const auto own = previews.find(entry["id"].get<std::string>());
    const Json byType = own == previews.end() ? Json::object() : own->second;
    const Json chosen = chosenPreview(byType, entry["preview_file_task_id"].get<std::string>(), typeId);
    if (!chosen.is_null()) {
        entry["preview_file_id"] = chosen["id"];
        for (const char *name :
            {"extension", "width", "height", "duration", "revision", "status", "annotations", "previews"})
            entry[std::string("preview_file_") + name] = chosen[name];
        if (entry["preview_file_annotations"].is_null()) entry["preview_file_annotations"] = Json::array();
    }
    entry["preview_files"] = byType;
}

void sortByParent(Json &told)
{
    std::stable_sort(told.begin(), told.end(), [](const Json &a, const Json &b) {
        return std::pair(a["parent_name"].get<std::string>(), a["name"].get<std::string>())
            < std::pair(b["parent_name"].get<std::string>(), b["name"].get<std::string>());
    });
}

void requireTasksOf(Reading &reading, const std::string &projectId, const std::vector<std::string> &taskIds)
{
    for (const auto &id : taskIds) {
        const auto place = tasks::existingPlaceOfTask(reading, id);
        if (place.projectId != projectId || !tasks::mayReadTask(reading, place)) throw api::forbidden();
    }
}

} // namespace

Response showTasksAsPlaylist(Reading &reading, const Request &request)
{
    const auto taskIds = askedTasks(request);
    Json told = Json::array();
    if (taskIds.empty()) return api::json(told);
    requireTasksOf(reading, request.pathId("project_id"), taskIds);
    const auto entries = entriesOf(reading, taskIds);
    std::vector<std::string> entities;
    for (const auto &[task, entry] : entries) entities.push_back(entry["id"].get<std::string>());
    const auto previews = previewsByTaskType(reading, entities, reading.caller.isVendor());
    for (const auto &id : taskIds) {
        const auto entry = entries.find(id);
        if (entry == entries.end()) continue;
        told.push_back(entry->second);
        addPreviews(told.back(), previews);
    }
    if (request.isSwitchedOn("sort")) sortByParent(told);
    return api::json(told);
}

} // namespace callboard::review
