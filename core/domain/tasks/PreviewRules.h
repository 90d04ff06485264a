// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see and change previews: the rights of their task. Vendors also see those of entities that they
// have a task of.
#pragma once

#include "core/domain/tasks/TaskRules.h"

namespace callboard::tasks {

/// Throws 404.
TaskPlace placeOfPreview(api::Reading &reading, const std::string &previewId);
bool mayReadPreview(api::Reading &reading, const std::string &previewId);

api::Access readsPreview(std::string previewParameter = "preview_file_id");
/// Also the picture that stands for a shared asset, for the staff of all productions.
api::Access seesPreview(std::string previewParameter = "preview_file_id");
/// As seesPreview(), for a path value that is the identifier with an extension.
api::Access readsPreviewNamed(std::string nameParameter = "file_name");
api::Access actsOnPreview(std::string previewParameter = "preview_file_id");
/// Managers of the team (and admins).
api::Access managesPreview(std::string previewParameter = "preview_file_id");
/// Managers and clients of the team, supervisors of the department or of none.
api::Access drawsOnPreview(std::string previewParameter = "preview_file_id");

/// The picture of a production: its team, and managers of any.
api::Access seesProjectPicture(std::string projectParameter = "instance_id");
/// The file of a message is for who reads the chat; that of a comment for who reads its task, but for clients, who get
/// those of clients and of comments that they read. Throws 403, 404.
void requireAttachment(api::Reading &reading, const std::string &attachmentId);
/// The record of an attachment tells the words beside it: only who reads these may read it. Throws 403, 404.
void requireWordsOfAttachment(api::Reading &reading, const std::string &attachmentId);
/// requireAttachment() for the attachment of a path value.
api::Access readsAttachment(std::string attachmentParameter = "attachment_file_id");
/// Who reads the task or chat learns whether there is a picture; the operation asks requireAttachment() before it tells
/// one.
api::Access readsPictureOfAttachment(std::string attachmentParameter = "attachment_file_id");

} // namespace callboard::tasks
