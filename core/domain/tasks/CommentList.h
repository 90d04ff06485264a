// SPDX-License-Identifier: GPL-3.0-or-later
// The comments of a task as its panel shows them: with people, status, previews and attachments.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

/// Newest first; a fixed number of statements. Who sees what: see mayReadComment(); clients also see that
/// there were previews, without the studio's words.
void writeTaskComments(api::JsonWriter &writer, api::Reading &reading, const std::string &taskId);

} // namespace callboard::tasks
