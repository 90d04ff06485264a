// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table chat()
{
    return Table("chat", "Chat")
        .uuid("object_id").notNull().indexed().goesAlong("entity")
        .text("object_type", 80).notNull().indexed().byDefault("entity")
        .moment("last_message")
        .stamped()
        .linked("participants", "chat_participant", "chat_id", "person_id")
        .belongsBy("SELECT e.project_id, NULL, e.id FROM chat LEFT JOIN entity e ON e.id = chat.object_id WHERE chat.id = ?");
}

Table chatMessage()
{
    return Table("chat_message", "ChatMessage")
        .reference("chat_id", "chat").notNull().indexed().goesAlong()
        .reference("person_id", "person").notNull().indexed()
        .text("text")
        .stamped()
        .listed("attachment_files", "attachment_file", "chat_message_id")
        .belongsBy("SELECT e.project_id, NULL, e.id FROM chat_message m JOIN chat ON chat.id = m.chat_id"
            " LEFT JOIN entity e ON e.id = chat.object_id WHERE m.id = ?");
}

Table chatParticipant()
{
    return Table("chat_participant", "ChatParticipant")
        .reference("chat_id", "chat").key().cascades()
        .reference("person_id", "person").key();
}

Table searchFilter()
{
    return Table("search_filter", "SearchFilter")
        .text("list_type", 80).notNull().indexed()
        .text("entity_type", 80)
        .text("name", 200).notNull().byDefault("")
        .text("search_query", 500).notNull().byDefault("")
        .boolean("is_shared").notNull().byDefault(false)
        .reference("department_id", "department")
        .reference("search_filter_group_id", "search_filter_group").forgets()
        .reference("person_id", "person").indexed()
        .reference("project_id", "project").indexed().goesAlong()
        .stamped()
        .belongsBy("SELECT project_id, NULL, NULL FROM search_filter WHERE id = ?");
}

Table searchFilterGroup()
{
    return Table("search_filter_group", "SearchFilterGroup")
        .text("list_type", 80).notNull().indexed()
        .text("entity_type", 80)
        .text("name", 200).notNull().byDefault("")
        .text("color", 8).notNull().byDefault("")
        .boolean("is_shared").notNull().byDefault(false)
        .reference("person_id", "person")
        .reference("project_id", "project").goesAlong()
        .reference("department_id", "department")
        .stamped()
        .belongsBy("SELECT project_id, NULL, NULL FROM search_filter_group WHERE id = ?");
}

Table apiEvent()
{
    return Table("api_event", "ApiEvent")
        .text("name", 80).notNull().indexed()
        .reference("user_id", "person").indexed()
        .reference("project_id", "project").indexed().goesAlong()
        .json("data")
        .stamped();
}

Table dataImportError()
{
    return Table("data_import_error", "DataImportError")
        .json("event_data").notNull()
        .text("source", 20)
        .stamped();
}

Table plugin()
{
    return Table("plugin", "Plugin")
        .text("plugin_id", 80).notNull().unique().indexed()
        .text("name", 80).notNull().indexed()
        .text("description")
        .text("version", 50).notNull()
        .text("maintainer_name", 200).notNull()
        .text("maintainer_email", 255)
        .text("website")
        .text("license", 80).notNull()
        .text("revision", 12)
        .stamped();
}

} // namespace

std::vector<Table> deskTables()
{
    return {chat(), chatMessage(), chatParticipant(), searchFilter(), searchFilterGroup(), apiEvent(), dataImportError(), plugin()};
}

} // namespace callboard::schema
