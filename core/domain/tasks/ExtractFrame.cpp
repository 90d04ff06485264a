// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/ExtractFrame.h"

#include "core/media/FileStore.h"
#include "core/media/Movie.h"
#include "core/domain/tasks/DownloadName.h"
#include "core/domain/tasks/PreviewRows.h"

#include <QBuffer>

#include <charconv>

namespace callboard::tasks {

namespace {

using api::Request;
using api::Response;
using api::Working;
using media::FileKind;

std::int64_t frameNumberIn(const Request &request)
{
    const auto text = request.query.find("frame_number");
    if (!text) throw api::badRequest("The frame is missing: frame_number.");
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failure != std::errc() || end != text->data() + text->size())
        throw api::badRequest("The frame must be a whole number.");
    return number;
}

} // namespace

QImage frameOfPreview(api::Reading &reading, const std::string &previewId, std::int64_t number)
{
    const auto movie = media::placeOf(reading.services.folders, FileKind::PreviewMovie, previewId);
    if (!std::filesystem::exists(movie)) throw api::notFound("The movie");
    const auto facts = media::probeMovie(movie);
    if (!facts || number < 0 || number > facts->frameCount) throw api::badRequest("The movie has no such frame.");
    const auto index = std::max<std::int64_t>(0, number - 1);
    const QImage frame = media::movieFrame(movie, index, media::newArriving(reading.services, ".png"));
    if (frame.isNull()) throw api::badRequest("The movie has no such frame.");
    return frame;
}

Response extractFrame(Working &working, Request &request)
{
    const auto preview = existingPreview(working, request.pathId("preview_file_id"));
    if (preview.extension != "mp4") throw api::notFound("The movie");
    const QImage frame = frameOfPreview(working, preview.id, frameNumberIn(request));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!frame.save(&buffer, "PNG")) throw std::runtime_error("The frame cannot be written as PNG.");
    Response response;
    response.contentType = "image/png";
    response.headers.set(
        "Content-Disposition", "attachment; filename=\"" + downloadName(working, preview, "png") + "\"");
    response.body = bytes.toStdString();
    return response;
}

Response extractTile(Working &working, Request &request)
{
    const auto preview = existingPreview(working, request.pathId("preview_file_id"));
    if (preview.extension != "mp4") throw api::badRequest("Only movies have an overview of their frames.");
    const auto &services = working.services;
    const auto tiles = media::placeOf(services.folders, FileKind::PreviewTiles, preview.id);
    if (!std::filesystem::exists(tiles)) {
        const auto movie = media::placeOf(services.folders, FileKind::PreviewMovie, preview.id);
        const auto facts = std::filesystem::exists(movie) ? media::probeMovie(movie) : std::nullopt;
        const auto made = media::newArriving(services, ".png");
        if (!facts || !media::writeTiles(movie, *facts, made)) throw api::notFound("The movie");
        media::NewFiles files(services);
        files.add(FileKind::PreviewTiles, preview.id, made);
        files.keep();
    }
    return api::file({tiles, downloadName(working, preview, "png"), {}}, "image/png");
}

} // namespace callboard::tasks
