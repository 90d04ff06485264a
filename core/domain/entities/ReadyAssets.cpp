// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/ReadyAssets.h"

namespace callboard::entities {

namespace {

/// Priority of a task type in the production of task t; the studio's own where the production gives none.
std::string priorityOf(const std::string &taskType)
{
    return "(SELECT COALESCE((SELECT link.priority FROM project_task_type_link link WHERE link.project_id ="
           " t.project_id AND link.task_type_id = kind.id), kind.priority) FROM task_type kind WHERE kind.id = "
        + taskType + ")";
}

} // namespace

void countReadyAssets(api::Writing &writing, const std::string &condition, const std::vector<store::Value> &values)
{
    auto changed = writing.database.run(
        "WITH counted AS (SELECT t.id, (SELECT count(*) FROM entity_link cast_link JOIN entity asset"
        " ON asset.id = cast_link.entity_out_id WHERE cast_link.entity_in_id = t.entity_id AND NOT asset.canceled"
        " AND ((asset.is_shared AND asset.project_id <> t.project_id) OR "
            + priorityOf("asset.ready_for") + " >= " + priorityOf("t.task_type_id") + ")) AS ready FROM task t WHERE "
            + condition
            + ") UPDATE task SET nb_assets_ready = counted.ready FROM counted WHERE counted.id = task.id"
              " AND task.nb_assets_ready <> counted.ready RETURNING task.id, task.nb_assets_ready, task.project_id",
        values);
    while (changed.next()) {
        api::Event event;
        event.name = "task:update-casting-stats";
        event.projectId = changed.string(2);
        event.payload = {
            {"task_id", changed.string(0)}, {"nb_assets_ready", changed.integer(1)}, {"project_id", changed.string(2)}};
        event.isKept = false;
        writing.tell(std::move(event));
    }
}

void countReadyAssetsOf(api::Writing &writing, const std::set<std::string> &entityIds)
{
    constexpr std::size_t atOnce = 500;
    std::vector<store::Value> batch;
    const auto count = [&] {
        if (batch.empty()) return;
        countReadyAssets(writing, "t.entity_id IN (" + store::placeholders(batch.size()) + ")", batch);
        batch.clear();
    };
    for (const std::string &id : entityIds) {
        batch.emplace_back(id);
        if (batch.size() == atOnce) count();
    }
    count();
}

void countReadyAssetsAround(api::Writing &writing, const std::string &assetId)
{
    countReadyAssets(
        writing, "t.entity_id IN (SELECT entity_in_id FROM entity_link WHERE entity_out_id = ?)", {assetId});
}

} // namespace callboard::entities
