// SPDX-License-Identifier: GPL-3.0-or-later
// What is written in the chat about an entity.
#pragma once

#include "core/api/Operation.h"

namespace callboard::talk {

api::Response listMessages(api::Writing &writing, api::Request &request);
api::Response postMessage(api::Working &working, api::Request &request);
api::Response showMessage(api::Reading &reading, const api::Request &request);
api::Response removeMessage(api::Writing &writing, api::Request &request);

} // namespace callboard::talk
