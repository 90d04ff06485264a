// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/ToReview.h"

#include "core/domain/entities/EntityInput.h"
#include "core/domain/files/PathWords.h"
#include "core/domain/people/PersonJson.h"
#include "core/domain/tasks/Task.h"
#include "core/records/Record.h"

namespace callboard::review {

namespace {

using api::Request;
using api::Response;
using api::Writing;
using entities::EntityInput;
using tasks::Task;

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

/// Where the production's file tree puts the preview; empty where it has no place for it.
Json previewPlace(Writing &writing, const Task &task, const Json &preview)
{
    const auto entity = entities::getEntity(writing.database, task.entityId);
    auto words = files::wordsOfEntity(writing, entity);
    words["Task"] = records::get(writing.database, "task", task.id);
    files::addTaskType(writing, words, task.taskTypeId);
    files::addNaming(words, preview["name"].get<std::string>(), preview["revision"].get<std::int64_t>());
    try {
        const auto place = files::placeIn(files::treeOf(words), "preview", files::templateKind(entity), words, "/");
        return {{"folder_path", place.folder}, {"file_name", place.name}};
    } catch (const files::MalformedTree &) {
        return {{"folder_path", ""}, {"file_name", ""}};
    }
}

/// The person as this caller may read one: whoever plans and whoever it is, all; the others what everyone is told.
Json toldPerson(Writing &writing, const std::string &id)
{
    const auto &caller = writing.caller;
    const bool seesAll = caller.isAdmin() || caller.isManager() || caller.id == id;
    return *people::findPerson(
        writing.database, id, seesAll ? people::PersonForm::WithDepartments : people::PersonForm::ShortWithDepartments);
}

/// What scripts that hand over work go on with: the task and all that it is of.
Json toldForReview(
    Writing &writing, const Task &task, const EntityInput &input, const Json &preview, const std::string &personId)
{
    auto &database = writing.database;
    Json told = records::get(database, "task", task.id);
    told["project"] = records::get(database, "project", task.projectId);
    told["entity"] = records::get(database, "entity", task.entityId);
    told["entity_type"] = records::get(database, "entity_type", told["entity"]["entity_type_id"].get<std::string>());
    told["person"] = toldPerson(writing, personId);
    told["comment"] = input.text("comment").value_or("");
    told["preview_path"] = previewPlace(writing, task, preview);
    return told;
}

} // namespace

Response sendToReview(Writing &writing, Request &request)
{
    const EntityInput input(request.anyObject());
    const Task task = tasks::readTask(writing, request.pathId("task_id"));
    const Json person = personIn(writing, input);
    const bool isChanged = input.flag("change_status", true);
    const Json preview = previewOnDisk(writing, task, input, person["id"].get<std::string>());
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
    return api::json(toldForReview(writing, task, input, preview, person["id"].get<std::string>()));
}

} // namespace callboard::review
