// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table software()
{
    return Table("software", "Software")
        .text("name", 40).notNull().unique()
        .text("short_name", 20).notNull()
        .boolean("archived").byDefault(false)
        .text("version", 20)
        .text("file_extension", 20).notNull()
        .json("secondary_extensions")
        .integer("monthly_cost").byDefault(0)
        .integer("inventory_amount").byDefault(0)
        .stamped();
}

Table softwareDepartmentLink()
{
    return Table("software_department_link", "SoftwareDepartmentLink")
        .reference("department_id", "department").indexed().notNull().cascades()
        .reference("software_id", "software").indexed().notNull()
        .stamped()
        .uniqueTogether({"department_id", "software_id"});
}

Table hardwareItem()
{
    return Table("hardware_item", "HardwareItem")
        .text("name", 40).notNull().unique()
        .text("short_name", 20).notNull()
        .boolean("archived").byDefault(false)
        .integer("monthly_cost").byDefault(0)
        .integer("inventory_amount").byDefault(0)
        .stamped();
}

Table hardwareItemDepartmentLink()
{
    return Table("hardware_item_department_link", "HardwareItemDepartmentLink")
        .reference("department_id", "department").indexed().notNull().cascades()
        .reference("hardware_item_id", "hardware_item").indexed().notNull()
        .stamped()
        .uniqueTogether({"hardware_item_id", "department_id"});
}

Table fileStatus()
{
    return Table("file_status", "FileStatus")
        .text("name", 40).notNull().unique()
        .text("color", 7).notNull()
        .stamped();
}

Table outputType()
{
    return Table("output_type", "OutputType")
        .text("name", 40).notNull().unique().indexed()
        .text("short_name", 20).notNull()
        .stamped();
}

Table workingFile()
{
    return Table("working_file", "WorkingFile")
        .integer("shotgun_id").indexed()
        .text("name", 250)
        .text("description")
        .text("comment")
        .integer("revision")
        .integer("size").large()
        .integer("checksum")
        .text("path", 400)
        .json("data")
        .reference("task_id", "task").indexed().goesAlong()
        .reference("entity_id", "entity").indexed().goesAlong()
        .reference("person_id", "person").indexed()
        .reference("software_id", "software").indexed()
        .stamped()
        .uniqueTogether({"name", "task_id", "entity_id", "revision"})
        .listed("outputs", "output_file", "source_file_id")
        .belongsBy("SELECT COALESCE(t.project_id, e.project_id), t.id, COALESCE(t.entity_id, e.id) FROM working_file w"
            " LEFT JOIN task t ON t.id = w.task_id LEFT JOIN entity e ON e.id = w.entity_id WHERE w.id = ?");
}

Table outputFile()
{
    return Table("output_file", "OutputFile")
        .integer("shotgun_id")
        .text("name", 250).notNull()
        .boolean("canceled").notNull().byDefault(false)
        .integer("size").large()
        .text("checksum", 32)
        .text("description")
        .text("comment")
        .text("extension", 10)
        .integer("revision").notNull()
        .text("representation", 20).indexed()
        .integer("nb_elements").byDefault(1)
        .text("source", 40)
        .text("path", 400)
        .json("data")
        .reference("file_status_id", "file_status").notNull().indexed()
        .reference("entity_id", "entity").indexed().goesAlong()
        .reference("asset_instance_id", "asset_instance").indexed().goesAlong()
        .reference("output_type_id", "output_type").indexed()
        .reference("task_type_id", "task_type").indexed()
        .reference("person_id", "person").indexed()
        .reference("source_file_id", "working_file").indexed().forgets()
        .reference("temporal_entity_id", "entity").indexed().goesAlong()
        .stamped()
        .uniqueTogether({"name", "entity_id", "asset_instance_id", "output_type_id", "task_type_id", "temporal_entity_id", "representation", "revision"})
        .belongsBy("SELECT COALESCE(e.project_id, a.project_id), NULL, COALESCE(e.id, a.id) FROM output_file o"
            " LEFT JOIN entity e ON e.id = o.entity_id LEFT JOIN asset_instance i ON i.id = o.asset_instance_id"
            " LEFT JOIN entity a ON a.id = i.asset_id WHERE o.id = ?");
}

} // namespace

std::vector<Table> fileTables()
{
    return {software(), softwareDepartmentLink(), hardwareItem(), hardwareItemDepartmentLink(), fileStatus(), outputType(), workingFile(), outputFile()};
}

} // namespace callboard::schema
