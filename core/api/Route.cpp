// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Route.h"

#include <map>

namespace callboard::api {

namespace {

std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        if (path.front() == '/') {
            path.remove_prefix(1);
            continue;
        }
        const auto end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

/// A segment may have text around its placeholder: "{preview_file_id}.png".
struct Pattern
{
    std::string_view before;
    std::string_view name;
    std::string_view after;
};

std::optional<Pattern> patternOf(std::string_view segment)
{
    const auto open = segment.find('{');
    const auto close = segment.find('}');
    if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
    return Pattern{segment.substr(0, open), segment.substr(open + 1, close - open - 1), segment.substr(close + 1)};
}

} // namespace

Route::Route(Verb verb, std::string path, Access access, ReadingOperation operation)
    : Route(verb, std::move(path), std::move(access),
        Operation(std::function<Response(Reading &, const Request &)>(operation)))
{}

Route::Route(Verb verb, std::string path, Access access, WritingOperation operation)
    : Route(
        verb, std::move(path), std::move(access), Operation(std::function<Response(Writing &, Request &)>(operation)))
{}

Route::Route(Verb verb, std::string path, Access access, WorkingOperation operation)
    : Route(
        verb, std::move(path), std::move(access), Operation(std::function<Response(Working &, Request &)>(operation)))
{}

Route::Route(Verb verb, std::string path, Access access, Operation operation)
    : verb(verb)
    , path(std::move(path))
    , access(std::move(access))
    , operation(std::move(operation))
{}

/// One segment of all paths. Literal segments win over placeholders, placeholders with text around
/// them over bare ones.
struct RouteTable::Node
{
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    struct Branch
    {
        std::string before;
        std::string after;
        std::unique_ptr<Node> node;
    };
    std::vector<Branch> placeholders;
    std::map<Verb, const Route *> routes;

    Node &child(std::string_view segment)
    {
        const auto pattern = patternOf(segment);
        if (!pattern) {
            auto &node = literals[std::string(segment)];
            if (!node) node = std::make_unique<Node>();
            return *node;
        }
        for (Branch &branch : placeholders)
            if (branch.before == pattern->before && branch.after == pattern->after) return *branch.node;
        Branch branch{std::string(pattern->before), std::string(pattern->after), std::make_unique<Node>()};
        const bool isBare = branch.before.empty() && branch.after.empty();
        const auto place = isBare ? placeholders.end() : placeholders.begin();
        return *placeholders.insert(place, std::move(branch))->node;
    }

    /// Depth first; `pathExists` becomes true when the path is known with another verb.
    const Route *find(std::span<const std::string_view> rest, Verb verb, std::vector<std::string_view> &values,
        bool &pathExists) const
    {
        if (rest.empty()) {
            const auto found = routes.find(verb);
            pathExists = pathExists || !routes.empty();
            return found == routes.end() ? nullptr : found->second;
        }
        if (const auto literal = literals.find(rest[0]); literal != literals.end())
            if (const Route *route = literal->second->find(rest.subspan(1), verb, values, pathExists)) return route;
        for (const Branch &branch : placeholders) {
            const auto segment = rest[0];
            if (segment.size() < branch.before.size() + branch.after.size() || !segment.starts_with(branch.before)
                || !segment.ends_with(branch.after))
                continue;
            values.push_back(
                segment.substr(branch.before.size(), segment.size() - branch.before.size() - branch.after.size()));
            if (const Route *route = branch.node->find(rest.subspan(1), verb, values, pathExists)) return route;
            values.pop_back();
        }
        return nullptr;
    }
};

RouteTable::RouteTable(std::vector<Routes> areas)
    : m_root(std::make_unique<Node>())
{
    for (Routes &area : areas)
        for (Route &route : area) m_routes.push_back(std::move(route));
    for (const Route &route : m_routes) {
        Node *node = m_root.get();
        for (const auto segment : segmentsOf(route.path)) node = &node->child(segment);
        if (!node->routes.emplace(route.verb, &route).second)
            throw std::logic_error("Two routes for " + std::string(nameOf(route.verb)) + " " + route.path);
    }
}

RouteTable::~RouteTable() = default;
RouteTable::RouteTable(RouteTable &&) noexcept = default;
RouteTable &RouteTable::operator=(RouteTable &&) noexcept = default;

const Route &RouteTable::find(Request &request) const
{
    const auto segments = segmentsOf(request.path);
    std::vector<std::string_view> values;
    bool pathExists = false;
    const Verb verb = request.verb == Verb::Head ? Verb::Get : request.verb;
    const Route *route = m_root->find(segments, verb, values, pathExists);
    if (!route && pathExists)
        throw Error(405, "This path does not take the method " + std::string(nameOf(request.verb)) + ".");
    if (!route) throw Error(404, "This path is not part of the API: " + request.path);

    request.pathValues.clear();
    auto value = values.begin();
    for (const auto segment : segmentsOf(route->path))
        if (const auto pattern = patternOf(segment))
            request.pathValues.emplace_back(pattern->name, std::string(*value++));
    return *route;
}

} // namespace callboard::api
