// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting entities. Without tasks an entity goes with its links; with tasks it is cancelled, unless forced: then
// all that belongs to it goes. Sequences and episodes with content are refused (400) unless forced.
#pragma once

#include "core/domain/entities/EntityKind.h"

namespace callboard::entities {

/// DELETE /data/shots/{id}?force=true and the like; the entity's identifier is the first path value.
api::Response removeEntity(api::Writing &writing, api::Request &request);
/// DELETE /data/entities/{id}: what has tasks or content is refused (400).
api::Response removeEntityRecord(api::Writing &writing, api::Request &request);

/// It has tasks or content, or other entities hold it.
bool isInUse(api::Writing &writing, const KnownEntity &entity);
/// Deletes the entity, what lies below it, and everything that belongs to them; tells each.
void removeWithContent(api::Writing &writing, const KnownEntity &entity);

} // namespace callboard::entities
