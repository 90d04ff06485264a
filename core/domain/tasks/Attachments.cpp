// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/Attachments.h"

#include "core/domain/tasks/TaskRules.h"
#include "core/records/Record.h"
#include "core/domain/tasks/CommentRows.h"

#include <QMimeDatabase>

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Working;
using api::Writing;

std::string mediaTypeOf(const std::string &fileName)
{
    static const QMimeDatabase types;
    return types.mimeTypeForFile(QString::fromStdString(fileName), QMimeDatabase::MatchExtension).name().toStdString();
}

/// The longest prefix of `text` of that many bytes that ends between characters.
std::string shortened(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    text.resize(bytes);
    return text;
}

/// Attachments with the comment that each belongs to, as the lists of a task or production tell them.
Response listWithComments(Reading &reading, const std::string &condition, const std::string &id)
{
    return api::stream([&reading, condition, id](api::JsonWriter &writer) {
        const auto &attachment = records::RowShape::of("attachment_file");
        const auto &comment = records::RowShape::of("comment");
        auto rows = reading.database.query("SELECT " + attachment.columns() + ", " + comment.columns()
                + " FROM attachment_file JOIN comment ON comment.id = attachment_file.comment_id"
                  " JOIN task ON task.id = comment.object_id WHERE "
                + condition + " ORDER BY attachment_file.created_at DESC, attachment_file.id",
            id);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            attachment.writeMembers(writer, rows);
            writer.key("type").plainString("AttachmentFile");
            writer.key("comment");
            comment.writeObject(writer, rows, attachment.size());
            writer.key("chat_message").null();
            writer.endObject();
        }
        writer.endArray();
    });
}

} // namespace

NewAttachment storeAttachment(const Reading &reading, media::NewFiles &files, api::UploadedFile &upload)
{
    NewAttachment attachment{reading.services.newId(), shortened(upload.fileName(), 250),
        shortened(upload.extension(), 6), mediaTypeOf(upload.fileName()), upload.size()};
    files.add(media::FileKind::Attachment, attachment.id, upload);
    return attachment;
}

Json insertAttachments(Writing &writing, const std::string &commentId, const std::vector<NewAttachment> &attachments,
    const std::optional<std::string> &replyId)
{
    Json told = Json::array();
    for (const auto &attachment : attachments) {
        records::insert(writing, "attachment_file",
            {{"id", attachment.id}, {"name", attachment.name}, {"size", attachment.size},
                {"extension", attachment.extension}, {"mimetype", attachment.mediaType}, {"comment_id", commentId},
                {"reply_id", replyId ? Json(*replyId) : Json()}});
        told.push_back({{"id", attachment.id}, {"name", attachment.name}, {"extension", attachment.extension},
            {"size", attachment.size}});
    }
    return told;
}

Response addAttachments(Working &working, Request &request)
{
    const auto comment = existingComment(working, request.pathId("task_id"), request.pathId("comment_id"));
    if (!mayChangeComment(working, comment)) throw api::forbidden();
    media::NewFiles files(working.services);
    std::vector<NewAttachment> attachments;
    for (auto &upload : request.files) attachments.push_back(storeAttachment(working, files, upload));
    std::optional<std::string> reply;
    if (const auto field = request.form.find("reply_id"); field && api::isUuid(*field)) reply = std::string(*field);
    auto response = working.write([&](Writing &writing) {
        const Json told = insertAttachments(writing, comment.id, attachments, reply);
        writing.tell("comment:update", {{"comment_id", comment.id}}, comment.projectId);
        return api::json(told, 201);
    });
    files.keep();
    return response;
}

Response deleteAttachment(Writing &writing, Request &request)
{
    const auto comment = existingComment(writing, request.pathId("task_id"), request.pathId("comment_id"));
    const auto id = request.pathId("attachment_id");
    if (!mayChangeComment(writing, comment)) throw api::forbidden();
    if (!writing.database.change("DELETE FROM attachment_file WHERE id = ? AND comment_id = ?", id, comment.id))
        throw api::notFound("The attachment");
    media::removeAfterCommit(writing, media::FileKind::Attachment, id);
    media::removeAfterCommit(writing, media::FileKind::AttachmentThumbnail, id);
    writing.tell("comment:update", {{"comment_id", comment.id}}, comment.projectId);
    return api::noContent();
}

Response readAttachment(Reading &reading, const Request &request)
{
    const auto id = request.pathId("attachment_file_id");
    auto rows = reading.database.query("SELECT name, mimetype, extension FROM attachment_file WHERE id = ?", id);
    if (!rows.next() || rows.text(0) != request.pathValue("file_name")) throw api::notFound("The attachment");
    const auto path = media::placeOf(reading.services.folders, media::FileKind::Attachment, id);
    if (!std::filesystem::exists(path)) throw api::notFound("The attachment's file");
    // Markup is never shown inside the studio's own origin.
    const bool isMarkup = rows.text(2) == "svg" || rows.text(1).find("html") != std::string_view::npos
        || rows.text(1).find("xml") != std::string_view::npos;
    return api::file({path, isMarkup ? rows.string(0) : std::string(), id},
        isMarkup || rows.text(1).empty() ? "application/octet-stream" : rows.string(1));
}

Response listTaskAttachments(Reading &reading, const Request &request)
{
    return listWithComments(reading, "task.id = ?", request.pathId("task_id"));
}

} // namespace callboard::tasks
