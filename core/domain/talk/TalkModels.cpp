// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/talk/TalkModels.h"

#include "core/records/UsualModels.h"

namespace callboard::talk {

std::vector<records::Model> talkModels()
{
    using namespace records;
    return {closed("/data/chats", "chat"), closed("/data/chat-messages", "chat_message")};
}

} // namespace callboard::talk
