// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskHooks.h"

#include "core/access/Belonging.h"
#include "core/domain/entities/EntityKind.h"
#include "core/records/Record.h"
#include "core/records/Removal.h"
#include "core/domain/tasks/CommentEffects.h"
#include "core/domain/tasks/CommentRows.h"

namespace callboard::tasks::hooks {

using namespace access;
using namespace records;

namespace {

tasks::CommentPlace commentPlace(Reading &reading, const Request &request)
{
    return tasks::existingComment(reading, "", recordId(request, "comment"));
}

/// A column as it will be after the change.
std::string after(const Json &row, const Input &input, const char *column)
{
    if (input.contains(column)) return input.text(column);
    return row[column].is_string() ? row[column].get<std::string>() : std::string();
}

/// The entity must be of the task's production.
void requireEntityOf(api::Writing &writing, const std::string &entityId, const std::string &projectId)
{
    if (entityId.empty()) return;
    auto rows = writing.database.query("SELECT project_id FROM entity WHERE id = ?", entityId);
    if (rows.next() && rows.text(0) != projectId)
        throw api::badRequest("The entity belongs to another production than the task.");
}

void requireFittingType(api::Writing &writing, const std::string &taskTypeId, const std::string &entityId)
{
    const Json type = get(writing.database, "task_type", taskTypeId);
    const auto kind = entities::nameOf(entities::getEntity(writing.database, entityId).kind);
    if (type["for_entity"].is_string() && type["for_entity"] != kind)
        throw api::badRequest("This task type is not for a " + std::string(kind) + ".");
}

/// Supervisors plan the tasks of their departments, and nothing else.
void requireSupervisable(api::Writing &writing, const Json &row, const Input &input)
{
    static const std::set<std::string> planned{"priority", "difficulty", "estimation", "start_date", "due_date"};
    for (const auto &[name, value] : input.columns.items())
        if (!planned.contains(name)) throw api::forbidden("Supervisors change dates, estimation and priority alone.");
    if (!input.relations.empty()) throw api::forbidden("Supervisors assign through the actions of tasks.");
    if (writing.caller.departmentIds.empty()) return;
    auto type =
        writing.database.query("SELECT department_id FROM task_type WHERE id = ?", after(row, {}, "task_type_id"));
    if (!type.next() || !writing.caller.isInDepartment(type.text(0)))
        throw api::forbidden("The task is of another department.");
}

} // namespace

Access makersOfTasks()
{
    return membersOfBody("project_id", Members::Managers);
}

Condition tasksAsked(const Reading &reading, const Request &request)
{
    Condition condition;
    if (reading.caller.isVendor())
        condition.require(
            "EXISTS (SELECT 1 FROM task_person_link mine WHERE mine.task_id = task.id AND mine.person_id = ?)",
            {reading.caller.id});
    if (const auto episode = request.query.find("episode_id")) {
        if (!api::isUuid(*episode)) throw api::badRequest("episode_id must be an identifier.");
        const std::string id(*episode);
        condition.require(
            "task.entity_id IN (SELECT e.id FROM entity e LEFT JOIN entity parent ON parent.id = e.parent_id"
            " WHERE e.id = ? OR e.parent_id = ? OR parent.parent_id = ? OR e.source_id = ?)",
            {id, id, id, id});
    }
    return condition;
}

Condition tasksInReach(const Reading &reading, const Request &request)
{
    Condition condition;
    condition.sql = inTeams(reading, "task.project_id", condition.values, true);
    condition.require(tasksAsked(reading, request));
    return condition;
}

void requireKnownTaskPlace(api::Writing &writing, Json &body)
{
    for (const auto &[member, table] : {std::pair("task_type_id", "task_type"), std::pair("entity_id", "entity")}) {
        const Json id = body.value(member, Json());
        if (!id.is_string()) throw api::badRequest(std::string(member) + " is needed.");
        if (api::isUuid(id.get<std::string>())) get(writing.database, table, id.get<std::string>());
    }
}

void checkNewTask(api::Writing &writing, Input &input)
{
    requireEntityOf(writing, input.text("entity_id"), input.text("project_id"));
    requireFittingType(writing, input.text("task_type_id"), input.text("entity_id"));
    if (!input.contains("task_status_id")) {
        const auto status = findWhere(writing.database, "task_status", {{"is_default", true}, {"for_concept", false}});
        if (status) input.columns["task_status_id"] = (*status)["id"];
    }
}

void checkTaskChange(api::Writing &writing, const Json &row, Input &input)
{
    if (writing.caller.isSupervisor()) requireSupervisable(writing, row, input);
    const auto project = after(row, input, "project_id");
    if (project != row["project_id"]) requireMember(writing, project, Members::Managers);
    if (input.contains("entity_id") || input.contains("project_id"))
        requireEntityOf(writing, after(row, input, "entity_id"), project);
}

void removeTask(api::Writing &writing, const Json &row, bool isForced)
{
    const auto id = row["id"].get<std::string>();
    if (isForced) {
        removeTraces(writing, "task", "id = ?", {id});
        return;
    }
    // Comments name their task without a reference that the database could refuse by.
    if (writing.database.query("SELECT 1 FROM comment WHERE object_id = ?", id).next())
        throw api::badRequest("The task has comments; delete it with force.");
}

void completeTaskEvent(api::Event &event, const std::string &what, const Json &row)
{
    if (what == "new") event.hasAuthor = false; // as clients know it from this route
    if (what != "delete") return;
    for (const char *column : {"entity_id", "task_type_id"}) event.payload[column] = row[column];
}

Access readersOfComment()
{
    return {"readers of the comment's task; clients by clients' comments", false,
        [](Reading &reading, const Request &request) {
            if (!tasks::mayReadComment(reading, commentPlace(reading, request))) throw api::forbidden();
        }};
}

Access writersOfComment()
{
    return {"the comment's author in the team, its managers, supervisors of the department", false,
        [](Reading &reading, const Request &request) {
            const auto place = commentPlace(reading, request);
            if (!tasks::mayChangeComment(reading, place) && !tasks::mayMarkComment(reading, place))
                throw api::forbidden();
        }};
}

Access removersOfComment()
{
    return {"the comment's author in the team, and its managers", false, [](Reading &reading, const Request &request) {
                if (!tasks::mayChangeComment(reading, commentPlace(reading, request))) throw api::forbidden();
            }};
}

void tellAttachments(const Reading &reading, Json &told)
{
    if (!told.contains("attachment_files")) return;
    Json files = Json::array();
    auto rows = reading.database.query("SELECT id, name, extension, size FROM attachment_file WHERE comment_id = ?"
                                       " ORDER BY created_at, name",
        told["id"].get<std::string>());
    while (rows.next())
        files.push_back({{"id", rows.string(0)}, {"name", rows.isNull(1) ? Json() : Json(rows.string(1))},
            {"extension", rows.isNull(2) ? Json() : Json(rows.string(2))}, {"size", rows.integer(3)}});
    told["attachment_files"] = std::move(files);
}

void editComment(api::Writing &writing, const Json &row, Input &input)
{
    const auto place = tasks::existingComment(writing, "", row["id"]);
    if (!tasks::mayChangeComment(writing, place))
        for (const auto &[column, value] : input.columns.items())
            if (column != "checklist" && column != "pinned") throw api::forbidden();
    if (input.contains("task_status_id") && input.columns["task_status_id"].is_string())
        tasks::requireAllowedStatus(writing, tasks::readStatus(writing, input.text("task_status_id")));
    const auto task = after(row, input, "object_id");
    if (task != row["object_id"]) {
        const auto target = belongingOf(writing.database, "task", task);
        requireMember(writing, target ? target->projectId : std::string(), Members::Managers);
    }
    for (const char *fixed : {"object_type", "person_id", "replies"}) input.columns.erase(fixed);
    input.relations.clear(); // Mentions follow from the words, previews and acknowledgements have routes of their own.
    input.columns["editor_id"] = writing.caller.id;
}

void followComment(api::Writing &writing, const Json &before, const Json &row)
{
    tasks::commentEdited(writing, before, row);
}

void removeComment(api::Writing &writing, const Json &row, bool)
{
    tasks::clearComment(writing, tasks::existingComment(writing, "", row["id"]));
}

void recountAfterComment(api::Writing &writing, const Json &row)
{
    const auto task = row["object_id"].get<std::string>();
    if (exists(writing.database, "task", task)) tasks::recountTask(writing, task);
}

} // namespace callboard::tasks::hooks
