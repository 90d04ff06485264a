// SPDX-License-Identifier: GPL-3.0-or-later
// Answers below a comment, and acknowledgements.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

/// POST /data/tasks/{task_id}/comments/{comment_id}/reply; files may come with it
api::Response replyToComment(api::Working &working, api::Request &request);
/// DELETE /data/tasks/{task_id}/comments/{comment_id}/reply/{reply_id}: its author or an admin
api::Response deleteReply(api::Writing &writing, api::Request &request);
/// POST /data/tasks/{task_id}/comments/{comment_id}/ack: acknowledges, or takes it back
api::Response acknowledgeComment(api::Writing &writing, api::Request &request);

} // namespace callboard::tasks
