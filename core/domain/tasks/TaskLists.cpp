// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskLists.h"

#include "core/domain/tasks/TaskRowsWithContext.h"
#include "core/records/Record.h"
#include "core/store/schema/OpenStatus.h"

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;

// As lists, which are read first: a person's tasks are few among all.
const std::string mine = "task.id IN (SELECT task_person_link.task_id FROM task_person_link"
                         " WHERE task_person_link.person_id = ?)";
const std::string isOpen = "project_status.name IN " + schema::openStatuses;
const std::string inTeam = "task.project_id IN (SELECT project_person_link.project_id FROM project_person_link"
                           " WHERE project_person_link.person_id = ?)";

Response listToDo(
    Reading &reading, std::string condition, std::vector<store::Value> bound, TaskListForm form = TaskListForm::ToDo)
{
    return api::stream(
        [&reading, form, condition = std::move(condition), bound = std::move(bound)](api::JsonWriter &writer) {
            auto rows = reading.database.run(
                selectTasksWithContext(reading.database.dialect(), form) + "WHERE " + condition, bound);
            writer.beginArray();
            while (rows.next()) writeTaskWithContext(writer, rows, form);
            writer.endArray();
        });
}

const std::string byProduction =
    " ORDER BY project.name, task_type.name, entity_type.name, parent.name, entity.name, task.id";
/// When the work was handed in, not when it was accepted.
const std::string byEnd = " ORDER BY task.end_date DESC NULLS LAST, task.done_date DESC NULLS LAST, task.id";

/// Tasks of a person in the productions of the caller; admins see all. One's own are hidden when one left the team,
/// but those who plan must see that the tasks are still assigned.
Response listOf(Reading &reading, const std::string &personId, bool isDone)
{
    // What somebody works on is for the studio's own people.
    std::string condition = mine + " AND " + isOpen + (reading.caller.isClient() ? " AND 1 = 0" : "");
    std::vector<store::Value> bound{personId};
    if (!reading.caller.isAdmin() || personId == reading.caller.id) {
        condition += " AND " + inTeam;
        bound.emplace_back(reading.caller.id);
    }
    condition += isDone ? " AND task_status.is_done = TRUE" + byEnd
                        : " AND (task_status.is_done IS NULL OR NOT task_status.is_done)" + byProduction;
    return listToDo(reading, std::move(condition), std::move(bound));
}

std::string personOf(Reading &reading, const Request &request)
{
    auto id = request.pathId("person_id");
    if (!records::exists(reading.database, "person", id)) throw api::notFound("The person");
    return id;
}

} // namespace

Response listOwnTasks(Reading &reading, const Request &)
{
    return listOf(reading, reading.caller.id, false);
}

Response listOwnDoneTasks(Reading &reading, const Request &)
{
    return listOf(reading, reading.caller.id, true);
}

Response listPersonTasks(Reading &reading, const Request &request)
{
    return listOf(reading, personOf(reading, request), false);
}

Response listPersonDoneTasks(Reading &reading, const Request &request)
{
    return listOf(reading, personOf(reading, request), true);
}

Response listTasksToCheck(Reading &reading, const Request &)
{
    const auto &caller = reading.caller;
    std::string condition = "task_status.is_feedback_request = TRUE AND " + isOpen;
    std::vector<store::Value> bound;
    if (!caller.isAdmin()) {
        condition += " AND " + inTeam;
        bound.emplace_back(caller.id);
        if (!caller.isManager() && !caller.isSupervisor()) condition += " AND 1 = 0";
        if (caller.isSupervisor() && !caller.departmentIds.empty()) {
            condition += " AND task_type.department_id IN (" + store::placeholders(caller.departmentIds.size()) + ")";
            bound.insert(bound.end(), caller.departmentIds.begin(), caller.departmentIds.end());
        }
    }
    return listToDo(reading, condition + byProduction, std::move(bound), TaskListForm::ToCheck);
}

Response listRelatedTasks(Reading &reading, const Request &request)
{
    const auto personId = personOf(reading, request);
    const auto typeId = request.pathId("task_type_id");
    return api::stream([&reading, personId, typeId](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("task");
        auto rows = reading.database.query("SELECT " + shape.columns()
                + " FROM task JOIN project ON project.id = task.project_id"
                  " JOIN project_status ON project_status.id = project.project_status_id AND project_status.name IN "
                + schema::openStatuses
                + " WHERE task.task_type_id = ? AND task.entity_id IN (SELECT own.entity_id FROM task own"
                  " JOIN task_person_link ON task_person_link.task_id = own.id WHERE task_person_link.person_id = ?)"
                  " AND "
                + inTeam + " ORDER BY task.created_at, task.id",
            typeId, personId, personId);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

} // namespace callboard::tasks
