// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/ServeMedia.h"

#include "core/media/FileStore.h"
#include "core/media/Picture.h"
#include "core/domain/tasks/DownloadName.h"
#include "core/domain/tasks/PreviewRows.h"

namespace callboard::review {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using media::FileKind;

/// The file of that kind; 404 while it is not there, or empty.
Response serve(Reading &reading, FileKind kind, const std::string &id, const std::string &mediaType,
    const std::string &downloadName = {})
{
    const auto path = media::placeOf(reading.services.folders, kind, id);
    std::error_code failure;
    const auto size = std::filesystem::file_size(path, failure);
    if (failure || size == 0) throw api::notFound("The file");
    const auto changed = std::filesystem::last_write_time(path).time_since_epoch().count();
    return api::file({path, downloadName, id + '-' + std::to_string(size) + '-' + std::to_string(changed)}, mediaType);
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

/// Documents are shown, all else is bytes: markup that runs scripts is never served as what it is.
std::string mediaTypeOf(const std::string &extension)
{
    return extension == "pdf" ? "application/pdf" : "application/octet-stream";
}

Response servePicture(Reading &reading, const Request &request, FileKind kind)
{
    return serve(reading, kind, request.pathId("preview_file_id"), "image/png");
}

Response serveMovie(Reading &reading, const Request &request, FileKind kind)
{
    const auto preview = tasks::existingPreview(reading, request.pathId("preview_file_id"));
    if (preview.extension != "mp4") throw api::notFound("The movie");
    return serve(reading, kind, preview.id, "video/mp4");
}

} // namespace

Response readThumbnail(Reading &reading, const Request &request)
{
    return servePicture(reading, request, FileKind::PreviewThumbnail);
}

Response readSquare(Reading &reading, const Request &request)
{
    return servePicture(reading, request, FileKind::PreviewSquare);
}

Response readScaled(Reading &reading, const Request &request)
{
    return servePicture(reading, request, FileKind::PreviewScaled);
}

Response readOriginal(Reading &reading, const Request &request)
{
    const std::string name(request.pathValue("file_name"));
    const auto extension = lowerCase(name.substr(36 + 1));
    const auto preview = tasks::existingPreview(reading, lowerCase(name.substr(0, 36)));
    const bool isPicture = extension == "png" && (preview.extension == "png" || preview.extension == "mp4");
    if (isPicture) return serve(reading, FileKind::PreviewOriginal, preview.id, "image/png");
    if (extension != preview.extension || !media::isKeptExtension(extension)) throw api::notFound("The file");
    return serve(reading, FileKind::PreviewFile, preview.id, mediaTypeOf(extension));
}

Response downloadOriginal(Reading &reading, const Request &request)
{
    const auto preview = tasks::existingPreview(reading, request.pathId("preview_file_id"));
    if (media::isKeptExtension(preview.extension))
        return serve(reading, FileKind::PreviewFile, preview.id, mediaTypeOf(preview.extension),
            tasks::downloadName(reading, preview, preview.extension));
    return serve(reading, FileKind::PreviewOriginal, preview.id, "image/png", tasks::downloadName(reading, preview, "png"));
}

Response readMovie(Reading &reading, const Request &request)
{
    return serveMovie(reading, request, FileKind::PreviewMovie);
}

Response readLowMovie(Reading &reading, const Request &request)
{
    const auto low =
        media::placeOf(reading.services.folders, FileKind::PreviewMovieLow, request.pathId("preview_file_id"));
    return serveMovie(
        reading, request, std::filesystem::exists(low) ? FileKind::PreviewMovieLow : FileKind::PreviewMovie);
}

Response downloadMovie(Reading &reading, const Request &request)
{
    const auto preview = tasks::existingPreview(reading, request.pathId("preview_file_id"));
    if (preview.extension != "mp4") throw api::notFound("The movie");
    return serve(reading, FileKind::PreviewMovie, preview.id, "video/mp4", tasks::downloadName(reading, preview, "mp4"));
}

Response readTiles(Reading &reading, const Request &request)
{
    return servePicture(reading, request, FileKind::PreviewTiles);
}

} // namespace callboard::review
