// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/PlaylistBuilds.h"

#include "core/jobs/Running.h"
#include "core/media/FileStore.h"
#include "core/media/Movie.h"
#include "core/records/Record.h"
#include "core/domain/review/PlaylistFiles.h"

namespace callboard::review {

namespace {

namespace fs = std::filesystem;
using api::Reading;
using api::Request;
using api::Response;
using api::Writing;
using media::FileKind;

/// Files in the arriving folder that go with this value unless they were moved away.
class ScratchFiles
{
public:
    explicit ScratchFiles(const Services &services)
        : m_services(services)
    {}
    ~ScratchFiles()
    {
        std::error_code ignored; // The folder is emptied at the next start.
        for (const auto &path : m_paths) fs::remove(path, ignored);
    }
    ScratchFiles(const ScratchFiles &) = delete;
    ScratchFiles &operator=(const ScratchFiles &) = delete;

    fs::path add() { return m_paths.emplace_back(media::newArriving(m_services, ".mp4")); }
    const std::vector<fs::path> &all() const { return m_paths; }

private:
    const Services &m_services;
    std::vector<fs::path> m_paths;
};

/// The build of the path, which must be of the playlist of the path. Throws 404.
Json buildOf(Reading &reading, const Request &request)
{
    const auto playlistId = request.pathId("playlist_id");
    Json build = records::get(reading.database, "build_job", request.pathId("build_job_id"));
    if (build["playlist_id"] != playlistId) throw api::notFound("The build");
    return build;
}

std::string projectOf(Reading &reading, const std::string &playlistId)
{
    return records::get(reading.database, "playlist", playlistId)["project_id"];
}

/// False when it was removed in the meantime.
bool setStatus(Writing &writing, const std::string &buildId, const char *status)
{
    if (!records::exists(writing.database, "build_job", buildId)) return false;
    const bool hasEnded = std::string_view(status) != "running";
    const Json build = records::update(
        writing, "build_job", buildId, {{"status", status}, {"ended_at", hasEnded ? Json(writing.now) : Json()}});
    const auto playlistId = build["playlist_id"].get<std::string>();
    writing.tell("build-job:update", {{"build_job_id", buildId}, {"playlist_id", playlistId}, {"status", status}},
        projectOf(writing, playlistId));
    return true;
}

/// Brings every movie to the form of the first one, which joined ones must share. False: it cannot be done.
bool bringToOneForm(jobs::Running &running, const std::vector<fs::path> &movies, ScratchFiles &scratch)
{
    std::optional<media::MovieForm> form;
    for (std::size_t i = 0; i < movies.size(); ++i) {
        const auto facts = media::probeMovie(movies[i]);
        if (!facts) return false;
        if (!form) {
            form = media::MovieForm();
            form->width = facts->width + facts->width % 2;
            form->height = facts->height + facts->height % 2;
            form->frameRate = std::to_string(facts->frameRate > 0 ? facts->frameRate : 25.0);
        }
        const auto progress = [&](double part) { running.setProgress((double(i) + part) / double(movies.size())); };
        if (!media::normaliseMovie(
                movies[i], scratch.add(), *facts, *form, progress, [&] { return running.shouldStop(); }))
            return false;
    }
    return true;
}

} // namespace

Response beginBuild(Writing &writing, Request &request)
{
    const auto playlistId = request.pathId("playlist_id");
    const auto files = filesOfPlaylist(writing, playlistId);
    if (std::none_of(files.begin(), files.end(), [](const PlaylistFile &file) { return file.isMovie; }))
        throw api::badRequest("The playlist has no movie that could be built.");
    const Json build = records::insert(writing, "build_job", {{"playlist_id", playlistId}});
    const Json input = {{"build_job_id", build["id"]}};
    jobs::enqueue(writing, "build-playlist", input);
    writing.tell("build-job:new",
        {{"build_job_id", build["id"]}, {"playlist_id", playlistId}, {"created_at", build["created_at"]}},
        projectOf(writing, playlistId));
    return api::json(build);
}

Response listBuilds(Reading &reading, const Request &request)
{
    records::get(reading.database, "project", request.pathId("project_id"));
    return api::stream([&reading, projectId = request.pathId("project_id")](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("build_job");
        auto rows = reading.database.query("SELECT " + shape.columns()
                + " FROM build_job JOIN playlist ON playlist.id = build_job.playlist_id WHERE playlist.project_id = ?"
                  " ORDER BY build_job.created_at DESC, build_job.id",
            projectId);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

Response readBuild(Reading &reading, const Request &request)
{
    return api::json(buildOf(reading, request));
}

Response downloadBuild(Reading &reading, const Request &request)
{
    const Json build = buildOf(reading, request);
    if (build["status"] != "succeeded") throw api::badRequest("The movie is not made yet.");
    const auto id = build["id"].get<std::string>();
    const auto path = media::placeOf(reading.services.folders, FileKind::Build, id);
    if (!fs::exists(path)) throw api::notFound("The movie");
    return api::file({path, playlistSlug(reading, request.pathId("playlist_id")) + ".mp4", id}, "video/mp4");
}

Response removeBuild(Writing &writing, Request &request)
{
    const Json build = buildOf(writing, request);
    const auto id = build["id"].get<std::string>();
    const auto playlistId = build["playlist_id"].get<std::string>();
    records::remove(writing, "build_job", id);
    media::removeAfterCommit(writing, FileKind::Build, id);
    writing.tell(
        "build-job:delete", {{"build_job_id", id}, {"playlist_id", playlistId}}, projectOf(writing, playlistId));
    return api::noContent();
}

std::string buildPlaylist(jobs::Running &running)
{
    auto &working = running.working;
    const auto buildId = running.job.input.at("build_job_id").get<std::string>();
    if (!records::exists(working.database, "build_job", buildId)) return {};
    const Json build = records::get(working.database, "build_job", buildId);
    std::vector<fs::path> movies;
    for (const auto &file : filesOfPlaylist(working, build["playlist_id"]))
        if (file.isMovie) movies.push_back(file.path);
    ScratchFiles scratch(working.services);
    ScratchFiles joined(working.services);
    const bool isFormed = !movies.empty() && bringToOneForm(running, movies, scratch);
    if (running.shouldStop()) return "The job was stopped.";
    const auto whole = joined.add();
    const bool isMade = isFormed && media::joinMovies(scratch.all(), whole);
    media::NewFiles files(working.services);
    if (isMade) files.add(FileKind::Build, buildId, whole);
    bool isThere = false;
    working.write([&](Writing &writing) {
        isThere = setStatus(writing, buildId, isMade ? "succeeded" : "failed");
        return api::noContent();
    });
    if (isThere) files.keep();
    return isMade ? std::string() : "The movies of the playlist cannot be joined.";
}

void giveUpBuild(Writing &writing, const Json &input)
{
    setStatus(writing, input.at("build_job_id").get<std::string>(), "failed");
}

void awaitBuild(Writing &writing, const Json &input)
{
    if (!setStatus(writing, input.at("build_job_id").get<std::string>(), "running"))
        throw api::conflict("The build was removed.");
}

} // namespace callboard::review
