// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation is given. The parameter of a route's function says where it runs:
//   Reading  on a request worker, in a reading transaction; may stream its answer;
//   Writing  in the one writing transaction, told to others after its commit; must be quick;
//   Working  on a request worker; does slow things (passwords, pictures, files) and calls write() for the
//            part that changes rows.
// Whatever an operation throws rolls its transaction back, events included.
#pragma once

#include "core/api/Caller.h"
#include "core/api/Error.h"
#include "core/api/Request.h"
#include "core/api/Response.h"
#include "core/api/Event.h"
#include "core/store/Connection.h"
#include "core/api/Services.h"

#include <functional>
#include <string>
#include <vector>

namespace callboard::api {

class Reading
{
public:
    Reading(store::Connection &database, const Caller &caller, const Services &services)
        : database(database)
        , caller(caller)
        , services(services)
    {}

    store::Connection &database;
    const Caller &caller;
    const Services &services;

    bool isSqlite() const { return database.isSqlite(); }
};

class Writing : public Reading
{
public:
    Writing(store::Connection &database, const Caller &caller, const Services &services)
        : Reading(database, caller, services)
        , now(services.now())
    {}

    /// One moment for everything this transaction writes.
    const std::string now;
    std::string newId() const { return services.newId(); }

    /// Told to clients after the commit, in commit order; kept in api_event when event.isKept.
    void tell(Event event) { m_events.push_back(std::move(event)); }
    /// Shorthand: payload gets project_id when a production is given.
    void tell(std::string name, Json payload, std::optional<std::string> projectId = std::nullopt);
    /// Runs on the committing thread once the change is durable; must be quick (remove a file, wake a job).
    void afterCommit(std::function<void()> action) { m_afterCommit.push_back(std::move(action)); }

    const std::vector<Event> &events() const { return m_events; }
    const std::vector<std::function<void()>> &actionsAfterCommit() const { return m_afterCommit; }

private:
    std::vector<Event> m_events;
    std::vector<std::function<void()>> m_afterCommit;
};

class Working : public Reading
{
public:
    using Change = std::function<Response(Writing &)>;

    Working(store::Connection &database, const Caller &caller, const Services &services,
        std::function<Response(Change)> runChange)
        : Reading(database, caller, services)
        , m_runChange(std::move(runChange))
    {}

    /// Runs `change` in the writing transaction and returns when it is durable. What it throws is thrown here.
    Response write(Change change) { return m_runChange(std::move(change)); }

private:
    std::function<Response(Change)> m_runChange;
};

} // namespace callboard::api
