// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityLists.h"

#include "core/domain/entities/EntityJson.h"
#include "core/records/Filters.h"

namespace callboard::entities {

namespace {

using records::Condition;

/// A text or JSON member beside the entity's own.
struct Further
{
    std::string name;
    std::string sql;
    schema::Type type = schema::Type::Text;
};

const Further projectName{"project_name", "project.name"};
const Further sequenceName{"sequence_name", "parent.name"};

Further conceptLinks(const api::Reading &reading)
{
    return {"entity_concept_links",
        "(SELECT " + store::fragment::jsonArray(reading.database.dialect(), "link.entity_out_id")
            + " FROM entity_concept_link link WHERE link.entity_in_id = entity.id)",
        schema::Type::Json};
}

api::Response written(
    api::Reading &reading, const Condition &condition, const std::vector<Further> &further, bool bareTypes = false)
{
    std::string columns = entityShape().columns();
    for (const Further &member : further) columns += ", " + member.sql;
    std::string sql = "SELECT " + columns
        + " FROM entity JOIN project ON project.id = entity.project_id LEFT JOIN entity parent"
          " ON parent.id = entity.parent_id"
        + condition.where() + " ORDER BY entity.name, entity.id";
    return api::stream([&database = reading.database, kinds = EntityKinds::read(reading.database), bareTypes, further,
                           sql = std::move(sql), values = condition.values](api::JsonWriter &writer) {
        auto rows = database.runStreaming(sql, values);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            if (bareTypes) {
                entityShape().writeMembers(writer, rows);
                writer.key("type").plainString("Entity");
            } else {
                writeMembers(writer, rows, kinds);
            }
            int column = entityShape().size();
            for (const Further &member : further)
                records::RowShape::writeCell(writer.key(member.name), rows, column++, member.type);
            writer.endObject();
        }
        writer.endArray();
    });
}

Condition ofKind(Kind kind)
{
    Condition condition;
    condition.require(
        kind == Kind::Asset ? isAssetType("entity.entity_type_id") : "entity.entity_type_id = " + typeOf(kind));
    return condition;
}

void addParentFilters(Condition &condition, Kind kind, const api::Request &request)
{
    const auto identifier = [&](const std::string &name) {
        const std::string value(*request.query.find(name));
        if (!api::isUuid(value)) throw api::badRequest(name + " must be an identifier.");
        return value;
    };
    if (kind == Kind::Shot && request.query.contains("sequence_id"))
        condition.require("entity.parent_id = ?", {identifier("sequence_id")});
    const auto episode = request.query.find("episode_id");
    if (!episode || *episode == "all") return;
    if (kind == Kind::Asset) {
        if (*episode == "main")
            condition.require("entity.source_id IS NULL");
        else
            condition.require("entity.source_id = ? OR EXISTS (SELECT 1 FROM entity_link link"
                              " WHERE link.entity_out_id = entity.id AND link.entity_in_id = ?)",
                {identifier("episode_id"), identifier("episode_id")});
        return;
    }
    const std::string column = kind == Kind::Shot || kind == Kind::Scene ? "parent.parent_id" : "entity.parent_id";
    if (*episode == "main")
        condition.require(column + " IS NULL");
    else
        condition.require(column + " = ?", {identifier("episode_id")});
}

void limitToCaller(Condition &condition, const api::Reading &reading, Kind kind)
{
    if (isLimitedFor(reading.caller, kind)) condition.require(hasTaskOfPerson(kind), {reading.caller.id});
    if (!reading.caller.isAdmin())
        condition.require("EXISTS (SELECT 1 FROM project_person_link own WHERE own.project_id = entity.project_id"
                          " AND own.person_id = ?)",
            {reading.caller.id});
}

Condition asked(const api::Reading &reading, const api::Request &request, Kind kind)
{
    Condition condition = ofKind(kind);
    condition.require(records::filtersOf(reading.database.dialect(), entityShape().table(), request.query));
    addParentFilters(condition, kind, request);
    limitToCaller(condition, reading, kind);
    return condition;
}

Condition ofProject(const api::Reading &reading, const api::Request &request, Kind kind)
{
    Condition condition = asked(reading, request, kind);
    condition.require("entity.project_id = ?", {request.pathId("project_id")});
    return condition;
}

} // namespace

bool isLimitedFor(const api::Caller &caller, Kind kind)
{
    return caller.isVendor() && kind != Kind::Scene;
}

std::string hasTaskOfPerson(Kind kind)
{
    constexpr std::string_view own = "SELECT 1 FROM task JOIN task_person_link own ON own.task_id = task.id";
    const std::string ofItself =
        "EXISTS (" + std::string(own) + " WHERE own.person_id = ? AND task.entity_id = entity.id)";
    if (kind != Kind::Sequence && kind != Kind::Episode) return ofItself;
    return "EXISTS (" + std::string(own)
        + " JOIN entity below ON below.id = task.entity_id LEFT JOIN entity above ON above.id = below.parent_id"
          " WHERE own.person_id = ? AND (below.id = entity.id OR above.id = entity.id"
          " OR above.parent_id = entity.id OR below.source_id = entity.id))";
}

api::Response listAssets(api::Reading &reading, const api::Request &request)
{
    return written(reading, asked(reading, request, Kind::Asset), {});
}

api::Response listShots(api::Reading &reading, const api::Request &request)
{
    return written(reading, asked(reading, request, Kind::Shot), {projectName, sequenceName});
}

api::Response listScenes(api::Reading &reading, const api::Request &request)
{
    return written(reading, asked(reading, request, Kind::Scene), {projectName, sequenceName});
}

api::Response listSequences(api::Reading &reading, const api::Request &request)
{
    return written(reading, asked(reading, request, Kind::Sequence), {});
}

api::Response listEpisodes(api::Reading &reading, const api::Request &request)
{
    return written(reading, asked(reading, request, Kind::Episode), {});
}

api::Response listEdits(api::Reading &reading, const api::Request &request)
{
    return written(reading, asked(reading, request, Kind::Edit), {projectName});
}

api::Response listConcepts(api::Reading &reading, const api::Request &request)
{
    return written(reading, asked(reading, request, Kind::Concept), {conceptLinks(reading), projectName});
}

api::Response listProjectAssets(api::Reading &reading, const api::Request &request)
{
    return written(reading, ofProject(reading, request, Kind::Asset), {});
}

api::Response listProjectAssetsOfType(api::Reading &reading, const api::Request &request)
{
    Condition condition = ofProject(reading, request, Kind::Asset);
    condition.require("entity.entity_type_id = ?", {request.pathId("asset_type_id")});
    return written(reading, condition, {});
}

api::Response listProjectShots(api::Reading &reading, const api::Request &request)
{
    return written(reading, ofProject(reading, request, Kind::Shot), {});
}

api::Response listProjectScenes(api::Reading &reading, const api::Request &request)
{
    return written(reading, ofProject(reading, request, Kind::Scene), {});
}

api::Response listProjectSequences(api::Reading &reading, const api::Request &request)
{
    // Vendors are told sequences as plain entities, which is what clients have come to expect.
    return written(reading, ofProject(reading, request, Kind::Sequence), {}, reading.caller.isVendor());
}

api::Response listProjectEpisodes(api::Reading &reading, const api::Request &request)
{
    return written(reading, ofProject(reading, request, Kind::Episode), {}, reading.caller.isVendor());
}

api::Response listProjectEdits(api::Reading &reading, const api::Request &request)
{
    return written(reading, ofProject(reading, request, Kind::Edit), {});
}

api::Response listProjectConcepts(api::Reading &reading, const api::Request &request)
{
    return written(reading, ofProject(reading, request, Kind::Concept), {conceptLinks(reading)});
}

} // namespace callboard::entities
