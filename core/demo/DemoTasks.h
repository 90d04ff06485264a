// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the demo: who does what, how far it is, what was said and published.
#pragma once

#include "core/demo/StudioClient.h"

#include <QDate>

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

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

/// A revision whose movie is still to be made.
struct PlannedMovie
{
    std::string previewId;
    double saturation = 1; // earlier revisions are paler
};

/// How much everybody has worked on each day, over all tasks: a day has eight hours. Thread-safe.
class WorkedDays
{
public:
    /// Minutes of that day that are still free, at most `wanted`; they are taken.
    int take(const std::string &personId, QDate day, int wanted);

private:
    std::mutex m_lock;
    std::map<std::pair<std::string, QDate>, int> m_minutes;
};

/// What tasks refer to, by name.
struct Known
{
    std::string projectId;
    const Ids &people;
    const Ids &taskTypes;
    const Ids &statuses;
    WorkedDays &worked;
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
    /// The revisions that the stories of the tasks made published, in their order.
    const std::vector<PlannedMovie> &movies() const { return m_movies; }

private:
    struct Task
    {
        std::string id;
        std::string artist;
        int estimation = 0; // minutes of work
    };
    Task makeTask(const PlannedEntity &entity, const std::string &taskType, std::size_t place);
    /// What usually happens to a task before it has that status.
    void tellHistory(const Task &task, const std::string &taskType, const std::string &status);
    /// What the plan says of this one task: notes, drawings, revisions.
    void tellReview(const Task &task, const Json &steps);
    std::string comment(const std::string &taskId, const std::string &person, const std::string &status,
        const std::string &text, int hoursAgo, const Json &checklist = Json::array());
    std::string revision(const std::string &taskId, const std::string &commentId, const std::string &person);
    void draw(const std::string &previewId, int frame, const Json &shapes);
    /// Work on the task, a day's at a time, ending before so many hours.
    void logWork(const Task &task, double share, int hoursAgo);
    const std::string &artist(const std::string &taskType, std::size_t turn) const;
    /// The next of a list of the plan, in turn.
    std::string next(const char *list);

    StudioClient &m_studio;
    const Json &m_plan;
    Known m_known;
    std::size_t m_turn;
    std::vector<PlannedMovie> m_movies;
};

} // namespace callboard::demo
