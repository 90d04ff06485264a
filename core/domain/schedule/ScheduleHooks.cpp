// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schedule/ScheduleHooks.h"

#include "core/access/Belonging.h"
#include "core/records/Record.h"

namespace callboard::schedule::hooks {

using namespace access;
using namespace records;

namespace {

/// The identifier under `member` of a record that must exist: 400 when it is not sent, 404 when there is none.
std::string existingInBody(Reading &reading, const Json &body, const char *member, const char *table)
{
    const auto sent = body.find(member);
    if (sent == body.end() || !sent->is_string()) throw api::badRequest(std::string(member) + " is needed.");
    const auto id = sent->get<std::string>();
    if (!api::isUuid(id) || !exists(reading.database, table, id)) throw api::notFound(std::string("The ") + table);
    return id;
}

} // namespace

Access plannersOfItem()
{
    return {"managers of the item's production, supervisors of its department", false,
        [](Reading &reading, const Request &request) {
            auto item = reading.database.query(
                "SELECT i.project_id, t.department_id FROM schedule_item i LEFT JOIN task_type t ON t.id = i.task_type_id"
                " WHERE i.id = ?",
                recordId(request, "schedule_item"));
            if (!item.next()) throw api::notFound("The schedule item");
            const bool leadsDepartment = reading.caller.isSupervisor()
                && isMember(reading, item.text(0), Members::Leaders)
                && (reading.caller.departmentIds.empty() || reading.caller.isInDepartment(item.text(1)));
            if (!leadsDepartment) requireMember(reading, item.text(0), Members::Managers);
        }};
}

void refuseSecondItem(api::Writing &writing, Input &input)
{
    Json same = Json::object();
    for (const char *column : {"project_id", "task_type_id", "object_id"})
        same[column] = input.contains(column) ? input.columns[column] : Json();
    if (findWhere(writing.database, "schedule_item", same))
        throw api::badRequest("There is such a schedule item already.");
}

void dropWrittenManDays(api::Writing &, Json &body)
{
    const auto days = body.find("man_days");
    if (days != body.end() && days->is_string()) body.erase(days);
}

Access staffOfAskedProject()
{
    return {"staff of the query's project_id, admins", false, [](Reading &reading, const Request &request) {
                if (reading.caller.isAdmin()) return;
                const auto project = request.query.find("project_id");
                if (!project) throw api::forbidden("Only administrators list all; name a project_id.");
                requireMember(reading, *project, Members::Staff);
            }};
}

Access managersOfBodysVersion()
{
    return {"managers of the production of the body's schedule version", false,
        [](Reading &reading, const Request &request) {
            if (!reading.caller.isAdmin() && !reading.caller.isManager()) throw api::forbidden();
            const auto id = existingInBody(
                reading, request.jsonObject(), "production_schedule_version_id", "production_schedule_version");
            const auto belonging = belongingOrNotFound(reading.database, "production_schedule_version", id);
            requireMember(reading, belonging.projectId, Members::Managers);
            existingInBody(reading, request.jsonObject(), "task_id", "task");
        }};
}

Condition linksOfAskedProject(const Reading &, const Request &request)
{
    const auto project = request.query.find("project_id");
    if (!project) return {};
    if (!api::isUuid(*project)) throw api::badRequest("project_id must be an identifier.");
    return {"production_schedule_version_task_link.production_schedule_version_id IN"
            " (SELECT id FROM production_schedule_version WHERE project_id = ?)",
        {std::string(*project)}};
}

void checkVersionLink(api::Writing &writing, Input &input)
{
    const auto version =
        belongingOf(writing.database, "production_schedule_version", input.text("production_schedule_version_id"));
    const auto task = belongingOf(writing.database, "task", input.text("task_id"));
    if (!version || !task || version->projectId != task->projectId)
        throw api::badRequest("The task belongs to another production than the schedule version.");
}

void keepVersionLink(api::Writing &, const Json &, Input &input)
{
    input.columns.erase("task_id");
    input.columns.erase("production_schedule_version_id");
}

void removeScheduleVersion(api::Writing &writing, const Json &row, bool)
{
    const auto id = row["id"].get<std::string>();
    if (writing.database.query("SELECT 1 FROM project WHERE from_schedule_version_id = ?", id).next())
        throw api::badRequest("The production follows this version.");
    writing.database.change(
        "DELETE FROM production_schedule_version_task_link WHERE production_schedule_version_id = ?", id);
}

} // namespace callboard::schedule::hooks
