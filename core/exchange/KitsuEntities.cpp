// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/KitsuEntities.h"

#include "core/access/Rules.h"
#include "core/breakdown/Casting.h"
#include "core/entities/EntityJson.h"
#include "core/entities/NewEntity.h"
#include "core/records/Record.h"
#include "core/records/Validation.h"

#include <algorithm>
#include <array>

namespace callboard::exchange {

namespace {

using entities::Kind;
using entities::KnownEntity;

api::Error refused(const std::string &sentence)
{
    return api::badRequest(sentence, {{"error", true}, {"data", nullptr}});
}

std::string textOf(const Json &entry, const char *member)
{
    const auto found = entry.find(member);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string idOf(const Json &entry)
{
    std::string id = textOf(entry, "id");
    if (!api::isUuid(id)) throw api::badRequest("Every entity needs its identifier.");
    std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return std::tolower(c); });
    return id;
}

std::optional<Kind> temporalKind(std::string_view type)
{
    for (const Kind kind : {Kind::Shot, Kind::Sequence, Kind::Episode, Kind::Scene, Kind::Edit, Kind::Concept})
        if (type == nameOf(kind)) return kind;
    return std::nullopt;
}

/// "Asset" names its type beside it; the other words are the type.
void nameType(api::Writing &writing, Json &entry)
{
    const std::string type = textOf(entry, "type");
    if (const auto kind = temporalKind(type)) {
        entry["entity_type_id"] = ensureType(writing, *kind);
    } else if (entry.contains("asset_type_id") || entry.contains("asset_type_name")) {
        if (!entry.contains("asset_type_id") || !entry.contains("asset_type_name"))
            throw api::badRequest("asset_type_id and asset_type_name go together.");
        entry["entity_type_id"] = entry["asset_type_id"];
    }
}

/// The member that lists tell of an entity, as the column that it stands for; names beside identifiers go.
Json columnsOf(api::Writing &writing, Json entry)
{
    nameType(writing, entry);
    if (entry.contains("sequence_id")) entry["parent_id"] = entry["sequence_id"];
    for (const char *member : {"frame_in", "frame_out", "fps"}) {
        if (!entry.contains(member)) continue;
        if (!entry.contains("data") || !entry["data"].is_object())
            throw api::badRequest(std::string(member) + " needs data to be kept in.");
        if (!entry["data"].contains(member)) entry["data"][member] = entry[member];
    }
    static constexpr std::array<const char *, 15> told{"id", "type", "asset_type_id", "asset_type_name", "sequence_id",
        "sequence_name", "episode_id", "episode_name", "project_name", "frame_in", "frame_out", "fps", "tasks",
        "created_at", "updated_at"};
    for (const char *member : told) entry.erase(member);
    return entry;
}

/// A name is taken once under a parent, and what it hangs on is of the same production.
void checkPlace(api::Writing &writing, const std::string &id, const Json &row)
{
    const auto text = [&row](const char *column) { return textOf(row, column); };
    for (const char *column : {"parent_id", "source_id"}) {
        const std::string related = text(column);
        if (related.empty()) continue;
        const auto other = entities::findEntity(writing.database, related);
        if (!other || other->projectId != text("project_id"))
            throw refused("The entity " + related + " is none of this production.");
    }
    if (text("parent_id").empty()) return;
    const auto same = entities::entityNamed(
        writing.database, text("project_id"), text("entity_type_id"), text("parent_id"), text("name"));
    if (same && *same != id) throw refused("The name " + text("name") + " is taken.");
}

void setRelations(api::Writing &writing, const std::string &id, const records::Input &input)
{
    for (const auto &[name, ids] : input.relations)
        records::setRelation(writing, *schema::table("entity").relation(name), id, ids);
}

bool isCast(api::Reading &reading, const std::string &id)
{
    return reading.database.query("SELECT 1 FROM entity_link WHERE entity_in_id = ? LIMIT 1", id).next();
}

Json makeEntity(api::Writing &writing, const std::string &id, const Json &columns)
{
    records::Input input = records::readNewRow(writing.database, schema::table("entity"), columns);
    checkPlace(writing, id, input.columns);
    input.columns["id"] = id;
    const Json made = records::insert(writing, "entity", input.columns);
    setRelations(writing, id, input);
    const auto entity = entities::getEntity(writing.database, id);
    Json payload = Json::object();
    if (entity.kind == Kind::Asset) payload["asset_type"] = entity.typeId;
    tellEntity(writing, entity, "new", std::move(payload));
    return made;
}

/// Metadata and casting become what the entry says; a casting of null stays as it is.
Json changeEntity(api::Writing &writing, const KnownEntity &entity, Json columns)
{
    columns.erase("project_id");
    const records::Input input = records::readChanges(writing.database, schema::table("entity"), columns);
    const Json before = records::get(writing.database, "entity", entity.id);
    Json after = before;
    after.update(input.columns);
    checkPlace(writing, entity.id, after);
    const Json changed = records::update(writing, "entity", entity.id, input.columns);
    setRelations(writing, entity.id, input);
    if (!columns.contains("entities_out") && isCast(writing, entity.id)) breakdown::replaceCasting(writing, entity, {});
    if (before["ready_for"] != changed["ready_for"] || before["canceled"] != changed["canceled"])
        breakdown::countReadyAssetsAround(writing, entity.id);
    tellEntity(writing, entity, "update");
    return changed;
}

bool isOfCaller(const api::Reading &reading, const std::string &projectId)
{
    return api::isUuid(projectId) && records::exists(reading.database, "project", projectId)
        && access::isTeamOrAdmin(reading, projectId);
}

} // namespace

api::Response importKitsuEntities(api::Writing &writing, api::Request &request)
{
    const Json entries = request.json();
    if (!entries.is_array()) throw refused("A list of entities is needed.");
    Json written = Json::array();
    for (const Json &entry : entries) {
        if (!entry.is_object() || !isOfCaller(writing, textOf(entry, "project_id"))) continue;
        access::requireManager(writing, textOf(entry, "project_id"));
        const std::string id = idOf(entry);
        const auto known = entities::findEntity(writing.database, id);
        if (known) access::requireManager(writing, known->projectId);
        const Json columns = columnsOf(writing, entry);
        try {
            written.push_back(known ? changeEntity(writing, *known, columns) : makeEntity(writing, id, columns));
        } catch (const api::Error &error) {
            if (error.status() != 400) throw;
            throw refused(textOf(entry, "name") + ": " + error.what());
        }
    }
    return api::json(written);
}

} // namespace callboard::exchange
