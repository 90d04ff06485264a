// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ShotgunRemovals.h"

#include "core/domain/entities/RemoveEntity.h"
#include "core/domain/exchange/ShotgunImport.h"
#include "core/domain/people/Persons.h"
#include "core/records/Models.h"
#include "core/records/Record.h"
#include "core/domain/production/ProjectHooks.h"
#include "core/records/RecordOperations.h"
#include "core/records/Removal.h"
#include "core/domain/tasks/PreviewRows.h"
#include "core/domain/tasks/CommentRows.h"

namespace callboard::exchange {

namespace {

using entities::Kind;

std::int64_t numberAskedFor(const api::Request &request)
{
    const auto number = numberIn(request.jsonObject(), "id");
    if (!number) throw api::badRequest("Name the record by its number: {\"id\": 101}.");
    return *number;
}

api::Response removed(const std::optional<std::string> &id)
{
    Json answer = {{"success", true}};
    if (id) answer["removed_instance_id"] = *id;
    return api::json(answer);
}

api::Response inUse()
{
    return api::json({{"success", false}, {"message", "It is in use here and stays."}});
}

/// The rows of that number, which many tables have once at most; of entities those of one kind.
std::optional<std::string> rowNumbered(api::Writing &writing, const std::string &table, std::int64_t number)
{
    auto rows = writing.database.query("SELECT id FROM " + table + " WHERE shotgun_id = ?", number);
    return rows.next() ? std::optional(rows.string(0)) : std::nullopt;
}

api::Response removeEntity(api::Writing &writing, const api::Request &request, Kind kind)
{
    auto rows = writing.database.query("SELECT id FROM entity WHERE shotgun_id = ?", numberAskedFor(request));
    while (rows.next()) {
        const auto entity = entities::getEntity(writing.database, rows.string(0));
        if (entity.kind != kind) continue;
        // An asset takes its tasks along.
        if (kind != Kind::Asset && isInUse(writing, entity)) return inUse();
        removeWithContent(writing, entity);
        return removed(entity.id);
    }
    return removed({});
}

/// What nothing names goes, and is told as the generic routes tell it.
api::Response removeType(api::Writing &writing, const api::Request &request, const std::string &table)
{
    const auto id = rowNumbered(writing, table, numberAskedFor(request));
    if (!id) return removed({});
    if (records::isNamed(writing.database, table, *id)) return inUse();
    const Json row = records::get(writing.database, table, *id);
    records::remove(writing, table, *id);
    records::tellChange(writing, records::modelOf(writing, table), "delete", row, {});
    return removed(id);
}

bool hasWork(api::Writing &writing, const std::string &taskId)
{
    return writing.database
        .query("SELECT 1 FROM comment WHERE object_id = ? UNION ALL SELECT 1 FROM preview_file WHERE task_id = ?"
               " UNION ALL SELECT 1 FROM time_spent WHERE task_id = ? LIMIT 1",
            taskId, taskId, taskId)
        .next();
}

} // namespace

api::Response removeShotgunAsset(api::Writing &writing, api::Request &request)
{
    return removeEntity(writing, request, Kind::Asset);
}

api::Response removeShotgunShot(api::Writing &writing, api::Request &request)
{
    return removeEntity(writing, request, Kind::Shot);
}

api::Response removeShotgunScene(api::Writing &writing, api::Request &request)
{
    return removeEntity(writing, request, Kind::Scene);
}

api::Response removeShotgunSequence(api::Writing &writing, api::Request &request)
{
    return removeEntity(writing, request, Kind::Sequence);
}

api::Response removeShotgunEpisode(api::Writing &writing, api::Request &request)
{
    return removeEntity(writing, request, Kind::Episode);
}

api::Response removeShotgunProject(api::Writing &writing, api::Request &request)
{
    const auto id = rowNumbered(writing, "project", numberAskedFor(request));
    if (!id) return removed({});
    if (production::hooks::hasContent(writing, *id)) return inUse();
    const Json row = records::get(writing.database, "project", *id);
    records::removeTraces(writing, "project", "id = ?", {*id});
    records::remove(writing, "project", *id);
    records::tellChange(writing, records::modelOf(writing, "project"), "delete", row, {});
    return removed(id);
}

api::Response removeShotgunPerson(api::Writing &writing, api::Request &request)
{
    const auto id = rowNumbered(writing, "person", numberAskedFor(request));
    if (!id) return removed({});
    if (records::isNamed(writing.database, "person", *id)) return inUse();
    people::deletePerson(writing, *id, false);
    return removed(id);
}

api::Response removeShotgunConnection(api::Writing &writing, api::Request &request)
{
    auto rows = writing.database.query(
        "DELETE FROM project_person_link WHERE shotgun_id = ? RETURNING project_id", numberAskedFor(request));
    while (rows.next()) tellQuietly(writing, "project:update", Json::object(), rows.string(0));
    return removed({});
}

api::Response removeShotgunStep(api::Writing &writing, api::Request &request)
{
    return removeType(writing, request, "task_type");
}

api::Response removeShotgunStatus(api::Writing &writing, api::Request &request)
{
    return removeType(writing, request, "task_status");
}

api::Response removeShotgunTask(api::Writing &writing, api::Request &request)
{
    const auto id = rowNumbered(writing, "task", numberAskedFor(request));
    if (!id) return removed({});
    if (hasWork(writing, *id)) return inUse();
    const Json row = records::get(writing.database, "task", *id);
    records::removeWithTraces(writing, "task", "id = ?", {*id});
    records::tellChange(writing, records::modelOf(writing, "task"), "delete", row, row["project_id"]);
    return removed(id);
}

api::Response removeShotgunNote(api::Writing &writing, api::Request &request)
{
    const auto id = rowNumbered(writing, "comment", numberAskedFor(request));
    if (!id) return removed({});
    // Not as a comment is deleted by hand: a note has no status that its task could fall back from.
    tasks::clearComment(writing, tasks::existingComment(writing, "", *id));
    records::remove(writing, "comment", *id);
    return removed(id);
}

api::Response removeShotgunVersion(api::Writing &writing, api::Request &request)
{
    const auto id = rowNumbered(writing, "preview_file", numberAskedFor(request));
    if (id) tasks::removePreview(writing, *id);
    return removed(id);
}

} // namespace callboard::exchange
