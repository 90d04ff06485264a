// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/AssignTasks.h"

#include "core/domain/tasks/TaskRules.h"
#include "core/records/Record.h"
#include "core/domain/tasks/Notifications.h"
#include "core/domain/tasks/Task.h"

namespace callboard::tasks {

namespace {

using api::Request;
using api::Response;
using api::Writing;

struct Assignee
{
    std::string id;
    bool isBot = false;
    std::set<std::string> departments;
};

Assignee readAssignee(Writing &writing, const std::string &id)
{
    auto rows = writing.database.query("SELECT person.is_bot, department_link.department_id FROM person"
                                       " LEFT JOIN department_link ON department_link.person_id = person.id"
                                       " WHERE person.id = ?",
        id);
    Assignee assignee;
    assignee.id = id;
    bool exists = false;
    for (; rows.next(); exists = true) {
        assignee.isBot = rows.boolean(0);
        if (!rows.isNull(1)) assignee.departments.insert(rows.string(1));
    }
    if (!exists) throw api::badRequest("The person does not exist.");
    return assignee;
}

/// Managers assign anybody; supervisors people of their departments to tasks of these; artists themselves to
/// tasks of their departments.
bool mayAssign(const Writing &writing, const TaskPlace &place, const Assignee &assignee)
{
    const auto &caller = writing.caller;
    if (assignee.isBot) return false;
    if (access::isManagerOrAdmin(writing, place.projectId)) return true;
    if (caller.isSupervisor() && mayLeadTask(writing, place))
        return caller.departmentIds.empty()
            || std::any_of(caller.departmentIds.begin(), caller.departmentIds.end(),
                [&](const auto &department) { return assignee.departments.contains(department); });
    return caller.isArtist() && caller.isInTeamOf(place.projectId) && assignee.id == caller.id
        && caller.isInDepartment(place.departmentId);
}

bool mayTakeOff(const Writing &writing, const TaskPlace &place, const std::string &personId)
{
    return mayLeadTask(writing, place)
        || (personId == writing.caller.id && place.isMine && writing.caller.isInTeamOf(place.projectId));
}

/// The tasks of a body {task_ids}: a list of them, or one by itself as older clients send it.
std::vector<std::string> namedTasks(const Json &body)
{
    auto named = body.value("task_ids", Json());
    if (named.is_string()) named = Json::array({std::move(named)});
    if (!named.is_array() || named.empty()) throw api::badRequest("The tasks are missing: task_ids.");
    return identifiersIn(named);
}

} // namespace

void putOnTask(Writing &writing, const std::string &projectId, const std::string &taskId, const std::string &personId)
{
    const auto added = writing.database.change(
        "INSERT INTO task_person_link (task_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING", taskId, personId);
    writing.database.change("INSERT INTO project_person_link (project_id, person_id) VALUES (?, ?)"
                            " ON CONFLICT DO NOTHING",
        projectId, personId);
    if (added) notifyOfAssignation(writing, projectId, taskId, personId);
    writing.tell("task:assign", {{"task_id", taskId}, {"person_id", personId}}, projectId);
    writing.tell("task:update", {{"task_id", taskId}}, projectId);
}

Response assignTask(Writing &writing, Request &request)
{
    const auto taskId = request.pathId("task_id");
    const Json body = request.jsonObject();
    const auto personId = body.value("person_id", Json());
    if (!personId.is_string() || !api::isUuid(personId.get<std::string>()))
        throw api::badRequest("The person is missing: person_id.");
    const auto place = existingPlaceOfTask(writing, taskId);
    const auto assignee = readAssignee(writing, personId.get<std::string>());
    if (!mayAssign(writing, place, assignee)) throw api::forbidden();
    records::update(writing, "task", taskId, {{"assigner_id", writing.caller.id}});
    putOnTask(writing, place.projectId, taskId, assignee.id);
    return api::json(taskWithAssignees(writing, taskId));
}

Response assignTasksToPerson(Writing &writing, Request &request)
{
    const auto named = namedTasks(request.jsonObject());
    if (!api::isUuid(request.pathValue("person_id"))) throw api::badRequest("The person does not exist.");
    const auto assignee = readAssignee(writing, request.pathId("person_id"));
    std::vector<std::string> assigned;
    for (const auto &taskId : named) {
        const auto place = placeOfTask(writing, taskId);
        if (!place || !mayAssign(writing, *place, assignee)) continue;
        records::update(writing, "task", taskId, {{"assigner_id", writing.caller.id}});
        putOnTask(writing, place->projectId, taskId, assignee.id);
        assigned.push_back(taskId);
    }
    return api::json(tasksWithAssignees(writing, assigned));
}

Response clearAssignation(Writing &writing, Request &request)
{
    const Json body = request.jsonObject();
    const auto named = namedTasks(body);
    const auto person = body.value("person_id", Json());
    Json cleared = Json::array();
    for (const auto &taskId : named) {
        const auto place = placeOfTask(writing, taskId);
        if (!place || !mayTakeOff(writing, *place, person.is_string() ? person.get<std::string>() : "")) continue;
        std::vector<std::string> people;
        if (person.is_string())
            people.push_back(person.get<std::string>());
        else
            for (auto rows = writing.database.query("SELECT person_id FROM task_person_link WHERE task_id = ?", taskId);
                 rows.next();)
                people.push_back(rows.string(0));
        for (const auto &id : people) {
            writing.database.change("DELETE FROM task_person_link WHERE task_id = ? AND person_id = ?", taskId, id);
            writing.tell("task:unassign", {{"task_id", taskId}, {"person_id", id}}, place->projectId);
        }
        writing.tell("task:update", {{"task_id", taskId}}, place->projectId);
        cleared.push_back(taskId);
    }
    return api::json(cleared);
}

} // namespace callboard::tasks
