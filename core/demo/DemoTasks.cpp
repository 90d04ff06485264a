// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoTasks.h"

#include <QDateTime>

#include <cmath>

namespace callboard::demo {

namespace {

constexpr int minutesOfDay = 8 * 60;

constexpr int hoursOfDay = 24;

std::string momentHoursAgo(int hours, std::size_t turn)
{
    const QDateTime moment =
        QDateTime::currentDateTimeUtc().addSecs(-3600LL * hours - 600 - static_cast<qint64>(turn % 240) * 15);
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

/// What all of Fabric's objects have, as the browser clients draw them; places are in the movie's pixels.
Json drawn(const char *type, const std::string &id, double left, double top, double width, double height)
{
    return {{"id", id}, {"type", type}, {"version", "4.4.0"}, {"originX", "left"}, {"originY", "top"}, {"left", left},
        {"top", top}, {"width", width}, {"height", height}, {"angle", 0}, {"scaleX", 1}, {"scaleY", 1},
        {"canvasWidth", 1280}, {"canvasHeight", 720}};
}

/// A shape of the plan: {"oval": [left, top, width, height]} or {"text": words, "at": [left, top]}, with a colour.
Json shapeOf(const Json &plan, const std::string &id)
{
    const std::string colour = plan.value("colour", "#FFD23F");
    if (const auto oval = plan.find("oval"); oval != plan.end()) {
        const double width = oval->at(2), height = oval->at(3);
        Json shape = drawn("ellipse", id, oval->at(0), oval->at(1), width, height);
        shape.update(
            {{"rx", width / 2}, {"ry", height / 2}, {"fill", "transparent"}, {"stroke", colour}, {"strokeWidth", 6}});
        return shape;
    }
    constexpr double fontSize = 36;
    const std::string words = plan.at("text");
    Json shape = drawn("i-text", id, plan.at("at").at(0), plan.at("at").at(1),
        static_cast<double>(words.size()) * fontSize / 2, fontSize * 1.13);
    shape.update({{"text", words}, {"fill", colour}, {"fontSize", fontSize}, {"fontFamily", "Arial"}});
    return shape;
}

/// How much of a task's estimation is spent when it has that status.
double shareSpent(const std::string &status)
{
    if (status == "Work In Progress") return 0.5;
    if (status == "Waiting For Approval") return 0.85;
    return status == "Retake" ? 1.1 : 1;
}

} // namespace

std::string dayFromToday(int days)
{
    return QDate::currentDate().addDays(days).toString(Qt::ISODate).toStdString();
}

int WorkedDays::take(const std::string &personId, QDate day, int wanted)
{
    const std::lock_guard guard(m_lock);
    int &worked = m_minutes[{personId, day}];
    const int taken = std::min(wanted, minutesOfDay - worked);
    worked += taken;
    return taken;
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
    const Json &reviews = m_plan.at("reviews");
    Ids made;
    for (std::size_t place = 0; place < taskTypes.size(); ++place) {
        const std::string taskType = taskTypes.at(place);
        const Task task = makeTask(entity, taskType, place);
        const double front = entity.progress * static_cast<double>(taskTypes.size()) - static_cast<double>(place);
        if (taskType == "Animation" && reviews.contains(entity.name))
            tellReview(task, reviews.at(entity.name));
        else
            tellHistory(task, taskType, place == 0 ? "Done" : statusAt(front, m_turn));
        made.emplace(taskType, task.id);
        ++m_turn;
    }
    return made;
}

TaskMaking::Task TaskMaking::makeTask(const PlannedEntity &entity, const std::string &taskType, std::size_t place)
{
    const int start =
        static_cast<int>(place) * 7 - static_cast<int>(entity.progress * 35) + static_cast<int>(m_turn % 5);
    const int days = 1 + static_cast<int>(m_turn % 4);
    Task task{{}, artist(taskType, m_turn), days * minutesOfDay};
    const Json assignees = {m_known.people.at(task.artist)};
    task.id =
        m_studio
            .post("/data/tasks",
                {{"name", "main"}, {"project_id", m_known.projectId}, {"task_type_id", m_known.taskTypes.at(taskType)},
                    {"entity_id", entity.id}, {"task_status_id", m_known.statuses.at("Todo")}, {"assignees", assignees},
                    {"estimation", task.estimation},
                    {"priority",
                        m_turn % 7 == 3       ? 2
                            : m_turn % 5 == 1 ? 1
                                              : 0},
                    {"start_date", dayFromToday(start)}, {"due_date", dayFromToday(start + days + 3)}})
            .at("id");
    return task;
}

void TaskMaking::tellHistory(const Task &task, const std::string &taskType, const std::string &status)
{
    if (status == "Todo") return;
    const std::string reviewer = m_plan.at("reviewers").at(taskType);
    if (status == "Ready To Start") {
        comment(task.id, reviewer, status, "", 3 * hoursOfDay);
        return;
    }
    logWork(task, shareSpent(status), 2 * hoursOfDay);
    comment(task.id, task.artist, "Work In Progress", "", 6 * hoursOfDay);
    if (status == "Work In Progress") return;
    comment(task.id, task.artist, "Waiting For Approval", next("answers"), 2 * hoursOfDay);
    if (status == "Waiting For Approval") return;
    comment(task.id, reviewer, status, status == "Retake" ? next("remarks") : "", hoursOfDay);
}

void TaskMaking::tellReview(const Task &task, const Json &steps)
{
    std::string discussed; // the newest revision
    for (const Json &step : steps) {
        const std::string person = step.value("by", task.artist);
        const std::string said = comment(task.id, person, step.at("status"), step.value("says", ""),
            step.at("hoursAgo"), step.value("checklist", Json::array()));
        if (step.contains("saturation")) {
            discussed = revision(task.id, said, person);
            m_movies.push_back({discussed, step.at("saturation")});
        }
        if (step.contains("draws")) draw(discussed, step.at("frame"), step.at("draws"));
    }
    logWork(task, shareSpent(steps.back().at("status")), steps.back().at("hoursAgo"));
}

std::string TaskMaking::comment(const std::string &taskId, const std::string &person, const std::string &status,
    const std::string &text, int hoursAgo, const Json &checklist)
{
    Json items = Json::array();
    for (const Json &words : checklist) items.push_back({{"text", words}, {"checked", false}});
    return m_studio
        .post("/actions/tasks/" + taskId + "/comment",
            {{"task_status_id", m_known.statuses.at(status)}, {"comment", text}, {"checklist", items},
                {"person_id", m_known.people.at(person)}, {"created_at", momentHoursAgo(hoursAgo, m_turn)}})
        .at("id");
}

std::string TaskMaking::revision(const std::string &taskId, const std::string &commentId, const std::string &person)
{
    const std::string preview =
        m_studio.post("/actions/tasks/" + taskId + "/comments/" + commentId + "/add-preview").at("id");
    m_studio.put("/data/preview-files/" + preview, {{"person_id", m_known.people.at(person)}});
    return preview;
}

std::string TaskMaking::publishDrawing(const std::string &taskId, const PlannedEntity &entity)
{
    const std::string &person = artist(m_plan.at(entity.taskTypes).at(0), 0);
    return revision(taskId, comment(taskId, person, "Done", "The drawing.", 5 * hoursOfDay), person);
}

void TaskMaking::draw(const std::string &previewId, int frame, const Json &shapes)
{
    constexpr double frameRate = 24;
    Json objects = Json::array();
    for (const Json &shape : shapes)
        objects.push_back(shapeOf(shape, "demo-" + previewId + "-" + std::to_string(objects.size())));
    const double time = std::round((frame - 1) / frameRate * 10'000) / 10'000;
    const Json moment = {{"time", time}, {"frame", frame}, {"drawing", {{"objects", objects}}}};
    const Json additions = {moment};
    m_studio.put("/actions/preview-files/" + previewId + "/update-annotations", {{"additions", additions}});
}

void TaskMaking::logWork(const Task &task, double share, int hoursAgo)
{
    const std::string &person = m_known.people.at(task.artist);
    QDate day = QDate::currentDate().addDays(-hoursAgo / hoursOfDay);
    for (int left = static_cast<int>(share * task.estimation); left > 0; day = day.addDays(-1)) {
        if (day.dayOfWeek() > Qt::Friday) continue;
        const int minutes = m_known.worked.take(person, day, left);
        if (minutes == 0) continue;
        m_studio.post("/actions/tasks/" + task.id + "/time-spents/" + day.toString(Qt::ISODate).toStdString()
                + "/persons/" + person,
            {{"duration", minutes}});
        left -= minutes;
    }
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
