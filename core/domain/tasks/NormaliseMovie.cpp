// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/NormaliseMovie.h"

#include "core/jobs/Running.h"
#include "core/media/PreviewPictures.h"
#include "core/records/Record.h"
#include "core/domain/tasks/PreviewRows.h"

namespace callboard::tasks {

namespace {

namespace fs = std::filesystem;
using api::Writing;
using media::FileKind;

/// A file in the arriving folder that goes with this value unless it was moved away.
class Scratch
{
public:
    explicit Scratch(const Services &services, const std::string &suffix)
        : path(media::newArriving(services, suffix))
    {}
    ~Scratch()
    {
        std::error_code ignored; // It may have been moved into place.
        fs::remove(path, ignored);
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    const fs::path path;
};

struct Wanted
{
    std::string resolution;
    std::string frameRate;
    int bitRate = 28;
    int lowBitRate = 6;
};

/// The shot's own resolution and rate come before the production's, where they can be read.
Wanted wantedForm(api::Reading &reading, const std::string &previewId)
{
    const auto dialect = reading.database.dialect();
    auto rows = reading.database.query("SELECT " + store::fragment::jsonMember(dialect, "entity.data", "resolution")
            + ", " + store::fragment::jsonMember(dialect, "entity.data", "fps")
            + ", project.resolution, project.fps, project.hd_bitrate_compression, project.ld_bitrate_compression"
              " FROM preview_file JOIN task ON task.id = preview_file.task_id"
              " JOIN project ON project.id = task.project_id LEFT JOIN entity ON entity.id = task.entity_id"
              " WHERE preview_file.id = ?",
        previewId);
    if (!rows.next()) throw api::notFound("The preview");
    Wanted wanted;
    wanted.resolution = media::isResolution(rows.string(0)) ? rows.string(0) : rows.string(2);
    wanted.frameRate = media::isFrameRate(rows.string(1)) ? rows.string(1) : rows.string(3);
    if (!rows.isNull(4)) wanted.bitRate = int(rows.integer(4));
    if (!rows.isNull(5)) wanted.lowBitRate = int(rows.integer(5));
    return wanted;
}

/// The row learns how it ended; nothing happens when the preview has gone in the meantime.
bool writeEnd(api::Working &working, const std::string &previewId, const Json &values)
{
    bool isThere = false;
    working.write([&](Writing &writing) {
        isThere = records::exists(writing.database, "preview_file", previewId);
        if (!isThere) return api::noContent();
        records::update(writing, "preview_file", previewId, values);
        const auto preview = existingPreview(writing, previewId);
        tellMovieIsMade(writing, preview);
        if (preview.status == "ready") previewIsReady(writing, preview);
        return api::noContent();
    });
    return isThere;
}

/// False when the preview has gone.
bool setMovieStatus(Writing &writing, const Json &input, const char *status)
{
    const auto previewId = input.at("preview_file_id").get<std::string>();
    if (!records::exists(writing.database, "preview_file", previewId)) return false;
    records::update(writing, "preview_file", previewId, {{"status", status}});
    writing.tell(
        "preview-file:update", {{"preview_file_id", previewId}}, existingPreview(writing, previewId).projectId);
    return true;
}

std::string breakPreview(api::Working &working, const std::string &previewId)
{
    writeEnd(working, previewId, {{"status", "broken"}});
    return "The movie cannot be decoded.";
}

media::MovieForm lowForm(const media::MovieForm &form, int bitRate)
{
    media::MovieForm low = form;
    low.bitRate = std::clamp(bitRate, 1, 200);
    if (form.width <= 1280) return low;
    low.width = 1280;
    low.height = int(std::int64_t(form.height) * 1280 / form.width);
    low.height += low.height % 2;
    return low;
}

} // namespace

bool storeMoviePictures(const Services &services, media::NewFiles &files, const std::string &previewId,
    const fs::path &movie, const media::MovieFacts &facts)
{
    const QImage first = media::movieFrame(movie, 0, media::newArriving(services, ".png"));
    if (first.isNull()) return false;
    media::storePreviewPictures(services, files, previewId, first);
    const Scratch tiles(services, ".png");
    if (media::writeTiles(movie, facts, tiles.path)) files.add(FileKind::PreviewTiles, previewId, tiles.path);
    return true;
}

void giveUpMovie(Writing &writing, const Json &input)
{
    setMovieStatus(writing, input, "broken");
}

void awaitMovie(Writing &writing, const Json &input)
{
    const auto source = media::placeOf(
        writing.services.folders, FileKind::PreviewSource, input.at("preview_file_id").get<std::string>());
    if (!fs::exists(source) || !setMovieStatus(writing, input, "processing"))
        throw api::conflict("The movie that was uploaded is not there any more.");
}

std::string normaliseUploadedMovie(jobs::Running &running)
{
    auto &working = running.working;
    const auto &services = working.services;
    const auto previewId = running.job.input.at("preview_file_id").get<std::string>();
    const auto source = media::placeOf(services.folders, FileKind::PreviewSource, previewId);
    if (!records::exists(working.database, "preview_file", previewId) || !fs::exists(source)) return {};
    const auto facts = media::probeMovie(source);
    if (!facts) return breakPreview(working, previewId);

    const auto wanted = wantedForm(working, previewId);
    const auto form = media::formFor(*facts, wanted.resolution, wanted.frameRate, wanted.bitRate);
    const Scratch full(services, ".mp4");
    const Scratch low(services, ".mp4");
    const auto shouldStop = [&] { return running.shouldStop(); };
    const auto progressFrom = [&](double start) {
        return [&running, start](double part) { running.setProgress(start + part * 0.45); };
    };
    const bool isDone = media::normaliseMovie(source, full.path, *facts, form, progressFrom(0), shouldStop)
        && media::normaliseMovie(
            source, low.path, *facts, lowForm(form, wanted.lowBitRate), progressFrom(0.45), shouldStop);
    if (running.shouldStop()) return "The job was stopped.";
    const auto result = isDone ? media::probeMovie(full.path) : std::nullopt;
    media::NewFiles files(services);
    if (!result || !storeMoviePictures(services, files, previewId, full.path, *result))
        return breakPreview(working, previewId);

    const auto size = fs::file_size(full.path);
    files.add(FileKind::PreviewMovie, previewId, full.path);
    files.add(FileKind::PreviewMovieLow, previewId, low.path);
    const bool isThere = writeEnd(working, previewId,
        {{"status", "ready"}, {"file_size", size}, {"width", form.width}, {"height", form.height},
            {"duration", result->duration}});
    if (!isThere) return {};
    files.keep();
    std::error_code ignored; // The sweep finds the source when it stays.
    fs::remove(source, ignored);
    return {};
}

} // namespace callboard::tasks
