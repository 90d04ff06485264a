// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoTasks.h"

#include <QDateTime>

namespace callboard::demo {

namespace {

constexpr int minutesOfDay = 8 * 60;

std::string momentDaysAgo(int days, std::size_t turn)
{
    const QDateTime moment =
        QDateTime::currentDateTimeUtc().addDays(-days).addSecs(-600 - static_cast<qint64>(turn % 240) * 60);
    return moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString();
}

/// The state of the task at that place of the pipeline when so much of the entity's work is done: what is
/// far behind the front is done, what is far before it waits, and at the front things vary.
std::string statusAt(double front, std::size_t turn)
{
    if (front > 1) return "Done";
    if (front < -0.6) return "Todo";
    if (front < 0) return "Ready To Start";
    constexpr std::array<const char *, 5> atWork{
        "Work In Progress", "Waiting For Approval", "Retake", "Work In Progress", "Done"};
    return atWork[turn % atWork.size()];
}

/// Fabric's form of an oval, as the browser clients draw it; x and y in the movie's pixels.
Json oval(const std::string &id, double left, double top, double width, double height)
{
    return {{"id", id}, {"type", "ellipse"}, {"version", "4.4.0"}, {"originX", "left"}, {"originY", "top"},
        {"left", left}, {"top", top}, {"width", width}, {"height", height}, {"rx", width / 2}, {"ry", height / 2},
        {"fill", "transparent"}, {"stroke", "#FFD23F"}, {"strokeWidth", 6}, {"angle", 0}, {"scaleX", 1}, {"scaleY", 1},
        {"canvasWidth", 1280}, {"canvasHeight", 720}};
}

} // namespace

std::string dayFromToday(int days)
{
    return QDate::currentDate().addDays(days).toString(Qt::ISODate).toStdString();
}

TaskMaking::TaskMaking(StudioClient &studio, const Json &plan, Known known, std::size_t turn)
    : m_studio(studio)
    , m_plan(plan)
    , m_known(std::move(known))
    , m_turn(turn)
{}

Ids TaskMaking::make(const PlannedEntity &entity)
{
    const Json &taskTypes = m_plan.at(entity.taskTypes);
    Ids made;
    for (std::size_t place = 0; place < taskTypes.size(); ++place) {
        const std::string taskType = taskTypes.at(place);
        const std::string id = makeTask(entity, taskType, place);
        const double front = entity.progress * static_cast<double>(taskTypes.size()) - static_cast<double>(place);
        tellHistory(id, taskType, place == 0 ? "Done" : statusAt(front, m_turn));
        made.emplace(taskType, id);
        ++m_turn;
    }
    return made;
}

std::string TaskMaking::makeTask(const PlannedEntity &entity, const std::string &taskType, std::size_t place)
{
    const int start =
        static_cast<int>(place) * 7 - static_cast<int>(entity.progress * 35) + static_cast<int>(m_turn % 5);
    const int days = 1 + static_cast<int>(m_turn % 4);
    const Json assignees = {m_known.people.at(artist(taskType, m_turn))};
    return m_studio
        .post("/data/tasks",
            {{"name", "main"}, {"project_id", m_known.projectId}, {"task_type_id", m_known.taskTypes.at(taskType)},
                {"entity_id", entity.id}, {"task_status_id", m_known.statuses.at("Todo")}, {"assignees", assignees},
                {"estimation", days * minutesOfDay},
                {"priority",
                    m_turn % 7 == 3       ? 2
                        : m_turn % 5 == 1 ? 1
                                          : 0},
                {"start_date", dayFromToday(start)}, {"due_date", dayFromToday(start + days + 3)}})
        .at("id");
}

void TaskMaking::tellHistory(const std::string &taskId, const std::string &taskType, const std::string &status)
{
    if (status == "Todo") return;
    const std::string artistName = artist(taskType, m_turn);
    const std::string reviewer = m_plan.at("reviewers").at(taskType);
    if (status == "Ready To Start") {
        comment(taskId, reviewer, status, "", 3);
        return;
    }
    comment(taskId, artistName, "Work In Progress", "", 6);
    if (status == "Work In Progress") return;
    comment(taskId, artistName, "Waiting For Approval", next("answers"), 2);
    if (status == "Waiting For Approval") return;
    comment(taskId, reviewer, status, status == "Retake" ? next("remarks") : "", 1);
}

std::string TaskMaking::comment(const std::string &taskId, const std::string &person, const std::string &status,
    const std::string &text, int daysAgo)
{
    return m_studio
        .post("/actions/tasks/" + taskId + "/comment",
            {{"task_status_id", m_known.statuses.at(status)}, {"comment", text},
                {"person_id", m_known.people.at(person)}, {"created_at", momentDaysAgo(daysAgo, m_turn)}})
        .at("id");
}

std::string TaskMaking::revision(const std::string &taskId, const std::string &commentId)
{
    return m_studio.post("/actions/tasks/" + taskId + "/comments/" + commentId + "/add-preview").at("id");
}

std::string TaskMaking::publishDrawing(const std::string &taskId, const PlannedEntity &entity)
{
    return revision(taskId, comment(taskId, artist(m_plan.at(entity.taskTypes).at(0), 0), "Done", "The drawing.", 5));
}

std::string TaskMaking::publishMovie(const std::string &taskId)
{
    const std::string published =
        comment(taskId, artist("Animation", m_turn++), "Waiting For Approval", next("answers"), 0);
    const std::string preview = revision(taskId, published);
    constexpr int frame = 37;
    constexpr double frameRate = 24;
    const Json objects = {oval("demo-" + preview, 520, 180, 240, 160)};
    const Json moment = {{"time", (frame - 1) / frameRate}, {"frame", frame}, {"drawing", {{"objects", objects}}}};
    const Json additions = {moment};
    m_studio.put("/actions/preview-files/" + preview + "/update-annotations", {{"additions", additions}});
    return preview;
}

const std::string &TaskMaking::artist(const std::string &taskType, std::size_t turn) const
{
    const Json &artists = m_plan.at("artists").at(taskType);
    constexpr std::size_t shotTaskTypes = 6; // By shots, so that colleagues get some each.
    return artists.at(turn / shotTaskTypes % artists.size()).get_ref<const std::string &>();
}

std::string TaskMaking::next(const char *list)
{
    const Json &texts = m_plan.at(list);
    return texts.at(m_turn % texts.size());
}

} // namespace callboard::demo
