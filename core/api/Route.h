// SPDX-License-Identifier: GPL-3.0-or-later
// The route table: verb, path, who may, operation; one table beside each area's operations.
//   const Routes taskRoutes = {
//       {Verb::Get, "/data/tasks/{task_id}/comments", tasks::readsTask("task_id"), listComments},
//   };
// A route without an access rule does not compile. Finding a route costs the path's length.
#pragma once

#include "core/api/Operation.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace callboard::api {

/// Who may use a route; decided before the operation reads anything. Throws Error when refused.
struct Access
{
    std::string name;      // for the matrix: "manager of the team of project_id"
    bool isPublic = false; // answers without a token too
    std::function<void(Reading &, const Request &)> require;
};

using ReadingOperation = Response (*)(Reading &, const Request &);
using WritingOperation = Response (*)(Writing &, Request &);
using WorkingOperation = Response (*)(Working &, Request &);
using Operation = std::variant<std::function<Response(Reading &, const Request &)>,
    std::function<Response(Writing &, Request &)>, std::function<Response(Working &, Request &)>>;

struct Route
{
    Route(Verb verb, std::string path, Access access, ReadingOperation operation);
    Route(Verb verb, std::string path, Access access, WritingOperation operation);
    Route(Verb verb, std::string path, Access access, WorkingOperation operation);
    /// For operations made from data (the generic routes of a table).
    Route(Verb verb, std::string path, Access access, Operation operation);

    Verb verb;
    std::string path; // "/data/tasks/{task_id}"; a trailing slash is optional in requests
    Access access;
    Operation operation;
};

using Routes = std::vector<Route>;

/// All routes of the API, ready to be found by path.
class RouteTable
{
public:
    explicit RouteTable(std::vector<Routes> areas);
    ~RouteTable();
    RouteTable(RouteTable &&) noexcept;
    RouteTable &operator=(RouteTable &&) noexcept;

    /// The route for a request; sets request.pathValues. Throws 404 (no such path) or 405 (other verb).
    const Route &find(Request &request) const;
    const std::vector<Route> &all() const { return m_routes; }

private:
    struct Node;
    std::vector<Route> m_routes;
    std::unique_ptr<Node> m_root;
};

} // namespace callboard::api
