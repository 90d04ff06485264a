// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/CommentTask.h"

#include "core/domain/tasks/TaskRules.h"
#include "core/api/ClientJson.h"
#include "core/domain/people/PersonJson.h"
#include "core/records/Record.h"
#include "core/domain/tasks/NewPreview.h"
#include "core/domain/tasks/UploadPreview.h"
#include "core/domain/tasks/CommentEffects.h"
#include "core/domain/tasks/Mentions.h"
#include "core/domain/tasks/Notifications.h"

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Working;
using api::Writing;

std::string textOf(const Json &body, const char *name)
{
    const Json value = body.value(name, Json());
    return value.is_string() ? value.get<std::string>() : std::string();
}

/// Lists come as JSON, or as JSON text in a form.
Json listOf(const Json &body, const char *name)
{
    Json value = body.value(name, Json());
    if (value.is_string()) value = api::parseClientJson(value.get<std::string>());
    if (value.is_null() || value.is_discarded()) return Json::array();
    if (!value.is_array()) throw api::badRequest(std::string(name) + " must be a list.");
    return value;
}

/// Managers may write for others and date a comment back.
void readAuthorship(Reading &reading, const Json &body, NewComment &comment)
{
    comment.personId = reading.caller.id;
    if (!reading.caller.isAdmin() && !reading.caller.isManager()) return;
    if (const auto person = textOf(body, "person_id"); !person.empty()) {
        if (!api::isUuid(person) || !records::exists(reading.database, "person", person))
            throw api::notFound("The person");
        comment.personId = person;
    }
    if (const auto moment = textOf(body, "created_at"); !moment.empty()) {
        comment.createdAt = records::storedMoment(moment);
        if (!comment.createdAt) throw api::badRequest("created_at is no moment: " + moment);
    }
}

void requireRetakeLeft(const Task &task, const Status &status)
{
    const bool isNewRetake = status.isRetake && !task.status.isRetake;
    if (isNewRetake && task.retakeLimit > 0 && task.retakeCount + 1 > task.retakeLimit)
        throw api::badRequest("The task has had all the retakes that are allowed.");
}

Json insertComment(Writing &writing, const Task &task, const NewComment &comment)
{
    return records::insert(writing, "comment",
        {{"object_id", task.id}, {"object_type", "Task"}, {"text", comment.text}, {"checklist", comment.checklist},
            {"links", comment.links}, {"replies", Json::array()}, {"task_status_id", comment.status.id},
            {"person_id", comment.personId}, {"created_at", comment.createdAt.value_or(writing.now)}});
}

/// The author as told; with departments when a manager wrote for somebody else.
Json toldPerson(Reading &reading, const std::string &id)
{
    using people::PersonForm;
    const auto form = id == reading.caller.id ? PersonForm::Record : PersonForm::WithDepartments;
    auto person = people::findPerson(reading.database, id, form);
    if (!person) throw api::notFound("The person");
    return std::move(*person);
}

Json arrayOf(const std::set<std::string> &ids)
{
    return Json(std::vector<std::string>(ids.begin(), ids.end()));
}

/// One comment of a batch, with the places of its preview files among the uploads.
struct BatchEntry
{
    std::string taskId;
    NewComment comment;
    std::vector<std::size_t> previews;
};

/// The list of a batch: in a form as JSON text, else as the body or its member.
Json commentsOf(const Request &request)
{
    Json list;
    if (const auto field = request.form.find("comments"))
        list = api::parseClientJson(*field);
    else
        list = request.json();
    if (list.is_object()) list = list.value("comments", Json());
    if (!list.is_array() || list.empty()) throw api::badRequest("A list of comments is needed.");
    return list;
}

/// True for "preview_file-0" and "preview_file-0-1" with the prefix "preview_file-0".
bool belongsTo(const api::UploadedFile &upload, const std::string &prefix)
{
    return upload.field() == prefix || upload.field().starts_with(prefix + '-');
}

BatchEntry readEntry(Working &working, Request &request, media::NewFiles &files, const Json &item, std::size_t place)
{
    if (!item.is_object()) throw api::badRequest("A comment must be an object.");
    const auto taskId = request.pathValue("task_id").empty()
        ? textOf(item, item.contains("task_id") ? "task_id" : "object_id")
        : request.pathId("task_id");
    if (!api::isUuid(taskId)) throw api::notFound("The task");
    if (!mayActOnTask(working, existingPlaceOfTask(working, taskId))) throw api::forbidden();
    if (!item.contains("text") && !item.contains("comment")) throw api::badRequest("The text is missing: text.");
    BatchEntry entry{taskId, parseComment(working, item), {}};
    for (std::size_t i = 0; i < request.files.size(); ++i) {
        auto &upload = request.files[i];
        if (belongsTo(upload, "attachment_file-" + std::to_string(place)))
            entry.comment.attachments.push_back(storeAttachment(working, files, upload));
        else if (belongsTo(upload, "preview_file-" + std::to_string(place)))
            entry.previews.push_back(i);
    }
    return entry;
}

/// Adds the previews of a comment that was made; files that are not accepted are left out.
Json addPreviews(Working &working, Request &request, const BatchEntry &entry, const std::string &commentId)
{
    Json previews = Json::array();
    for (const std::size_t place : entry.previews) {
        std::string previewId;
        working.write([&](Writing &writing) {
            previewId = makePreviewOf(writing, commentId)["id"].get<std::string>();
            return api::noContent();
        });
        try {
            auto told = storeUpload(working, previewId, request.files[place]);
            previews.push_back(Json::parse(std::get<std::string>(told.body)));
        } catch (const api::Error &refused) {
            if (refused.status() != 400) throw;
            discardPreview(working, previewId);
        }
    }
    return previews;
}

} // namespace

void requireAllowedStatus(const Reading &reading, const Status &status)
{
    if (reading.caller.isClient() && !status.isClientAllowed) throw api::forbidden("Clients may not set this status.");
    if (reading.caller.isArtist() && !status.isArtistAllowed) throw api::forbidden("Artists may not set this status.");
}

NewComment parseComment(Reading &reading, const Json &body)
{
    if (textOf(body, "task_status_id").empty()) throw api::badRequest("The task status is missing: task_status_id.");
    NewComment comment;
    comment.status = readStatus(reading, textOf(body, "task_status_id"));
    requireAllowedStatus(reading, comment.status);
    comment.text = textOf(body, body.contains("comment") ? "comment" : "text");
    comment.checklist = listOf(body, "checklist");
    comment.links = listOf(body, "links");
    readAuthorship(reading, body, comment);
    return comment;
}

Json commentTask(Writing &writing, const Task &task, const NewComment &comment)
{
    requireRetakeLeft(task, comment.status);
    Json told = insertComment(writing, task, comment);
    const auto id = told["id"].get<std::string>();
    const auto mentions = mentionsIn(writing, task.projectId, comment.text);
    setMentions(writing, id, mentions);
    writing.tell("comment:new", {{"comment_id", id}, {"task_id", task.id}, {"task_status_id", comment.status.id}},
        task.projectId);
    told["attachment_files"] = insertAttachments(writing, id, comment.attachments);
    repeatByHashtag(writing, task, comment);
    applyComment(writing, task, id, comment, mentions);
    told["previews"] = Json::array();
    told["mentions"] = arrayOf(mentions.everyone());
    told["department_mentions"] = arrayOf(mentions.departments);
    told["acknowledgements"] = Json::array();
    told["task_status"] = records::get(writing.database, "task_status", comment.status.id);
    told["person"] = toldPerson(writing, comment.personId);
    return told;
}

Response postComment(Working &working, Request &request)
{
    const Json body = request.files.empty() && request.form.empty() ? request.jsonObject() : request.anyObject();
    auto comment = parseComment(working, body);
    media::NewFiles files(working.services);
    for (auto &upload : request.files) comment.attachments.push_back(storeAttachment(working, files, upload));
    const auto taskId = request.pathId("task_id");
    auto response = working.write(
        [&](Writing &writing) { return api::json(commentTask(writing, readTask(writing, taskId), comment), 201); });
    files.keep();
    return response;
}

Response batchComment(Working &working, Request &request)
{
    const Json list = commentsOf(request);
    media::NewFiles files(working.services);
    std::vector<BatchEntry> entries;
    for (std::size_t i = 0; i < list.size(); ++i) entries.push_back(readEntry(working, request, files, list[i], i));
    Json told = Json::array();
    working.write([&](Writing &writing) {
        for (const auto &entry : entries)
            told.push_back(commentTask(writing, readTask(writing, entry.taskId), entry.comment));
        return api::noContent();
    });
    files.keep();
    for (std::size_t i = 0; i < entries.size(); ++i)
        told[i]["preview_files"] = addPreviews(working, request, entries[i], told[i]["id"].get<std::string>());
    return api::json(told, 201);
}

Response commentMany(Writing &writing, Request &request)
{
    const Json list = request.json();
    if (!list.is_array()) throw api::badRequest("A list of comments is needed.");
    const auto projectId = request.pathId("project_id");
    Json told = Json::array();
    for (const Json &item : list) {
        if (!item.is_object()) throw api::badRequest("A comment must be an object.");
        const auto taskId = textOf(item, "object_id");
        if (!api::isUuid(taskId)) continue;
        const auto place = placeOfTask(writing, taskId);
        const bool isAllowed = place && place->projectId == projectId && !writing.caller.isClient()
            && mayActOnTask(writing, *place);
        if (!isAllowed) continue;
        told.push_back(commentTask(writing, readTask(writing, taskId), parseComment(writing, item)));
    }
    return api::json(told, 201);
}

} // namespace callboard::tasks
