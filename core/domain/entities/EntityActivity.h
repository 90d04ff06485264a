// SPDX-License-Identifier: GPL-3.0-or-later
// What happened on an entity: news, previews, time spent.
#pragma once

#include "core/api/Operation.h"

namespace callboard::entities {

/// News of the entity's tasks, the latest first, 2000 a page.
api::Response listEntityNews(api::Reading &reading, const api::Request &request);
/// All preview files, as a plain list.
api::Response listEntityPreviews(api::Reading &reading, const api::Request &request);
/// Time spent on the entity's tasks, the latest day first.
api::Response listEntityTimeSpents(api::Reading &reading, const api::Request &request);

} // namespace callboard::entities
