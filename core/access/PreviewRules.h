// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see and change previews: the rights of their task. Vendors also see those of entities that they
// have a task of.
#pragma once

#include "core/access/TaskRules.h"

namespace callboard::access {

/// Throws 404.
TaskPlace placeOfPreview(Reading &reading, const std::string &previewId);
bool mayReadPreview(Reading &reading, const std::string &previewId);

Access readsPreview(std::string previewParameter = "preview_file_id");
Access actsOnPreview(std::string previewParameter = "preview_file_id");

} // namespace callboard::access
