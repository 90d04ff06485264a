// SPDX-License-Identifier: GPL-3.0-or-later
// Files attached to comments and replies: put in place first, then named by a row.
#pragma once

#include "core/api/Operation.h"
#include "core/media/FileStore.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::tasks {

struct NewAttachment
{
    std::string id;
    std::string name;
    std::string extension;
    std::string mediaType;
    std::uint64_t size = 0; // bytes
};

/// Puts an upload in place.
NewAttachment storeAttachment(const api::Reading &reading, media::NewFiles &files, api::UploadedFile &upload);
/// The rows; returned as comments tell them.
Json insertAttachments(api::Writing &writing, const std::string &commentId,
    const std::vector<NewAttachment> &attachments, const std::optional<std::string> &replyId = std::nullopt);

/// POST /actions/tasks/{task_id}/comments/{comment_id}/add-attachment
api::Response addAttachments(api::Working &working, api::Request &request);
/// DELETE /data/tasks/{task_id}/comments/{comment_id}/attachments/{attachment_id}
api::Response deleteAttachment(api::Writing &writing, api::Request &request);
/// GET /data/attachment-files/{attachment_file_id}/file/{file_name}
api::Response readAttachment(api::Reading &reading, const api::Request &request);
/// GET /data/tasks/{task_id}/attachment-files
api::Response listTaskAttachments(api::Reading &reading, const api::Request &request);

} // namespace callboard::tasks
