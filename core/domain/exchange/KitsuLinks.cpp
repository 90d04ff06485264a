// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/KitsuLinks.h"

#include "core/access/Rules.h"
#include "core/domain/entities/ReadyAssets.h"
#include "core/domain/exchange/KitsuImport.h"
#include "core/records/ManyRows.h"
#include "core/records/Validation.h"

namespace callboard::exchange {

namespace {

const schema::Table &linkTable()
{
    return schema::table("entity_link");
}

struct Linked
{
    std::string projectId;
    bool isShared = false;
};

/// One list on its way in.
class LinkImport
{
public:
    LinkImport(api::Writing &writing, const std::vector<Json> &entries)
        : m_writing(writing)
        , m_known(writing.database)
    {
        m_known.lookAhead(linkTable(), entries);
        auto ends = idsIn(entries, "entity_in_id");
        const auto present = ends;
        ends.merge(idsIn(entries, "entity_out_id"));
        records::forRows(writing.database, "SELECT id, project_id, is_shared FROM entity WHERE id", ends,
            [this](const store::Rows &rows) {
                m_entities[rows.string(0)] = {rows.string(1), rows.boolean(2)};
            });
        records::forRows(writing.database, "SELECT id, entity_in_id, entity_out_id FROM entity_link WHERE entity_in_id",
            present, [this](const store::Rows &rows) {
                m_links[{rows.string(1), rows.string(2)}] = rows.string(0);
            });
        m_known.lookAhead("entity_link", idsIn(entries, "id"));
    }

    void take(const Json &entry)
    {
        const auto holder = m_entities.find(idIn(entry, "entity_in_id"));
        if (holder == m_entities.end() || !access::isTeamOrAdmin(m_writing, holder->second.projectId)) return;
        access::requireManager(m_writing, holder->second.projectId);
        forEntry(entry, [&] {
            if (textOf(entry, "type") != "EntityLink") throw api::badRequest("The type of a link is EntityLink.");
            Json columns = entry;
            leaveOut(columns, {"id", "type", "created_at", "updated_at", "project_name"});
            const auto asset = m_entities.find(idIn(columns, "entity_out_id"));
            if (asset == m_entities.end()) throw api::badRequest("entity_out_id names a record that does not exist.");
            requireReachable(holder->second, asset->second);
            takeLink(entry, columns, {holder->first, asset->first});
            m_holders.insert(holder->first);
        });
    }

    Json write()
    {
        Json written = m_rows.write(m_writing);
        for (const auto &[project, isNew] : m_taken)
            tellImport(m_writing, isNew ? "entity-link:new" : "entity-link:update", project);
        entities::countReadyAssetsOf(m_writing, m_holders);
        return written;
    }

private:
    using Pair = std::pair<std::string, std::string>; // holder, asset

    /// An asset of another production must be shared, or the caller's too.
    void requireReachable(const Linked &holder, const Linked &asset) const
    {
        if (asset.projectId != holder.projectId && !asset.isShared) access::requireManager(m_writing, asset.projectId);
    }

    void takeLink(const Json &entry, const Json &columns, const Pair &pair)
    {
        const auto present = m_links.find(pair);
        const std::string &project = m_entities[pair.first].projectId;
        if (present != m_links.end()) {
            m_rows.change(present->second, records::readChanges(m_known, linkTable(), columns).columns);
            m_taken.emplace_back(project, false);
            return;
        }
        records::Input input = records::readNewRow(m_known, linkTable(), columns);
        const std::string own = entry.contains("id") ? idOf(entry) : m_writing.newId();
        if (m_known.has("entity_link", own)) throw api::badRequest("This identifier is another link's.");
        m_known.add("entity_link", own);
        input.columns["id"] = own;
        keepCreation(entry, input.columns);
        m_rows.make(input.columns);
        m_links[pair] = own;
        m_taken.emplace_back(project, true);
    }

    api::Writing &m_writing;
    records::KnownRows m_known;
    records::ManyRows m_rows{"entity_link"};
    std::map<std::string, Linked> m_entities;
    std::map<Pair, std::string> m_links;
    std::set<std::string> m_holders;
    std::vector<std::pair<std::string, bool>> m_taken; // production, is new
};

} // namespace

api::Response importKitsuLinks(api::Working &working, api::Request &request)
{
    const auto entries = kitsuEntries(request);
    return working.write([&](api::Writing &writing) { return takeAll<LinkImport>(writing, entries); });
}

} // namespace callboard::exchange
