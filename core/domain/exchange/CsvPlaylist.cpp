// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/CsvPlaylist.h"

#include "core/domain/exchange/CsvExport.h"
#include "core/records/Record.h"

#include <map>

namespace callboard::exchange {

namespace {

using Cells = std::vector<std::string>;

struct Entry
{
    std::string entityId;
    std::string previewId; // empty: none
};

std::vector<Entry> entriesOf(const Json &playlist)
{
    std::vector<Entry> entries;
    const auto text = [](const Json &entry, const char *name) {
        const Json value = entry.value(name, Json());
        return value.is_string() && api::isUuid(value.get_ref<const std::string &>()) ? value.get<std::string>()
                                                                                      : std::string();
    };
    if (!playlist["shots"].is_array()) return entries;
    for (const Json &entry : playlist["shots"])
        if (entry.is_object()) entries.push_back({text(entry, "entity_id"), text(entry, "preview_file_id")});
    return entries;
}

/// Name and frames of the entities, by identifier.
std::map<std::string, Cells> readEntities(api::Reading &reading, const std::vector<Entry> &entries)
{
    std::vector<store::Value> ids;
    for (const Entry &entry : entries)
        if (!entry.entityId.empty()) ids.emplace_back(entry.entityId);
    std::map<std::string, Cells> entities;
    if (ids.empty()) return entities;
    auto rows = reading.database.run("SELECT entity.id, COALESCE(parent.name, entity_type.name), entity.name,"
                                     " entity.nb_frames FROM entity JOIN entity_type ON entity_type.id ="
                                     " entity.entity_type_id LEFT JOIN entity parent ON parent.id = entity.parent_id"
                                     " WHERE entity.id IN ("
            + store::placeholders(ids.size()) + ")",
        ids);
    while (rows.next()) entities[rows.string(0)] = {rows.string(1) + " / " + rows.string(2), rows.string(3)};
    return entities;
}

/// What follows the entity, by the preview's identifier.
std::map<std::string, Cells> readTasks(api::Reading &reading, const std::vector<Entry> &entries)
{
    std::vector<store::Value> ids;
    for (const Entry &entry : entries)
        if (!entry.previewId.empty()) ids.emplace_back(entry.previewId);
    std::map<std::string, Cells> tasks;
    if (ids.empty()) return tasks;
    auto rows = reading.database.run(
        "SELECT preview_file.id, task_type.name, task.retake_count, preview_file.revision, task_status.name,"
        " author.first_name, author.last_name, last.created_at, last.text FROM preview_file"
        " JOIN task ON task.id = preview_file.task_id JOIN task_type ON task_type.id = task.task_type_id"
        " JOIN task_status ON task_status.id = task.task_status_id"
        " LEFT JOIN comment last ON last.id = (SELECT comment.id FROM comment JOIN person ON person.id ="
        " comment.person_id WHERE comment.object_id = task.id AND person.role <> 'client'"
        " ORDER BY comment.created_at DESC, comment.id LIMIT 1)"
        " LEFT JOIN person author ON author.id = last.person_id WHERE preview_file.id IN ("
            + store::placeholders(ids.size()) + ")",
        ids);
    while (rows.next()) {
        Cells &cells = tasks[rows.string(0)];
        for (int column = 1; column < 5; ++column) cells.push_back(rows.string(column));
        cells.push_back(rows.isNull(7) ? std::string() : rows.string(5) + ' ' + rows.string(6));
        cells.push_back(rows.isNull(7) ? std::string() : records::toldMoment(rows.text(7)));
        cells.push_back(rows.string(8));
    }
    return tasks;
}

std::string placeOf(api::Reading &reading, const Json &playlist)
{
    std::string place = records::get(reading.database, "project", playlist["project_id"])["name"];
    if (playlist["episode_id"].is_string())
        place += " - " + records::get(reading.database, "entity", playlist["episode_id"])["name"].get<std::string>();
    const Json kind = playlist["for_entity"];
    return place + " | for " + (kind.is_string() ? kind.get<std::string>() : std::string("shot")) + 's';
}

} // namespace

access::Access exportsPlaylist()
{
    return {"managers and supervisors of the playlist's production; clients where it is for clients", false,
        [](api::Reading &reading, const api::Request &request) {
            const Json playlist = records::get(reading.database, "playlist", request.pathId("playlist_id"));
            const api::Caller &caller = reading.caller;
            access::requireTeam(reading, playlist["project_id"].get<std::string>());
            const bool isForThem = caller.isClient() && playlist["for_client"] == true;
            if (!caller.isAdmin() && !caller.isManager() && !caller.isSupervisor() && !isForThem)
                throw api::forbidden();
        }};
}

api::Response exportPlaylist(api::Reading &reading, const api::Request &request)
{
    const Json playlist = records::get(reading.database, "playlist", request.pathId("playlist_id"));
    const auto entries = entriesOf(playlist);
    const auto entities = readEntities(reading, entries);
    const auto tasks = readTasks(reading, entries);
    CsvExport table({"Playlist", placeOf(reading, playlist), playlist["name"].get<std::string>(),
        playlist["updated_at"].get<std::string>(), "", "", ""});
    table.add(Cells(7));
    table.add({"Entity name", "Nb Frames", "Task Type", "Retake count", "Revision", "Task Status",
        "Last comment author", "Last comment date", "Last comment"});
    for (const Entry &entry : entries) {
        const auto entity = entities.find(entry.entityId);
        if (entity == entities.end()) continue;
        Cells cells = entity->second;
        const auto task = tasks.find(entry.previewId);
        const Cells rest = task == tasks.end() ? Cells(7) : task->second;
        cells.insert(cells.end(), rest.begin(), rest.end());
        table.add(std::move(cells));
    }
    return table.response();
}

} // namespace callboard::exchange
