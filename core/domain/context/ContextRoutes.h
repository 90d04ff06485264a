// SPDX-License-Identifier: GPL-3.0-or-later
// What a person's own desk shows: context, to-dos, filters, notifications, chats, news.
#pragma once

#include "core/api/Route.h"

namespace callboard::context {

api::Routes contextRoutes();

} // namespace callboard::context
