// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/PreviewRules.h"

#include "core/access/Belonging.h"
#include "core/domain/tasks/CommentRows.h"

namespace callboard::tasks {

using namespace access;

namespace {

/// Sharing an asset opens the picture that stands for it to the staff of all productions.
bool standsForSharedAsset(Reading &reading, const std::string &previewId)
{
    if (reading.caller.isClient() || reading.caller.isVendor()) return false;
    return reading.database.query("SELECT 1 FROM entity WHERE preview_file_id = ? AND is_shared = TRUE", previewId)
        .next();
}

void requirePicture(Reading &reading, const std::string &previewId)
{
    if (!mayReadPreview(reading, previewId) && !standsForSharedAsset(reading, previewId)) throw api::forbidden();
}

/// Files are for all who see the task, also where the words beside them are not; clients get those of clients.
void requireFileOf(Reading &reading, const CommentPlace &comment)
{
    if (!mayReadTask(reading, existingPlaceOfTask(reading, comment.taskId))) throw api::forbidden();
    const bool isOfStudio = comment.authorRole != "client";
    if (reading.caller.isClient() && isOfStudio && !mayReadComment(reading, comment)) throw api::forbidden();
}

} // namespace

TaskPlace placeOfPreview(Reading &reading, const std::string &previewId)
{
    auto rows = reading.database.query("SELECT task_id FROM preview_file WHERE id = ?", previewId);
    if (!rows.next()) throw api::notFound("The preview");
    return existingPlaceOfTask(reading, rows.string(0));
}

bool mayReadPreview(Reading &reading, const std::string &previewId)
{
    const auto place = placeOfPreview(reading, previewId);
    if (mayReadTask(reading, place)) return true;
    if (!reading.caller.isVendor() || !reading.caller.isInTeamOf(place.projectId)) return false;
    return reading.database
        .query("SELECT 1 FROM task JOIN task other ON other.entity_id = task.entity_id"
               " JOIN task_person_link ON task_person_link.task_id = other.id"
               " WHERE task.id = ? AND task_person_link.person_id = ?",
            place.taskId, reading.caller.id)
        .next();
}

Access readsPreview(std::string previewParameter)
{
    return {"reads the preview of " + previewParameter, false,
        [previewParameter](Reading &reading, const Request &request) {
            if (!mayReadPreview(reading, request.pathId(previewParameter))) throw api::forbidden();
        }};
}

Access seesPreview(std::string previewParameter)
{
    return {
        "sees the preview of " + previewParameter, false, [previewParameter](Reading &reading, const Request &request) {
            requirePicture(reading, request.pathId(previewParameter));
        }};
}

Access actsOnPreview(std::string previewParameter)
{
    return {"acts on the preview of " + previewParameter, false,
        [previewParameter](Reading &reading, const Request &request) {
            if (!mayActOnTask(reading, placeOfPreview(reading, request.pathId(previewParameter))))
                throw api::forbidden();
        }};
}

Access readsPreviewNamed(std::string nameParameter)
{
    return {"reads the preview of " + nameParameter, false, [nameParameter](Reading &reading, const Request &request) {
                const auto name = request.pathValue(nameParameter);
                const auto dot = std::min(name.find('.'), name.size());
                if (dot == name.size() || !api::isUuid(name.substr(0, dot))) throw api::notFound("The preview");
                std::string id(name.substr(0, dot));
                std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return char(std::tolower(c)); });
                requirePicture(reading, id);
            }};
}

Access managesPreview(std::string previewParameter)
{
    return {"manages the preview of " + previewParameter, false,
        [previewParameter](Reading &reading, const Request &request) {
            requireManager(reading, placeOfPreview(reading, request.pathId(previewParameter)).projectId);
        }};
}

Access drawsOnPreview(std::string previewParameter)
{
    return {"draws on the preview of " + previewParameter, false,
        [previewParameter](Reading &reading, const Request &request) {
            const auto place = placeOfPreview(reading, request.pathId(previewParameter));
            const bool isClient = reading.caller.isClient() && reading.caller.isInTeamOf(place.projectId);
            if (!isClient && !mayLeadTask(reading, place)) throw api::forbidden();
        }};
}

Access seesProjectPicture(std::string projectParameter)
{
    return {
        "sees the picture of " + projectParameter, false, [projectParameter](Reading &reading, const Request &request) {
            const auto id = request.pathId(projectParameter);
            // Where there is no picture, there is nothing to keep from anybody.
            if (!reading.database.query("SELECT 1 FROM project WHERE id = ? AND has_avatar", id).next())
                throw api::notFound("The picture");
            if (!reading.caller.isManager()) requireTeam(reading, id);
        }};
}

void requireWordsOfAttachment(Reading &reading, const std::string &attachmentId)
{
    requireAttachment(reading, attachmentId);
    auto comment = reading.database.query(
        "SELECT comment_id FROM attachment_file WHERE id = ? AND comment_id IS NOT NULL", attachmentId);
    if (comment.next() && !mayReadComment(reading, existingComment(reading, "", comment.string(0))))
        throw api::forbidden();
}

void requireAttachment(Reading &reading, const std::string &attachmentId)
{
    auto rows =
        reading.database.query("SELECT attachment_file.comment_id, entity.project_id, entity.id FROM attachment_file"
                               " LEFT JOIN chat_message ON chat_message.id = attachment_file.chat_message_id"
                               " LEFT JOIN chat ON chat.id = chat_message.chat_id"
                               " LEFT JOIN entity ON entity.id = chat.object_id WHERE attachment_file.id = ?",
            attachmentId);
    if (!rows.next()) throw api::notFound("The attachment");
    if (rows.isNull(0))
        requireReading(reading, {rows.string(1), "", rows.string(2)});
    else
        requireFileOf(reading, existingComment(reading, "", rows.string(0)));
}

Access readsAttachment(std::string attachmentParameter)
{
    return {"reads the attachment of " + attachmentParameter, false,
        [attachmentParameter](Reading &reading, const Request &request) {
            requireAttachment(reading, request.pathId(attachmentParameter));
        }};
}

Access readsPictureOfAttachment(std::string attachmentParameter)
{
    return {"reads the task or chat of the attachment of " + attachmentParameter, false,
        [attachmentParameter](Reading &reading, const Request &request) {
            const auto id = request.pathId(attachmentParameter);
            auto comment = reading.database.query(
                "SELECT comment_id FROM attachment_file WHERE id = ? AND comment_id IS NOT NULL", id);
            if (!comment.next())
                requireAttachment(reading, id);
            else if (const auto place = existingComment(reading, "", comment.string(0));
                     !mayReadTask(reading, existingPlaceOfTask(reading, place.taskId)))
                throw api::forbidden();
        }};
}

} // namespace callboard::tasks
