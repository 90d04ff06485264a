// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/news/LastEvents.h"

#include "core/access/Rules.h"
#include "core/domain/news/ListWindow.h"
#include "core/records/Record.h"

namespace callboard::news {

namespace {

constexpr std::int64_t shownAtOnce = 100;

void requireOwnProductions(api::Reading &reading, Conditions &conditions)
{
    const auto &projects = reading.caller.projectIds;
    if (reading.caller.isAdmin()) return;
    if (projects.empty()) {
        conditions.require("1 = 0");
        return;
    }
    conditions.require("api_event.project_id IN (" + store::placeholders(projects.size()) + ")",
        std::vector<store::Value>(projects.begin(), projects.end()));
}

} // namespace

api::Response listLastEvents(api::Reading &reading, const api::Request &request)
{
    Conditions conditions;
    requireOwnProductions(reading, conditions);
    conditions.requireMoments(request, "api_event.created_at");
    // Of a production are the events that say so; the column decides who may see the others.
    if (const auto project = request.query.find("project_id"); project && !project->empty()) {
        conditions.requireId(request, "project_id", "api_event.project_id");
        conditions.require(
            store::fragment::jsonMember(reading.database.dialect(), "api_event.data", "project_id") + " IS NOT NULL");
    }
    if (const auto name = request.query.find("name"); name && !name->empty())
        conditions.require("api_event.name = ?", {std::string(*name)});
    if (switchIn(request, "only_files").value_or(false))
        conditions.require("api_event.name IN ('preview-file:add-file', 'organisation:set-thumbnail',"
                           " 'person:set-thumbnail', 'project:set-thumbnail')");
    auto values = conditions.values;
    values.emplace_back(numberIn(request, "limit", shownAtOnce));
    const std::string sql = "SELECT id, created_at, name, user_id, data FROM api_event WHERE " + conditions.sql
        + " ORDER BY created_at DESC, id DESC LIMIT ?";
    return api::stream([&database = reading.database, sql, values](api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject().key("id").plainString(rows.text(0));
            writer.key("created_at").plainString(records::toldMoment(rows.text(1)));
            writer.key("name").string(rows.text(2)).key("user_id");
            if (rows.isNull(3))
                writer.null();
            else
                writer.plainString(rows.text(3));
            writer.key("data").raw(rows.isNull(4) ? "null" : rows.text(4)).endObject();
        }
        writer.endArray();
    });
}

} // namespace callboard::news
