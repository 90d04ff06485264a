// SPDX-License-Identifier: GPL-3.0-or-later
// All records of one kind that belong to a production, as the generic routes tell them: last changed first, in pages
// with ?page= and ?limit=.
#pragma once

#include "core/api/Operation.h"

namespace callboard::production {

/// With the people assigned; of one type with ?task_type_id=. Vendors are told of their own.
api::Response dumpTasks(api::Reading &reading, const api::Request &request);
api::Response dumpComments(api::Reading &reading, const api::Request &request);
api::Response dumpAttachments(api::Reading &reading, const api::Request &request);
api::Response dumpNotifications(api::Reading &reading, const api::Request &request);
/// Of tasks alone.
api::Response dumpSubscriptions(api::Reading &reading, const api::Request &request);
api::Response dumpPlaylists(api::Reading &reading, const api::Request &request);

} // namespace callboard::production
