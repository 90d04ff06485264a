// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityActivity.h"

#include "core/records/RowShape.h"

#include <charconv>

namespace callboard::entities {

namespace {

using records::RowShape;
using schema::Type;

constexpr std::int64_t newsPage = 2000; // rows

struct Column
{
    std::string_view key; // with quotes and colon
    std::string_view sql;
    Type type;
};

constexpr std::array<Column, 16> newsColumns{{{"\"id\":", "news.id", Type::Uuid},
    {"\"created_at\":", "news.created_at", Type::Moment}, {"\"author_id\":", "news.author_id", Type::Uuid},
    {"\"comment_id\":", "news.comment_id", Type::Uuid}, {"\"task_id\":", "news.task_id", Type::Uuid},
    {"\"task_type_id\":", "task.task_type_id", Type::Uuid},
    {"\"task_status_id\":", "comment.task_status_id", Type::Uuid},
    {"\"task_entity_id\":", "task.entity_id", Type::Uuid}, {"\"preview_file_id\":", "news.preview_file_id", Type::Uuid},
    {"\"preview_file_extension\":", "preview_file.extension", Type::Text},
    {"\"preview_file_revision\":", "preview_file.revision", Type::Integer},
    {"\"project_id\":", "project.id", Type::Uuid}, {"\"project_name\":", "project.name", Type::Text},
    {"\"change\":", "news.change", Type::Boolean}, {"\"episode_id\":", "episode.id", Type::Uuid},
    {"\"entity_preview_file_id\":", "entity.preview_file_id", Type::Uuid}}};

constexpr std::string_view newsFrom =
    " FROM news JOIN task ON task.id = news.task_id JOIN project ON project.id = task.project_id"
    " JOIN entity ON entity.id = task.entity_id JOIN entity_type ON entity_type.id = entity.entity_type_id"
    " LEFT JOIN comment ON comment.id = news.comment_id LEFT JOIN preview_file"
    " ON preview_file.id = news.preview_file_id LEFT JOIN entity parent ON parent.id = entity.parent_id"
    " LEFT JOIN entity episode ON episode.id = CASE WHEN entity_type.name = 'Shot' THEN parent.parent_id"
    " ELSE entity.source_id END WHERE task.entity_id = ?";

/// "E01 / SQ01 / P001", "Character / Llama"
std::string fullName(const store::Rows &rows, int first)
{
    const std::string name = rows.string(first);
    const bool isShot = rows.text(first + 1) == "Shot";
    std::string full = isShot ? rows.string(first + 2) : rows.string(first + 1);
    if (isShot && !rows.isNull(first + 3)) full = rows.string(first + 3) + " / " + full;
    return full.empty() ? name : full + " / " + name;
}

std::string newsSelect()
{
    std::string sql = "SELECT entity.name, entity_type.name, parent.name, episode.name";
    for (const Column &column : newsColumns) sql += ", " + std::string(column.sql);
    return sql + std::string(newsFrom);
}

void writeNews(api::JsonWriter &writer, const store::Rows &rows)
{
    writer.beginObject();
    int index = 4;
    for (const Column &column : newsColumns)
        RowShape::writeCell(writer.quotedKey(column.key), rows, index++, column.type);
    writer.key("full_entity_name").string(fullName(rows, 0));
    writer.key("type").plainString("News");
    writer.endObject();
}

std::int64_t pageOf(const api::Request &request)
{
    const auto given = request.query.find("page");
    if (!given) return 1;
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(given->data(), given->data() + given->size(), number);
    if (failure != std::errc() || end != given->data() + given->size() || number < 1)
        throw api::badRequest("page must be a number from 1 on.");
    return number;
}

void limitToOwnTasks(std::string &sql, std::vector<store::Value> &values, const api::Reading &reading)
{
    if (!reading.caller.isVendor()) return;
    sql += " AND EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)";
    values.emplace_back(reading.caller.id);
}

std::string entityOf(const api::Request &request)
{
    return request.pathId(request.pathValues.front().first);
}

} // namespace

api::Response listEntityNews(api::Reading &reading, const api::Request &request)
{
    const std::int64_t number = pageOf(request);
    std::string limits;
    std::vector<store::Value> values{entityOf(request)};
    limitToOwnTasks(limits, values, reading);
    return api::stream([&database = reading.database, number, limits, values](api::JsonWriter &writer) mutable {
        auto counted = database.run("SELECT count(*)" + std::string(newsFrom) + limits, values);
        counted.next();
        const std::int64_t total = counted.integer(0);
        const std::int64_t offset = (number - 1) * newsPage;
        values.emplace_back(newsPage);
        values.emplace_back(offset);
        auto rows =
            database.run(newsSelect() + limits + " ORDER BY news.created_at DESC, news.id LIMIT ? OFFSET ?", values);
        writer.beginObject().key("data").beginArray();
        while (rows.next()) writeNews(writer, rows);
        writer.endArray();
        writer.key("total").integer(total).key("nb_pages").integer((total + newsPage - 1) / newsPage);
        writer.key("limit").integer(newsPage).key("offset").integer(offset).key("page").integer(number).endObject();
    });
}

api::Response listEntityPreviews(api::Reading &reading, const api::Request &request)
{
    const RowShape shape = RowShape::of("preview_file")
                               .only({"id", "name", "original_name", "extension", "revision", "position", "file_size",
                                   "status", "validation_status", "task_id", "person_id", "created_at"});
    std::string sql = "SELECT " + shape.columns()
        + " FROM preview_file JOIN task ON task.id = preview_file.task_id WHERE task.entity_id = ?";
    std::vector<store::Value> values{entityOf(request)};
    limitToOwnTasks(sql, values, reading);
    sql += " ORDER BY preview_file.created_at DESC, preview_file.id";
    return api::stream([&database = reading.database, shape, sql, values](api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.endObject();
        }
        writer.endArray();
    });
}

api::Response listEntityTimeSpents(api::Reading &reading, const api::Request &request)
{
    const RowShape &shape = RowShape::of("time_spent");
    std::string sql = "SELECT " + shape.columns()
        + " FROM time_spent JOIN task ON task.id = time_spent.task_id WHERE task.entity_id = ?";
    std::vector<store::Value> values{entityOf(request)};
    if (reading.caller.isVendor() || reading.caller.isClient()) {
        sql += " AND time_spent.person_id = ?";
        values.emplace_back(reading.caller.id);
    }
    sql += " ORDER BY time_spent.date DESC, time_spent.created_at DESC, time_spent.id";
    return api::stream([&database = reading.database, &shape, sql, values](api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

} // namespace callboard::entities
