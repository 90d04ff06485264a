// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityJson.h"

namespace callboard::entities {

namespace {

/// Where entity_type_id stands among the columns.
int typeColumn()
{
    static const int column = [] {
        int index = 0;
        for (const schema::Field &field : schema::table("entity").fields()) {
            if (field.name == "entity_type_id") break;
            if (!field.isSecret) ++index;
        }
        return index;
    }();
    return column;
}

} // namespace

const records::RowShape &entityShape()
{
    return records::RowShape::of("entity");
}

void writeMembers(api::JsonWriter &writer, const store::Rows &rows, const EntityKinds &kinds, int first)
{
    entityShape().writeMembers(writer, rows, first);
    writer.quotedKey("\"type\":").plainString(nameOf(kinds.kindOf(rows.text(first + typeColumn()))));
}

void writeEntity(api::JsonWriter &writer, const store::Rows &rows, const EntityKinds &kinds, int first)
{
    writer.beginObject();
    writeMembers(writer, rows, kinds, first);
    writer.endObject();
}

void nameType(Json &entity, const EntityKinds &kinds)
{
    entity["type"] = nameOf(kinds.kindOf(entity["entity_type_id"].get_ref<const std::string &>()));
}

void nameType(Json &entity, store::Connection &database)
{
    nameType(entity, EntityKinds::read(database));
}

api::Response entityList(api::Reading &reading, std::string sql, std::vector<store::Value> values)
{
    return entityList(reading, std::move(sql), std::move(values), {});
}

api::Response entityList(
    api::Reading &reading, std::string sql, std::vector<store::Value> values, std::vector<std::string> furtherMembers)
{
    return api::stream([&database = reading.database, kinds = EntityKinds::read(reading.database), sql = std::move(sql),
                           values = std::move(values), further = std::move(furtherMembers)](api::JsonWriter &writer) {
        auto rows = database.runStreaming(sql, values);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            writeMembers(writer, rows, kinds);
            int column = entityShape().size();
            for (const auto &member : further)
                records::RowShape::writeCell(writer.key(member), rows, column++, schema::Type::Text);
            writer.endObject();
        }
        writer.endArray();
    });
}

std::string relationColumns(store::Dialect dialect)
{
    std::string columns;
    for (const schema::Relation &relation : entityShape().table().relations())
        columns += ", (SELECT " + store::fragment::jsonArray(dialect, "related." + relation.otherColumn) + " FROM "
            + relation.through + " related WHERE related." + relation.ownColumn + " = entity.id)";
    return columns;
}

void writeRecord(api::JsonWriter &writer, const store::Rows &rows, const EntityKinds &kinds, bool withRelations)
{
    writer.beginObject();
    writeMembers(writer, rows, kinds);
    int column = entityShape().size();
    if (withRelations)
        for (const schema::Relation &relation : entityShape().table().relations())
            writer.key(relation.name).raw(rows.text(column++));
    writer.endObject();
}

api::Response entityListWithRelations(api::Reading &reading, const std::string &sql, std::vector<store::Value> values)
{
    const std::string plain = "SELECT " + entityShape().columns();
    std::string whole = plain + relationColumns(reading.database.dialect()) + sql.substr(plain.size());
    return api::stream([&database = reading.database, kinds = EntityKinds::read(reading.database),
                           sql = std::move(whole), values = std::move(values)](api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) writeRecord(writer, rows, kinds, true);
        writer.endArray();
    });
}

void tellUpdate(api::Writing &writing, const KnownEntity &entity)
{
    Json payload = Json::object();
    if (entity.kind == Kind::Edit) payload["episode_id"] = entity.parentId.empty() ? Json() : Json(entity.parentId);
    tellEntity(writing, entity, "update", std::move(payload));
}

void tellEntity(api::Writing &writing, const KnownEntity &entity, const std::string &change, Json payload)
{
    const std::string name(eventNameOf(entity.kind));
    payload[name + "_id"] = entity.id;
    writing.tell(name + ':' + change, std::move(payload), entity.projectId);
}

} // namespace callboard::entities
