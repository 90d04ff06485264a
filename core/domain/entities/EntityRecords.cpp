// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityRecords.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/EntityLists.h"
#include "core/domain/entities/EntityRules.h"
#include "core/domain/entities/NewEntity.h"
#include "core/domain/entities/ReadyAssets.h"
#include "core/records/Filters.h"
#include "core/records/Paging.h"
#include "core/records/Record.h"
#include "core/records/Validation.h"

#include <QDateTime>

namespace callboard::entities {

namespace {

using records::Condition;
using records::Input;

const schema::Table &entityTable()
{
    return schema::table("entity");
}

/// Everyone sees entities of their productions; vendors those with a task of theirs.
Condition visible(const api::Reading &reading)
{
    Condition condition;
    if (!reading.caller.isAdmin())
        condition.require("EXISTS (SELECT 1 FROM project_person_link team WHERE team.project_id = entity.project_id"
                          " AND team.person_id = ?)",
            {reading.caller.id});
    if (reading.caller.isVendor()) condition.require(hasTaskOfPerson(Kind::Shot), {reading.caller.id});
    return condition;
}

/// The names of what a change never touches: whose it is, and links that other routes change.
constexpr std::array<std::string_view, 9> keptMembers{"id", "project_id", "created_by", "shotgun_id", "created_at",
    "updated_at", "entities_out", "entities_in", "instance_casting"};

/// What stands for nothing: "null" as forms send it, "" and "None" as the lists and single reads of entities tell it,
/// so that what was read can be written back.
bool isNothing(const Json &value)
{
    return value == "null" || value == "" || value == "None";
}

/// The metadata of an entity are values by name.
void requireMetadata(const Json &body)
{
    const auto data = body.find("data");
    if (data != body.end() && !data->is_null() && !data->is_object())
        throw api::badRequest("data must be a JSON object.");
}

Json withoutKept(Json body)
{
    for (const auto name : keptMembers) body.erase(std::string(name));
    for (const char *name : {"parent_id", "source_id", "preview_file_id", "ready_for"})
        if (const auto found = body.find(name); found != body.end() && isNothing(*found)) *found = nullptr;
    requireMetadata(body);
    return body;
}

/// Supervisors change those keys of `data` alone that are of their departments; without departments any key.
void requireSupervised(api::Writing &writing, const KnownEntity &entity, const Json &body)
{
    for (const auto &[name, value] : body.items())
        if (name != "data") throw api::forbidden("Supervisors change the metadata alone.");
    if (!body.contains("data")) throw api::forbidden("Supervisors change the metadata alone.");
    if (writing.caller.departmentIds.empty() || !body["data"].is_object()) return;
    std::vector<std::string> allowed;
    auto rows = writing.database.query(
        "SELECT descriptor.field_name FROM metadata_descriptor descriptor"
        " JOIN department_metadata_descriptor_link link ON link.metadata_descriptor_id = descriptor.id"
        " JOIN department_link own ON own.department_id = link.department_id"
        " WHERE descriptor.project_id = ? AND descriptor.entity_type = ? AND own.person_id = ?",
        entity.projectId, nameOf(entity.kind), writing.caller.id);
    while (rows.next()) allowed.push_back(rows.string(0));
    for (const auto &[key, value] : body["data"].items())
        if (std::find(allowed.begin(), allowed.end(), key) == allowed.end())
            throw api::forbidden("The field " + key + " belongs to another department.");
}

/// The author in the team, managers of the team, admins; supervisors some metadata.
void requireChange(api::Writing &writing, const KnownEntity &entity, const Json &body)
{
    if (access::isManagerOrAdmin(writing, entity.projectId)) return;
    access::requireTeam(writing, entity.projectId);
    const api::Caller &caller = writing.caller;
    if (caller.isClient() || caller.isVendor()) throw api::forbidden();
    if (entity.createdBy == caller.id) return;
    if (!caller.isSupervisor()) throw api::forbidden("Only its author and the managers may change this.");
    requireSupervised(writing, entity, body);
}

std::string textOr(const Json &columns, const char *name, const std::string &otherwise)
{
    const auto found = columns.find(name);
    if (found == columns.end()) return otherwise;
    return found->is_string() ? found->get<std::string>() : std::string();
}

/// 400 when the entity stands above its new parent already: nothing may hang below itself.
void requireNoCircle(api::Writing &writing, const KnownEntity &entity, const std::string &parent)
{
    if (entity.id.empty()) return;
    auto above = writing.database.query(
        "WITH RECURSIVE above(id, parent_id) AS (SELECT id, parent_id FROM entity WHERE id = ?"
        " UNION SELECT entity.id, entity.parent_id FROM entity JOIN above ON entity.id = above.parent_id)"
        " SELECT 1 FROM above WHERE id = ?",
        parent, entity.id);
    if (above.next()) throw api::badRequest("Nothing is its own parent, nor the parent of what it hangs below.");
}

/// A name is taken once under a parent; the parent is of the same production.
void checkPlace(api::Writing &writing, const KnownEntity &entity, const Json &columns)
{
    const std::string parent = textOr(columns, "parent_id", entity.parentId);
    for (const std::string &related : {parent, textOr(columns, "source_id", entity.sourceId)}) {
        if (related.empty()) continue;
        const auto other = findEntity(writing.database, related);
        if (!other || other->projectId != entity.projectId)
            throw api::badRequest("The entity " + related + " is none of this production.");
    }
    if (parent.empty()) return;
    if (columns.contains("parent_id")) requireNoCircle(writing, entity, parent);
    const std::string type = textOr(columns, "entity_type_id", entity.typeId);
    const std::string name = textOr(columns, "name", entity.name);
    const auto same = entityNamed(writing.database, entity.projectId, type, parent, name);
    if (same && *same != entity.id) throw api::badRequest("The name " + name + " is taken.");
}

/// The name that a shot had is kept with the new data when it has not changed for a minute.
void keepVersion(api::Writing &writing, const Json &before, const Json &after)
{
    const auto moment = [](const std::string &stored) {
        return QDateTime::fromString(QString::fromStdString(stored.substr(0, 19)), Qt::ISODate);
    };
    if (moment(before["updated_at"]).secsTo(moment(writing.now)) < 60) return;
    records::insert(writing, "entity_version",
        {{"name", before["name"]}, {"data", after["data"]}, {"entity_id", after["id"]},
            {"person_id", writing.caller.id}});
}

void changeColumns(api::Writing &writing, const KnownEntity &entity, const Input &input)
{
    const Json before = records::get(writing.database, "entity", entity.id);
    const Json after = records::update(writing, "entity", entity.id, input.columns);
    for (const auto &[name, ids] : input.relations)
        records::setRelation(writing, *entityTable().relation(name), entity.id, ids);
    if (entity.kind == Kind::Shot) keepVersion(writing, before, after);
    if (before["ready_for"] != after["ready_for"] || before["canceled"] != after["canceled"])
        countReadyAssetsAround(writing, entity.id);
    tellUpdate(writing, getEntity(writing.database, entity.id));
}

Json told(api::Reading &reading, const std::string &id, bool withRelations)
{
    Json entity = withRelations ? records::getWithRelations(reading.database, "entity", id)
                                : records::get(reading.database, "entity", id);
    nameType(entity, reading.database);
    return entity;
}

std::string recordId(const api::Request &request)
{
    const auto id = request.pathValue("instance_id");
    if (!api::isUuid(id))
        throw api::badRequest("An entity is named by its identifier.", {{"error", true}, {"data", nullptr}});
    return request.pathId("instance_id");
}

} // namespace

api::Response listEntityRecords(api::Reading &reading, const api::Request &request)
{
    Condition condition = visible(reading);
    condition.require(records::filtersOf(reading.database.dialect(), entityTable(), request.query));
    const bool withRelations = request.isSwitchedOn("relations");
    const std::string select = "SELECT " + entityShape().columns()
        + (withRelations ? relationColumns(reading.database.dialect()) : "") + " FROM entity";
    return api::stream([&database = reading.database, kinds = EntityKinds::read(reading.database), condition, select,
                           withRelations, page = records::pageAskedBy(request)](api::JsonWriter &writer) {
        records::writeList(writer, database, "entity", select, condition, page,
            [&](api::JsonWriter &out, const store::Rows &rows) { writeRecord(out, rows, kinds, withRelations); });
    });
}

api::Response readEntityRecord(api::Reading &reading, const api::Request &request)
{
    const auto entity = getEntity(reading.database, recordId(request));
    requireReadable(reading, entity);
    const auto relations = request.query.find("relations");
    return api::json(told(reading, entity.id, !relations || request.isSwitchedOn("relations")));
}

api::Response createEntityRecord(api::Writing &writing, api::Request &request)
{
    Json body = request.jsonObject();
    if (const auto project = body.find("project_id");
        project != body.end() && project->is_string() && api::isUuid(project->get_ref<const std::string &>()))
        access::requireManager(writing, project->get_ref<const std::string &>());
    else if (!writing.caller.isAdmin() && !writing.caller.isManager())
        throw api::forbidden();
    body.erase("created_by");
    requireMetadata(body);
    Input input = records::readNewRow(writing.database, entityTable(), body);
    if (!writing.caller.id.empty()) input.columns["created_by"] = writing.caller.id;

    KnownEntity place;
    place.projectId = input.text("project_id");
    place.typeId = input.text("entity_type_id");
    checkPlace(writing, place, input.columns);
    const Json made = records::insert(writing, "entity", input.columns);
    for (const auto &[name, ids] : input.relations)
        records::setRelation(writing, *entityTable().relation(name), made["id"], ids);
    const auto entity = getEntity(writing.database, made["id"]);
    Json payload = Json::object();
    if (entity.kind == Kind::Asset) payload["asset_type"] = entity.typeId;
    tellEntity(writing, entity, "new", std::move(payload));
    return api::json(made, 201);
}

api::Response changeEntityRecord(api::Writing &writing, api::Request &request)
{
    const auto entity = getEntity(writing.database, recordId(request));
    const Json body = withoutKept(request.jsonObject());
    requireChange(writing, entity, body);
    Input input = records::readChanges(writing.database, entityTable(), body);
    checkPlace(writing, entity, input.columns);
    Json metadata = records::get(writing.database, "entity", entity.id)["data"];
    if (!metadata.is_object()) metadata = Json::object();
    if (const auto given = input.columns.find("data"); given != input.columns.end() && given->is_object())
        metadata.update(*given);
    input.columns["data"] = std::move(metadata);
    changeColumns(writing, entity, input);
    return api::json(told(writing, entity.id, true));
}

api::Response changeShot(api::Writing &writing, api::Request &request)
{
    const auto shot = getEntity(writing.database, request.pathId("shot_id"), Kind::Shot);
    const Json body = withoutKept(request.jsonObject());
    requireChange(writing, shot, body);
    const Input input = records::readChanges(writing.database, entityTable(), body);
    checkPlace(writing, shot, input.columns);
    changeColumns(writing, shot, input);
    return api::json(records::get(writing.database, "entity", shot.id));
}

} // namespace callboard::entities
