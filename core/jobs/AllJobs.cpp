// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of job and what carries it out: the one place that lists them.
#include "core/jobs/JobThread.h"
#include "core/review/NormaliseMovie.h"

namespace callboard::jobs {

const Work *workOf(const std::string &kind)
{
    static const std::map<std::string, Work> kinds{
        {"normalise-movie", review::normaliseUploadedMovie},
    };
    const auto found = kinds.find(kind);
    return found == kinds.end() ? nullptr : &found->second;
}

} // namespace callboard::jobs
