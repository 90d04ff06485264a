// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/Backgrounds.h"

#include "core/media/FileStore.h"
#include "core/media/Picture.h"
#include "core/media/PngFile.h"
#include "core/media/Radiance.h"
#include "core/records/Record.h"

namespace callboard::review {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Working;
using api::Writing;
using media::FileKind;

/// One that has no file yet, and that no production names, was made for the file that is refused, and goes with it.
void removeWhenNew(Working &working, const std::string &id)
{
    if (std::filesystem::exists(media::placeOf(working.services.folders, FileKind::Background, id))) return;
    working.write([&](Writing &writing) {
        const bool isUsed =
            writing.database
                .query("SELECT 1 FROM project_preview_background_file_link WHERE preview_background_file_id = ?"
                       " UNION ALL SELECT 1 FROM project WHERE default_preview_background_file_id = ?",
                    id, id)
                .next();
        if (!isUsed) records::remove(writing, "preview_background_file", id);
        return api::noContent();
    });
}

QImage thumbnailOf(Working &working, const std::string &id, const api::UploadedFile &upload)
{
    try {
        if (upload.extension() != "hdr") throw api::badRequest("Only Radiance pictures (HDR) are taken.");
        return media::covering(media::readRadiance(upload.path()), 300, 200);
    } catch (const api::Error &) {
        removeWhenNew(working, id);
        throw;
    }
}

Response serve(Reading &reading, FileKind kind, const std::string &id, const std::string &mediaType)
{
    const auto path = media::placeOf(reading.services.folders, kind, id);
    if (!records::exists(reading.database, "preview_background_file", id) || !std::filesystem::exists(path))
        throw api::notFound("The background");
    return api::file({path, {}, id}, mediaType);
}

} // namespace

Response uploadBackground(Working &working, Request &request)
{
    const auto id = request.pathId("instance_id");
    records::get(working.database, "preview_background_file", id);
    const auto named = std::find_if(request.files.begin(), request.files.end(),
        [](const api::UploadedFile &file) { return file.field() == "file"; });
    if (named == request.files.end()) throw api::badRequest("The file is missing: file.");
    const QImage thumbnail = thumbnailOf(working, id, *named);
    const auto path = media::newArriving(working.services, ".png");
    media::writePng(thumbnail, path);
    const auto name = named->fileName().substr(0, named->fileName().rfind('.'));
    const Json values = {{"original_name", name.substr(0, 250)}, {"extension", "hdr"}, {"file_size", named->size()}};
    media::NewFiles files(working.services);
    files.add(FileKind::BackgroundThumbnail, id, path);
    files.add(FileKind::Background, id, *named);
    auto response = working.write([&](Writing &writing) {
        const Json told = records::update(writing, "preview_background_file", id, values);
        writing.tell("preview-background-file:update", {{"preview_background_file_id", id}});
        writing.tell("preview-background-file:add-file", {{"preview_background_file_id", id}, {"extension", "hdr"}});
        return api::json(told, 201);
    });
    files.keep();
    return response;
}

Response readBackground(Reading &reading, const Request &request)
{
    const std::string name(request.pathValue("file_name"));
    const auto dot = std::min(name.find('.'), name.size());
    std::string extension = name.substr(dot);
    std::transform(
        extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    if (!api::isUuid(name.substr(0, dot)) || extension != ".hdr") throw api::notFound("The background");
    return serve(reading, FileKind::Background, name.substr(0, dot), "image/vnd.radiance");
}

Response readBackgroundThumbnail(Reading &reading, const Request &request)
{
    return serve(reading, FileKind::BackgroundThumbnail, request.pathId("instance_id"), "image/png");
}

} // namespace callboard::review
