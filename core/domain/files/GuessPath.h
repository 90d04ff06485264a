// SPDX-License-Identifier: GPL-3.0-or-later
// What a path stands for, by the file tree of a production: the way back from PathWords.
#pragma once

#include "core/api/Operation.h"

namespace callboard::files {

/// POST /data/entities/guess_from_path: [{Template, Project, AssetType, Asset, …}] for each template that fits, as
/// far as its words are known. Nothing is guessed in productions of others.
api::Response guessFromPath(api::Reading &reading, const api::Request &request);

} // namespace callboard::files
