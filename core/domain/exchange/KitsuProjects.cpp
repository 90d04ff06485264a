// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/KitsuProjects.h"

#include "core/domain/exchange/KitsuImport.h"
#include "core/records/ManyRows.h"
#include "core/domain/production/ProjectHooks.h"

namespace callboard::exchange {

namespace {

const schema::Table &projectTable()
{
    return schema::table("project");
}

Json columnsOf(Json entry)
{
    // A team is of people, who come another way, or not at all.
    leaveOut(entry,
        {"id", "type", "team", "created_at", "updated_at", "project_status_name", "descriptors", "first_episode_id",
            "task_types_priority", "task_statuses_link"});
    return entry;
}

/// Related lists may lack nothing: a production without one of its task types would lose tasks.
void requireAllRelated(records::KnownRows &known, const Json &columns)
{
    for (const schema::Relation &relation : projectTable().relations()) {
        const auto sent = columns.find(relation.name);
        if (sent == columns.end() || sent->is_null()) continue;
        const auto &other = schema::table(relation.through).field(relation.otherColumn)->references;
        for (const std::string &id : records::readIds(relation.name, *sent))
            if (!known.has(other, id)) throw api::badRequest(relation.name + " names a record that does not exist.");
    }
}

/// One list on its way in.
class ProjectImport
{
public:
    ProjectImport(api::Writing &writing, const std::vector<Json> &entries)
        : m_writing(writing)
        , m_known(writing.database)
    {
        m_known.lookAhead(projectTable(), entries);
        m_known.lookAhead("project", idsIn(entries, "id"));
    }

    void take(const Json &entry)
    {
        const std::string id = idOf(entry);
        forEntry(entry, [&] {
            Json columns = columnsOf(entry);
            forgetUnknown(
                m_known, projectTable(), columns, {"default_preview_background_file_id", "from_schedule_version_id"});
            requireAllRelated(m_known, columns);
            const bool isNew = !m_known.has("project", id);
            records::Input input = isNew ? newProject(columns) : records::readChanges(m_known, projectTable(), columns);
            production::hooks::checkNewProject(m_writing, input);
            input.columns["id"] = id;
            if (isNew) {
                keepCreation(entry, input.columns);
                m_rows.make(input.columns);
                m_known.add("project", id);
            } else {
                m_rows.change(id, input.columns);
            }
            for (auto &[name, ids] : input.relations) m_links[name][id] = std::move(ids);
            m_taken.emplace_back(id, isNew);
        });
    }

    Json write()
    {
        Json written = m_rows.write(m_writing);
        for (const auto &[name, links] : m_links)
            records::addRelations(m_writing, *projectTable().relation(name), links);
        for (const auto &[id, isNew] : m_taken) tellImport(m_writing, isNew ? "project:new" : "project:update", id);
        return written;
    }

private:
    records::Input newProject(Json columns)
    {
        production::hooks::fillProjectDefaults(m_writing, columns);
        return records::readNewRow(m_known, projectTable(), columns);
    }

    api::Writing &m_writing;
    records::KnownRows m_known;
    records::ManyRows m_rows{"project"};
    std::map<std::string, records::Links> m_links;     // by relation
    std::vector<std::pair<std::string, bool>> m_taken; // identifier, is new
};

} // namespace

api::Response importKitsuProjects(api::Working &working, api::Request &request)
{
    const auto entries = kitsuEntries(request);
    if (!working.caller.isAdmin()) return api::json(Json::array());
    return working.write([&](api::Writing &writing) { return takeAll<ProjectImport>(writing, entries); });
}

} // namespace callboard::exchange
