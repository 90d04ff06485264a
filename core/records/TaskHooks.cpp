// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RecordHooks.h"

#include "core/access/Belonging.h"
#include "core/records/Record.h"
#include "core/records/Removal.h"

namespace callboard::records::hooks {

namespace {

using namespace access;

/// A comment as far as rights depend on it.
struct CommentPlace
{
    Belonging belonging;
    std::string authorId;
    Role authorRole = Role::User;
};

CommentPlace commentPlace(Reading &reading, const Request &request)
{
    const auto id = recordId(request, "comment");
    CommentPlace place{belongingOrNotFound(reading.database, "comment", id), {}, Role::User};
    auto author = reading.database.query(
        "SELECT p.id, p.role FROM comment c JOIN person p ON p.id = c.person_id WHERE c.id = ?", id);
    if (author.next()) {
        place.authorId = author.string(0);
        place.authorRole = roleNamed(author.text(1));
    }
    return place;
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

} // namespace

Access makersOfTasks()
{
    return membersOfBody("project_id", Members::Managers);
}

Condition tasksInReach(const Reading &reading, const Request &request)
{
    Condition condition;
    condition.sql = inTeams(reading, "task.project_id", condition.values, true);
    if (reading.caller.isVendor())
        condition.require("EXISTS (SELECT 1 FROM task_person_link mine WHERE mine.task_id = task.id AND mine.person_id = ?)",
            {reading.caller.id});
    if (const auto episode = request.query.find("episode_id")) {
        if (!api::isUuid(*episode)) throw api::badRequest("episode_id must be an identifier.");
        const std::string id(*episode);
        condition.require("task.entity_id IN (SELECT e.id FROM entity e LEFT JOIN entity parent ON parent.id = e.parent_id"
                          " WHERE e.id = ? OR e.parent_id = ? OR parent.parent_id = ? OR e.source_id = ?)",
            {id, id, id, id});
    }
    return condition;
}

void checkNewTask(api::Writing &writing, Input &input)
{
    requireEntityOf(writing, input.text("entity_id"), input.text("project_id"));
    if (!input.contains("task_status_id")) {
        const auto status = findWhere(writing.database, "task_status", {{"is_default", true}, {"for_concept", false}});
        if (status) input.columns["task_status_id"] = (*status)["id"];
    }
    if (!input.contains("assigner_id")) input.columns["assigner_id"] = writing.caller.id;
}

void checkTaskChange(api::Writing &writing, const Json &row, Input &input)
{
    const auto project = after(row, input, "project_id");
    if (project != row["project_id"]) requireMember(writing, project, Members::Managers);
    if (input.contains("entity_id") || input.contains("project_id"))
        requireEntityOf(writing, after(row, input, "entity_id"), project);
}

void removeTask(api::Writing &writing, const Json &row, bool isForced)
{
    const auto id = row["id"].get<std::string>();
    if (isForced) {
        removeTasks(writing, "id", id);
        return;
    }
    auto inUse = writing.database.query(
        "SELECT 1 FROM comment WHERE object_id = ? UNION ALL SELECT 1 FROM task_person_link WHERE task_id = ? LIMIT 1", id,
        id);
    if (inUse.next()) throw api::badRequest("The task has comments or assignees; delete it with force.");
}

Access readersOfComment()
{
    return {"readers of the comment's task; clients by clients' comments", false,
        [](Reading &reading, const Request &request) {
            const auto place = commentPlace(reading, request);
            requireReading(reading, place.belonging);
            if (reading.caller.isClient() && place.authorRole != Role::Client) throw api::forbidden();
        }};
}

Access writersOfComment()
{
    return {"the comment's author in the team, and its managers", false, [](Reading &reading, const Request &request) {
                const auto place = commentPlace(reading, request);
                requireReading(reading, place.belonging);
                if (place.authorId != reading.caller.id)
                    requireMember(reading, place.belonging.projectId, Members::Managers);
            }};
}

Access removersOfComment()
{
    return writersOfComment();
}

} // namespace callboard::records::hooks
