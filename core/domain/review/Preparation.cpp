// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/Preparation.h"

#include "core/media/FileStore.h"
#include "core/domain/tasks/PreviewRows.h"

namespace callboard::review {

using api::Reading;
using api::Request;
using api::Response;

Response readPreparation(Reading &reading, const Request &request)
{
    const auto preview = tasks::existingPreview(reading, request.pathId("preview_file_id"));
    auto rows = reading.database.query("SELECT progress FROM job WHERE state IN ('waiting', 'running')"
                                       " AND kind = 'normalise-movie' AND "
            + store::fragment::jsonMember(reading.database.dialect(), "input", "preview_file_id")
            + " = ? ORDER BY created_at DESC LIMIT 1",
        preview.id);
    Json progress;
    if (rows.next()) progress = rows.real(0);
    const auto upload = media::placeOf(reading.services.folders, media::FileKind::PreviewSource, preview.id);
    return api::json(
        {{"status", preview.status}, {"progress", progress}, {"has_upload", std::filesystem::exists(upload)}});
}

Response readUpload(Reading &reading, const Request &request)
{
    const auto preview = tasks::existingPreview(reading, request.pathId("preview_file_id"));
    const auto upload = media::placeOf(reading.services.folders, media::FileKind::PreviewSource, preview.id);
    if (!std::filesystem::exists(upload)) throw api::notFound("The uploaded file");
    // Never shown by a browser: it is whatever somebody sent.
    return api::file({upload, preview.id + ".upload", {}, 0}, "application/octet-stream");
}

} // namespace callboard::review
