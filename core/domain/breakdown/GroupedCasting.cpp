// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/GroupedCasting.h"

#include "core/records/RowShape.h"

#include <unordered_map>

namespace callboard::breakdown {

namespace {

using records::RowShape;
using schema::Type;
using store::Rows;

struct Column
{
    std::string_view key; // with quotes and colon
    std::string_view sql;
    Type type;
};

// Without the last two by asset.
constexpr std::array<Column, 7> assetColumns{
    {{"\"asset_id\":", "asset.id", Type::Uuid}, {"\"name\":", "asset.name", Type::Text},
        {"\"asset_name\":", "asset.name", Type::Text}, {"\"asset_type_name\":", "asset_type.name", Type::Text},
        {"\"preview_file_id\":", "asset.preview_file_id", Type::Uuid},
        {"\"is_shared\":", "asset.is_shared", Type::Boolean}, {"\"project_id\":", "asset.project_id", Type::Uuid}}};

/// Lets identifiers be looked up without a copy.
struct IdHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>()(id); }
};

/// A cast asset as each of its castings tells it.
struct ToldAsset
{
    int place = 0;       // by type, then name, as the database orders them
    std::string members; // JSON, without braces
};
using ToldAssets = std::unordered_map<std::string, ToldAsset, IdHash, std::equal_to<>>;

struct CastRow
{
    const ToldAsset *asset;
    std::optional<std::int64_t> occurrences;
    std::optional<std::string> label;
};

/// An asset is cast a hundred times: it is read, written as JSON and put into its place once. The castings come in
/// the order of their holders, and only those of one holder are put into order at a time.
class GroupedList
{
public:
    GroupedList(store::Connection &database, Grouped grouped, std::string condition, std::vector<store::Value> values)
        : m_database(database)
        , m_grouped(grouped)
        , m_condition(std::move(condition))
        , m_values(std::move(values))
    {}

    void write(api::JsonWriter &writer)
    {
        readAssets();
        std::optional<Rows> sequences;
        if (m_grouped == Grouped::BySequence) sequences.emplace(m_database.run(sequenceSql(), m_values));
        Rows links = m_database.runStreaming(linkSql(), m_values);
        writer.beginObject();
        for (bool hasLink = links.next(); hasLink;) {
            m_holder = links.text(0);
            m_cast.clear();
            do {
                keep(links);
                hasLink = links.next();
            } while (hasLink && links.text(0) == m_holder);
            while (sequences && sequences->next() && sequences->text(0) != m_holder) {
            }
            if (!m_cast.empty()) writeHolder(writer, sequences);
        }
        writer.endObject();
    }

private:
    static constexpr const char *holders =
        " FROM entity holder LEFT JOIN entity parent ON parent.id = holder.parent_id ";
    /// That of an index, so that nothing is sorted.
    static constexpr const char *order = " ORDER BY holder.entity_type_id, holder.id";

    std::string where() const { return " WHERE NOT holder.canceled AND " + m_condition; }
    std::string sequenceSql() const { return "SELECT holder.id, parent.name" + std::string(holders) + where() + order; }
    std::string linkSql() const
    {
        return "SELECT holder.id, link.entity_out_id, link.nb_occurences, link.label" + std::string(holders)
            + "JOIN entity_link link ON link.entity_in_id = holder.id" + where() + order;
    }

    void readAssets()
    {
        const auto columns = std::span(assetColumns).first(m_grouped == Grouped::ByAsset ? 5 : 7);
        std::string sql = "SELECT ";
        for (const Column &column : columns) sql += std::string(column.sql) + ", ";
        sql += "asset.id FROM entity asset JOIN entity_type asset_type ON asset_type.id = asset.entity_type_id"
               " WHERE NOT asset.canceled AND asset.id IN (SELECT link.entity_out_id"
            + std::string(holders) + "JOIN entity_link link ON link.entity_in_id = holder.id" + where()
            + ") ORDER BY asset_type.name, asset.name";
        auto rows = m_database.run(sql, m_values);
        while (rows.next()) {
            api::JsonWriter members;
            int column = 0;
            for (const Column &told : columns)
                RowShape::writeCell(members.quotedKey(told.key), rows, column++, told.type);
            m_assets.emplace(rows.string(column), ToldAsset{static_cast<int>(m_assets.size()), members.take()});
        }
    }

    void keep(const Rows &links)
    {
        const auto asset = m_assets.find(links.text(1));
        if (asset == m_assets.end()) return; // cancelled
        CastRow &row = m_cast.emplace_back();
        row.asset = &asset->second;
        if (!links.isNull(2)) row.occurrences = links.integer(2);
        row.label = links.optionalString(3);
    }

    void writeHolder(api::JsonWriter &writer, const std::optional<Rows> &sequences)
    {
        std::sort(m_cast.begin(), m_cast.end(),
            [](const CastRow &left, const CastRow &right) { return left.asset->place < right.asset->place; });
        writer.key(m_holder).beginArray();
        for (const CastRow &row : m_cast) {
            writer.beginObject().raw(row.asset->members);
            writer.quotedKey("\"nb_occurences\":");
            row.occurrences ? writer.integer(*row.occurrences) : writer.null();
            writer.quotedKey("\"label\":");
            row.label ? writer.string(*row.label) : writer.null();
            if (sequences) RowShape::writeCell(writer.quotedKey("\"sequence_name\":"), *sequences, 1, Type::Text);
            writer.endObject();
        }
        writer.endArray();
    }

    store::Connection &m_database;
    const Grouped m_grouped;
    const std::string m_condition;
    const std::vector<store::Value> m_values;
    ToldAssets m_assets;
    std::string m_holder;
    std::vector<CastRow> m_cast; // of the holder
};

} // namespace

api::Response groupedCasting(
    api::Reading &reading, Grouped grouped, const std::string &condition, std::vector<store::Value> values)
{
    return api::stream(
        [&database = reading.database, grouped, condition, values = std::move(values)](
            api::JsonWriter &writer) { GroupedList(database, grouped, condition, values).write(writer); });
}

} // namespace callboard::breakdown
