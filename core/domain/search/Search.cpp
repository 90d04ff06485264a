// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/search/Search.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/EntityLists.h"
#include "core/domain/people/PersonJson.h"
#include "core/store/schema/OpenStatus.h"

#include <algorithm>
#include <array>

namespace callboard::search {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using entities::Kind;

constexpr std::size_t shortestQuery = 3; // letters
constexpr std::int64_t usualLimit = 3, greatestLimit = 100;
constexpr std::array<std::string_view, 3> indexNames{"assets", "shots", "persons"};

struct Search
{
    std::string query;
    std::vector<std::string> words;
    std::string projectId; // empty: all
    std::int64_t limit = usualLimit;
    std::int64_t offset = 0;
    std::vector<std::string> indexes;

    bool asks(std::string_view index) const { return std::ranges::find(indexes, index) != indexes.end(); }
};

std::int64_t countIn(const Json &body, const char *name, std::int64_t otherwise, std::int64_t greatest)
{
    const Json value = body.value(name, Json());
    if (value.is_null()) return otherwise;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0)
        throw api::badRequest(std::string(name) + " must be a whole number from 0 on.");
    return std::min(value.get<std::int64_t>(), greatest);
}

std::vector<std::string> wordsOf(const std::string &query)
{
    std::vector<std::string> words;
    for (const QString &word : QString::fromStdString(query).simplified().split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

Search parse(const Json &body)
{
    const Json query = body.value("query", Json(""));
    if (!query.is_string()) throw api::badRequest("query must be a text.");
    Search search;
    search.query = QString::fromStdString(query.get<std::string>()).trimmed().toStdString();
    search.words = wordsOf(search.query);
    search.limit = countIn(body, "limit", usualLimit, greatestLimit);
    search.offset = countIn(body, "offset", 0, INT32_MAX);
    if (const Json project = body.value("project_id", Json());
        project.is_string() && !project.get<std::string>().empty()) {
        search.projectId = project.get<std::string>();
        if (!api::isUuid(search.projectId)) throw api::badRequest("project_id must be an identifier.");
    }
    const Json indexes = body.value("index_names", Json());
    if (indexes.is_null())
        search.indexes.assign(indexNames.begin(), indexNames.end());
    else if (!indexes.is_array())
        throw api::badRequest("index_names must be a list.");
    else
        for (const Json &name : indexes)
            if (name.is_string()) search.indexes.push_back(name.get<std::string>());
    return search;
}

/// For LIKE: the text itself, whatever signs it has. Both dialects escape with a backslash.
std::string literally(const std::string &text)
{
    std::string escaped;
    for (const char sign : text) {
        if (sign == '%' || sign == '_' || sign == '\\') escaped += '\\';
        escaped += sign;
    }
    return escaped;
}

std::string isLike(const Reading &reading, const std::string &text)
{
    return store::fragment::like(reading.database.dialect(), text);
}

/// A statement and its values, put together in the order of the text.
struct Statement
{
    std::string sql;
    std::vector<store::Value> values;

    Statement &add(const std::string &text, std::initializer_list<store::Value> bound = {})
    {
        sql += text;
        values.insert(values.end(), bound.begin(), bound.end());
        return *this;
    }
    /// Every word stands in one of the texts.
    void addWords(const Reading &reading, const Search &search, const std::vector<std::string> &texts)
    {
        for (const std::string &word : search.words) {
            add(" AND (");
            for (std::size_t i = 0; i < texts.size(); ++i)
                add((i ? " OR " : "") + isLike(reading, texts[i]), {'%' + literally(word) + '%'});
            add(")");
        }
    }
    /// The name itself, then what begins with it, then what holds it, then the rest; by name within.
    void addOrder(const Reading &reading, const Search &search, const std::string &name, const std::string &id)
    {
        const std::string like = isLike(reading, name);
        const std::string text = literally(search.query);
        add(" ORDER BY CASE WHEN " + like + " THEN 0 WHEN " + like + " THEN 1 WHEN " + like + " THEN 2 ELSE 3 END, "
                + name + ", " + id + " LIMIT ? OFFSET ?",
            {text, text + '%', '%' + text + '%', search.limit, search.offset});
    }
};

/// Values of the metadata, not their names. SQLite: json_each, PostgreSQL: jsonb_each_text.
std::string metadataOf(const Reading &reading)
{
    return reading.database.isSqlite()
        ? "COALESCE((SELECT group_concat(value, ' ') FROM json_each(entity.data)), '')"
        : "COALESCE((SELECT string_agg(value, ' ') FROM jsonb_each_text(entity.data)), '')";
}

Statement entitiesFound(const Reading &reading, const Search &search, Kind kind)
{
    const bool isAsset = kind == Kind::Asset;
    Statement statement;
    statement.add("SELECT " + entities::entityShape().columns()
        + ", project.name, entity_type.name, preview_file.extension, parent.name, above.id, above.name"
          " FROM entity JOIN project ON project.id = entity.project_id"
          " JOIN project_status ON project_status.id = project.project_status_id AND project_status.name IN "
        + schema::openStatuses
        + " JOIN entity_type ON entity_type.id = entity.entity_type_id"
          " LEFT JOIN entity parent ON parent.id = entity.parent_id LEFT JOIN entity above ON above.id = parent.parent_id"
          " LEFT JOIN preview_file ON preview_file.id = entity.preview_file_id WHERE ");
    statement.add(isAsset ? entities::isAssetType("entity.entity_type_id")
                          : "entity.entity_type_id = " + entities::typeOf(Kind::Shot));
    statement.add(" AND NOT entity.canceled");
    if (!search.projectId.empty()) statement.add(" AND entity.project_id = ?", {search.projectId});
    if (!reading.caller.isAdmin())
        statement.add(" AND EXISTS (SELECT 1 FROM project_person_link team WHERE team.project_id = entity.project_id"
                      " AND team.person_id = ?)",
            {reading.caller.id});
    if (reading.caller.isVendor()) statement.add(" AND " + entities::hasTaskOfPerson(kind), {reading.caller.id});
    statement.addWords(reading, search,
        {isAsset ? "(entity_type.name || ' ' || entity.name)" : "entity.name", "COALESCE(entity.description, '')",
            metadataOf(reading)});
    statement.addOrder(reading, search, "entity.name", "entity.id");
    return statement;
}

void writeMatchedTerms(api::JsonWriter &writer, const Search &search)
{
    writer.key("matched_terms").beginArray();
    for (const std::string &word : search.words) writer.string(word);
    writer.endArray();
}

void writeTextOrNull(api::JsonWriter &writer, const char *name, const store::Rows &rows, int column)
{
    writer.key(name);
    if (rows.isNull(column))
        writer.null();
    else
        writer.string(rows.text(column));
}

void writeEntities(api::JsonWriter &writer, Reading &reading, const Search &search, Kind kind)
{
    const Statement statement = entitiesFound(reading, search, kind);
    const auto kinds = entities::EntityKinds::read(reading.database);
    auto rows = reading.database.run(statement.sql, statement.values);
    writer.beginArray();
    while (rows.next()) {
        int column = entities::entityShape().size();
        writer.beginObject();
        entities::writeMembers(writer, rows, kinds);
        writeTextOrNull(writer, "project_name", rows, column);
        if (kind == Kind::Asset) writeTextOrNull(writer, "asset_type_name", rows, column + 1);
        writeTextOrNull(writer, "preview_file_extension", rows, column + 2);
        if (kind == Kind::Shot) {
            writeTextOrNull(writer, "sequence_name", rows, column + 3);
            if (!rows.isNull(column + 4)) {
                writeTextOrNull(writer, "episode_id", rows, column + 4);
                writeTextOrNull(writer, "episode", rows, column + 5);
            }
        }
        writeMatchedTerms(writer, search);
        writer.endObject();
    }
    writer.endArray();
}

void writePersons(api::JsonWriter &writer, Reading &reading, const Search &search)
{
    using people::PersonForm;
    const auto form = PersonForm::ShortWithDepartments;
    const std::string name = "(person.first_name || ' ' || COALESCE(person.last_name, ''))";
    Statement statement;
    statement.add(
        "SELECT " + people::personColumns(reading.database.dialect(), form) + " FROM person WHERE person.active");
    statement.addWords(reading, search, {name});
    statement.addOrder(reading, search, name, "person.id");
    auto rows = reading.database.run(statement.sql, statement.values);
    writer.beginArray();
    while (rows.next()) {
        writer.beginObject();
        people::writePersonMembers(writer, rows, form);
        writeMatchedTerms(writer, search);
        writer.endObject();
    }
    writer.endArray();
}

} // namespace

Response searchStudio(Reading &reading, const Request &request)
{
    Search search = parse(request.jsonObject());
    if (QString::fromStdString(search.query).size() < static_cast<qsizetype>(shortestQuery))
        return api::json(Json::object());
    return api::stream([&reading, search = std::move(search)](api::JsonWriter &writer) {
        writer.beginObject();
        if (search.asks("assets")) writeEntities(writer.key("assets"), reading, search, Kind::Asset);
        if (search.asks("shots")) writeEntities(writer.key("shots"), reading, search, Kind::Shot);
        if (search.asks("persons")) writePersons(writer.key("persons"), reading, search);
        writer.endObject();
    });
}

} // namespace callboard::search
