// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityReads.h"

#include "core/access/Belonging.h"
#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/EntityLists.h"
#include "core/records/Filters.h"
#include "core/records/Record.h"

namespace callboard::entities {

namespace {

/// The entity with the names of its production and its parent, a scene with its episode's too.
Json readNamed(api::Reading &reading, const std::string &id, Kind kind, const std::string &parent)
{
    auto rows = reading.database.query("SELECT " + entityShape().columns()
            + ", project.name, parent.name, episode.id, episode.name FROM entity"
              " JOIN project ON project.id = entity.project_id LEFT JOIN entity parent ON parent.id = entity.parent_id"
              " LEFT JOIN entity episode ON episode.id = parent.parent_id WHERE entity.id = ?",
        id);
    if (!rows.next()) throw api::notFound("The " + std::string(eventNameOf(kind)) + ' ' + id);
    Json entity = entityShape().toJson(rows);
    entity["type"] = nameOf(kind);
    entity["project_name"] = rows.string(entityShape().size());
    if (!parent.empty() && !entity["parent_id"].is_null()) {
        entity[parent + "_id"] = entity["parent_id"];
        entity[parent + "_name"] = rows.string(entityShape().size() + 1);
    }
    const int episode = entityShape().size() + 2;
    if (kind == Kind::Scene && !rows.isNull(episode)) {
        entity["episode_id"] = rows.string(episode);
        entity["episode_name"] = rows.string(episode + 1);
    }
    return entity;
}

/// Entities of the caller's productions under a condition that binds the first path value, filtered by the columns that
/// the query names; vendors see those with a task of theirs.
api::Response below(
    api::Reading &reading, const api::Request &request, Kind kind, const std::string &condition, bool withNames)
{
    std::string sql = "SELECT " + entityShape().columns() + (withNames ? ", project.name, parent.name" : "")
        + " FROM entity JOIN project ON project.id = entity.project_id"
          " LEFT JOIN entity parent ON parent.id = entity.parent_id WHERE entity.entity_type_id = "
        + typeOf(kind) + " AND " + condition;
    std::vector<store::Value> values{request.pathId(request.pathValues.front().first)};
    if (isLimitedFor(reading.caller, kind)) {
        sql += " AND " + hasTaskOfPerson(kind);
        values.emplace_back(reading.caller.id);
    }
    if (const std::string own = access::inTeams(reading, "entity.project_id", values); !own.empty())
        sql += " AND " + own;
    const auto asked = records::filtersOf(reading.database.dialect(), entityShape().table(), request.query);
    if (!asked.sql.empty()) sql += " AND " + asked.sql;
    values.insert(values.end(), asked.values.begin(), asked.values.end());
    sql += " ORDER BY entity.name, entity.id";
    if (!withNames && request.isSwitchedOn("relations")) return entityListWithRelations(reading, sql, values);
    if (!withNames) return entityList(reading, std::move(sql), std::move(values));
    return entityList(reading, std::move(sql), std::move(values), {"project_name", "sequence_name"});
}

} // namespace

api::Response readSequence(api::Reading &reading, const api::Request &request)
{
    return api::json(readNamed(reading, request.pathId("sequence_id"), Kind::Sequence, "episode"));
}

api::Response readScene(api::Reading &reading, const api::Request &request)
{
    return api::json(readNamed(reading, request.pathId("scene_id"), Kind::Scene, "sequence"));
}

api::Response readEpisode(api::Reading &reading, const api::Request &request)
{
    return api::json(readNamed(reading, request.pathId("episode_id"), Kind::Episode, ""));
}

api::Response listSequenceShots(api::Reading &reading, const api::Request &request)
{
    return below(reading, request, Kind::Shot, "entity.parent_id = ?", true);
}

api::Response listSequenceScenes(api::Reading &reading, const api::Request &request)
{
    return below(reading, request, Kind::Scene, "entity.parent_id = ?", false);
}

api::Response listEpisodeSequences(api::Reading &reading, const api::Request &request)
{
    return below(reading, request, Kind::Sequence, "entity.parent_id = ?", false);
}

api::Response listEpisodeShots(api::Reading &reading, const api::Request &request)
{
    return below(reading, request, Kind::Shot, "parent.parent_id = ?", false);
}

api::Response listEpisodeEdits(api::Reading &reading, const api::Request &request)
{
    return below(reading, request, Kind::Edit, "entity.parent_id = ?", false);
}

api::Response listSceneShots(api::Reading &reading, const api::Request &request)
{
    return below(reading, request, Kind::Shot, "entity.source_id = ?", true);
}

api::Response listVersions(api::Reading &reading, const api::Request &request)
{
    const std::string id = request.pathId(request.pathValues.front().first);
    return api::stream([&database = reading.database, id](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("entity_version");
        auto rows = database.query(
            "SELECT " + shape.columns() + " FROM entity_version WHERE entity_id = ? ORDER BY created_at DESC, id", id);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

api::Response assetTypeList(
    api::Reading &reading, const std::string &condition, std::vector<store::Value> values, bool withTaskTypes)
{
    const auto &shape = records::RowShape::of("entity_type");
    std::string columns = shape.columns();
    if (withTaskTypes)
        columns += ", (SELECT " + store::fragment::jsonArray(reading.database.dialect(), "task_type_id")
            + " FROM task_type_asset_type_link link WHERE link.asset_type_id = entity_type.id)";
    std::string sql = "SELECT " + columns + " FROM entity_type WHERE " + isAssetType("entity_type.id") + " AND "
        + condition + " ORDER BY entity_type.name";
    return api::stream([&database = reading.database, &shape, withTaskTypes, sql = std::move(sql),
                           values = std::move(values)](api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.key("type").plainString("AssetType");
            if (withTaskTypes) writer.key("task_types").raw(rows.text(shape.size()));
            writer.endObject();
        }
        writer.endArray();
    });
}

api::Response listAssetTypes(api::Reading &reading, const api::Request &)
{
    return assetTypeList(reading, "1 = 1", {}, true);
}

api::Response readAssetType(api::Reading &reading, const api::Request &request)
{
    const std::string id = request.pathId("asset_type_id");
    Json type = records::getWithRelations(reading.database, "entity_type", id);
    if (EntityKinds::read(reading.database).kindOf(id) != Kind::Asset) throw api::notFound("The asset type " + id);
    type["type"] = "AssetType";
    return api::json(type);
}

api::Response listProjectAssetTypes(api::Reading &reading, const api::Request &request)
{
    return assetTypeList(reading,
        "EXISTS (SELECT 1 FROM entity WHERE entity.project_id = ? AND entity.entity_type_id = entity_type.id)",
        {request.pathId("project_id")});
}

api::Response listShotAssetTypes(api::Reading &reading, const api::Request &request)
{
    return assetTypeList(reading,
        "EXISTS (SELECT 1 FROM entity_link link JOIN entity asset ON asset.id = link.entity_out_id"
        " WHERE link.entity_in_id = ? AND asset.entity_type_id = entity_type.id)",
        {request.pathId("shot_id")});
}

} // namespace callboard::entities
