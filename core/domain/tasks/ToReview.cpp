// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/ToReview.h"

#include "core/domain/entities/EntityInput.h"
#include "core/records/Record.h"
#include "core/domain/tasks/Task.h"

namespace callboard::tasks {

namespace {

using api::Request;
using api::Response;
using api::Writing;
using entities::EntityInput;

Json personIn(Writing &writing, const EntityInput &input)
{
    const auto id = input.text("person_id").value_or(writing.caller.id);
    const auto person = api::isUuid(id) ? records::find(writing.database, "person", id) : std::nullopt;
    if (!person) throw api::badRequest("The person does not exist.");
    return *person;
}

std::string feedbackStatus(Writing &writing)
{
    auto rows = writing.database.query("SELECT id FROM task_status WHERE is_feedback_request = TRUE"
                                       " AND (archived IS NULL OR NOT archived) ORDER BY created_at, id LIMIT 1");
    if (!rows.next()) throw api::badRequest("The studio has no status of feedback.");
    return rows.string(0);
}

std::int64_t nextRevision(Writing &writing, const std::string &taskId)
{
    auto rows = writing.database.query("SELECT COALESCE(MAX(revision), 0) FROM preview_file WHERE task_id = ?", taskId);
    rows.next();
    return rows.integer(0) + 1;
}

Json previewOnDisk(Writing &writing, const Task &task, const EntityInput &input, const std::string &personId)
{
    const auto asked = input.integer("revision").value_or(0);
    const Json preview = records::insert(writing, "preview_file",
        {{"name", input.text("name").value_or("main")}, {"path", input.text("preview_path").value_or("")},
            {"revision", asked > 0 ? asked : nextRevision(writing, task.id)}, {"extension", "mp4"},
            {"source", "script"}, {"task_id", task.id}, {"person_id", personId}});
    writing.tell("preview-file:new", {{"preview_file_id", preview["id"]}}, task.projectId);
    return preview;
}

/// What trackers beside this one are told: their own numbers for everything.
void tellToReview(Writing &writing, const Task &task, const EntityInput &input, const Json &person, bool isChanged)
{
    const auto number = [&](const char *table, const std::string &id) {
        return records::get(writing.database, table, id)["shotgun_id"];
    };
    const Json entity = records::get(writing.database, "entity", task.entityId);
    const Json type = records::get(writing.database, "entity_type", entity["entity_type_id"].get<std::string>());
    api::Event event;
    event.name = "task:to-review";
    event.payload = {{"task_id", task.id}, {"task_shotgun_id", number("task", task.id)},
        {"entity_shotgun_id", entity["shotgun_id"]}, {"entity_type_name", type["name"]},
        {"project_shotgun_id", number("project", task.projectId)}, {"person_shotgun_id", person["shotgun_id"]},
        {"comment", input.text("comment").value_or("")}, {"preview_path", input.text("preview_path").value_or("")},
        {"previous_task_status_id", task.status.id}, {"change_status", isChanged}};
    event.projectId = task.projectId; // heard by the team; the payload has no production
    writing.tell(std::move(event));
}

} // namespace

Response sendToReview(Writing &writing, Request &request)
{
    const EntityInput input(request.anyObject());
    const Task task = readTask(writing, request.pathId("task_id"));
    const Json person = personIn(writing, input);
    const bool isChanged = input.flag("change_status", true);
    previewOnDisk(writing, task, input, person["id"].get<std::string>());
    if (isChanged) {
        const auto status = feedbackStatus(writing);
        records::update(writing, "task", task.id, {{"task_status_id", status}, {"end_date", writing.now}});
        writing.tell("task:update", {{"task_id", task.id}}, task.projectId);
        if (status != task.status.id)
            writing.tell("task:status-changed",
                {{"task_id", task.id}, {"new_task_status_id", status}, {"previous_task_status_id", task.status.id},
                    {"person_id", person["id"]}},
                task.projectId);
    }
    tellToReview(writing, task, input, person, isChanged);
    return api::json(taskWithAssignees(writing, task.id));
}

} // namespace callboard::tasks
