// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/CsvCasting.h"

#include "core/domain/breakdown/Casting.h"
#include "core/domain/exchange/CsvExport.h"
#include "core/domain/exchange/ImportedTable.h"

#include <map>

namespace callboard::exchange {

namespace {

using breakdown::CastAsset;
using entities::Kind;

constexpr std::string_view mainPack = "MP"; // what belongs to no episode

/// Entities of a production by the slugs of episode, parent and name.
class Names
{
public:
    static Names read(store::Connection &database, const std::string &projectId)
    {
        Names names;
        auto rows =
            database.query("SELECT entity.id, entity.name, entity_type.name, parent.name, above.name, episode.name"
                           " FROM entity JOIN entity_type ON entity_type.id = entity.entity_type_id"
                           " LEFT JOIN entity parent ON parent.id = entity.parent_id"
                           " LEFT JOIN entity above ON above.id = parent.parent_id"
                           " LEFT JOIN entity episode ON episode.id = entity.source_id"
                           " WHERE entity.project_id = ?",
                projectId);
        while (rows.next()) {
            const std::string name = slug(rows.text(1));
            const std::string_view type = rows.text(2);
            if (type == "Shot")
                names.m_ids[slug(rows.text(4)) + '/' + slug(rows.text(3)) + '/' + name] = rows.string(0);
            else if (type == "Episode")
                names.m_ids["/episode/" + name] = rows.string(0);
            else if (type != "Sequence" && type != "Scene" && type != "Edit" && type != "Concept") {
                names.m_ids.emplace("asset/" + slug(type) + '/' + name, rows.string(0));
                names.m_ids[slug(rows.text(5)) + '/' + slug(type) + '/' + name] = rows.string(0);
            }
        }
        return names;
    }

    std::string holder(const std::string &episode, const std::string &parent, const std::string &name) const
    {
        const std::string place = slug(episode == mainPack ? std::string() : episode);
        return find(place + '/' + slug(parent) + '/' + slug(name));
    }
    std::string asset(const std::string &type, const std::string &name) const
    {
        return find("asset/" + slug(type) + '/' + slug(name));
    }

private:
    std::string find(const std::string &key) const
    {
        const auto found = m_ids.find(key);
        return found == m_ids.end() ? std::string() : found->second;
    }
    std::map<std::string, std::string> m_ids;
};

struct CastingRow
{
    std::string holderId;
    CastAsset cast;
};

std::vector<CastingRow> readRows(const ImportedTable &table, const Names &names)
{
    std::vector<CastingRow> rows;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto row = table.row(i);
        CastingRow read;
        read.holderId = names.holder(row.text("Episode"), row.required("Parent"), row.required("Name"));
        read.cast.assetId = names.asset(row.required("Asset Type"), row.required("Asset"));
        row.required("Occurences");
        read.cast.occurrences = row.wholeNumber("Occurences").value_or(1);
        read.cast.label = row.has("Label") ? slug(row.text("Label")) : "fixed";
        if (!read.holderId.empty() && !read.cast.assetId.empty()) rows.push_back(std::move(read));
    }
    return rows;
}

} // namespace

api::Response importCasting(api::Working &working, api::Request &request)
{
    const ImportedTable table = ImportedTable::read(request);
    const std::string project = request.pathId("project_id");
    return working.write([&](api::Writing &writing) {
        for (const CastingRow &row : readRows(table, Names::read(writing.database, project)))
            castAsset(writing, entities::getEntity(writing.database, row.holderId), row.cast);
        return api::json(Json(std::vector<Json>(table.size())), 201);
    });
}

namespace {

/// The condition on what the assets are cast in: `holder`, its parent and the parent's.
std::string holders(const api::Request &request, bool isSeries, std::vector<store::Value> &values)
{
    const auto episode = request.query.find("episode_id");
    if (request.isSwitchedOn("is_shot_casting")) {
        if (episode && api::isUuid(*episode)) {
            values.emplace_back(std::string(*episode));
            return "holder_type.name = 'Shot' AND parent.parent_id = ?";
        }
        return "holder_type.name = 'Shot'";
    }
    if (isSeries && episode == "all") return "holder_type.name = 'Episode'";
    // Shots and episodes are asked for by name; the rest are assets, and sequences and scenes that hold some.
    const std::string assets = "holder_type.name NOT IN ('Shot', 'Episode')";
    if (!isSeries || !episode || episode->empty()) return assets;
    // What belongs to no episode is part of every one.
    if (*episode == "main") return assets + " AND holder.source_id IS NULL";
    if (!api::isUuid(*episode)) throw api::notFound("The episode");
    values.emplace_back(std::string(*episode));
    return assets + " AND (holder.source_id IS NULL OR holder.source_id = ?)";
}

} // namespace

api::Response exportCasting(api::Reading &reading, const api::Request &request)
{
    const std::string project = request.pathId("project_id");
    auto production = reading.database.query("SELECT production_type FROM project WHERE id = ?", project);
    const bool isSeries = production.next() && production.text(0) == "tvshow";
    const bool ofEpisodes =
        isSeries && !request.isSwitchedOn("is_shot_casting") && request.query.find("episode_id") == "all";
    std::vector<store::Value> values{project};
    const std::string condition = holders(request, isSeries, values);
    auto rows = reading.database.run(
        "SELECT CASE WHEN holder_type.name = 'Shot' THEN above.name ELSE own_episode.name END, CASE WHEN"
        " holder_type.name = 'Shot' THEN parent.name ELSE holder_type.name END, holder.name, asset_type.name,"
        " asset.name, link.nb_occurences, link.label FROM entity_link link JOIN entity holder ON holder.id ="
        " link.entity_in_id JOIN entity_type holder_type ON holder_type.id = holder.entity_type_id JOIN entity asset"
        " ON asset.id = link.entity_out_id JOIN entity_type asset_type ON asset_type.id = asset.entity_type_id"
        " LEFT JOIN entity parent ON parent.id = holder.parent_id LEFT JOIN entity above ON above.id ="
        " parent.parent_id LEFT JOIN entity own_episode ON own_episode.id = holder.source_id"
        " WHERE holder.project_id = ? AND NOT holder.canceled AND NOT asset.canceled AND "
            + condition + " ORDER BY 1, 2, 3, 4, 5",
        values);
    CsvExport table({"Parent", "Name", "Asset Type", "Asset", "Occurences", "Label"});
    const bool withEpisode = isSeries && !ofEpisodes;
    if (withEpisode) table.setHeader({"Episode", "Parent", "Name", "Asset Type", "Asset", "Occurences", "Label"});
    while (rows.next()) {
        std::vector<std::string> cells;
        if (withEpisode) cells.push_back(rows.isNull(0) ? std::string(mainPack) : rows.string(0));
        for (int column = 1; column < 7; ++column) cells.push_back(rows.string(column));
        table.add(std::move(cells));
    }
    return table.response();
}

} // namespace callboard::exchange
