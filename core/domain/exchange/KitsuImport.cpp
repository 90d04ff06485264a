// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/KitsuImport.h"

#include "core/access/Rules.h"
#include "core/records/Record.h"

namespace callboard::exchange {

api::Error refusedImport(const std::string &sentence)
{
    return api::badRequest(sentence, {{"error", true}, {"data", nullptr}});
}

namespace {

/// The API's own lists tell a record that is not there as "" or "None"; what they tell may be sent back.
void forgetToldNothing(Json &entry)
{
    if (!entry.is_object()) return;
    for (auto &[member, value] : entry.items())
        if ((member.ends_with("_id") || member == "ready_for") && (value == "" || value == "None")) value = nullptr;
}

} // namespace

std::vector<Json> kitsuEntries(const api::Request &request)
{
    Json entries = request.json();
    if (!entries.is_array()) throw refusedImport("A list of records is needed.");
    for (Json &entry : entries) forgetToldNothing(entry);
    return {std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end())};
}

std::string textOf(const Json &entry, const char *member)
{
    const auto found = entry.find(member);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string idIn(const Json &entry, const char *member)
{
    std::string id = textOf(entry, member);
    if (!api::isUuid(id)) return {};
    std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return std::tolower(c); });
    return id;
}

std::string idOf(const Json &entry)
{
    std::string id = idIn(entry, "id");
    if (id.empty()) throw refusedImport("Every record needs its identifier.");
    return id;
}

std::set<std::string> idsIn(const std::vector<Json> &entries, const char *member)
{
    std::set<std::string> ids;
    for (const Json &entry : entries)
        if (std::string id = idIn(entry, member); !id.empty()) ids.insert(std::move(id));
    return ids;
}

void leaveOut(Json &entry, std::initializer_list<const char *> members)
{
    for (const char *member : members) entry.erase(member);
}

void forgetUnknown(
    records::KnownRows &known, const schema::Table &table, Json &entry, std::initializer_list<const char *> members)
{
    for (const char *member : members) {
        const std::string id = idIn(entry, member);
        if (!id.empty() && !known.has(table.field(member)->references, id)) entry.erase(member);
    }
}

void keepCreation(const Json &entry, Json &columns)
{
    const std::string moment = textOf(entry, "created_at");
    if (moment.empty()) return;
    const auto stored = records::storedMoment(moment);
    if (!stored) throw api::badRequest("created_at must be a moment.");
    columns["created_at"] = *stored;
}

std::vector<Json> ownEntries(api::Writing &writing, const std::vector<Json> &entries)
{
    records::KnownRows known(writing.database);
    known.lookAhead("project", idsIn(entries, "project_id"));
    std::vector<Json> own;
    std::set<std::string> projects;
    for (const Json &entry : entries) {
        const std::string project = idIn(entry, "project_id");
        if (project.empty() || !known.has("project", project) || !access::isTeamOrAdmin(writing, project)) continue;
        projects.insert(project);
        own.push_back(entry);
        own.back()["project_id"] = project;
    }
    requireManagerOfAll(writing, projects);
    return own;
}

void requireManagerOfAll(const api::Reading &reading, const std::set<std::string> &projectIds)
{
    for (const std::string &project : projectIds) access::requireManager(reading, project);
}

void tellImport(api::Writing &writing, const std::string &event, const std::string &projectId)
{
    writing.tell(event, Json::object(), projectId);
}

} // namespace callboard::exchange
