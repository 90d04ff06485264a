// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/talk/TalkRoutes.h"

#include "core/domain/talk/ChatMessages.h"
#include "core/domain/talk/ChatRules.h"
#include "core/domain/talk/Chats.h"
#include "core/access/Rules.h"

namespace callboard::talk {

api::Routes talkRoutes()
{
    using enum api::Verb;
    return {
        {Get, "/data/user/chats", access::signedIn(), listOwnChats},
        {Get, "/data/entities/{entity_id}/chat", chatsAbout(), showChat},
        {Post, "/actions/user/chats/{entity_id}/join", chatsAbout(), joinChat},
        {Delete, "/actions/user/chats/{entity_id}/join", chatsAbout(), leaveChat},
        {Get, "/data/entities/{entity_id}/chat/messages", chatsAbout(), listMessages},
        {Post, "/data/entities/{entity_id}/chat/messages", chatsAbout(), postMessage},
        {Get, "/data/entities/{entity_id}/chat/messages/{chat_message_id}", chatsAbout(), showMessage},
        {Delete, "/data/entities/{entity_id}/chat/messages/{chat_message_id}", chatsAbout(), removeMessage},
    };
}

} // namespace callboard::talk
