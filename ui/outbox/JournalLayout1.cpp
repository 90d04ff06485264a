// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/JournalLayout1.h"

#include "core/store/Connection.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace callboard::ui {

namespace {

struct FormerRoute
{
    const char *verb;
    const char *path; // as SQLite's GLOB
    const char *kind;
    int object; // which segment of the path names it, from 1; 0: none
};

// Frozen: the routes whose requests a journal of layout 1 can hold, whatever becomes of routes and kinds.
// The longer ones first: GLOB's "*" takes slashes too.
constexpr std::array formerRoutes = {
    FormerRoute{"POST", "/actions/tasks/*/comment", "comment", 0},
    FormerRoute{"POST", "/data/tasks/*/comments/*/reply", "reply", 5},
    FormerRoute{"POST", "/data/tasks/*/comments/*/ack", "acknowledgement", 5},
    FormerRoute{"PUT", "/data/comments/*", "comment edit", 3},
    FormerRoute{"PUT", "/data/tasks/*", "task edit", 0},
    FormerRoute{"PUT", "/data/entities/*", "entity edit", 0},
    FormerRoute{"PUT", "/actions/persons/*/assign", "assignment", 3},
    FormerRoute{"PUT", "/actions/tasks/clear-assignation", "unassignment", 0},
    FormerRoute{"PUT", "/actions/preview-files/*/update-annotations", "drawing", 0},
};

std::string segmentOf(const std::string &path, int number)
{
    std::size_t begin = 0;
    for (int i = 0; i < number; ++i) begin = path.find('/', begin) + 1;
    return path.substr(begin, path.find('/', begin) - begin);
}

} // namespace

void bringFromLayout1(store::Connection &file)
{
    file.execute("ALTER TABLE change ADD COLUMN kind TEXT NOT NULL DEFAULT ''");
    file.execute("ALTER TABLE change ADD COLUMN object TEXT NOT NULL DEFAULT ''");
    for (const FormerRoute &route : formerRoutes) {
        std::vector<std::pair<std::int64_t, std::string>> objects;
        {
            auto rows = file.query(
                "SELECT id, path FROM change WHERE verb = ? AND path GLOB ? AND kind = ''", route.verb, route.path);
            while (rows.next())
                objects.emplace_back(
                    rows.integer(0), route.object > 0 ? segmentOf(rows.string(1), route.object) : std::string());
        }
        for (const auto &[id, object] : objects)
            file.change("UPDATE change SET kind = ?, object = ? WHERE id = ?", route.kind, object, id);
    }
    file.change("UPDATE change SET object = json_extract(body, '$.person_id') WHERE kind = ?", "unassignment");
}

} // namespace callboard::ui
