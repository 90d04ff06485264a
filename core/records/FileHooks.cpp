// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RecordHooks.h"

#include "core/access/Belonging.h"
#include "core/media/FileStore.h"
#include "core/records/Record.h"
#include "core/review/PreviewRows.h"

namespace callboard::records::hooks {

namespace {

using namespace access;

/// Whoever moves a record to another task or entity must manage that production too.
void requireManaged(api::Writing &writing, const Json &row, const Input &input, const char *column, const char *table)
{
    if (!input.contains(column) || input.columns[column].is_null() || input.columns[column] == row[column]) return;
    const auto belonging = belongingOf(writing.database, table, input.text(column));
    requireMember(writing, belonging ? belonging->projectId : std::string(), Members::Managers);
}

void refuseBackgroundName(api::Writing &writing, const std::string &name, const std::string &ownId)
{
    auto rows = writing.database.query("SELECT id FROM preview_background_file WHERE name = ?", name);
    while (rows.next())
        if (rows.text(0) != ownId) throw api::badRequest("A background of this name exists already.");
}

} // namespace

Access workersOnFile()
{
    return {"managers of the file's production, and who works on its task", false,
        [](Reading &reading, const Request &request) {
            const auto belonging =
                belongingOrNotFound(reading.database, "working_file", recordId(request, "working_file"));
            if (isMember(reading, belonging.projectId, Members::Leaders)) return;
            requireMember(reading, belonging.projectId, Members::All);
            if (belonging.taskId.empty() || !isAssigned(reading, belonging.taskId)) throw api::forbidden();
        }};
}

Access makersOfOutput()
{
    return {"managers of the file's production, and who has a task of its entity", false,
        [](Reading &reading, const Request &request) {
            const auto belonging =
                belongingOrNotFound(reading.database, "output_file", recordId(request, "output_file"));
            if (isMember(reading, belonging.projectId, Members::Managers)) return;
            requireMember(reading, belonging.projectId, Members::All);
            if (reading.caller.isClient() || belonging.entityId.empty() || !hasTaskOf(reading, belonging.entityId))
                throw api::forbidden();
        }};
}

Access leadersOfPreview()
{
    return membersOfRecord("preview_file", Members::Managers);
}

Access attachedSomewhere()
{
    return {"an attachment of a comment or a message", false, [](Reading &reading, const Request &request) {
                const auto belonging =
                    belongingOrNotFound(reading.database, "attachment_file", recordId(request, "attachment_file"));
                if (belonging.projectId.empty()) throw api::forbidden("The file is attached to nothing.");
            }};
}

void keepPreviewInReach(api::Writing &writing, const Json &row, Input &input)
{
    requireManaged(writing, row, input, "task_id", "task");
}

void removePreview(api::Writing &writing, const Json &row, bool)
{
    if (row["task_id"].is_string()) review::clearPreview(writing, review::existingPreview(writing, row["id"]));
}

void removeAttachmentFiles(api::Writing &writing, const Json &row, bool)
{
    media::removeAfterCommit(writing, media::FileKind::Attachment, row["id"]);
    media::removeAfterCommit(writing, media::FileKind::AttachmentThumbnail, row["id"]);
}

void removeWorkingFileBytes(api::Writing &writing, const Json &row, bool)
{
    media::removeAfterCommit(writing, media::FileKind::WorkingFile, row["id"]);
}

void removeBackgroundFiles(api::Writing &writing, const Json &row, bool)
{
    media::removeAfterCommit(writing, media::FileKind::Background, row["id"]);
    media::removeAfterCommit(writing, media::FileKind::BackgroundThumbnail, row["id"]);
}

void refuseTakenBackgroundName(api::Writing &writing, Input &input)
{
    refuseBackgroundName(writing, input.text("name"), {});
}

void refuseTakenBackgroundNameOfOther(api::Writing &writing, const Json &row, Input &input)
{
    if (input.contains("name")) refuseBackgroundName(writing, input.text("name"), row["id"]);
}

void keepOneDefaultBackground(api::Writing &writing, const Json &row)
{
    if (row["is_default"] == true)
        writing.database.change("UPDATE preview_background_file SET is_default = ? WHERE is_default = ? AND id <> ?",
            false, true, row["id"].get<std::string>());
}

void keepInstanceInReach(api::Writing &writing, const Json &row, Input &input)
{
    input.columns.erase("number"); // counted once, when the instance is made
    for (const char *column : {"asset_id", "scene_id", "target_asset_id", "entity_id"})
        requireManaged(writing, row, input, column, "entity");
}

} // namespace callboard::records::hooks
