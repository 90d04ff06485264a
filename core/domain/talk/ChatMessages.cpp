// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/talk/ChatMessages.h"

#include "core/api/Fields.h"
#include "core/domain/talk/Chats.h"
#include "core/media/FileStore.h"
#include "core/media/Picture.h"
#include "core/media/PngFile.h"
#include "core/records/Record.h"
#include "core/domain/tasks/Attachments.h"

#include <map>

namespace callboard::talk {

namespace {

Json messageOf(store::Connection &database, const std::string &chatId, const std::string &messageId)
{
    auto message = records::findWhere(database, "chat_message", {{"id", messageId}, {"chat_id", chatId}});
    if (!message) throw api::notFound("The message");
    return std::move(*message);
}

std::string existingChatAbout(store::Connection &database, const std::string &entityId)
{
    const auto chat = records::findWhere(database, "chat", {{"object_id", entityId}, {"object_type", "entity"}});
    if (!chat) throw api::notFound("The chat");
    return (*chat)["id"];
}

/// Pictures get a thumbnail; what says that it is one and cannot be read is kept as any file.
tasks::NewAttachment storeFile(api::Working &working, media::NewFiles &files, api::UploadedFile &upload)
{
    const bool isPicture = media::isPictureExtension(upload.extension());
    const std::filesystem::path thumbnail = media::newArriving(working.services, ".png");
    bool hasThumbnail = false;
    if (isPicture) {
        try {
            media::writePng(media::letterboxed(media::readPicture(upload.path()), 150, 150), thumbnail);
            hasThumbnail = true;
        } catch (const api::Error &) {
            hasThumbnail = false;
        }
    }
    auto attachment = tasks::storeAttachment(working, files, upload);
    if (hasThumbnail) files.add(media::FileKind::AttachmentThumbnail, attachment.id, thumbnail);
    return attachment;
}

Json keepAttachment(api::Writing &writing, const std::string &messageId, const tasks::NewAttachment &attachment)
{
    records::insert(writing, "attachment_file",
        {{"id", attachment.id}, {"name", attachment.name}, {"extension", attachment.extension},
            {"mimetype", attachment.mediaType}, {"size", attachment.size}, {"chat_message_id", messageId}});
    return {{"id", attachment.id}, {"name", attachment.name}, {"extension", attachment.extension},
        {"size", attachment.size}};
}

/// The files of a message go with it.
void removeAttachments(api::Writing &writing, const std::string &messageId)
{
    constexpr std::array kinds{media::FileKind::Attachment, media::FileKind::AttachmentThumbnail};
    std::vector<std::string> ids;
    auto rows = writing.database.query("SELECT id FROM attachment_file WHERE chat_message_id = ?", messageId);
    while (rows.next()) ids.push_back(rows.string(0));
    for (const auto &id : ids) media::removeAfterCommit(writing, kinds, id);
    writing.database.change("DELETE FROM attachment_file WHERE chat_message_id = ?", messageId);
}

/// The last message's moment follows what is there.
void updateLastMessage(api::Writing &writing, const std::string &chatId)
{
    writing.database.change("UPDATE chat SET last_message = (SELECT MAX(created_at) FROM chat_message"
                            " WHERE chat_message.chat_id = chat.id), updated_at = ? WHERE id = ?",
        writing.now, chatId);
}

/// The messages of a chat with their attachments, the oldest first; or that one alone.
Json messagesOf(api::Reading &reading, const std::string &chatId, const std::string &messageId = {})
{
    const std::string one = messageId.empty() ? "" : " AND chat_message.id = ?";
    std::vector<store::Value> values{chatId};
    if (!messageId.empty()) values.emplace_back(messageId);
    std::map<std::string, Json> attachments;
    auto files = reading.database.run("SELECT chat_message_id, attachment_file.id, name, extension"
                                      " FROM attachment_file JOIN chat_message ON chat_message.id = chat_message_id"
                                      " WHERE chat_message.chat_id = ?"
            + one + " ORDER BY attachment_file.created_at, name",
        values);
    while (files.next())
        attachments[files.string(0)].push_back(
            {{"id", files.string(1)}, {"name", files.string(2)}, {"extension", files.string(3)}});
    const auto &shape = records::RowShape::of("chat_message");
    auto rows = reading.database.run(
        "SELECT " + shape.columns() + " FROM chat_message WHERE chat_id = ?" + one + " ORDER BY created_at, id",
        values);
    Json messages = Json::array();
    while (rows.next()) {
        Json message = shape.toJson(rows);
        const auto found = attachments.find(message["id"].get<std::string>());
        message["attachment_files"] = found == attachments.end() ? Json::array() : found->second;
        messages.push_back(std::move(message));
    }
    return messages;
}

} // namespace

api::Response listMessages(api::Writing &writing, api::Request &request)
{
    return api::json(messagesOf(writing, chatAbout(writing, request.pathId("entity_id"))["id"]));
}

api::Response postMessage(api::Working &working, api::Request &request)
{
    const std::string text = api::Fields(request).text("message");
    media::NewFiles files(working.services);
    std::vector<tasks::NewAttachment> attachments;
    for (api::UploadedFile &upload : request.files) attachments.push_back(storeFile(working, files, upload));
    api::Response answer = working.write([&](api::Writing &writing) {
        const std::string entityId = request.pathId("entity_id");
        const std::string chatId = chatAbout(writing, entityId)["id"];
        if (!isParticipant(writing.database, chatId, writing.caller.id))
            throw api::Error(400, "Join the chat to write in it.", {{"data", nullptr}});
        Json message = records::insert(
            writing, "chat_message", {{"chat_id", chatId}, {"person_id", writing.caller.id}, {"text", text}});
        for (const auto &attachment : attachments)
            message["attachment_files"].push_back(keepAttachment(writing, message["id"], attachment));
        updateLastMessage(writing, chatId);
        tellChat(writing, "chat:new-message",
            {{"chat_id", chatId}, {"chat_message_id", message["id"]}, {"last_message", message["created_at"]}},
            entityId);
        return api::json(message, 201);
    });
    files.keep();
    return answer;
}

api::Response showMessage(api::Reading &reading, const api::Request &request)
{
    const std::string chatId = existingChatAbout(reading.database, request.pathId("entity_id"));
    const Json messages = messagesOf(reading, chatId, request.pathId("chat_message_id"));
    if (messages.empty()) throw api::notFound("The message");
    return api::json(messages[0]);
}

api::Response removeMessage(api::Writing &writing, api::Request &request)
{
    const std::string entityId = request.pathId("entity_id");
    const std::string chatId = existingChatAbout(writing.database, entityId);
    const Json message = messageOf(writing.database, chatId, request.pathId("chat_message_id"));
    if (message["person_id"] != writing.caller.id) throw api::forbidden("Only its author may delete a message.");
    removeAttachments(writing, message["id"]);
    records::remove(writing, "chat_message", message["id"]);
    updateLastMessage(writing, chatId);
    tellChat(writing, "chat:deleted-message", {{"chat_id", chatId}, {"chat_message_id", message["id"]}}, entityId);
    return api::noContent();
}

} // namespace callboard::talk
