// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that carries out jobs, one after the other. What each kind does: core/studio/AllJobs.cpp.
#pragma once

#include "core/api/Operation.h"
#include "core/jobs/Running.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace callboard::jobs {

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
