// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schedule/ScheduleModels.h"

#include "core/domain/schedule/ScheduleHooks.h"
#include "core/records/Reach.h"
#include "core/records/UsualModels.h"

namespace callboard::schedule {

namespace {

using namespace access;
using namespace records;

Model scheduleItems()
{
    Model model = closed("/data/schedule-items", "schedule_item");
    model.change = hooks::plannersOfItem();
    model.creating = hooks::refuseSecondItem;
    model.readingChange = hooks::dropWrittenManDays;
    model.changing = keepInOwnProductions;
    return model;
}

Model scheduleVersions()
{
    Model model = closed("/data/production-schedule-versions", "production_schedule_version");
    model.list = hooks::staffOfAskedProject();
    model.create = membersOfBody("project_id", Members::Managers);
    model.read = membersOfRecord("production_schedule_version", Members::Staff);
    model.change = membersOfRecord("production_schedule_version", Members::Managers);
    model.changing = keepInOwnProductions;
    model.removing = hooks::removeScheduleVersion;
    return model;
}

Model scheduleVersionLinks()
{
    Model model = closed("/data/production-schedule-version-task-links", "production_schedule_version_task_link");
    const std::string table = model.table;
    model.list = hooks::staffOfAskedProject();
    model.create = hooks::managersOfBodysVersion();
    model.read = membersOfRecord(table, Members::Staff);
    model.change = membersOfRecord(table, Members::Managers);
    model.remove = membersOfRecord(table, Members::Managers);
    model.rows = hooks::linksOfAskedProject;
    model.creating = hooks::checkVersionLink;
    model.changing = hooks::keepVersionLink;
    return model;
}

} // namespace

std::vector<records::Model> scheduleModels()
{
    return {scheduleItems(), scheduleVersions(), scheduleVersionLinks()};
}

} // namespace callboard::schedule
