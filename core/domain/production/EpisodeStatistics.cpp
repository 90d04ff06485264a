// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/EpisodeStatistics.h"

#include "core/domain/entities/EntityKind.h"

namespace callboard::production {

namespace {

constexpr const char *all = "all";

/// Tasks of one episode and type that stand alike.
struct Group
{
    std::string episodeId;
    std::string typeId;
    std::string statusId;
    std::string statusName;
    std::string color;
    bool isDone = false;
    bool isRetake = false;
    std::int64_t retakes = 0;
    std::int64_t count = 0;
    std::int64_t frames = 0;
    std::int64_t drawings = 0;
};

std::vector<Group> readGroups(api::Reading &reading, const api::Request &request)
{
    std::vector<store::Value> values{request.pathId("project_id")};
    std::string own;
    if (reading.caller.isVendor()) {
        own = " AND EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)";
        values.emplace_back(reading.caller.id);
    }
    auto rows = reading.database.run(
        "SELECT episode.id, task.task_type_id, task_status.id, task_status.short_name, task_status.color,"
        " task_status.is_done, task_status.is_retake, task.retake_count, count(*),"
        " SUM(COALESCE(shot.nb_frames, 0)), SUM(COALESCE(task.nb_drawings, 0)) FROM task"
        " JOIN task_status ON task_status.id = task.task_status_id JOIN entity shot ON shot.id = task.entity_id"
        " JOIN entity sequence ON sequence.id = shot.parent_id JOIN entity episode ON episode.id = sequence.parent_id"
        " WHERE task.project_id = ? AND shot.entity_type_id = "
            + entities::typeOf(entities::Kind::Shot) + own + " GROUP BY 1, 2, 3, 4, 5, 6, 7, 8",
        values);
    std::vector<Group> groups;
    while (rows.next())
        groups.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4),
            rows.boolean(5), rows.boolean(6), rows.integer(7), rows.integer(8), rows.integer(9), rows.integer(10)});
    return groups;
}

struct Sum
{
    std::int64_t count = 0;
    std::int64_t frames = 0;
    std::int64_t drawings = 0;

    void add(const Group &group)
    {
        count += group.count;
        frames += group.frames;
        drawings += group.drawings;
    }
    Json told() const { return {{"count", count}, {"frames", frames}, {"drawings", drawings}}; }
};

struct Takes
{
    Sum done;
    Sum retake;
    Sum other;

    Json told() const { return {{"done", done.told()}, {"retake", retake.told()}, {"other", other.told()}}; }
};

/// The tasks of an episode and type, or of all of either.
struct Retakes
{
    std::vector<const Group *> groups;

    Json told(bool withEvolution) const
    {
        Takes now;
        std::int64_t most = 0;
        for (const Group *group : groups) {
            (group->isDone ? now.done : group->isRetake ? now.retake : now.other).add(*group);
            most = std::max(most, group->retakes);
        }
        Json told = now.told();
        told["max_retake_count"] = most;
        told["evolution"] = Json::object();
        for (std::int64_t take = 1; withEvolution && take <= most; ++take)
            told["evolution"][std::to_string(take)] = after(take).told();
        return told;
    }

    /// After that take: what came back then is a retake, whatever became of it.
    Takes after(std::int64_t take) const
    {
        Takes takes;
        for (const Group *group : groups)
            (group->retakes >= take ? takes.retake : group->isDone ? takes.done : takes.other).add(*group);
        return takes;
    }
};

} // namespace

api::Response readEpisodeStatistics(api::Reading &reading, const api::Request &request)
{
    std::map<std::string, std::map<std::string, std::map<std::string, Sum>>> sums;
    Json statuses = Json::object();
    for (const Group &group : readGroups(reading, request)) {
        statuses[group.statusId] = {{"name", group.statusName}, {"color", group.color}};
        for (const auto &episode : {group.episodeId, std::string(all)})
            for (const auto &type : {group.typeId, std::string(all)}) sums[episode][type][group.statusId].add(group);
    }
    Json told = Json::object();
    for (const auto &[episode, types] : sums)
        for (const auto &[type, byStatus] : types)
            for (const auto &[status, sum] : byStatus) {
                Json &cell = told[episode][type][status];
                cell = sum.told();
                cell.update(statuses[status]);
            }
    return api::json(told);
}

api::Response readRetakeStatistics(api::Reading &reading, const api::Request &request)
{
    const auto groups = readGroups(reading, request);
    std::map<std::string, std::map<std::string, Retakes>> retakes;
    retakes[all][all]; // told of a film without episodes too
    for (const Group &group : groups)
        for (const auto &episode : {group.episodeId, std::string(all)})
            for (const auto &type : {group.typeId, std::string(all)}) retakes[episode][type].groups.push_back(&group);
    Json told = Json::object();
    for (const auto &[episode, types] : retakes)
        for (const auto &[type, tasks] : types) told[episode][type] = tasks.told(episode != all);
    return api::json(told);
}

} // namespace callboard::production
