// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schedule/ScheduleRoutes.h"

#include "core/access/RecordRules.h"
#include "core/domain/schedule/ScheduleItems.h"
#include "core/domain/schedule/ScheduleVersions.h"

namespace callboard::schedule {

api::Routes scheduleRoutes()
{
    using api::Verb;
    using namespace access;
    const std::string items = "/data/projects/{project_id}/schedule-items";
    const std::string version = "production_schedule_version";
    const std::string id = "/{production_schedule_version_id}";
    const auto readers = both(teamOf(), notVendors());
    const auto managers = membersOfRecord(version, Members::Managers, version + "_id");
    return {
        {Verb::Get, "/data/projects/{project_id}/milestones", teamOf(), listMilestones},
        {Verb::Get, items, readers, listItems},
        {Verb::Get, items + "/task-types", readers, listTaskTypeItems},
        {Verb::Get, items + "/{task_type_id}/asset-types", readers, listAssetTypeItems},
        {Verb::Get, items + "/{task_type_id}/sequences", readers, listSequenceItems},
        {Verb::Get, items + "/{task_type_id}/episodes", readers, listEpisodeItems},

        {Verb::Get, "/data/production-schedule-versions" + id + "/task-links",
            membersOfRecord(version, Members::Staff, version + "_id"), listVersionLinks},
        {Verb::Post, "/actions/production-schedule-versions" + id + "/set-task-links-from-production", managers,
            copyFromProduction},
        {Verb::Post, "/actions/production-schedule-versions" + id + "/set-task-links-from-production-schedule-version",
            managers, copyFromVersion},
        {Verb::Post, "/actions/production-schedule-versions" + id + "/apply-to-production", managers, applyVersion},
    };
}

} // namespace callboard::schedule
