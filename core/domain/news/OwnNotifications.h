// SPDX-License-Identifier: GPL-3.0-or-later
// What a person was told of: listed, marked as read and unread. Nobody sees those of others.
#pragma once

#include "core/api/Operation.h"

namespace callboard::news {

/// The newest hundred that fit the query.
api::Response listNotifications(api::Reading &reading, const api::Request &request);
api::Response showNotification(api::Reading &reading, const api::Request &request);
api::Response markNotification(api::Writing &writing, api::Request &request);
api::Response markAllNotifications(api::Writing &writing, api::Request &request);

} // namespace callboard::news
