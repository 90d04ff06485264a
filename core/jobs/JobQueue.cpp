// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobQueue.h"

#include "core/jobs/Running.h"
#include "core/records/Record.h"

namespace callboard::jobs {

using api::Writing;

namespace {

/// The moment `before` now, as it is stored.
std::string momentBefore(const std::string &now, std::chrono::seconds before)
{
    auto moment = QDateTime::fromString(QString::fromStdString(now.substr(0, 19)), Qt::ISODate);
    moment.setTimeSpec(Qt::UTC);
    return moment.addSecs(-before.count()).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString() + ".000000";
}

} // namespace

std::string enqueue(Writing &writing, const std::string &kind, const Json &input)
{
    const auto id = records::insert(writing, "job", {{"kind", kind}, {"input", input}})["id"].get<std::string>();
    writing.afterCommit(writing.services.wakeJobs);
    return id;
}

std::optional<Job> take(Writing &writing, const std::string &worker)
{
    // Another server skips what this one holds; SQLite has one writer and needs no lock.
    auto rows = writing.database.query(std::string("SELECT id, kind, input, attempts FROM job WHERE state = 'waiting'"
                                                   " ORDER BY created_at, id LIMIT 1")
        + (writing.isSqlite() ? "" : " FOR UPDATE SKIP LOCKED"));
    if (!rows.next()) return std::nullopt;
    Job job{rows.string(0), rows.string(1), Json::parse(rows.text(2)), int(rows.integer(3)) + 1, worker};
    records::update(writing, "job", job.id,
        {{"state", "running"}, {"attempts", job.attempts}, {"taken_by", worker}, {"taken_at", writing.now},
            {"progress", 0}, {"message", nullptr}});
    return job;
}

void takeBack(Writing &writing, const std::string &worker, bool isStart)
{
    const bool isAlone = writing.isSqlite() && isStart;
    const std::string lost = isAlone ? "state = 'running'" : "state = 'running' AND (taken_by = ? OR taken_at < ?)";
    std::vector<store::Value> bound{writing.now};
    if (!isAlone) bound.insert(bound.end(), {worker, momentBefore(writing.now, silence)});
    const auto limit = std::to_string(greatestAttempts);
    std::vector<std::pair<std::string, Json>> givenUp; // kind and input
    auto rows = writing.database.run("UPDATE job SET state = CASE WHEN attempts >= " + limit
            + " THEN 'failed' ELSE 'waiting' END, message = CASE WHEN attempts >= " + limit
            + " THEN 'The server ended each time that it was at this.' END, updated_at = ? WHERE " + lost
            + " RETURNING state, kind, input",
        bound);
    while (rows.next())
        if (rows.text(0) == "failed") givenUp.emplace_back(rows.string(1), Json::parse(rows.text(2)));
    for (const auto &[name, input] : givenUp)
        if (const Kind *kind = writing.services.jobKinds->named(name)) kind->givenUp(writing, input);
}

void setProgress(Writing &writing, const std::string &id, double progress)
{
    writing.database.change(
        "UPDATE job SET progress = ?, taken_at = ?, updated_at = ? WHERE id = ? AND state = 'running'", progress,
        writing.now, writing.now, id);
}

void finish(Writing &writing, const Job &job, bool hasSucceeded, const std::string &message)
{
    writing.database.change("UPDATE job SET state = ?, progress = ?, message = ?, updated_at = ? WHERE id = ?"
                            " AND state = 'running' AND taken_by = ?",
        hasSucceeded ? "succeeded" : "failed", hasSucceeded ? 1.0 : 0.0,
        message.empty() ? std::nullopt : std::optional(message), writing.now, job.id, job.worker);
}

bool cancel(Writing &writing, const std::string &id)
{
    return writing.database.change("UPDATE job SET state = 'cancelled', updated_at = ? WHERE id = ?"
                                   " AND state IN ('waiting', 'running')",
               writing.now, id)
        > 0;
}

bool retry(Writing &writing, const std::string &id)
{
    const bool waitsAgain =
        writing.database.change("UPDATE job SET state = 'waiting', attempts = 0, message = NULL, updated_at = ?"
                                " WHERE id = ? AND state IN ('failed', 'cancelled')",
            writing.now, id)
        > 0;
    if (waitsAgain) writing.afterCommit(writing.services.wakeJobs);
    return waitsAgain;
}

bool isLost(store::Connection &database, const Job &job)
{
    return !database.query("SELECT 1 FROM job WHERE id = ? AND state = 'running' AND taken_by = ?", job.id, job.worker)
                .next();
}

} // namespace callboard::jobs
