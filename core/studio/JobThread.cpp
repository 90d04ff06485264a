// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/JobThread.h"

#include "core/media/FileStore.h"
#include "core/store/DatabaseGone.h"

#include <QLoggingCategory>
#include <QSysInfo>

namespace callboard::jobs {

namespace {

Q_LOGGING_CATEGORY(jobLog, "callboard.jobs")

using namespace std::chrono_literals;
constexpr auto interval = 30s; // between looks for jobs of other servers
constexpr auto pause = 1s;     // after a look that failed

const api::Caller nobody;

} // namespace

JobThread::JobThread(const Services &services, LastingConnection::Open openReader, RunChange runChange)
    : m_services(services)
    , m_database(std::move(openReader))
    , m_runChange(std::move(runChange))
    , m_name(QSysInfo::machineHostName().left(40).toStdString() + ' ' + services.newId().substr(0, 8))
{}

JobThread::~JobThread()
{
    stop();
}

void JobThread::start()
{
    m_thread = std::thread([this] { run(); });
}

void JobThread::stop()
{
    {
        const std::lock_guard guard(m_lock);
        m_isStopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable()) m_thread.join();
}

void JobThread::wake()
{
    const std::lock_guard guard(m_lock);
    m_hasWork = true;
    m_wake.notify_all();
}

void JobThread::run()
{
    bool isStart = true;
    while (!m_isStopping) {
        std::chrono::milliseconds rest = interval;
        try {
            lookForJobs(isStart);
        } catch (const store::DatabaseGone &) {
            rest = pause; // The connection's own warning has told it.
        } catch (const std::exception &failure) {
            qCCritical(jobLog) << "The queue of jobs cannot be read or written:" << failure.what();
            rest = pause;
        }
        std::unique_lock guard(m_lock);
        m_wake.wait_for(guard, rest, [this] { return m_isStopping || m_hasWork; });
        m_hasWork = false;
    }
}

void JobThread::lookForJobs(bool &isStart)
{
    writeEnd();
    m_runChange([&](api::Writing &writing) {
        takeBack(writing, m_name, isStart);
        return api::noContent();
    });
    if (isStart) media::sweep(m_database.get(), m_services.folders);
    isStart = false;
    while (!m_isStopping && runOne()) {
    }
}

bool JobThread::runOne()
{
    std::optional<Job> job;
    m_runChange([&](api::Writing &writing) {
        job = take(writing, m_name);
        return api::noContent();
    });
    if (!job) return false;
    m_ended = carryOut(*job);
    writeEnd();
    return true;
}

JobThread::Ended JobThread::carryOut(const Job &job)
{
    Ended ended{job, "This version of the studio does not know this kind of job."};
    try {
        api::Working working(m_database.get(), nobody, m_services, m_runChange);
        Running running(working, job, m_isStopping);
        if (const Kind *kind = m_services.jobKinds->named(job.kind)) ended.failure = kind->work(running);
    } catch (const std::exception &error) {
        ended.failure = error.what();
    }
    ended.isBrokenOff = m_isStopping && !ended.failure.empty();
    if (!ended.failure.empty() && !ended.isBrokenOff)
        qCWarning(jobLog) << "A job failed:" << job.kind.c_str() << ended.failure.c_str();
    return ended;
}

/// What cannot be written (a full disk, a database that is away) is kept and written later: the work is not done twice.
void JobThread::writeEnd()
{
    if (!m_ended) return;
    m_runChange([&](api::Writing &writing) {
        const auto &[job, failure, isBrokenOff] = *m_ended;
        if (isBrokenOff)
            writing.database.change("UPDATE job SET state = 'waiting', attempts = attempts - 1 WHERE id = ?"
                                    " AND state = 'running' AND taken_by = ?",
                job.id, job.worker);
        else
            finish(writing, job, failure.empty(), failure);
        return api::noContent();
    });
    m_ended.reset();
}

} // namespace callboard::jobs
