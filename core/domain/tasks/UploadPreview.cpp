// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/UploadPreview.h"

#include "core/jobs/JobQueue.h"
#include "core/media/FileStore.h"
#include "core/media/Movie.h"
#include "core/media/Picture.h"
#include "core/media/PreviewPictures.h"
#include "core/records/Record.h"
#include "core/domain/tasks/NormaliseMovie.h"
#include "core/domain/tasks/PreviewRows.h"

namespace callboard::tasks {

namespace {

using api::Request;
using api::Response;
using api::UploadedFile;
using api::Working;
using api::Writing;
using media::FileKind;

/// The name without its extension, at most as long as its column.
std::string originalNameOf(const UploadedFile &upload)
{
    std::string name = upload.fileName().substr(0, upload.fileName().rfind('.'));
    if (name.size() > 250) {
        std::size_t end = 250;
        while ((static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
        name.resize(end);
    }
    return name.empty() ? "file" : name;
}

/// Writes what is known of the file into the row, unless somebody was faster, and tells it.
Json finish(Writing &writing, const std::string &previewId, const Json &values)
{
    auto preview = existingPreview(writing, previewId);
    if (!preview.originalName.empty()) throw api::badRequest("This preview has a file already.");
    Json told = records::update(writing, "preview_file", previewId, values);
    preview.extension = told["extension"].get<std::string>();
    preview.status = told["status"].get<std::string>();
    auto comment = writing.database.query(
        "SELECT comment FROM comment_preview_link WHERE preview_file = ? ORDER BY comment LIMIT 1", previewId);
    const auto commentId = comment.next() ? Json(comment.string(0)) : Json();
    writing.tell("preview-file:update", {{"preview_file_id", previewId}}, preview.projectId);
    writing.tell("comment:update", {{"comment_id", commentId}}, preview.projectId);
    writing.tell("preview-file:add-file",
        {{"comment_id", commentId}, {"task_id", preview.taskId}, {"preview_file_id", previewId},
            {"revision", preview.revision}, {"extension", preview.extension}, {"status", preview.status}},
        preview.projectId);
    if (preview.status == "ready") previewIsReady(writing, preview);
    return told;
}

Response keepPicture(Working &working, const std::string &previewId, UploadedFile &upload)
{
    const QImage picture = media::readPicture(upload.path());
    media::NewFiles files(working.services);
    const auto size = media::storePreviewPictures(working.services, files, previewId, picture);
    const Json values = {{"original_name", originalNameOf(upload)}, {"extension", "png"}, {"status", "ready"},
        {"file_size", size}, {"width", picture.width()}, {"height", picture.height()}};
    auto response = working.write([&](Writing &writing) { return api::json(finish(writing, previewId, values), 201); });
    files.keep();
    return response;
}

Response keepAsItIs(Working &working, const std::string &previewId, UploadedFile &upload)
{
    const Json values = {{"original_name", originalNameOf(upload)}, {"extension", upload.extension()},
        {"status", "ready"}, {"file_size", upload.size()}};
    media::NewFiles files(working.services);
    files.add(FileKind::PreviewFile, previewId, upload);
    auto response = working.write([&](Writing &writing) { return api::json(finish(writing, previewId, values), 201); });
    files.keep();
    return response;
}

/// Played as it was sent; what cannot be decoded is refused.
Response keepMovieAsItIs(Working &working, const std::string &previewId, UploadedFile &upload)
{
    const auto facts = media::probeMovie(upload.path());
    media::NewFiles files(working.services);
    if (!facts || !storeMoviePictures(working.services, files, previewId, upload.path(), *facts)) {
        discardPreview(working, previewId);
        throw api::badRequest("The movie cannot be decoded.");
    }
    const Json values = {{"original_name", originalNameOf(upload)}, {"extension", "mp4"}, {"status", "ready"},
        {"file_size", upload.size()}, {"width", facts->width}, {"height", facts->height},
        {"duration", facts->duration}};
    files.add(FileKind::PreviewMovie, previewId, upload);
    auto response = working.write([&](Writing &writing) {
        tellMovieIsMade(writing, existingPreview(writing, previewId));
        return api::json(finish(writing, previewId, values), 201);
    });
    files.keep();
    return response;
}

/// The answer comes now, the movie when the job has made it.
Response queueMovie(Working &working, const std::string &previewId, UploadedFile &upload)
{
    const auto facts = media::probeMovie(upload.path());
    Json values = {{"original_name", originalNameOf(upload)}, {"extension", "mp4"}, {"file_size", upload.size()},
        {"status", facts ? "processing" : "broken"}};
    if (facts) {
        values["width"] = facts->width;
        values["height"] = facts->height;
        values["duration"] = facts->duration;
    }
    media::NewFiles files(working.services);
    if (facts) files.add(FileKind::PreviewSource, previewId, upload);
    auto response = working.write([&](Writing &writing) {
        const Json told = finish(writing, previewId, values);
        if (facts) jobs::enqueue(writing, "normalise-movie", {{"preview_file_id", previewId}});
        return api::json(told, 201);
    });
    files.keep();
    return response;
}

bool isNormalised(const Request &request)
{
    const auto wish = request.query.find("normalize");
    return !wish || (*wish != "false" && *wish != "False" && *wish != "0");
}

} // namespace

void discardPreview(Working &working, const std::string &previewId)
{
    working.write([&](Writing &writing) {
        if (records::exists(writing.database, "preview_file", previewId)) removePreview(writing, previewId);
        return api::noContent();
    });
}

Response uploadPreview(Working &working, Request &request)
{
    const auto previewId = request.pathId("preview_file_id");
    const auto preview = existingPreview(working, previewId);
    if (!preview.originalName.empty()) throw api::badRequest("This preview has a file already.");
    const auto named = std::find_if(
        request.files.begin(), request.files.end(), [](const UploadedFile &file) { return file.field() == "file"; });
    if (named == request.files.end()) throw api::badRequest("The file is missing: file.");
    return storeUpload(working, previewId, *named, isNormalised(request));
}

Response storeUpload(Working &working, const std::string &previewId, UploadedFile &upload, bool isNormalisedMovie)
{
    const auto extension = upload.extension();
    if (media::isPictureExtension(extension)) return keepPicture(working, previewId, upload);
    if (media::isKeptExtension(extension)) return keepAsItIs(working, previewId, upload);
    if (media::isMovieExtension(extension))
        return isNormalisedMovie ? queueMovie(working, previewId, upload) : keepMovieAsItIs(working, previewId, upload);
    discardPreview(working, previewId);
    throw api::badRequest("Files of this type cannot be previews.");
}

} // namespace callboard::tasks
