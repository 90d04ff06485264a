// SPDX-License-Identifier: GPL-3.0-or-later
// A job while it is carried out, and the kinds of jobs that there are.
#pragma once

#include "core/api/Operation.h"
#include "core/jobs/JobQueue.h"

#include <atomic>
#include <chrono>
#include <map>
#include <string>

namespace callboard::jobs {

/// What a job is given while it runs.
class Running
{
public:
    Running(api::Working &working, const Job &job, const std::atomic<bool> &isStopping)
        : working(working)
        , job(job)
        , m_isStopping(isStopping)
    {}

    api::Working &working;
    const Job &job;

    /// 0 to 1; written at most once a second.
    void setProgress(double progress);
    /// True when somebody cancelled the job or the studio closes.
    bool shouldStop();

private:
    const std::atomic<bool> &m_isStopping;
    std::chrono::steady_clock::time_point m_lastWritten{};
    std::chrono::steady_clock::time_point m_lastAsked{};
    bool m_wasCancelled = false;
};

/// What a kind of job does. The last two run with the change of the job's row; `input` is the job's.
struct Kind
{
    /// Carries it out. Throws, or returns a sentence, when it failed; empty: it succeeded.
    std::string (*work)(Running &);
    /// It was cancelled or given up: whoever waits for it is told so.
    void (*givenUp)(api::Writing &, const Json &input);
    /// It will be tried again. Throws 409 when that cannot be.
    void (*awaited)(api::Writing &, const Json &input);
};

/// The kinds that a studio knows. Which: core/studio/AllJobs.cpp, and what a program adds (StudioOptions).
class Kinds
{
public:
    explicit Kinds(std::map<std::string, Kind> kinds)
        : m_kinds(std::move(kinds))
    {}

    /// nullptr when there is no such kind.
    const Kind *named(const std::string &name) const
    {
        const auto found = m_kinds.find(name);
        return found == m_kinds.end() ? nullptr : &found->second;
    }

private:
    std::map<std::string, Kind> m_kinds;
};

} // namespace callboard::jobs
