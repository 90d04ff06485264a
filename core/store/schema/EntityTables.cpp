// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table entityType()
{
    return Table("entity_type", "EntityType")
        .text("name", 30).notNull().unique().indexed()
        .text("short_name", 20)
        .text("description")
        .boolean("archived").byDefault(false)
        .stamped()
        .linked("task_types", "task_type_asset_type_link", "asset_type_id", "task_type_id");
}

Table taskTypeAssetTypeLink()
{
    return Table("task_type_asset_type_link", "TaskTypeAssetTypeLink")
        .reference("asset_type_id", "entity_type").indexed().key().cascades()
        .reference("task_type_id", "task_type").indexed().key()
        .uniqueTogether({"asset_type_id", "task_type_id"});
}

Table entity()
{
    return Table("entity", "Entity")
        .uuid("id").key()
        .text("name", 160).notNull()
        .text("code", 160)
        .text("description")
        .integer("shotgun_id")
        .boolean("canceled").byDefault(false)
        .integer("nb_frames")
        .integer("nb_entities_out").byDefault(0)
        .boolean("is_casting_standby").byDefault(false)
        .boolean("is_shared").notNull().byDefault(false)
        .choice("status", {"standby", "running", "complete", "canceled"}).notNull().byDefault("running")
        .reference("project_id", "project").notNull().indexed().goesAlong()
        .reference("entity_type_id", "entity_type").notNull().indexed()
        .reference("parent_id", "entity").indexed()
        .reference("source_id", "entity").indexed().forgets()
        .reference("preview_file_id", "preview_file").forgets()
        .json("data")
        .reference("ready_for", "task_type")
        .reference("created_by", "person")
        .moment("created_at")
        .moment("updated_at")
        .uniqueTogether({"name", "project_id", "entity_type_id", "parent_id"})
        .indexTogether({"project_id", "entity_type_id", "id"})
        .linked("entities_out", "entity_link", "entity_in_id", "entity_out_id")
        .linked("entity_concept_links", "entity_concept_link", "entity_in_id", "entity_out_id")
        .linked("instance_casting", "asset_instance_link", "entity_id", "asset_instance_id")
        .linked("entities_in", "entity_link", "entity_out_id", "entity_in_id")
        .belongsBy("SELECT project_id, NULL, id FROM entity WHERE id = ?");
}

Table entityLink()
{
    return Table("entity_link", "EntityLink")
        .reference("entity_in_id", "entity").indexed().notNull().cascades()
        .reference("entity_out_id", "entity").indexed().notNull().cascades()
        .json("data")
        .integer("nb_occurences").byDefault(1)
        .text("label", 80).byDefault("")
        .stamped()
        .uniqueTogether({"entity_in_id", "entity_out_id"})
        .belongsBy("SELECT e.project_id, NULL, e.id FROM entity_link l JOIN entity e ON e.id = l.entity_in_id WHERE l.id = ?");
}

Table entityConceptLink()
{
    return Table("entity_concept_link", "EntityConceptLink")
        .reference("entity_in_id", "entity").notNull().indexed().cascades()
        .reference("entity_out_id", "entity").notNull().indexed().goesAlong()
        .stamped();
}

Table entityVersion()
{
    return Table("entity_version", "EntityVersion")
        .text("name", 160).notNull()
        .json("data")
        .reference("entity_id", "entity").indexed().goesAlong()
        .reference("person_id", "person").indexed()
        .stamped();
}

Table assetInstance()
{
    return Table("asset_instance", "AssetInstance")
        .reference("asset_id", "entity").notNull().indexed().goesAlong()
        .text("name", 80)
        .integer("number")
        .text("description", 200)
        .boolean("active").byDefault(true)
        .json("data")
        .reference("scene_id", "entity").indexed().goesAlong()
        .reference("target_asset_id", "entity").indexed().goesAlong()
        .reference("entity_id", "entity").forgets()
        .reference("entity_type_id", "entity_type")
        .stamped()
        .uniqueTogether({"asset_id", "target_asset_id", "scene_id", "number"})
        .linked("shots", "asset_instance_link", "asset_instance_id", "entity_id")
        .belongsBy("SELECT e.project_id, NULL, e.id FROM asset_instance i JOIN entity e ON e.id = i.asset_id WHERE i.id = ?");
}

Table assetInstanceLink()
{
    return Table("asset_instance_link", "AssetInstanceLink")
        .reference("entity_id", "entity").key().cascades()
        .reference("asset_instance_id", "asset_instance").key().cascades();
}

} // namespace

std::vector<Table> entityTables()
{
    return {entityType(), taskTypeAssetTypeLink(), entity(), entityLink(), entityConceptLink(), entityVersion(), assetInstance(), assetInstanceLink()};
}

} // namespace callboard::schema
