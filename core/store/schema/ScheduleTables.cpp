// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table scheduleItem()
{
    return Table("schedule_item", "ScheduleItem")
        .date("start_date")
        .date("end_date")
        .integer("man_days")
        .reference("project_id", "project").indexed().goesAlong()
        .reference("task_type_id", "task_type").indexed()
        .uuid("object_id").indexed().goesAlong("entity")
        .stamped()
        .uniqueTogether({"project_id", "task_type_id", "object_id"})
        .belongsBy("SELECT project_id, NULL, NULL FROM schedule_item WHERE id = ?");
}

Table productionScheduleVersion()
{
    return Table("production_schedule_version", "ProductionScheduleVersion")
        .text("name", 80).notNull()
        .reference("project_id", "project").notNull().indexed().goesAlong()
        .reference("production_schedule_from", "production_schedule_version").indexed().forgets()
        .boolean("locked").byDefault(false)
        .boolean("canceled").byDefault(false)
        .stamped()
        .uniqueTogether({"name", "project_id"})
        .belongsBy("SELECT project_id, NULL, NULL FROM production_schedule_version WHERE id = ?");
}

Table productionScheduleVersionTaskLink()
{
    return Table("production_schedule_version_task_link", "ProductionScheduleVersionTaskLink")
        .reference("production_schedule_version_id", "production_schedule_version").notNull().indexed().goesAlong()
        .reference("task_id", "task").notNull().indexed().goesAlong()
        .moment("start_date")
        .moment("due_date")
        .real("estimation").byDefault(0)
        .stamped()
        .uniqueTogether({"production_schedule_version_id", "task_id"})
        .linked("assignees", "production_schedule_version_task_link_person_link", "production_schedule_version_task_link_id", "person_id")
        .belongsBy("SELECT v.project_id, NULL, NULL FROM production_schedule_version_task_link l"
            " JOIN production_schedule_version v ON v.id = l.production_schedule_version_id WHERE l.id = ?");
}

Table productionScheduleVersionTaskLinkPersonLink()
{
    return Table("production_schedule_version_task_link_person_link", "ProductionScheduleVersionTaskLinkPersonLink")
        .reference("production_schedule_version_task_link_id", "production_schedule_version_task_link").key().cascades()
        .reference("person_id", "person").key();
}

} // namespace

std::vector<Table> scheduleTables()
{
    return {scheduleItem(), productionScheduleVersion(), productionScheduleVersionTaskLink(), productionScheduleVersionTaskLinkPersonLink()};
}

} // namespace callboard::schema
