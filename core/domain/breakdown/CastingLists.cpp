// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/CastingLists.h"

#include "core/domain/breakdown/GroupedCasting.h"
#include "core/domain/entities/EntityJson.h"

namespace callboard::breakdown {

namespace {

using entities::Kind;
using records::RowShape;
using schema::Type;

struct Column
{
    std::string_view key; // with quotes and colon
    std::string_view sql;
    Type type;
};

constexpr std::array<Column, 10> ownCasting{{{"\"asset_id\":", "asset.id", Type::Uuid},
    {"\"asset_name\":", "asset.name", Type::Text}, {"\"asset_type_name\":", "asset_type.name", Type::Text},
    {"\"ready_for\":", "asset.ready_for", Type::Uuid}, {"\"episode_id\":", "asset.source_id", Type::Uuid},
    {"\"preview_file_id\":", "asset.preview_file_id", Type::Uuid},
    {"\"nb_occurences\":", "link.nb_occurences", Type::Integer}, {"\"label\":", "link.label", Type::Text},
    {"\"is_shared\":", "asset.is_shared", Type::Boolean}, {"\"project_id\":", "asset.project_id", Type::Uuid}}};

constexpr std::string_view castFrom = " FROM entity_link link JOIN entity asset ON asset.id = link.entity_out_id"
                                      " JOIN entity_type asset_type ON asset_type.id = asset.entity_type_id ";

std::string columnsOf(std::span<const Column> columns)
{
    std::string sql;
    for (const Column &column : columns) sql += (sql.empty() ? "" : ", ") + std::string(column.sql);
    return sql;
}

void writeRow(api::JsonWriter &writer, const store::Rows &rows, std::span<const Column> columns, int first)
{
    writer.beginObject();
    for (const Column &column : columns) RowShape::writeCell(writer.quotedKey(column.key), rows, first++, column.type);
    writer.endObject();
}

api::Response castingOf(api::Reading &reading, const std::string &entityId)
{
    std::string sql = "SELECT " + columnsOf(ownCasting) + std::string(castFrom)
        + "WHERE link.entity_in_id = ? AND NOT asset.canceled ORDER BY asset_type.name, asset.name";
    return api::stream([&database = reading.database, sql = std::move(sql), entityId](api::JsonWriter &writer) {
        auto rows = database.query(sql, entityId);
        writer.beginArray();
        while (rows.next()) writeRow(writer, rows, ownCasting, 0);
        writer.endArray();
    });
}

std::string shotsOfProject()
{
    return "holder.entity_type_id = " + entities::typeOf(Kind::Shot) + " AND holder.project_id = ?";
}

/// SQL: the entity's picture; of vendors only where they have a task.
std::string seenPicture(const api::Reading &reading, const std::string &entity)
{
    const std::string picture = entity + ".preview_file_id";
    if (!reading.caller.isVendor()) return picture;
    return "CASE WHEN EXISTS (SELECT 1 FROM task JOIN task_person_link own ON own.task_id = task.id WHERE task.entity_id = "
        + entity + ".id AND own.person_id = ?) THEN " + picture + " END";
}

/// What seenPicture() binds, before `id`.
std::vector<store::Value> seenBy(const api::Reading &reading, const std::string &id)
{
    if (reading.caller.isVendor()) return {reading.caller.id, id};
    return {id};
}

void writeCastInShots(api::JsonWriter &writer, api::Reading &reading, const std::string &assetId)
{
    auto rows = reading.database.run("SELECT shot.id, shot.name, sequence.name, episode.id, episode.name, "
            + seenPicture(reading, "shot")
            + ","
              " link.nb_occurences FROM entity_link link JOIN entity shot ON shot.id = link.entity_in_id"
              " JOIN entity sequence ON sequence.id = shot.parent_id LEFT JOIN entity episode ON episode.id ="
              " sequence.parent_id WHERE link.entity_out_id = ? AND NOT shot.canceled AND shot.entity_type_id = "
            + entities::typeOf(Kind::Shot) + " ORDER BY episode.name, sequence.name, shot.name",
        seenBy(reading, assetId));
    while (rows.next()) {
        writer.beginObject();
        writer.key("shot_id").plainString(rows.text(0));
        writer.key("shot_name").string(rows.text(1));
        writer.key("sequence_name").string(rows.text(2));
        // Clients know a missing episode by this word.
        writer.key("episode_id").plainString(rows.isNull(3) ? "None" : rows.text(3));
        RowShape::writeCell(writer.key("episode_name"), rows, 4, Type::Text);
        RowShape::writeCell(writer.key("preview_file_id"), rows, 5, Type::Uuid);
        writer.key("nb_occurences").integer(rows.integer(6));
        writer.endObject();
    }
}

void writeCastInAssets(api::JsonWriter &writer, api::Reading &reading, const std::string &assetId)
{
    auto rows =
        reading.database.run("SELECT holder.id, holder.name, holder_type.name, " + seenPicture(reading, "holder")
                + ", link.nb_occurences FROM entity_link link JOIN entity holder ON holder.id ="
                  " link.entity_in_id JOIN entity_type holder_type ON holder_type.id ="
                  " holder.entity_type_id WHERE link.entity_out_id = ? AND NOT holder.canceled AND "
                + entities::isAssetType("holder.entity_type_id") + " ORDER BY holder_type.name, holder.name",
            seenBy(reading, assetId));
    while (rows.next()) {
        writer.beginObject();
        writer.key("asset_id").plainString(rows.text(0));
        writer.key("asset_name").string(rows.text(1));
        writer.key("asset_type_name").string(rows.text(2));
        RowShape::writeCell(writer.key("preview_file_id"), rows, 3, Type::Uuid);
        writer.key("nb_occurences").integer(rows.integer(4));
        writer.endObject();
    }
}

} // namespace

api::Response readCastingOf(api::Reading &reading, const api::Request &request)
{
    const auto entity = entities::getEntity(reading.database, request.pathId("entity_id"));
    if (entity.projectId != request.pathId("project_id"))
        throw api::forbidden("This entity belongs to another production.");
    return castingOf(reading, entity.id);
}

api::Response readAssetCasting(api::Reading &reading, const api::Request &request)
{
    return castingOf(reading, request.pathId("asset_id"));
}

api::Response listSequenceCasting(api::Reading &reading, const api::Request &request)
{
    const auto sequence = entities::getEntity(reading.database, request.pathId("sequence_id"), Kind::Sequence);
    return groupedCasting(reading, Grouped::BySequence, shotsOfProject() + " AND holder.parent_id = ?",
        {request.pathId("project_id"), sequence.id});
}

api::Response listAllSequencesCasting(api::Reading &reading, const api::Request &request)
{
    return groupedCasting(reading, Grouped::BySequence, shotsOfProject(), {request.pathId("project_id")});
}

api::Response listEpisodeSequencesCasting(api::Reading &reading, const api::Request &request)
{
    const std::string_view episode = request.pathValue("episode_id");
    if (episode == "all") return listAllSequencesCasting(reading, request);
    if (episode == "main")
        return groupedCasting(reading, Grouped::BySequence, shotsOfProject() + " AND parent.parent_id IS NULL",
            {request.pathId("project_id")});
    return groupedCasting(reading, Grouped::BySequence, shotsOfProject() + " AND parent.parent_id = ?",
        {request.pathId("project_id"), request.pathId("episode_id")});
}

api::Response listEpisodesCasting(api::Reading &reading, const api::Request &request)
{
    return groupedCasting(reading, Grouped::ByEpisode, "holder.project_id = ?", {request.pathId("project_id")});
}

api::Response listAssetTypeCasting(api::Reading &reading, const api::Request &request)
{
    const std::string type = request.pathId("asset_type_id");
    if (!reading.database.query("SELECT 1 FROM entity_type WHERE id = ? AND " + entities::isAssetType("id"), type)
             .next())
        throw api::notFound("The asset type " + type);
    return groupedCasting(reading, Grouped::ByAsset, "holder.project_id = ? AND holder.entity_type_id = ?",
        {request.pathId("project_id"), type});
}

api::Response listCastIn(api::Reading &reading, const api::Request &request)
{
    return api::stream([&reading, id = request.pathId("asset_id")](api::JsonWriter &writer) {
        writer.beginArray();
        writeCastInShots(writer, reading, id);
        writeCastInAssets(writer, reading, id);
        writer.endArray();
    });
}

api::Response listCastAssets(api::Reading &reading, const api::Request &request)
{
    return entities::entityList(reading,
        "SELECT " + entities::entityShape().columns()
            + " FROM entity JOIN entity_link link ON link.entity_out_id = entity.id WHERE link.entity_in_id = ?"
              " ORDER BY entity.name, entity.id",
        {request.pathId(request.pathValues.front().first)});
}

} // namespace callboard::breakdown
