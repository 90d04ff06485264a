// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/talk/Chats.h"

#include "core/domain/entities/EntityNaming.h"
#include "core/store/schema/OpenStatus.h"
#include "core/records/Record.h"

namespace callboard::talk {

Json chatAbout(api::Writing &writing, const std::string &entityId)
{
    const Json key = {{"object_id", entityId}, {"object_type", "entity"}};
    if (auto chat = records::findWhere(writing.database, "chat", key)) return std::move(*chat);
    return records::insert(writing, "chat", key);
}

bool isParticipant(store::Connection &database, const std::string &chatId, const std::string &personId)
{
    return database.query("SELECT 1 FROM chat_participant WHERE chat_id = ? AND person_id = ?", chatId, personId)
        .next();
}

void tellChat(api::Writing &writing, const std::string &name, Json payload, const std::string &entityId)
{
    auto entity = writing.database.query("SELECT project_id FROM entity WHERE id = ?", entityId);
    api::Event event;
    event.name = name;
    event.payload = std::move(payload);
    if (entity.next()) event.projectId = entity.string(0);
    event.isKept = false;
    writing.tell(std::move(event));
}

api::Response showChat(api::Writing &writing, api::Request &request)
{
    Json chat = chatAbout(writing, request.pathId("entity_id"));
    const auto &participants = *schema::table("chat").relation("participants");
    chat["participants"] = records::relationIds(writing.database, participants, chat["id"]);
    chat["messages"] = Json::array(); // read by a route of their own, which tells them with their files
    return api::json(chat);
}

api::Response joinChat(api::Writing &writing, api::Request &request)
{
    const std::string entityId = request.pathId("entity_id");
    const Json chat = chatAbout(writing, entityId);
    const auto joined = writing.database.change(
        "INSERT INTO chat_participant (chat_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        chat["id"].get<std::string>(), writing.caller.id);
    if (joined > 0)
        tellChat(writing, "chat:joined", {{"chat_id", chat["id"]}, {"person_id", writing.caller.id}}, entityId);
    return api::json(chat);
}

api::Response leaveChat(api::Writing &writing, api::Request &request)
{
    const std::string entityId = request.pathId("entity_id");
    const Json chat = chatAbout(writing, entityId);
    const auto left = writing.database.change("DELETE FROM chat_participant WHERE chat_id = ? AND person_id = ?",
        chat["id"].get<std::string>(), writing.caller.id);
    if (left > 0) tellChat(writing, "chat:left", {{"chat_id", chat["id"]}, {"person_id", writing.caller.id}}, entityId);
    return api::noContent();
}

api::Response listOwnChats(api::Reading &reading, const api::Request &)
{
    auto rows = reading.database.query("SELECT chat.id, chat.object_id, chat.last_message, " + entities::naming::fullName
            + ", entity.project_id, entity.preview_file_id"
              " FROM chat_participant JOIN chat ON chat.id = chat_participant.chat_id"
              " JOIN entity ON entity.id = chat.object_id"
            + entities::naming::joins
            + " JOIN project ON project.id = entity.project_id"
              " JOIN project_status ON project_status.id = project.project_status_id"
              " WHERE chat_participant.person_id = ? AND project_status.name IN "
            + schema::openStatuses
            + " AND NOT COALESCE(entity.canceled, FALSE)"
              " ORDER BY chat.last_message DESC NULLS LAST, chat.created_at",
        reading.caller.id);
    Json chats = Json::array();
    while (rows.next())
        chats.push_back({{"id", rows.string(0)}, {"object_id", rows.string(1)},
            {"last_message", rows.isNull(2) ? Json() : Json(records::toldMoment(rows.text(2)))},
            {"entity_name", rows.string(3)}, {"project_id", rows.string(4)},
            {"preview_file_id", rows.isNull(5) ? Json() : Json(rows.string(5))}});
    return api::json(chats);
}

} // namespace callboard::talk
