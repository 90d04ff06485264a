// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/SharedAssets.h"

#include "core/access/Rules.h"
#include "core/domain/breakdown/Casting.h"
#include "core/domain/entities/ReadyAssets.h"
#include "core/domain/entities/EntityInput.h"
#include "core/domain/entities/EntityJson.h"

namespace callboard::breakdown {

namespace {

using entities::EntityInput;

/// Shares (or not) the assets under a condition over entity; tells each and answers with them.
api::Response share(
    api::Writing &writing, bool isShared, const std::string &condition, std::vector<store::Value> conditionValues)
{
    std::vector<store::Value> values{isShared, writing.now};
    values.insert(values.end(), conditionValues.begin(), conditionValues.end());
    auto rows = writing.database.run("UPDATE entity SET is_shared = ?, updated_at = ? WHERE "
            + entities::isAssetType("entity_type_id") + " AND " + condition + " RETURNING "
            + entities::entityShape().columns(),
        values);
    Json assets = Json::array();
    while (rows.next()) {
        Json asset = entities::entityShape().toJson(rows);
        asset["type"] = nameOf(entities::Kind::Asset);
        assets.push_back(std::move(asset));
    }
    for (const Json &asset : assets) {
        // Told to those who look at the asset now, but no part of its history.
        api::Event event;
        event.name = "asset:update";
        event.projectId = asset["project_id"].get<std::string>();
        event.payload = {{"asset_id", asset["id"]}, {"project_id", asset["project_id"]}};
        event.isKept = false;
        writing.tell(std::move(event));
        entities::countReadyAssetsAround(writing, asset["id"]);
    }
    return api::json(assets);
}

std::vector<store::Value> identifiers(const EntityInput &input)
{
    std::vector<store::Value> ids;
    for (const std::string &id : input.texts("asset_ids")) {
        if (!api::isUuid(id)) throw api::badRequest("asset_ids must be a list of identifiers.");
        ids.emplace_back(id);
    }
    return ids;
}

EntityInput readInput(const api::Request &request)
{
    return EntityInput(request.body.empty() ? Json::object() : request.jsonObject());
}

} // namespace

api::Response shareAssets(api::Writing &writing, api::Request &request)
{
    const EntityInput input = readInput(request);
    if (!input.has("asset_ids")) throw api::badRequest("Name the assets with asset_ids.");
    const auto ids = identifiers(input);
    if (ids.empty()) return api::json(Json::array());
    auto rows = writing.database.run("SELECT id, project_id FROM entity WHERE id IN (" + store::placeholders(ids.size())
            + ") AND " + entities::isAssetType("entity_type_id"),
        ids);
    std::size_t found = 0;
    for (; rows.next(); ++found) access::requireManager(writing, rows.text(1));
    if (found != ids.size()) throw api::notFound("One of the assets");
    return share(writing, input.flag("is_shared", true), "id IN (" + store::placeholders(ids.size()) + ")", ids);
}

api::Response shareProjectAssets(api::Writing &writing, api::Request &request)
{
    const EntityInput input = readInput(request);
    std::vector<store::Value> values{request.pathId("project_id")};
    std::string condition = "project_id = ?";
    if (input.has("asset_ids")) {
        const auto ids = identifiers(input);
        if (ids.empty()) return api::json(Json::array());
        condition += " AND id IN (" + store::placeholders(ids.size()) + ")";
        values.insert(values.end(), ids.begin(), ids.end());
    }
    return share(writing, input.flag("is_shared", true), condition, values);
}

api::Response shareAssetsOfType(api::Writing &writing, api::Request &request)
{
    const EntityInput input = readInput(request);
    return share(writing, input.flag("is_shared", true), "project_id = ? AND entity_type_id = ?",
        {request.pathId("project_id"), request.pathId("asset_type_id")});
}

namespace {

/// `holder` is what the asset is cast in, `parent` and `above` what the holder lies in.
api::Response sharedUsed(api::Reading &reading, const std::string &condition, std::vector<store::Value> values)
{
    return entities::entityList(reading,
        "SELECT " + entities::entityShape().columns()
            + " FROM entity WHERE entity.is_shared AND NOT entity.canceled AND entity.project_id <> ? AND EXISTS"
              " (SELECT 1 FROM entity_link link JOIN entity holder ON holder.id = link.entity_in_id"
              " LEFT JOIN entity parent ON parent.id = holder.parent_id WHERE link.entity_out_id = entity.id AND "
            + condition + ") ORDER BY entity.name, entity.id",
        std::move(values));
}

} // namespace

api::Response listSharedUsed(api::Reading &reading, const api::Request &request)
{
    const std::string project = request.pathId("project_id");
    return sharedUsed(reading, "holder.project_id = ?", {project, project});
}

api::Response listSharedUsedInEpisode(api::Reading &reading, const api::Request &request)
{
    const std::string_view episode = request.pathValue("episode_id");
    if (episode == "main" || episode == "all") return listSharedUsed(reading, request);
    const std::string id = request.pathId("episode_id");
    return sharedUsed(reading, "(holder.id = ? OR holder.parent_id = ? OR parent.parent_id = ?)",
        {request.pathId("project_id"), id, id, id});
}

} // namespace callboard::breakdown
