// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/Thumbnails.h"

#include "core/domain/tasks/PreviewRules.h"
#include "core/media/FileStore.h"
#include "core/media/Picture.h"
#include "core/media/PngFile.h"
#include "core/records/Record.h"

namespace callboard::review {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Working;
using api::Writing;
using media::FileKind;

struct Owner
{
    const char *table;
    const char *folder; // in the path
    FileKind kind;
};

constexpr Owner person{"person", "persons", FileKind::PersonPicture};
constexpr Owner organisation{"organisation", "organisations", FileKind::OrganisationPicture};
constexpr Owner project{"project", "projects", FileKind::ProjectPicture};

Response upload(Working &working, Request &request, const Owner &owner)
{
    const auto id = request.pathId("instance_id");
    if (!records::exists(working.database, owner.table, id)) throw api::notFound("The record");
    const auto named = std::find_if(request.files.begin(), request.files.end(),
        [](const api::UploadedFile &file) { return file.field() == "file"; });
    if (named == request.files.end()) throw api::badRequest("The file is missing: file.");
    if (!media::isPictureExtension(named->extension())) throw api::badRequest("Only JPEG and PNG pictures are taken.");
    const auto path = media::newArriving(working.services, ".png");
    media::writePng(media::covering(media::readPicture(named->path()), 400, 400), path);
    media::NewFiles files(working.services);
    files.add(owner.kind, id, path);
    auto response = working.write([&](Writing &writing) {
        records::update(writing, owner.table, id, {{"has_avatar", true}});
        const std::string table = owner.table;
        for (const char *what : {":update", ":set-thumbnail"})
            writing.tell(table + what, {{table + "_id", id}}, table == "project" ? std::optional(id) : std::nullopt);
        return api::json(
            {{"thumbnail_path", std::string("pictures/thumbnails/") + owner.folder + '/' + id + ".png"}}, 201);
    });
    files.keep();
    return response;
}

Response serve(Reading &reading, FileKind kind, const std::string &id)
{
    const auto path = media::placeOf(reading.services.folders, kind, id);
    std::error_code failure;
    const auto changed = std::filesystem::last_write_time(path, failure);
    if (failure) throw api::notFound("The picture");
    return api::file({path, {}, id + '-' + std::to_string(changed.time_since_epoch().count())}, "image/png");
}

Response read(Reading &reading, const Request &request, const Owner &owner)
{
    const auto id = request.pathId("instance_id");
    auto rows = reading.database.query(std::string("SELECT has_avatar FROM ") + owner.table + " WHERE id = ?", id);
    if (!rows.next() || !rows.boolean(0)) throw api::notFound("The picture");
    return serve(reading, owner.kind, id);
}

} // namespace

Response uploadPersonPicture(Working &working, Request &request)
{
    return upload(working, request, person);
}

Response uploadOrganisationPicture(Working &working, Request &request)
{
    return upload(working, request, organisation);
}

Response uploadProjectPicture(Working &working, Request &request)
{
    return upload(working, request, project);
}

Response readPersonPicture(Reading &reading, const Request &request)
{
    return read(reading, request, person);
}

Response readOrganisationPicture(Reading &reading, const Request &request)
{
    return read(reading, request, organisation);
}

Response readProjectPicture(Reading &reading, const Request &request)
{
    return read(reading, request, project);
}

Response readAttachmentPicture(Reading &reading, const Request &request)
{
    const auto id = request.pathId("attachment_file_id");
    Response picture = serve(reading, FileKind::AttachmentThumbnail, id); // where there is none, nothing is kept from anybody
    tasks::requireAttachment(reading, id);
    return picture;
}

} // namespace callboard::review
