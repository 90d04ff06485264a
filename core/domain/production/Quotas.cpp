// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/Quotas.h"

#include "core/domain/entities/EntityKind.h"
#include "core/domain/people/Span.h"
#include "core/records/Filters.h"
#include "core/records/Record.h"

#include <QDateTime>
#include <QTimeZone>

#include <charconv>
#include <cmath>

namespace callboard::production {

namespace {

struct Mode
{
    bool isWeighted = true;
    std::string endColumn; // of the task: when it ended, in the eyes of this mode
};

Mode modeOf(const api::Request &request)
{
    const auto name = request.query.find("count_mode").value_or("weighted");
    if (name == "weighted") return {true, "end_date"};
    if (name == "weighteddone") return {true, "done_date"};
    if (name == "feedback") return {false, "end_date"};
    if (name == "done") return {false, "done_date"};
    throw api::badRequest("count_mode is weighted, weighteddone, feedback or done.");
}

struct Spent
{
    std::string personId;
    std::string date;
    double minutes = 0;
};

struct ShotTask
{
    std::string typeId;
    std::int64_t frames = 0;
    std::int64_t drawings = 0;
    std::string begin; // days of the reader
    std::string end;
    std::vector<std::string> assignees;
    std::vector<Spent> spent;
};

/// What falls on one day.
struct Piece
{
    std::int64_t frames = 0;
    std::int64_t drawings = 0;
};

/// Sums of one span of time: a day, a week, a month or a year.
struct Sum
{
    std::int64_t frames = 0;
    std::int64_t drawings = 0;
    std::int64_t count = 0;
};

using Sums = std::map<std::string, Sum>;

/// The counts of one person, one task type, or all.
class Quota
{
public:
    void add(const std::string &day, const Piece &piece)
    {
        const auto [week, weekYear] = people::weekOf(day);
        const std::string weekName = std::to_string(weekYear) + '-' + (week < 10 ? "0" : "") + std::to_string(week);
        for (auto &[sums, name] : {std::pair{&m_days, day}, std::pair{&m_weeks, weekName},
                 std::pair{&m_months, day.substr(0, 7)}, std::pair{&m_years, day.substr(0, 4)}}) {
            Sum &sum = (*sums)[name];
            sum.frames += piece.frames;
            sum.drawings += piece.drawings;
            ++sum.count;
        }
    }

    /// `entries` counts the days of each month, the weeks and the months of each year.
    Json told(double framesPerSecond) const
    {
        Json told;
        told["day"] = toldSums(m_days, framesPerSecond);
        told["day"]["entries"] = entries(m_days, 7);
        told["week"] = toldSums(m_weeks, framesPerSecond);
        told["week"]["entries"] = entries(m_weeks, 4);
        told["month"] = toldSums(m_months, framesPerSecond);
        told["month"]["entries"] = entries(m_months, 4);
        told["year"] = toldSums(m_years, framesPerSecond);
        return told;
    }

private:
    static Json toldSums(const Sums &sums, double framesPerSecond)
    {
        Json told = {{"frames", Json::object()}, {"seconds", Json::object()}, {"count", Json::object()},
            {"drawings", Json::object()}};
        for (const auto &[name, sum] : sums) {
            told["frames"][name] = sum.frames;
            told["seconds"][name] = static_cast<double>(sum.frames) / framesPerSecond;
            told["count"][name] = sum.count;
            told["drawings"][name] = sum.drawings;
        }
        return told;
    }
    static Json entries(const Sums &sums, std::size_t length)
    {
        std::map<std::string, int> counted;
        for (const auto &[name, sum] : sums) ++counted[name.substr(0, length)];
        return counted;
    }

    Sums m_days, m_weeks, m_months, m_years;
};

/// The tasks of shots that have ended, by a condition over task.
using Condition = records::Condition;

Condition endedTasks(const api::Request &request, const Mode &mode)
{
    Condition condition;
    condition.require("task.project_id = ?", {request.pathId("project_id")});
    condition.require("task." + mode.endColumn + " IS NOT NULL");
    condition.require("EXISTS (SELECT 1 FROM entity WHERE entity.id = task.entity_id AND entity.entity_type_id = "
        + entities::typeOf(entities::Kind::Shot) + ")");
    if (const auto studio = request.query.find("studio_id"); studio && !studio->empty()) {
        if (!api::isUuid(*studio)) throw api::badRequest("studio_id is no identifier.");
        condition.require("EXISTS (SELECT 1 FROM task_person_link own JOIN person ON person.id = own.person_id"
                          " WHERE own.task_id = task.id AND person.studio_id = ?)",
            {std::string(*studio)});
    }
    return condition;
}

/// The day of a stored moment where the reader is.
class Calendar
{
public:
    explicit Calendar(api::Reading &reading)
    {
        auto rows = reading.database.query("SELECT timezone FROM person WHERE id = ?", reading.caller.id);
        if (rows.next()) m_zone = QTimeZone(QByteArray::fromStdString(rows.string(0)));
    }
    std::string day(std::string_view moment) const
    {
        auto point = QDateTime::fromString(
            QString::fromUtf8(moment.data(), 10) + QLatin1Char('T') + QString::fromUtf8(moment.data() + 11, 8),
            Qt::ISODate);
        point.setTimeSpec(Qt::UTC);
        return (m_zone.isValid() ? point.toTimeZone(m_zone) : point).date().toString(Qt::ISODate).toStdString();
    }

private:
    QTimeZone m_zone;
};

std::map<std::string, ShotTask> readTasks(api::Reading &reading, const Condition &condition, const Mode &mode)
{
    const Calendar calendar(reading);
    std::map<std::string, ShotTask> tasks;
    const std::string end = "task." + mode.endColumn;
    auto rows = reading.database.run("SELECT task.id, task.task_type_id, entity.nb_frames, task.nb_drawings, "
                                     "task.real_start_date, "
            + end + " FROM task JOIN entity ON entity.id = task.entity_id" + condition.where(),
        condition.values);
    while (rows.next()) {
        ShotTask &task = tasks[rows.string(0)];
        task.typeId = rows.string(1);
        task.frames = rows.integer(2);
        task.drawings = rows.integer(3);
        task.end = calendar.day(rows.text(5));
        task.begin = rows.isNull(4) ? task.end : std::min(calendar.day(rows.text(4)), task.end);
    }
    auto people = reading.database.run("SELECT link.task_id, link.person_id FROM task_person_link link"
                                       " JOIN task ON task.id = link.task_id"
            + condition.where(),
        condition.values);
    while (people.next()) tasks[people.string(0)].assignees.push_back(people.string(1));
    if (!mode.isWeighted) return tasks;
    auto spent = reading.database.run("SELECT time_spent.task_id, time_spent.person_id, time_spent.date,"
                                      " time_spent.duration FROM time_spent JOIN task ON task.id = time_spent.task_id"
            + condition.where() + (condition.sql.empty() ? " WHERE " : " AND ")
            + "time_spent.duration > 0 ORDER BY time_spent.date, time_spent.person_id",
        condition.values);
    while (spent.next())
        tasks[spent.string(0)].spent.push_back({spent.string(1), dayOf(spent.string(2)), spent.real(3)});
    return tasks;
}

/// Divides whole numbers so that the parts sum up to them.
class Shares
{
public:
    Shares(const ShotTask &task, double total)
        : m_task(task)
        , m_total(total)
    {}
    Piece next(double part)
    {
        const double before = m_given;
        m_given += part;
        return {upTo(m_task.frames, m_given) - upTo(m_task.frames, before),
            upTo(m_task.drawings, m_given) - upTo(m_task.drawings, before)};
    }

private:
    std::int64_t upTo(std::int64_t amount, double given) const
    {
        return std::llround(static_cast<double>(amount) * given / m_total);
    }
    const ShotTask &m_task;
    double m_total;
    double m_given = 0;
};

std::vector<std::string> workingDaysOf(const ShotTask &task)
{
    std::vector<std::string> days;
    const QDate last = QDate::fromString(QString::fromStdString(task.end), Qt::ISODate);
    for (QDate day = QDate::fromString(QString::fromStdString(task.begin), Qt::ISODate); day <= last;
         day = day.addDays(1))
        if (day.dayOfWeek() <= Qt::Friday) days.push_back(day.toString(Qt::ISODate).toStdString());
    if (days.empty()) days.push_back(task.end);
    return days;
}

using Count = std::function<void(const std::string &personId, const std::string &day, const Piece &)>;

/// Tells every piece of the task: by the time that was filled in; without any, as whole for each of its people.
void countTask(const ShotTask &task, const Mode &mode, const Count &count)
{
    if (!task.spent.empty()) {
        double total = 0;
        for (const Spent &spent : task.spent) total += spent.minutes;
        Shares shares(task, total);
        for (const Spent &spent : task.spent) count(spent.personId, spent.date, shares.next(spent.minutes));
        return;
    }
    const auto days = mode.isWeighted ? workingDaysOf(task) : std::vector{task.end};
    for (const std::string &person : task.assignees) {
        Shares shares(task, static_cast<double>(days.size()));
        for (const std::string &day : days) count(person, day, shares.next(1));
    }
}

double framesPerSecond(api::Reading &reading, const std::string &projectId)
{
    auto rows = reading.database.query("SELECT fps FROM project WHERE id = ?", projectId);
    double rate = 0;
    if (rows.next()) std::from_chars(rows.text(0).data(), rows.text(0).data() + rows.text(0).size(), rate);
    return rate > 0 ? rate : 25;
}

api::Response told(api::Reading &reading, const api::Request &request, const std::map<std::string, Quota> &quotas)
{
    const double rate = framesPerSecond(reading, request.pathId("project_id"));
    Json answer = Json::object();
    for (const auto &[name, quota] : quotas) answer[name] = quota.told(rate);
    return api::json(answer);
}

} // namespace

api::Response readQuotasOfTaskType(api::Reading &reading, const api::Request &request)
{
    const Mode mode = modeOf(request);
    const auto type = records::get(reading.database, "task_type", request.pathId("task_type_id"));
    Condition condition = endedTasks(request, mode);
    condition.require("task.task_type_id = ?", {type["id"].get<std::string>()});
    std::map<std::string, Quota> quotas;
    for (const auto &[id, task] : readTasks(reading, condition, mode))
        countTask(task, mode, [&](const std::string &person, const std::string &day, const Piece &piece) {
            quotas[person].add(day, piece);
            quotas["total"].add(day, piece);
        });
    return told(reading, request, quotas);
}

api::Response readQuotasOfPerson(api::Reading &reading, const api::Request &request)
{
    const Mode mode = modeOf(request);
    const auto personId = request.pathId("person_id");
    if (!records::exists(reading.database, "person", personId)) throw api::notFound("The person");
    if (reading.caller.isArtist() && personId != reading.caller.id) throw api::forbidden();
    Condition condition = endedTasks(request, mode);
    condition.require(mode.isWeighted
            ? "EXISTS (SELECT 1 FROM time_spent own WHERE own.task_id = task.id AND own.person_id = ?)"
            : "EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)",
        {personId});
    std::map<std::string, Quota> quotas;
    for (const auto &[id, task] : readTasks(reading, condition, mode))
        countTask(
            task, mode, [&, type = task.typeId](const std::string &person, const std::string &day, const Piece &piece) {
                // Weighted by the person's own time alone; else a task counts as whole for each of its people.
                if (mode.isWeighted && person != personId) return;
                quotas[type].add(day, piece);
                quotas["total"].add(day, piece);
            });
    return told(reading, request, quotas);
}

} // namespace callboard::production
