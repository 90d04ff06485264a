// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Running.h"

namespace callboard::jobs {

using namespace std::chrono_literals;

void Running::setProgress(double progress)
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastWritten < 1s) return;
    m_lastWritten = now;
    working.write([&](api::Writing &writing) {
        jobs::setProgress(writing, job.id, progress);
        return api::noContent();
    });
}

bool Running::shouldStop()
{
    if (m_isStopping || m_wasCancelled) return true;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastAsked < 1s) return false;
    m_lastAsked = now;
    m_wasCancelled = isLost(working.database, job);
    return m_wasCancelled;
}

} // namespace callboard::jobs
