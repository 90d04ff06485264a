// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in productions: each comment, newest first, fifty a page, with how often each status was set.
#pragma once

#include "core/api/Operation.h"

namespace callboard::news {

/// Of the open productions of the caller's teams; admins of all open ones.
api::Response listStudioNews(api::Reading &reading, const api::Request &request);
/// Of the production in the path, closed ones too.
api::Response listProjectNews(api::Reading &reading, const api::Request &request);
api::Response showNews(api::Reading &reading, const api::Request &request);

} // namespace callboard::news
