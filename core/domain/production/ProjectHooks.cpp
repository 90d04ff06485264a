// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/ProjectHooks.h"

#include "core/records/Record.h"
#include "core/records/Removal.h"
#include "core/store/schema/OpenStatus.h"

namespace callboard::production::hooks {

using namespace access;
using namespace records;

namespace {

/// The status of new productions; made again where the studio has renamed or removed it.
std::string openStatus(api::Writing &writing)
{
    if (const auto status = findWhere(writing.database, "project_status", {{"name", "Open"}})) return (*status)["id"];
    const Json made = insert(writing, "project_status", {{"name", "Open"}, {"color", "#000000"}});
    writing.tell("project-status:new", {{"project_status_id", made["id"]}});
    return made["id"];
}

bool isOpen(const api::Reading &reading, const std::string &statusId)
{
    return reading.database
        .query("SELECT 1 FROM project_status WHERE id = ? AND name IN " + schema::openStatuses, statusId)
        .next();
}

constexpr std::array<std::string_view, 5> productionTypes{"short", "featurefilm", "tvshow", "shots", "assets"};

void checkType(const Input &input)
{
    const auto type = input.text("production_type");
    if (input.contains("production_type")
        && std::find(productionTypes.begin(), productionTypes.end(), type) == productionTypes.end())
        throw api::badRequest("production_type must be one of its choices.");
}

} // namespace

bool hasContent(const api::Reading &reading, const std::string &projectId)
{
    return reading.database
        .query("SELECT 1 FROM task WHERE project_id = ? UNION ALL SELECT 1 FROM entity WHERE project_id = ?"
               " UNION ALL SELECT 1 FROM playlist WHERE project_id = ? LIMIT 1",
            projectId, projectId, projectId)
        .next();
}

void checkNewProject(api::Writing &, Input &input)
{
    checkType(input);
}

void checkProjectChange(api::Writing &, const Json &, Input &input)
{
    checkType(input);
    static const std::set<std::string, std::less<>> replaced{
        "task_types", "asset_types", "task_statuses", "preview_background_files"};
    std::erase_if(input.relations, [](const auto &relation) { return !replaced.contains(relation.first); });
}

void fillProjectDefaults(api::Writing &writing, Json &body)
{
    const auto status = body.find("project_status_id");
    if (status == body.end() || status->is_null()) body["project_status_id"] = openStatus(writing);
}

void startProject(api::Writing &writing, const Json &row)
{
    if (row["production_type"] != "tvshow") return;
    auto type = findWhere(writing.database, "entity_type", {{"name", "Episode"}});
    if (!type) type = insert(writing, "entity_type", {{"name", "Episode"}});
    const Json episode = insert(writing, "entity",
        {{"name", "E01"}, {"description", ""}, {"project_id", row["id"]}, {"entity_type_id", (*type)["id"]},
            {"status", "running"}, {"data", Json::object()},
            {"created_by", writing.caller.isSignedIn() ? Json(writing.caller.id) : Json()}});
    writing.tell("episode:new", {{"episode_id", episode["id"]}}, row["id"].get<std::string>());
}

void readProjectChange(api::Writing &writing, Json &body)
{
    if (const auto style = body.find("production_style"); style != body.end() && style->is_null())
        *style = schema::table("project").field("production_style")->fallback;
    const auto backgrounds = body.find("preview_background_files");
    if (backgrounds == body.end() || backgrounds->is_null()) return;
    const auto ids = readIds("preview_background_files", *backgrounds);
    if (existing(writing.database, "preview_background_file", ids).size() != std::set(ids.begin(), ids.end()).size())
        throw api::notFound("A background");
}

void continueProject(api::Writing &writing, const Json &before, const Json &row)
{
    if (before["production_type"] == row["production_type"]) return;
    const bool hasEpisode = writing.database
                                .query("SELECT 1 FROM entity JOIN entity_type ON entity_type.id = entity.entity_type_id"
                                       " WHERE entity_type.name = 'Episode' AND entity.project_id = ?",
                                    row["id"].get<std::string>())
                                .next();
    if (!hasEpisode) startProject(writing, row);
}

void tellStatusName(const api::Reading &reading, Json &told)
{
    const auto status = told["project_status_id"].is_string()
        ? find(reading.database, "project_status", told["project_status_id"])
        : std::nullopt;
    told["project_status_name"] = status ? (*status)["name"] : Json();
}

void tellFirstEpisode(const api::Reading &reading, Json &told)
{
    if (told["production_type"] != "tvshow") return;
    auto rows = reading.database.query("SELECT e.id FROM entity e JOIN entity_type t ON t.id = e.entity_type_id"
                                       " WHERE e.project_id = ? AND t.name = 'Episode' ORDER BY e.name LIMIT 1",
        told["id"].get<std::string>());
    told["first_episode_id"] = rows.next() ? Json(rows.string(0)) : Json();
}

void removeProject(api::Writing &writing, const Json &row, bool isForced)
{
    const auto id = row["id"].get<std::string>();
    const auto status = row["project_status_id"];
    if (status.is_null() || isOpen(writing, status)) throw api::badRequest("Only closed productions can be deleted.");
    if (!isForced && hasContent(writing, id))
        throw api::badRequest("The production has content; delete it with force.");
    records::removeTraces(writing, "project", "id = ?", {id});
}

void refuseNullDataType(api::Writing &, Json &body)
{
    const auto type = body.find("data_type");
    if (type != body.end() && type->is_null()) throw api::badRequest("data_type must be one of its choices.");
}

} // namespace callboard::production::hooks
