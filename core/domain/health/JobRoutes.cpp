// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health/JobRoutes.h"

#include "core/access/Rules.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/Running.h"
#include "core/records/Record.h"

namespace callboard::health {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Writing;

constexpr int listedAtMost = 500;

/// ?state=waiting and so on; the latest first.
Response listJobs(Reading &reading, const Request &request)
{
    const auto state = request.query.find("state");
    std::vector<store::Value> bound;
    if (state) bound.emplace_back(std::string(*state));
    const std::string condition = state ? " WHERE state = ?" : "";
    return api::stream([&reading, condition, bound](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("job");
        auto rows = reading.database.run("SELECT " + shape.columns() + " FROM job" + condition
                + " ORDER BY created_at DESC, id LIMIT " + std::to_string(listedAtMost),
            bound);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

Response readJob(Reading &reading, const Request &request)
{
    return api::json(records::get(reading.database, "job", request.pathId("job_id")));
}

/// A running one ends within a second or two.
Response cancelJob(Writing &writing, Request &request)
{
    const Json job = records::get(writing.database, "job", request.pathId("job_id"));
    if (!jobs::cancel(writing, job["id"])) throw api::conflict("The job has ended already.");
    if (const jobs::Kind *kind = writing.services.jobKinds->named(job["kind"])) kind->givenUp(writing, job["input"]);
    return api::json(records::get(writing.database, "job", job["id"]));
}

Response retryJob(Writing &writing, Request &request)
{
    const Json job = records::get(writing.database, "job", request.pathId("job_id"));
    if (!jobs::retry(writing, job["id"])) throw api::conflict("Only a job that failed or was cancelled can be tried again.");
    if (const jobs::Kind *kind = writing.services.jobKinds->named(job["kind"])) kind->awaited(writing, job["input"]);
    return api::json(records::get(writing.database, "job", job["id"]));
}

} // namespace

api::Routes jobRoutes()
{
    using access::admins;
    using api::Verb;
    return {
        {Verb::Get, "/data/jobs", admins(), listJobs},
        {Verb::Get, "/data/jobs/{job_id}", admins(), readJob},
        {Verb::Put, "/actions/jobs/{job_id}/cancel", admins(), cancelJob},
        {Verb::Put, "/actions/jobs/{job_id}/retry", admins(), retryJob},
    };
}

} // namespace callboard::health
