// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/NewPreview.h"

#include "core/media/FileStore.h"
#include "core/records/Record.h"
#include "core/domain/tasks/PreviewRows.h"
#include "core/domain/tasks/CommentRows.h"

#include <charconv>

namespace callboard::tasks {

namespace {

using api::Request;
using api::Response;
using api::Writing;

/// The revision that the body asks for; nothing when it leaves that open.
std::optional<std::int64_t> wantedRevision(const Request &request)
{
    if (request.body.empty() && request.form.empty()) return std::nullopt;
    const Json body = request.anyObject();
    const Json revision = body.value("revision", Json());
    if (revision.is_null() || revision == "") return std::nullopt;
    if (revision.is_number_integer()) return revision.get<std::int64_t>();
    std::int64_t number = 0;
    if (revision.is_string()) {
        const auto &text = revision.get_ref<const std::string &>();
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failure == std::errc() && end == text.data() + text.size()) return number;
    }
    throw api::badRequest("The revision must be a whole number.");
}

/// The comment's own revision, else the one after the task's highest.
std::int64_t nextRevision(Writing &writing, const std::string &taskId, const std::string &commentId)
{
    auto own = writing.database.query("SELECT MAX(preview_file.revision) FROM comment_preview_link"
                                      " JOIN preview_file ON preview_file.id = comment_preview_link.preview_file"
                                      " WHERE comment_preview_link.comment = ?",
        commentId);
    if (own.next() && !own.isNull(0)) return own.integer(0);
    auto highest = writing.database.query("SELECT MAX(revision) FROM preview_file WHERE task_id = ?", taskId);
    return highest.next() && !highest.isNull(0) ? highest.integer(0) + 1 : 1;
}

std::int64_t nextPosition(Writing &writing, const std::string &taskId, std::int64_t revision)
{
    auto rows = writing.database.query(
        "SELECT MAX(position) FROM preview_file WHERE task_id = ? AND revision = ?", taskId, revision);
    return rows.next() && !rows.isNull(0) ? rows.integer(0) + 1 : 1;
}

void linkToComment(
    Writing &writing, const std::string &previewId, const std::string &commentId, const std::string &projectId)
{
    writing.database.change(
        "INSERT INTO comment_preview_link (comment, preview_file) VALUES (?, ?)", commentId, previewId);
    writing.database.change("UPDATE news SET preview_file_id = ? WHERE comment_id = ?", previewId, commentId);
    writing.tell("preview-file:new", {{"preview_file_id", previewId}, {"comment_id", commentId}}, projectId);
    writing.tell("comment:update", {{"comment_id", commentId}}, projectId);
}

} // namespace

Json makePreview(Writing &writing, const std::string &taskId, const std::string &projectId,
    const std::string &commentId, const std::string &personId, std::int64_t revision)
{
    const Json preview = records::insert(writing, "preview_file",
        {{"name", writing.newId().substr(0, 13)}, {"revision", revision},
            {"position", nextPosition(writing, taskId, revision)}, {"extension", "mp4"}, {"source", "webgui"},
            {"task_id", taskId}, {"person_id", personId}});
    linkToComment(writing, preview["id"].get<std::string>(), commentId, projectId);
    return preview;
}

Json makePreviewOf(Writing &writing, const std::string &commentId)
{
    const auto comment = tasks::existingComment(writing, "", commentId);
    return makePreview(writing, comment.taskId, comment.projectId, comment.id, writing.caller.id,
        nextRevision(writing, comment.taskId, comment.id));
}

Response addPreview(Writing &writing, Request &request)
{
    const auto comment = tasks::existingComment(writing, request.pathId("task_id"), request.pathId("comment_id"));
    const auto revision = wantedRevision(request);
    return api::json(makePreview(writing, comment.taskId, comment.projectId, comment.id, writing.caller.id,
                         revision ? *revision : nextRevision(writing, comment.taskId, comment.id)),
        201);
}

Response addPreviewBeside(Writing &writing, Request &request)
{
    const auto comment = tasks::existingComment(writing, request.pathId("task_id"), request.pathId("comment_id"));
    const auto beside = existingPreview(writing, request.pathId("preview_file_id"));
    if (beside.taskId != comment.taskId) throw api::notFound("The preview");
    return api::json(
        makePreview(writing, comment.taskId, comment.projectId, comment.id, writing.caller.id, beside.revision), 201);
}

void copyLastRevision(Writing &writing, const std::string &fromTaskId, const std::string &toTaskId,
    const std::string &commentId, const std::string &personId)
{
    std::vector<Json> originals;
    const auto &shape = records::RowShape::of("preview_file");
    auto rows = writing.database.query("SELECT " + shape.columns()
            + " FROM preview_file WHERE task_id = ? AND status = 'ready'"
              " AND revision = (SELECT MAX(revision) FROM preview_file WHERE task_id = ? AND status = 'ready')"
              " ORDER BY position, created_at",
        fromTaskId, fromTaskId);
    while (rows.next()) originals.push_back(shape.toJson(rows));
    const auto comment = tasks::existingComment(writing, toTaskId, commentId);
    const auto revision = nextRevision(writing, toTaskId, commentId);
    const auto files = std::make_shared<media::NewFiles>(writing.services);
    for (const Json &original : originals) {
        Json copy = original;
        for (const char *own :
            {"id", "created_at", "updated_at", "type", "annotations", "shotgun_id", "source_file_id"})
            copy.erase(own);
        copy["name"] = writing.newId().substr(0, 13);
        copy["task_id"] = toTaskId;
        copy["person_id"] = personId;
        copy["revision"] = revision;
        copy["position"] = nextPosition(writing, toTaskId, revision);
        copy["validation_status"] = "neutral";
        const auto id = records::insert(writing, "preview_file", copy)["id"].get<std::string>();
        for (const auto kind : media::previewKinds()) files->addCopy(kind, original["id"].get<std::string>(), id);
        linkToComment(writing, id, commentId, comment.projectId);
        previewIsReady(writing, existingPreview(writing, id));
    }
    writing.afterCommit([files] { files->keep(); });
}

} // namespace callboard::tasks
