// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/ProjectLinks.h"

#include "core/records/Record.h"

#include <charconv>

namespace callboard::breakdown {

namespace {

constexpr std::int64_t defaultLimit = 100; // rows a page

std::int64_t numberOf(const api::Request &request, std::string_view name, std::int64_t otherwise)
{
    const auto given = request.query.find(name);
    if (!given) return otherwise;
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(given->data(), given->data() + given->size(), number);
    if (failure != std::errc() || end != given->data() + given->size())
        throw api::badRequest(std::string(name) + " must be a whole number.");
    return number;
}

const records::RowShape &linkShape()
{
    return records::RowShape::of("entity_link");
}

std::string linksOfProject(const std::string &columns)
{
    return "SELECT " + columns
        + " FROM entity_link JOIN entity holder ON holder.id = entity_link.entity_in_id WHERE holder.project_id = ?";
}

std::int64_t totalOf(api::Reading &reading, const std::string &projectId)
{
    auto rows = reading.database.query(linksOfProject("count(*)"), projectId);
    rows.next();
    return rows.integer(0);
}

void writeLinks(api::JsonWriter &writer, store::Rows rows)
{
    writer.beginArray();
    while (rows.next()) linkShape().writeObject(writer, rows);
    writer.endArray();
}

/// Links with their moments as they are kept, which cursor_created_at continues from: these columns of the table,
/// after those of a shape without them.
void writeExactLinks(api::JsonWriter &writer, store::Rows rows, const std::vector<std::string> &moments)
{
    const records::RowShape shape = linkShape().without({"created_at", "updated_at"});
    writer.beginArray();
    while (rows.next()) {
        writer.beginObject();
        shape.writeMembers(writer, rows);
        int column = shape.size();
        for (const std::string &moment : moments) {
            std::string text = rows.string(column++);
            std::replace(text.begin(), text.end(), ' ', 'T'); // as PostgreSQL writes it
            writer.key(moment).plainString(text);
        }
        writer.key("type").plainString("EntityLink");
        writer.endObject();
    }
    writer.endArray();
}

std::string exactColumns(const std::vector<std::string> &moments)
{
    std::string columns = linkShape().without({"created_at", "updated_at"}).columns();
    for (const std::string &moment : moments) columns += ", entity_link." + moment;
    return columns;
}

constexpr std::string_view inOrder = " ORDER BY entity_link.created_at, entity_link.id";

api::Response page(api::Reading &reading, const std::string &projectId, std::int64_t number, std::int64_t limit)
{
    const std::int64_t total = totalOf(reading, projectId);
    const std::int64_t offset = (number - 1) * limit;
    const bool isOutside = offset < 0 || offset >= total;
    return api::stream(
        [&database = reading.database, projectId, number, limit, total, offset, isOutside](api::JsonWriter &writer) {
            writer.beginObject().key("data");
            if (isOutside)
                writer.beginArray().endArray();
            else
                writeLinks(writer,
                    database.query(linksOfProject(linkShape().columns()) + std::string(inOrder) + " LIMIT ? OFFSET ?",
                        projectId, limit, offset));
            writer.key("total").integer(isOutside ? 0 : total);
            writer.key("nb_pages").integer((total + limit - 1) / limit);
            writer.key("limit").integer(limit).key("offset").integer(offset).key("page").integer(number);
            writer.endObject();
        });
}

api::Response after(api::Reading &reading, const std::string &projectId, std::string_view cursor, std::int64_t limit)
{
    const auto moment = records::storedMoment(cursor);
    if (!moment) throw api::badRequest("cursor_created_at must be a moment.");
    return api::stream([&database = reading.database, projectId, limit, moment = *moment,
                           total = totalOf(reading, projectId)](api::JsonWriter &writer) {
        writer.beginObject().key("data");
        const std::vector<std::string> moments{"created_at", "updated_at"};
        writeExactLinks(writer,
            database.query(linksOfProject(exactColumns(moments)) + " AND entity_link.created_at > ?"
                    + std::string(inOrder) + " LIMIT ?",
                projectId, moment, limit),
            moments);
        writer.key("total").integer(total).key("limit").integer(limit);
        writer.endObject();
    });
}

} // namespace

api::Response listProjectLinks(api::Reading &reading, const api::Request &request)
{
    const std::string project = request.pathId("project_id");
    std::int64_t limit = numberOf(request, "limit", 0);
    const std::int64_t number = numberOf(request, "page", -1);
    const auto cursor = request.query.find("cursor_created_at");
    if (cursor && !cursor->empty()) return after(reading, project, *cursor, limit > 0 ? limit : defaultLimit);
    if (number >= 0) return page(reading, project, number, limit > 0 ? limit : defaultLimit);
    return api::stream([&database = reading.database, project, limit](api::JsonWriter &writer) {
        const std::vector<std::string> moments{"created_at"};
        const std::string sql = linksOfProject(exactColumns(moments)) + std::string(inOrder);
        writeExactLinks(writer,
            limit > 0 ? database.query(sql + " LIMIT ?", project, limit) : database.query(sql, project), moments);
    });
}

api::Response removeProjectLink(api::Writing &writing, api::Request &request)
{
    const std::string id = request.pathId("entity_link_id");
    auto rows = writing.database.query("SELECT " + linkShape().columns()
            + " FROM entity_link JOIN entity holder ON holder.id = entity_link.entity_in_id"
              " WHERE entity_link.id = ? AND holder.project_id = ?",
        id, request.pathId("project_id"));
    if (!rows.next()) throw api::notFound("The link " + id);
    const Json link = linkShape().toJson(rows);
    records::remove(writing, "entity_link", id);
    writing.database.change("UPDATE entity SET nb_entities_out = (SELECT count(*) FROM entity_link"
                            " WHERE entity_link.entity_in_id = entity.id) WHERE id = ?",
        link["entity_in_id"].get<std::string>());
    api::Event event;
    event.name = "entity-link:delete";
    event.projectId = request.pathId("project_id");
    event.payload = {{"entity_link_id", id}, {"project_id", *event.projectId}};
    event.isKept = false;
    writing.tell(std::move(event));
    return api::json(link);
}

} // namespace callboard::breakdown
