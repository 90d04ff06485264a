// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/JobThread.h"

#include "core/media/FileStore.h"

#include <QLoggingCategory>
#include <QSysInfo>

namespace callboard::jobs {

namespace {

Q_LOGGING_CATEGORY(jobLog, "callboard.jobs")

using namespace std::chrono_literals;
constexpr auto interval = 30s; // between looks for jobs of other servers

const api::Caller nobody;

} // namespace

JobThread::JobThread(const Services &services, OpenReader openReader, RunChange runChange)
    : m_services(services)
    , m_openReader(std::move(openReader))
    , m_runChange(std::move(runChange))
    , m_name(QSysInfo::machineHostName().left(40).toStdString() + ' ' + services.newId().substr(0, 8))
    , m_thread([this] { run(); })
{}

JobThread::~JobThread()
{
    stop();
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
    std::unique_ptr<store::Connection> database;
    while (!m_isStopping) {
        try {
            if (!database) database = m_openReader();
            m_runChange([&](api::Writing &writing) {
                takeBack(writing, m_name, isStart);
                return api::noContent();
            });
            if (isStart) media::sweep(*database, m_services.folders);
            isStart = false;
            while (!m_isStopping && runOne(*database)) {
            }
        } catch (const std::exception &failure) {
            qCCritical(jobLog) << "The queue of jobs cannot be read:" << failure.what();
            database.reset();
        }
        std::unique_lock guard(m_lock);
        m_wake.wait_for(guard, interval, [this] { return m_isStopping || m_hasWork; });
        m_hasWork = false;
    }
}

bool JobThread::runOne(store::Connection &database)
{
    std::optional<Job> job;
    m_runChange([&](api::Writing &writing) {
        job = take(writing, m_name);
        return api::noContent();
    });
    if (!job) return false;
    carryOut(database, *job);
    return true;
}

void JobThread::carryOut(store::Connection &database, const Job &job)
{
    std::string failure = "This version of the studio does not know this kind of job.";
    api::Working working(database, nobody, m_services, m_runChange);
    Running running(working, job, m_isStopping);
    try {
        if (const Kind *kind = m_services.jobKinds->named(job.kind)) failure = kind->work(running);
    } catch (const std::exception &error) {
        failure = error.what();
    }
    if (m_isStopping && !failure.empty()) {
        m_runChange([&](api::Writing &writing) {
            writing.database.change("UPDATE job SET state = 'waiting', attempts = attempts - 1 WHERE id = ?"
                                    " AND state = 'running' AND taken_by = ?",
                job.id, job.worker);
            return api::noContent();
        });
        return;
    }
    if (!failure.empty()) qCWarning(jobLog) << "A job failed:" << job.kind.c_str() << failure.c_str();
    m_runChange([&](api::Writing &writing) {
        finish(writing, job, failure.empty(), failure);
        return api::noContent();
    });
}

} // namespace callboard::jobs
