// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/Subscriptions.h"

#include "core/records/Record.h"

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Writing;

/// Subscribing twice gives the subscription that there is.
Response subscribe(Writing &writing, const Json &values)
{
    if (const auto existing = records::findWhere(writing.database, "subscription", values))
        return api::json(*existing, 201);
    return api::json(records::insert(writing, "subscription", values), 201);
}

Json ofTask(const Reading &reading, const Request &request)
{
    return {{"person_id", reading.caller.id}, {"task_id", request.pathId("task_id")}};
}

Json ofSequence(const Reading &reading, const Request &request)
{
    return {{"person_id", reading.caller.id}, {"entity_id", request.pathId("sequence_id")},
        {"task_type_id", request.pathId("task_type_id")}};
}

Response unsubscribe(Writing &writing, const Json &values)
{
    if (const auto existing = records::findWhere(writing.database, "subscription", values))
        records::remove(writing, "subscription", (*existing)["id"].get<std::string>());
    return api::noContent();
}

} // namespace

Response subscribeToTask(Writing &writing, Request &request)
{
    return subscribe(writing, ofTask(writing, request));
}

Response unsubscribeFromTask(Writing &writing, Request &request)
{
    return unsubscribe(writing, ofTask(writing, request));
}

Response isSubscribedToTask(Reading &reading, const Request &request)
{
    return api::json(records::findWhere(reading.database, "subscription", ofTask(reading, request)).has_value());
}

Response subscribeToSequence(Writing &writing, Request &request)
{
    records::get(writing.database, "task_type", request.pathId("task_type_id"));
    return subscribe(writing, ofSequence(writing, request));
}

Response unsubscribeFromSequence(Writing &writing, Request &request)
{
    return unsubscribe(writing, ofSequence(writing, request));
}

Response isSubscribedToSequence(Reading &reading, const Request &request)
{
    return api::json(records::findWhere(reading.database, "subscription", ofSequence(reading, request)).has_value());
}

Response listSequenceSubscriptions(Reading &reading, const Request &request)
{
    Json ids = Json::array();
    auto rows = reading.database.query("SELECT subscription.entity_id FROM subscription"
                                       " JOIN entity ON entity.id = subscription.entity_id"
                                       " WHERE subscription.person_id = ? AND entity.project_id = ?"
                                       " AND subscription.task_type_id = ? ORDER BY entity.name, entity.id",
        reading.caller.id, request.pathId("project_id"), request.pathId("task_type_id"));
    while (rows.next()) ids.push_back(rows.string(0));
    return api::json(ids);
}

} // namespace callboard::tasks
