// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Removal.h"

#include "core/media/FileStore.h"
#include "core/schema/Tables.h"

#include <initializer_list>

namespace callboard::records {

namespace {

void runAll(api::Writing &writing, std::initializer_list<std::string> statements, const std::string &value)
{
    for (const std::string &sql : statements) writing.database.change(sql, value);
}

/// The files of rows that are about to go.
void removeFiles(
    api::Writing &writing, std::span<const media::FileKind> kinds, const std::string &ids, const std::string &value)
{
    auto rows = writing.database.query(ids, value);
    while (rows.next()) media::removeAfterCommit(writing, kinds, rows.string(0));
}

} // namespace

bool isNamed(store::Connection &database, std::string_view table, const std::string &id,
    std::initializer_list<std::string_view> exceptBy)
{
    for (const auto &other : schema::tables()) {
        if (std::find(exceptBy.begin(), exceptBy.end(), other.name()) != exceptBy.end()) continue;
        for (const auto &field : other.fields()) {
            if (field.references != table || field.onDelete != schema::OnDelete::Refuse) continue;
            if (database.query("SELECT 1 FROM " + other.name() + " WHERE " + field.name + " = ? LIMIT 1", id).next())
                return true;
        }
    }
    return false;
}

void removeTasks(api::Writing &writing, std::string_view column, const std::string &value)
{
    const std::string tasks = "(SELECT id FROM task WHERE " + std::string(column) + " = ?)";
    const std::string comments = "(SELECT id FROM comment WHERE object_id IN " + tasks + ")";
    const std::string previews = "(SELECT id FROM preview_file WHERE task_id IN " + tasks + ")";
    const std::string files = "(SELECT id FROM working_file WHERE task_id IN " + tasks + ")";
    constexpr std::array attached{media::FileKind::Attachment, media::FileKind::AttachmentThumbnail};
    removeFiles(writing, media::previewKinds(), "SELECT id FROM preview_file WHERE id IN " + previews, value);
    removeFiles(writing, attached, "SELECT id FROM attachment_file WHERE comment_id IN " + comments, value);
    runAll(writing,
        {"UPDATE entity SET preview_file_id = NULL WHERE preview_file_id IN " + previews,
            "UPDATE news SET preview_file_id = NULL WHERE preview_file_id IN " + previews,
            "DELETE FROM news WHERE task_id IN " + tasks, "DELETE FROM notification WHERE task_id IN " + tasks,
            "DELETE FROM subscription WHERE task_id IN " + tasks,
            "DELETE FROM attachment_file WHERE comment_id IN " + comments,
            "UPDATE comment SET preview_file_id = NULL WHERE preview_file_id IN " + previews,
            "DELETE FROM comment WHERE object_id IN " + tasks, "DELETE FROM preview_file WHERE task_id IN " + tasks,
            "DELETE FROM time_spent WHERE task_id IN " + tasks,
            "UPDATE output_file SET source_file_id = NULL WHERE source_file_id IN " + files,
            "DELETE FROM working_file WHERE task_id IN " + tasks,
            "DELETE FROM production_schedule_version_task_link WHERE task_id IN " + tasks,
            "DELETE FROM task WHERE " + std::string(column) + " = ?"},
        value);
}

void removeContentOfProject(api::Writing &writing, const std::string &projectId)
{
    removeTasks(writing, "project_id", projectId);
    const std::string entities = "(SELECT id FROM entity WHERE project_id = ?)";
    const std::string instances = "(SELECT id FROM asset_instance WHERE asset_id IN " + entities + ")";
    const std::string chats = "(SELECT id FROM chat WHERE object_id IN " + entities + ")";
    const std::string messages = "(SELECT id FROM chat_message WHERE chat_id IN " + chats + ")";
    const std::string versions = "(SELECT id FROM production_schedule_version WHERE project_id = ?)";
    runAll(writing,
        {"UPDATE project SET from_schedule_version_id = NULL, default_preview_background_file_id = NULL WHERE id = ?",
            "DELETE FROM build_job WHERE playlist_id IN (SELECT id FROM playlist WHERE project_id = ?)",
            "DELETE FROM playlist WHERE project_id = ?",
            "DELETE FROM production_schedule_version_task_link WHERE production_schedule_version_id IN " + versions,
            "DELETE FROM production_schedule_version WHERE project_id = ?",
            "DELETE FROM schedule_item WHERE project_id = ?", "DELETE FROM milestone WHERE project_id = ?",
            "DELETE FROM metadata_descriptor WHERE project_id = ?",
            "DELETE FROM budget_entry WHERE budget_id IN (SELECT id FROM budget WHERE project_id = ?)",
            "DELETE FROM budget WHERE project_id = ?", "DELETE FROM search_filter WHERE project_id = ?",
            "DELETE FROM search_filter_group WHERE project_id = ?",
            "DELETE FROM attachment_file WHERE chat_message_id IN " + messages,
            "DELETE FROM chat_message WHERE chat_id IN " + chats, "DELETE FROM chat WHERE object_id IN " + entities,
            "DELETE FROM subscription WHERE entity_id IN " + entities,
            "DELETE FROM output_file WHERE asset_instance_id IN " + instances,
            "DELETE FROM output_file WHERE entity_id IN " + entities,
            "DELETE FROM output_file WHERE temporal_entity_id IN " + entities,
            "DELETE FROM working_file WHERE entity_id IN " + entities,
            "DELETE FROM asset_instance WHERE asset_id IN " + entities,
            "DELETE FROM asset_instance WHERE scene_id IN " + entities,
            "DELETE FROM asset_instance WHERE target_asset_id IN " + entities,
            "DELETE FROM entity_version WHERE entity_id IN " + entities,
            "DELETE FROM entity_concept_link WHERE entity_out_id IN " + entities,
            "DELETE FROM api_event WHERE project_id = ?", "DELETE FROM entity WHERE project_id = ?"},
        projectId);
}

} // namespace callboard::records
