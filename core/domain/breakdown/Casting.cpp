// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/Casting.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/ReadyAssets.h"
#include "core/records/Record.h"

namespace callboard::breakdown {

namespace {

using entities::Kind;
using entities::KnownEntity;

/// Every asset must be there, and of this production or shared.
void checkAssets(api::Writing &writing, const KnownEntity &entity, const std::vector<CastAsset> &casting)
{
    if (casting.empty()) return;
    std::vector<store::Value> ids;
    for (const CastAsset &cast : casting) ids.emplace_back(cast.assetId);
    auto rows = writing.database.run("SELECT entity.id, project_id, is_shared FROM entity WHERE id IN ("
            + store::placeholders(ids.size()) + ") AND " + entities::isAssetType("entity_type_id"),
        ids);
    std::vector<std::string> known;
    while (rows.next()) {
        if (rows.text(1) != entity.projectId && !rows.boolean(2))
            throw api::forbidden("An asset of another production must be shared before it is cast.");
        known.push_back(rows.string(0));
    }
    for (const CastAsset &cast : casting)
        if (std::find(known.begin(), known.end(), cast.assetId) == known.end())
            throw api::notFound("The asset " + cast.assetId);
}

void insertLink(api::Writing &writing, const KnownEntity &entity, const CastAsset &cast)
{
    const Json link = records::insert(writing, "entity_link",
        {{"entity_in_id", entity.id}, {"entity_out_id", cast.assetId}, {"nb_occurences", cast.occurrences},
            {"label", cast.label}});
    writing.tell("entity-link:new",
        {{"entity_link_id", link["id"]}, {"entity_in_id", entity.id}, {"entity_out_id", cast.assetId},
            {"nb_occurences", cast.occurrences}},
        entity.projectId);
}

void setCount(api::Writing &writing, const KnownEntity &entity, std::int64_t count)
{
    writing.database.change(
        "UPDATE entity SET nb_entities_out = ?, updated_at = ? WHERE id = ?", count, writing.now, entity.id);
    Json payload = Json::object();
    if (entity.kind != Kind::Asset) payload["nb_entities_out"] = count;
    tellEntity(writing, entity, "casting-update", std::move(payload));
    entities::countReadyAssets(writing, "t.entity_id = ?", {entity.id});
}

void recount(api::Writing &writing, const KnownEntity &entity)
{
    auto rows = writing.database.query("SELECT count(*) FROM entity_link WHERE entity_in_id = ?", entity.id);
    rows.next();
    setCount(writing, entity, rows.integer(0));
}

/// The episode of a shot; empty when its production has none.
std::string episodeOf(api::Writing &writing, const KnownEntity &shot)
{
    auto rows =
        writing.database.query("SELECT sequence.parent_id FROM entity sequence WHERE sequence.id = ?", shot.parentId);
    return rows.next() ? rows.string(0) : std::string();
}

/// What is cast in a shot is cast in its episode. The episode's own count is of what was cast in it by hand.
void castInEpisode(api::Writing &writing, const KnownEntity &shot, const std::vector<CastAsset> &casting)
{
    if (casting.empty()) return;
    const std::string episodeId = episodeOf(writing, shot);
    if (episodeId.empty()) return;
    const KnownEntity episode = entities::getEntity(writing.database, episodeId);
    std::vector<std::string> present;
    auto rows = writing.database.query("SELECT entity_out_id FROM entity_link WHERE entity_in_id = ?", episodeId);
    while (rows.next()) present.push_back(rows.string(0));
    for (const CastAsset &cast : casting) {
        if (std::find(present.begin(), present.end(), cast.assetId) != present.end()) continue;
        present.push_back(cast.assetId);
        insertLink(writing, episode, {cast.assetId, 1, cast.label});
    }
}

/// What leaves an episode leaves its shots.
void uncastInShots(api::Writing &writing, const KnownEntity &episode)
{
    auto removed =
        writing.database.query("DELETE FROM entity_link WHERE entity_in_id IN (SELECT shot.id FROM entity shot"
                               " JOIN entity sequence ON sequence.id = shot.parent_id WHERE sequence.parent_id = ?"
                               " AND shot.entity_type_id = "
                + entities::typeOf(Kind::Shot)
                + ") AND entity_out_id NOT IN (SELECT entity_out_id FROM entity_link WHERE entity_in_id = ?)"
                  " RETURNING entity_in_id",
            episode.id, episode.id);
    std::vector<std::string> shots;
    while (removed.next()) shots.push_back(removed.string(0));
    std::sort(shots.begin(), shots.end());
    shots.erase(std::unique(shots.begin(), shots.end()), shots.end());
    for (const std::string &shot : shots) recount(writing, entities::getEntity(writing.database, shot));
}

std::vector<CastAsset> withoutRepetitions(const std::vector<CastAsset> &casting)
{
    std::vector<CastAsset> rows;
    for (const CastAsset &cast : casting) {
        const auto same =
            std::find_if(rows.begin(), rows.end(), [&](const CastAsset &row) { return row.assetId == cast.assetId; });
        if (same == rows.end())
            rows.push_back(cast);
        else
            *same = cast;
    }
    return rows;
}

} // namespace

GivenCasting readCasting(const Json &given)
{
    if (!given.is_array()) throw api::badRequest("A casting is a list.");
    GivenCasting casting;
    casting.givenCount = static_cast<std::int64_t>(given.size());
    for (const Json &row : given) {
        if (!row.is_object()) throw api::badRequest("Each row of a casting is an object.");
        const auto id = row.find("asset_id");
        if (id == row.end() || !id->is_string() || !api::isUuid(id->get_ref<const std::string &>()))
            throw api::badRequest("Each row of a casting names an asset_id.");
        const auto count = row.find("nb_occurences");
        if (count == row.end() || count->is_null()) continue;
        if (!count->is_number()) throw api::badRequest("nb_occurences is a number.");
        const auto label = row.find("label");
        casting.rows.push_back({id->get<std::string>(), count->get<std::int64_t>(),
            label != row.end() && label->is_string() ? label->get<std::string>() : std::string()});
    }
    return casting;
}

void replaceCasting(api::Writing &writing, const KnownEntity &entity, const GivenCasting &casting)
{
    checkAssets(writing, entity, casting.rows);
    writing.database.change("DELETE FROM entity_link WHERE entity_in_id = ?", entity.id);
    const auto rows = withoutRepetitions(casting.rows);
    for (const CastAsset &cast : rows) {
        insertLink(writing, entity, cast);
        if (entity.kind == Kind::Episode) {
            writing.database.change("UPDATE entity SET updated_at = ? WHERE id = ?", writing.now, cast.assetId);
            writing.tell("asset:update", {{"asset_id", cast.assetId}}, entity.projectId);
        }
    }
    if (entity.kind == Kind::Shot) castInEpisode(writing, entity, rows);
    if (entity.kind == Kind::Episode) uncastInShots(writing, entity);
    setCount(writing, entity, casting.givenCount);
}

void castAsset(api::Writing &writing, const KnownEntity &entity, const CastAsset &cast)
{
    checkAssets(writing, entity, {cast});
    auto existing = writing.database.query(
        "UPDATE entity_link SET nb_occurences = ?, label = ?, updated_at = ? WHERE entity_in_id = ?"
        " AND entity_out_id = ? RETURNING id",
        cast.occurrences, cast.label, writing.now, entity.id, cast.assetId);
    const bool isThere = existing.next();
    while (existing.next()) {
    }
    if (!isThere) insertLink(writing, entity, cast);
    if (entity.kind == Kind::Shot) castInEpisode(writing, entity, {cast});
    auto counted = writing.database.query("SELECT nb_entities_out FROM entity WHERE id = ?", entity.id);
    counted.next();
    setCount(writing, entity, counted.integer(0) + (isThere ? 0 : 1));
}

} // namespace callboard::breakdown
