// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table project()
{
    return Table("project", "Project")
        .text("name", 80).notNull().unique().indexed()
        .text("code", 80)
        .text("description")
        .integer("shotgun_id")
        .json("file_tree")
        .json("data")
        .boolean("has_avatar").byDefault(false)
        .text("fps", 10).byDefault(25)
        .text("ratio", 10).byDefault("16:9")
        .text("resolution", 12).byDefault("1920x1080")
        .text("production_type", 20).byDefault("short")
        .choice("production_style", {"2d", "2dpaper", "3d", "2d3d", "ar", "vfx", "stop-motion", "motion-design", "archviz", "commercial", "catalog", "immersive", "nft", "video-game", "vr"}).notNull().byDefault("2d3d")
        .date("start_date")
        .date("end_date")
        .integer("man_days")
        .integer("nb_episodes").byDefault(0)
        .integer("episode_span").byDefault(0)
        .integer("max_retakes").byDefault(0)
        .boolean("is_clients_isolated").byDefault(false)
        .boolean("is_preview_download_allowed").byDefault(false)
        .boolean("is_set_preview_automated").byDefault(false)
        .text("homepage", 80).byDefault("assets")
        .boolean("is_publish_default_for_artists").byDefault(false)
        .integer("hd_bitrate_compression").byDefault(28)
        .integer("ld_bitrate_compression").byDefault(6)
        .reference("project_status_id", "project_status").indexed()
        .reference("default_preview_background_file_id", "preview_background_file").indexed()
        .reference("from_schedule_version_id", "production_schedule_version").indexed().forgets()
        .stamped()
        .linked("team", "project_person_link", "project_id", "person_id")
        .linked("asset_types", "project_asset_type_link", "project_id", "asset_type_id")
        .linked("task_statuses", "project_task_status_link", "project_id", "task_status_id")
        .linked("task_types", "project_task_type_link", "project_id", "task_type_id")
        .linked("status_automations", "project_status_automation_link", "project_id", "status_automation_id")
        .linked("preview_background_files", "project_preview_background_file_link", "project_id", "preview_background_file_id")
        .belongsBy("SELECT id, NULL, NULL FROM project WHERE id = ?");
}

Table projectStatus()
{
    return Table("project_status", "ProjectStatus")
        .text("name", 20).notNull().unique().indexed()
        .text("color", 7).notNull()
        .stamped();
}

Table projectPersonLink()
{
    return Table("project_person_link", "ProjectPersonLink")
        .reference("project_id", "project").indexed().key().cascades()
        .reference("person_id", "person").indexed().key()
        .integer("shotgun_id");
}

Table projectAssetTypeLink()
{
    return Table("project_asset_type_link", "ProjectAssetTypeLink")
        .reference("project_id", "project").key().cascades()
        .reference("asset_type_id", "entity_type").key();
}

Table projectTaskStatusLink()
{
    return Table("project_task_status_link", "ProjectTaskStatusLink")
        .reference("project_id", "project").indexed().notNull().cascades()
        .reference("task_status_id", "task_status").indexed().notNull()
        .integer("priority")
        .json("roles_for_board").byDefault(Json::array({"user", "admin", "supervisor", "manager", "vendor"}))
        .stamped()
        .uniqueTogether({"project_id", "task_status_id"});
}

Table projectTaskTypeLink()
{
    return Table("project_task_type_link", "ProjectTaskTypeLink")
        .reference("project_id", "project").indexed().notNull().cascades()
        .reference("task_type_id", "task_type").indexed().notNull()
        .integer("priority")
        .stamped()
        .uniqueTogether({"project_id", "task_type_id"});
}

Table projectStatusAutomationLink()
{
    return Table("project_status_automation_link", "ProjectStatusAutomationLink")
        .reference("project_id", "project").indexed().key().cascades()
        .reference("status_automation_id", "status_automation").indexed().key();
}

Table projectPreviewBackgroundFileLink()
{
    return Table("project_preview_background_file_link", "ProjectPreviewBackgroundFileLink")
        .reference("project_id", "project").key().cascades()
        .reference("preview_background_file_id", "preview_background_file").key();
}

Table metadataDescriptor()
{
    return Table("metadata_descriptor", "MetadataDescriptor")
        .reference("project_id", "project").notNull().indexed().goesAlong()
        .text("entity_type", 60).notNull().indexed()
        .text("name", 120).notNull()
        .choice("data_type", {"string", "number", "list", "taglist", "boolean", "checklist"})
        .text("field_name", 120).notNull()
        .json("choices")
        .boolean("for_client").indexed().byDefault(false)
        .stamped()
        .uniqueTogether({"project_id", "entity_type", "name"})
        .uniqueTogether({"project_id", "entity_type", "field_name"})
        .linked("departments", "department_metadata_descriptor_link", "metadata_descriptor_id", "department_id")
        .belongsBy("SELECT project_id, NULL, NULL FROM metadata_descriptor WHERE id = ?");
}

Table departmentMetadataDescriptorLink()
{
    return Table("department_metadata_descriptor_link", "DepartmentMetadataDescriptorLink")
        .reference("metadata_descriptor_id", "metadata_descriptor").indexed().key().cascades()
        .reference("department_id", "department").indexed().key()
        .uniqueTogether({"metadata_descriptor_id", "department_id"});
}

Table milestone()
{
    return Table("milestone", "Milestone")
        .date("date")
        .text("name", 40).notNull()
        .reference("project_id", "project").indexed().goesAlong()
        .reference("task_type_id", "task_type").indexed()
        .stamped()
        .belongsBy("SELECT project_id, NULL, NULL FROM milestone WHERE id = ?");
}

Table statusAutomation()
{
    return Table("status_automation", "StatusAutomation")
        .text("entity_type", 40).byDefault("asset")
        .reference("in_task_type_id", "task_type").indexed()
        .reference("in_task_status_id", "task_status").indexed()
        .choice("out_field_type", {"status", "ready_for"}).notNull().byDefault("status")
        .reference("out_task_type_id", "task_type").indexed()
        .reference("out_task_status_id", "task_status").indexed()
        .boolean("import_last_revision").byDefault(false)
        .boolean("archived").byDefault(false)
        .stamped();
}

Table customAction()
{
    return Table("custom_action", "CustomAction")
        .text("name", 80).notNull()
        .text("url", 400)
        .text("entity_type", 40).byDefault("all")
        .boolean("is_ajax").byDefault(false)
        .stamped();
}

Table budget()
{
    return Table("budget", "Budget")
        .reference("project_id", "project").indexed().goesAlong()
        .integer("revision").notNull().byDefault(1)
        .text("name", 255).notNull()
        .text("currency", 3)
        .stamped()
        .belongsBy("SELECT project_id, NULL, NULL FROM budget WHERE id = ?");
}

Table budgetEntry()
{
    return Table("budget_entry", "BudgetEntry")
        .reference("budget_id", "budget").notNull().indexed().goesAlong()
        .reference("department_id", "department").notNull().indexed()
        .reference("person_id", "person").indexed()
        .date("start_date").notNull()
        .integer("months_duration").notNull()
        .real("daily_salary").notNull()
        .choice("position", {"supervisor", "lead", "artist"}).byDefault("artist")
        .choice("seniority", {"senior", "mid", "junior"}).byDefault("mid")
        .json("exceptions")
        .stamped();
}

} // namespace

std::vector<Table> productionTables()
{
    return {project(), projectStatus(), projectPersonLink(), projectAssetTypeLink(), projectTaskStatusLink(), projectTaskTypeLink(), projectStatusAutomationLink(), projectPreviewBackgroundFileLink(), metadataDescriptor(), departmentMetadataDescriptorLink(), milestone(), statusAutomation(), customAction(), budget(), budgetEntry()};
}

} // namespace callboard::schema
