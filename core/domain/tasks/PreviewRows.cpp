// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/PreviewRows.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/EntityNaming.h"
#include "core/domain/tasks/CommentRows.h"
#include "core/domain/tasks/ExtractFrame.h"
#include "core/media/FileStore.h"
#include "core/media/Picture.h"
#include "core/media/PreviewPictures.h"
#include "core/records/Models.h"
#include "core/records/Record.h"
#include "core/records/RecordOperations.h"
#include "core/store/schema/OpenStatus.h"

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Writing;

Response listPreviews(Reading &reading, const std::string &condition, const std::string &id)
{
    return api::stream([&reading, condition, id](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("preview_file");
        auto rows = reading.database.query("SELECT " + shape.columns()
                + " FROM preview_file JOIN task ON task.id = preview_file.task_id WHERE " + condition
                + " ORDER BY preview_file.revision DESC, preview_file.position, preview_file.created_at",
            id);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

/// The newest other revision of the task that is a picture or movie, or waits for one; its first position.
std::optional<std::string> newestBeside(Writing &writing, const std::string &taskId, const std::string &previewId)
{
    auto rows = writing.database.query("SELECT id FROM preview_file WHERE task_id = ? AND id <> ? AND position = 1"
                                       " AND extension IN ('png', 'mp4')"
                                       " ORDER BY revision DESC, created_at DESC LIMIT 1",
        taskId, previewId);
    return rows.next() ? std::optional(rows.string(0)) : std::nullopt;
}

} // namespace

PreviewPlace existingPreview(Reading &reading, const std::string &id)
{
    auto rows = reading.database.query("SELECT preview_file.task_id, task.project_id, task.entity_id,"
                                       " preview_file.status, preview_file.extension, preview_file.original_name,"
                                       " preview_file.revision, preview_file.position FROM preview_file"
                                       " JOIN task ON task.id = preview_file.task_id WHERE preview_file.id = ?",
        id);
    if (!rows.next()) throw api::notFound("The preview");
    return {id, rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5),
        rows.integer(6), rows.integer(7)};
}

void clearPreview(Writing &writing, const PreviewPlace &preview)
{
    auto &database = writing.database;
    database.change(
        "UPDATE entity SET preview_file_id = NULL, updated_at = ? WHERE preview_file_id = ?", writing.now, preview.id);
    database.change("UPDATE news SET preview_file_id = NULL WHERE preview_file_id = ?", preview.id);
    database.change("UPDATE comment SET preview_file_id = NULL WHERE preview_file_id = ?", preview.id);
    if (auto last =
            database.query("SELECT 1 FROM task WHERE id = ? AND last_preview_file_id = ?", preview.taskId, preview.id);
        last.next()) {
        const auto newest = newestBeside(writing, preview.taskId, preview.id);
        records::update(writing, "task", preview.taskId, {{"last_preview_file_id", newest ? Json(*newest) : Json()}});
    }
    media::removeAfterCommit(writing, media::previewKinds(), preview.id);
}

void removePreview(Writing &writing, const std::string &id)
{
    const auto preview = existingPreview(writing, id);
    clearPreview(writing, preview);
    writing.database.change("DELETE FROM preview_file WHERE id = ?", id);
    writing.tell("preview-file:delete", {{"preview_file_id", id}}, preview.projectId);
}

void previewIsReady(Writing &writing, const PreviewPlace &preview)
{
    const bool isShown = preview.extension == "png" || preview.extension == "mp4";
    if (preview.position != 1 || !isShown) return;
    records::update(writing, "task", preview.taskId, {{"last_preview_file_id", preview.id}});
    auto rows = writing.database.query("SELECT is_set_preview_automated FROM project WHERE id = ?", preview.projectId);
    if (rows.next() && rows.boolean(0)) setMainPreview(writing, preview);
}

void tellMovieIsMade(Writing &writing, const PreviewPlace &preview)
{
    api::Event event;
    event.name = "preview-file:update";
    event.payload = {{"preview_file_id", preview.id}, {"project_id", preview.projectId}};
    event.projectId = preview.projectId;
    event.hasAuthor = false;
    writing.tell(std::move(event));
}

Json setMainPreview(Writing &writing, const PreviewPlace &preview)
{
    Json entity = records::update(writing, "entity", preview.entityId, {{"preview_file_id", preview.id}});
    writing.tell(
        "preview-file:set-main", {{"entity_id", preview.entityId}, {"preview_file_id", preview.id}}, preview.projectId);
    entities::tellUpdate(writing, entities::getEntity(writing.database, preview.entityId));
    return entity;
}

Response setPreviewAsMain(api::Working &working, Request &request)
{
    const auto preview = existingPreview(working, request.pathId("preview_file_id"));
    const Json body = request.body.empty() ? Json::object() : request.jsonObject();
    const Json number = body.value("frame_number", Json());
    media::NewFiles files(working.services);
    if (!number.is_null()) {
        if (!number.is_number_integer()) throw api::badRequest("The frame must be a whole number.");
        if (preview.extension != "mp4") throw api::badRequest("Only movies have frames to choose from.");
        media::storePreviewPictures(
            working.services, files, preview.id, frameOfPreview(working, preview.id, number.get<std::int64_t>()));
    }
    auto response = working.write(
        [&](Writing &writing) { return api::json(setMainPreview(writing, existingPreview(writing, preview.id))); });
    files.keep();
    return response;
}

Response setTaskPreviewAsMain(Writing &writing, Request &request)
{
    auto rows = writing.database.query(
        "SELECT id FROM preview_file WHERE task_id = ? ORDER BY revision DESC, position, created_at LIMIT 1",
        request.pathId("task_id"));
    if (!rows.next()) throw api::notFound("A preview of this task");
    return api::json(setMainPreview(writing, existingPreview(writing, rows.string(0))));
}

Response listTaskPreviews(Reading &reading, const Request &request)
{
    return listPreviews(reading, "task.id = ?", request.pathId("task_id"));
}

Response listProjectPreviews(Reading &reading, const Request &request)
{
    static const records::Model model = [&reading] {
        records::Model ofProject = records::modelOf(reading, "preview_file");
        ofProject.rows = [](const Reading &, const Request &asked) {
            return records::Condition{"preview_file.task_id IN (SELECT task.id FROM task WHERE task.project_id = ?)",
                {asked.pathId("project_id")}};
        };
        return ofProject;
    }();
    records::get(reading.database, "project", request.pathId("project_id"));
    return records::listRecords(reading, request, model);
}

Response listRunningPreviews(Reading &reading, const Request &)
{
    return api::stream([&reading](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("preview_file");
        auto rows = reading.database.query("SELECT " + shape.columns() + ", task.project_id, task.task_type_id, "
            + entities::naming::fullName
            + " FROM preview_file JOIN task ON task.id = preview_file.task_id JOIN project ON project.id = task.project_id"
              " JOIN project_status ON project_status.id = project.project_status_id AND project_status.name IN "
            + schema::openStatuses + " JOIN entity ON entity.id = task.entity_id" + entities::naming::joins
            + " WHERE preview_file.status IN ('processing', 'broken') ORDER BY preview_file.created_at DESC");
        writer.beginArray();
        for (const int more = shape.size(); rows.next();) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.key("type").plainString("PreviewFile");
            writer.key("project_id").plainString(rows.text(more));
            writer.key("task_type_id").plainString(rows.text(more + 1));
            writer.key("full_entity_name").string(rows.text(more + 2));
            writer.endObject();
        }
        writer.endArray();
    });
}

Response removeCommentPreview(Writing &writing, Request &request)
{
    const auto comment = tasks::existingComment(writing, request.pathId("task_id"), request.pathId("comment_id"));
    const auto id = request.pathId("preview_file_id");
    if (!writing.database
             .query("SELECT 1 FROM comment_preview_link WHERE comment = ? AND preview_file = ?", comment.id, id)
             .next())
        throw api::notFound("The preview");
    removePreview(writing, id);
    return api::noContent();
}

} // namespace callboard::tasks
