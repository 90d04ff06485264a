// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that carries out jobs, one after the other. What each kind does: core/jobs/AllJobs.cpp.
#pragma once

#include "core/api/Operation.h"
#include "core/jobs/JobQueue.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

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
/// nullptr when this build knows no such kind.
const Kind *kindNamed(const std::string &name);

class JobThread
{
public:
    using RunChange = std::function<api::Response(api::Working::Change)>;
    using OpenReader = std::function<std::unique_ptr<store::Connection>()>;

    JobThread(const Services &services, OpenReader openReader, RunChange runChange);
    ~JobThread();
    JobThread(const JobThread &) = delete;
    JobThread &operator=(const JobThread &) = delete;

    /// A job was put in the queue. Thread-safe.
    void wake();
    /// Ends the running child process and the thread; the job waits again.
    void stop();

private:
    void run();
    bool runOne(store::Connection &database);
    void carryOut(store::Connection &database, const Job &job);

    const Services &m_services;
    OpenReader m_openReader;
    RunChange m_runChange;
    const std::string m_name; // of this process, in job.taken_by
    std::mutex m_lock;
    std::condition_variable m_wake;
    bool m_hasWork = true;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace callboard::jobs
