// SPDX-License-Identifier: GPL-3.0-or-later
// How an entity is named in full where it stands alone: a shot with its sequence (and episode), an asset with
// its type; and the episode that it belongs to. SQL for statements that have the table "entity".
#pragma once

#include <string>

namespace callboard::entities::naming {

/// Joins entity_type, parent, parent_type and above.
inline const std::string joins = " JOIN entity_type ON entity_type.id = entity.entity_type_id"
                                 " LEFT JOIN entity parent ON parent.id = entity.parent_id"
                                 " LEFT JOIN entity_type parent_type ON parent_type.id = parent.entity_type_id"
                                 " LEFT JOIN entity above ON above.id = parent.parent_id";
/// "E01 / SE01 / SH010", "Character / Llama".
inline const std::string fullName =
    "COALESCE(above.name || ' / ', '') || COALESCE(parent.name, entity_type.name) || ' / ' || entity.name";
/// The identifier of the episode, or NULL.
inline const std::string episodeId =
    "CASE WHEN parent_type.name = 'Episode' THEN parent.id ELSE COALESCE(above.id, entity.source_id) END";
/// The same for what lies below an episode: assets are used in many, so that theirs does not count.
inline const std::string episodeAbove = "CASE WHEN parent_type.name = 'Episode' THEN parent.id ELSE above.id END";

} // namespace callboard::entities::naming
