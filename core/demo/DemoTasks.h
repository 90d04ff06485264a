// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the demo: who does what, how far it is, what was said and published.
#pragma once

#include "core/demo/StudioClient.h"

#include <map>
#include <string>
#include <string_view>

namespace callboard::demo {

using Ids = std::map<std::string, std::string, std::less<>>;

/// A shot or asset that gets tasks.
struct PlannedEntity
{
    std::string id;
    std::string name;      // "SQ010/SH0020", or the asset's
    std::string drawing;   // resource without extension
    std::string taskTypes; // key of the plan: which task types
    double progress = 0;   // how much of its work is done, 0 to 1
    int frames = 0;
};

/// What tasks refer to, by name.
struct Known
{
    std::string projectId;
    const Ids &people;
    const Ids &taskTypes;
    const Ids &statuses;
};

/// The day so many days after today (before: negative), as "2026-11-24".
std::string dayFromToday(int days);

class TaskMaking
{
public:
    /// `turn`: how many tasks come before its first one; who works on what, and how far it is, varies with it.
    TaskMaking(StudioClient &studio, const Json &plan, Known known, std::size_t turn = 0);

    /// Makes the entity's tasks with their histories; their ids by task type.
    Ids make(const PlannedEntity &entity);
    /// Publishes the entity's drawing as the task's first revision; the preview, whose picture is still to be made.
    std::string publishDrawing(const std::string &taskId, const PlannedEntity &entity);
    /// Publishes a movie with a note that is drawn on frame 37; the preview, whose movie is still to be made.
    std::string publishMovie(const std::string &taskId);

private:
    std::string makeTask(const PlannedEntity &entity, const std::string &taskType, std::size_t place);
    void tellHistory(const std::string &taskId, const std::string &taskType, const std::string &status);
    std::string comment(const std::string &taskId, const std::string &person, const std::string &status,
        const std::string &text, int daysAgo);
    std::string revision(const std::string &taskId, const std::string &commentId);
    const std::string &artist(const std::string &taskType, std::size_t turn) const;
    /// The next of a list of the plan, in turn.
    std::string next(const char *list);

    StudioClient &m_studio;
    const Json &m_plan;
    Known m_known;
    std::size_t m_turn;
};

} // namespace callboard::demo
