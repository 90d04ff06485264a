// SPDX-License-Identifier: GPL-3.0-or-later
// The name that a preview's file gets on the user's disk.
#pragma once

#include "core/domain/tasks/PreviewRows.h"

#include <string>

namespace callboard::tasks {

/// "alpha_se01_sh010_animation_v2-3.png": production, sequence, shot, task type, revision, and the place from
/// the second file on; or the original name when the organisation wants that.
std::string downloadName(api::Reading &reading, const PreviewPlace &preview, const std::string &extension);

} // namespace callboard::tasks
