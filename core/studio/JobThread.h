// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that carries out jobs, one after the other. What each kind does: core/studio/AllJobs.cpp.
#pragma once

#include "core/api/Operation.h"
#include "core/jobs/Running.h"
#include "core/studio/LastingConnection.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace callboard::jobs {

class JobThread
{
public:
    using RunChange = std::function<api::Response(api::Working::Change)>;

    /// Opens its connection; throws store::StoreError when that is not possible. It begins with start().
    JobThread(const Services &services, LastingConnection::Open openReader, RunChange runChange);
    ~JobThread();
    JobThread(const JobThread &) = delete;
    JobThread &operator=(const JobThread &) = delete;

    /// Begins to carry out jobs; once.
    void start();
    /// A job was put in the queue. Thread-safe, before start() too.
    void wake();
    /// Ends the running child process and the thread; the job waits again.
    void stop();

private:
    void run();
    /// What an attempt at a job came to.
    struct Ended
    {
        Job job;
        std::string failure;      // empty: it succeeded
        bool isBrokenOff = false; // by stop(): it waits again, and the attempt does not count
    };

    void lookForJobs(bool &isStart);
    bool runOne();
    Ended carryOut(const Job &job);
    void writeEnd();

    const Services &m_services;
    LastingConnection m_database;
    RunChange m_runChange;
    const std::string m_name;     // of this process, in job.taken_by
    std::optional<Ended> m_ended; // an end that is not written yet
    std::mutex m_lock;
    std::condition_variable m_wake;
    bool m_hasWork = true;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace callboard::jobs
