// SPDX-License-Identifier: GPL-3.0-or-later
// A studio with a large production, written straight into its database.
#pragma once

#include <string>
#include <vector>

namespace callboard::bench {

struct BigProduction
{
    std::string projectId;
    std::vector<std::string> taskIds;   // of shots
    std::vector<std::string> statusIds; // that a comment may set
    std::string artistId;               // one of sixty
};

/// 10,000 shots in 200 sequences with 50,000 tasks and as many assignments, 2,000 assets with 6,000 tasks,
/// 100,000 castings, two comments on each task with their news. `folder` becomes the studio.
BigProduction makeBigProduction(const std::string &folder);

} // namespace callboard::bench
