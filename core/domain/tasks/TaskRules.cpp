// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskRules.h"

namespace callboard::tasks {

using namespace access;

namespace {

bool supervises(const Caller &caller, const TaskPlace &place)
{
    if (!caller.isSupervisor() || !caller.isInTeamOf(place.projectId)) return false;
    return caller.departmentIds.empty() || caller.isInDepartment(place.departmentId);
}

Access taskRule(std::string name, std::string parameter, bool (*isAllowed)(const Reading &, const TaskPlace &))
{
    return {std::move(name), false,
        [parameter = std::move(parameter), isAllowed](Reading &reading, const Request &request) {
            if (!isAllowed(reading, existingPlaceOfTask(reading, request.pathId(parameter)))) throw api::forbidden();
        }};
}

} // namespace

std::optional<TaskPlace> placeOfTask(Reading &reading, const std::string &taskId)
{
    auto rows = reading.database.query("SELECT task.project_id, task_type.department_id,"
                                       " EXISTS (SELECT 1 FROM task_person_link"
                                       " WHERE task_person_link.task_id = task.id AND person_id = ?)"
                                       " FROM task LEFT JOIN task_type ON task_type.id = task.task_type_id"
                                       " WHERE task.id = ?",
        reading.caller.isSignedIn() ? std::optional(reading.caller.id) : std::nullopt, taskId);
    if (!rows.next()) return std::nullopt;
    return TaskPlace{taskId, rows.string(0), rows.string(1), rows.boolean(2)};
}

TaskPlace existingPlaceOfTask(Reading &reading, const std::string &taskId)
{
    if (auto place = placeOfTask(reading, taskId)) return *place;
    throw api::notFound("The task");
}

bool mayReadTask(const Reading &reading, const TaskPlace &place)
{
    if (reading.caller.isAdmin()) return true;
    return reading.caller.isInTeamOf(place.projectId) && (!reading.caller.isVendor() || place.isMine);
}

bool mayActOnTask(const Reading &reading, const TaskPlace &place)
{
    const Caller &caller = reading.caller;
    if (caller.isAdmin()) return true;
    if (!caller.isInTeamOf(place.projectId)) return false;
    return caller.isManager() || caller.isClient() || place.isMine || supervises(caller, place);
}

bool mayReplyOnTask(const Reading &reading, const TaskPlace &place)
{
    return mayReadTask(reading, place) && (!reading.caller.isSupervisor() || mayActOnTask(reading, place));
}

bool mayLeadTask(const Reading &reading, const TaskPlace &place)
{
    return isManagerOrAdmin(reading, place.projectId) || supervises(reading.caller, place);
}

Access readsTask(std::string taskParameter)
{
    return taskRule("reads the task of " + taskParameter, taskParameter, mayReadTask);
}

Access actsOnTask(std::string taskParameter)
{
    return taskRule("acts on the task of " + taskParameter, taskParameter, mayActOnTask);
}

Access repliesOnTask(std::string taskParameter)
{
    return taskRule("replies on the task of " + taskParameter, taskParameter, mayReplyOnTask);
}

Access leadsTask(std::string taskParameter)
{
    return taskRule("leads the task of " + taskParameter, taskParameter, mayLeadTask);
}

} // namespace callboard::tasks
