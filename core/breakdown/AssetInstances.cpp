// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/breakdown/AssetInstances.h"

#include "core/entities/EntityInput.h"
#include "core/entities/EntityKind.h"
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
        if (isWord) slug += byte;
        else if (!slug.empty() && slug.back() != '_') slug += '_';
    }
    while (!slug.empty() && slug.back() == '_') slug.pop_back();
    char suffix[24];
    std::snprintf(suffix, sizeof suffix, "_%04lld", static_cast<long long>(number));
    return slug + suffix;
}

/// `column` is where the instance stands: scene_id or target_asset_id.
Json addInstance(api::Writing &writing, const std::string &column, const KnownEntity &place, const EntityInput &input)
{
    const KnownEntity asset
        = entities::getEntity(writing.database, input.requiredId("asset_id"), Kind::Asset);
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

} // namespace

api::Response addSceneInstance(api::Writing &writing, api::Request &request)
{
    const auto scene = entities::getEntity(writing.database, request.pathId("scene_id"), Kind::Scene);
    const Json instance = addInstance(writing, "scene_id", scene, EntityInput(request.anyObject()));
    writing.tell("asset_instance:new",
        {{"asset_id", instance["asset_id"]}, {"asset_instance_id", instance["id"]}, {"scene_id", scene.id}});
    return api::json(instance, 201);
}

} // namespace callboard::breakdown
