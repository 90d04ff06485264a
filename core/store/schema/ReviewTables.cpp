// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table previewFile()
{
    return Table("preview_file", "PreviewFile")
        .text("name", 250)
        .text("original_name", 250)
        .integer("revision").byDefault(1)
        .integer("position").byDefault(1)
        .text("extension", 6)
        .text("description")
        .text("path", 400)
        .text("source", 40)
        .integer("file_size").large().byDefault(0)
        .choice("status", {"processing", "ready", "broken"}).notNull().byDefault("processing")
        .choice("validation_status", {"validated", "rejected", "neutral"}).notNull().byDefault("neutral")
        .json("annotations")
        .integer("width").byDefault(0)
        .integer("height").byDefault(0)
        .real("duration").byDefault(0)
        .reference("task_id", "task").indexed().goesAlong()
        .reference("person_id", "person")
        .reference("source_file_id", "output_file").forgets()
        .integer("shotgun_id").unique()
        .boolean("is_movie").byDefault(false)
        .text("url", 600)
        .text("uploaded_movie_url", 600)
        .text("uploaded_movie_name", 150)
        .stamped()
        .uniqueTogether({"name", "task_id", "revision"})
        .linked("comments", "comment_preview_link", "preview_file", "comment")
        .belongsBy("SELECT t.project_id, t.id, t.entity_id FROM preview_file p LEFT JOIN task t ON t.id = p.task_id WHERE p.id = ?");
}

Table previewBackgroundFile()
{
    return Table("preview_background_file", "PreviewBackgroundFile")
        .text("name", 40).notNull()
        .boolean("archived").byDefault(false)
        .boolean("is_default").indexed().byDefault(false)
        .text("original_name", 250)
        .text("extension", 6)
        .integer("file_size").large().byDefault(0)
        .stamped();
}

Table playlist()
{
    return Table("playlist", "Playlist")
        .text("name", 80).notNull()
        .json("shots")
        .reference("project_id", "project").indexed().goesAlong()
        .reference("episode_id", "entity").indexed().forgets()
        .reference("task_type_id", "task_type").indexed()
        .boolean("for_client").indexed().byDefault(false)
        .text("for_entity", 10).indexed().byDefault("shot")
        .boolean("is_for_all").byDefault(false)
        .stamped()
        .uniqueTogether({"name", "project_id", "episode_id"})
        .listed("build_jobs", "build_job", "playlist_id")
        .belongsBy("SELECT project_id, NULL, NULL FROM playlist WHERE id = ?");
}

Table buildJob()
{
    return Table("build_job", "BuildJob")
        .choice("status", {"running", "failed", "succeeded"}).notNull().byDefault("running")
        .choice("job_type", {"archive", "movie"}).notNull().byDefault("movie")
        .moment("ended_at")
        .reference("playlist_id", "playlist").notNull().indexed().goesAlong()
        .stamped();
}

} // namespace

std::vector<Table> reviewTables()
{
    return {previewFile(), previewBackgroundFile(), playlist(), buildJob()};
}

} // namespace callboard::schema
