// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/AssetInstances.h"

#include "core/domain/entities/EntityInput.h"
#include "core/domain/entities/EntityJson.h"
#include "core/records/Record.h"

namespace callboard::breakdown {

namespace {

using entities::EntityInput;
using entities::Kind;
using entities::KnownEntity;

/// "Bird of prey, big" → "Bird_of_prey_big"; letters of other alphabets stay.
std::string instanceName(const std::string &assetName, std::int64_t number)
{
    std::string slug;
    for (const char byte : assetName) {
        const bool isWord = std::isalnum(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0 || byte == '.';
        if (isWord)
            slug += byte;
        else if (!slug.empty() && slug.back() != '_')
            slug += '_';
    }
    while (!slug.empty() && slug.back() == '_') slug.pop_back();
    char suffix[24];
    std::snprintf(suffix, sizeof suffix, "_%04lld", static_cast<long long>(number));
    return slug + suffix;
}

/// `column` is where the instance stands: scene_id or target_asset_id.
Json addInstance(api::Writing &writing, const std::string &column, const KnownEntity &place, const EntityInput &input,
    const std::string &assetMember)
{
    const KnownEntity asset = entities::getEntity(writing.database, input.requiredId(assetMember), Kind::Asset);
    if (asset.projectId != place.projectId && !asset.isShared)
        throw api::forbidden("The asset belongs to another production.");
    auto highest = writing.database.query(
        "SELECT COALESCE(max(number), 0) FROM asset_instance WHERE asset_id = ? AND " + column + " = ?", asset.id,
        place.id);
    highest.next();
    const std::int64_t number = highest.integer(0) + 1;
    const auto description = input.text("description");
    return records::insert(writing, "asset_instance",
        {{"asset_id", asset.id}, {column, place.id}, {"name", instanceName(asset.name, number)}, {"number", number},
            {"description", description ? Json(*description) : Json()}, {"data", input.object("data")}});
}

const records::RowShape &instanceShape()
{
    return records::RowShape::of("asset_instance");
}

/// An object of lists of instances, by the statement's first column; the instance's columns follow it.
api::Response grouped(
    api::Reading &reading, const std::string &group, const std::string &fromAndWhere, std::vector<store::Value> values)
{
    std::string sql = "SELECT " + group + ", " + instanceShape().columns() + fromAndWhere + " ORDER BY " + group
        + ", asset_instance.number, asset_instance.id";
    return api::stream(
        [&database = reading.database, sql = std::move(sql), values = std::move(values)](api::JsonWriter &writer) {
            auto rows = database.run(sql, values);
            std::optional<std::string> current;
            writer.beginObject();
            while (rows.next()) {
                if (rows.text(0) != current) {
                    if (current) writer.endArray();
                    current = rows.string(0);
                    writer.key(*current).beginArray();
                }
                instanceShape().writeObject(writer, rows, 1);
            }
            if (current) writer.endArray();
            writer.endObject();
        });
}

std::string placeOf(const api::Request &request)
{
    return request.pathId(request.pathValues.front().first);
}

} // namespace

api::Response addSceneInstance(api::Writing &writing, api::Request &request)
{
    const auto scene = entities::getEntity(writing.database, request.pathId("scene_id"), Kind::Scene);
    const Json instance = addInstance(writing, "scene_id", scene, EntityInput(request.anyObject()), "asset_id");
    writing.tell("asset_instance:new",
        {{"asset_id", instance["asset_id"]}, {"asset_instance_id", instance["id"]}, {"scene_id", scene.id}});
    return api::json(instance, 201);
}

api::Response addAssetInstance(api::Writing &writing, api::Request &request)
{
    const auto target = entities::getEntity(writing.database, request.pathId("asset_id"), Kind::Asset);
    const Json instance =
        addInstance(writing, "target_asset_id", target, EntityInput(request.anyObject()), "asset_to_instantiate_id");
    writing.tell("asset_instance:new",
        {{"asset_id", target.id}, {"asset_instance_id", instance["id"]}, {"asset_instantiated", instance["asset_id"]}});
    return api::json(instance, 201);
}

api::Response addShotInstance(api::Writing &writing, api::Request &request)
{
    const auto shot = entities::getEntity(writing.database, request.pathId("shot_id"), Kind::Shot);
    const std::string id = EntityInput(request.anyObject()).requiredId("asset_instance_id");
    auto place = writing.database.query("SELECT asset.project_id FROM asset_instance JOIN entity asset"
                                        " ON asset.id = asset_instance.asset_id WHERE asset_instance.id = ?",
        id);
    if (!place.next()) throw api::notFound("The asset instance " + id);
    if (place.text(0) != shot.projectId) throw api::forbidden("The instance belongs to another production.");
    writing.database.change("INSERT INTO asset_instance_link (entity_id, asset_instance_id) VALUES (?, ?)"
                            " ON CONFLICT DO NOTHING",
        shot.id, id);
    writing.tell("asset_instance:add-to-shot", {{"asset_instance_id", id}, {"shot_id", shot.id}});
    return api::json(records::get(writing.database, "entity", shot.id), 201);
}

api::Response removeShotInstance(api::Writing &writing, api::Request &request)
{
    const std::string shot = request.pathId("shot_id");
    const std::string id = request.pathId("asset_instance_id");
    const auto removed = writing.database.change(
        "DELETE FROM asset_instance_link WHERE entity_id = ? AND asset_instance_id = ?", shot, id);
    if (removed == 0) throw api::notFound("The asset instance " + id + " in this shot");
    writing.tell("asset_instance:remove-from-shot", {{"asset_instance_id", id}, {"shot_id", shot}});
    return api::noContent();
}

api::Response listSceneInstances(api::Reading &reading, const api::Request &request)
{
    return grouped(reading, "asset_instance.asset_id", " FROM asset_instance WHERE asset_instance.scene_id = ?",
        {placeOf(request)});
}

api::Response listShotInstances(api::Reading &reading, const api::Request &request)
{
    return grouped(reading, "asset_instance.asset_id",
        " FROM asset_instance JOIN asset_instance_link link ON link.asset_instance_id = asset_instance.id"
        " WHERE link.entity_id = ?",
        {placeOf(request)});
}

api::Response listAssetInstances(api::Reading &reading, const api::Request &request)
{
    return grouped(reading, "asset_instance.asset_id", " FROM asset_instance WHERE asset_instance.target_asset_id = ?",
        {placeOf(request)});
}

api::Response listInstancesByScene(api::Reading &reading, const api::Request &request)
{
    return grouped(reading, "asset_instance.scene_id",
        " FROM asset_instance WHERE asset_instance.asset_id = ? AND asset_instance.scene_id IS NOT NULL",
        {placeOf(request)});
}

api::Response listInstancesByShot(api::Reading &reading, const api::Request &request)
{
    return grouped(reading, "link.entity_id",
        " FROM asset_instance JOIN asset_instance_link link ON link.asset_instance_id = asset_instance.id"
        " WHERE asset_instance.asset_id = ?",
        {placeOf(request)});
}

api::Response listCameraInstances(api::Writing &writing, api::Request &request)
{
    const std::string camera = entities::ensureTypeNamed(writing, "Camera");
    auto rows = writing.database.query("SELECT " + instanceShape().columns()
            + " FROM asset_instance JOIN entity asset ON asset.id = asset_instance.asset_id"
              " WHERE asset_instance.scene_id = ? AND asset.entity_type_id = ? ORDER BY asset_instance.number",
        placeOf(request), camera);
    Json byAsset = Json::object();
    while (rows.next()) {
        const Json instance = instanceShape().toJson(rows);
        byAsset[instance["asset_id"].get<std::string>()].push_back(instance);
    }
    return api::json(byAsset);
}

} // namespace callboard::breakdown
