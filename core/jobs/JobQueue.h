// SPDX-License-Identifier: GPL-3.0-or-later
// Work that outlasts a request, as rows of the table `job`: waiting, running, succeeded, failed, cancelled.
// It survives a restart: what a dead process was doing waits again. Several servers may share one database
// (PostgreSQL): each row is taken by one of them.
#pragma once

#include "core/api/Operation.h"

#include <chrono>
#include <optional>
#include <string>

namespace callboard::jobs {

/// Attempts after which a job that took its process down is given up.
inline constexpr int greatestAttempts = 3;
/// A job whose process has not been heard of for that long waits again.
inline constexpr std::chrono::seconds silence{120};

struct Job
{
    std::string id;
    std::string kind;
    Json input;
    int attempts = 0;
    std::string worker; // who carries it out
};

/// Puts work in the queue; it begins after the commit. Returns its identifier.
std::string enqueue(api::Writing &writing, const std::string &kind, const Json &input);
/// The oldest waiting job becomes `worker`'s; nothing when none waits.
std::optional<Job> take(api::Writing &writing, const std::string &worker);
/// Jobs that nobody carries out any more wait again, or fail when they were tried too often: `worker`'s own, who
/// asks while it does none, and those of processes that ended. At the start every running job of SQLite is one of
/// these, on PostgreSQL those that nobody has heard of for a while.
void takeBack(api::Writing &writing, const std::string &worker, bool isStart);
void setProgress(api::Writing &writing, const std::string &id, double progress);
/// Says how it ended, unless it is no more that worker's.
void finish(api::Writing &writing, const Job &job, bool hasSucceeded, const std::string &message = {});
/// A waiting or running job stops; false when it has ended already.
bool cancel(api::Writing &writing, const std::string &id);
/// A failed or cancelled job waits again; false when it is neither.
bool retry(api::Writing &writing, const std::string &id);
/// It was cancelled, or another worker has it by now.
bool isLost(store::Connection &database, const Job &job);

} // namespace callboard::jobs
