// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read and change entities: assets, shots, sequences, episodes, scenes, edits, concepts.
#pragma once

#include "core/access/Rules.h"
#include "core/domain/entities/EntityKind.h"

namespace callboard::entities {

/// The team of the entity's production. Vendors need a task of theirs on it (of an episode, or below it), except for
/// sequences; concepts are closed to clients and vendors. 404 when it is of another kind.
api::Access readsEntity(std::string parameter, Kind kind);
api::Access readsAnyEntity(std::string parameter);
/// As readsEntity(), for a list below the entity: while `rows` (SQL over the entity's identifier) finds nothing, an
/// empty list is told outside the team too, as clients of the API know it.
api::Access listsBelowEntity(std::string parameter, Kind kind, std::string rows);
/// Managers of the entity's production.
api::Access managesEntity(std::string parameter, Kind kind);
/// The team of the entity's production, whoever works on the entity.
api::Access teamOfEntity(std::string parameter, Kind kind);
/// The team of the entity's production, without clients and vendors.
api::Access staffOfEntity(std::string parameter, Kind kind);
/// The team of the entity's production, without vendors.
api::Access notVendorsOfEntity(std::string parameter, Kind kind);
/// The managers of the entity's production, and its author while in the team.
api::Access removesEntity(std::string parameter, Kind kind);
api::Access removesAnyEntity(std::string parameter);
/// Members of the team of the production named by a path value, without clients and vendors.
api::Access staffOf(std::string projectParameter = "project_id");

/// The same decisions on an entity that has been read. They throw 403.
void requireReadable(api::Reading &reading, const KnownEntity &entity);
/// True when the entity itself, or one below it, has a task of the caller.
bool hasOwnTask(api::Reading &reading, const KnownEntity &entity);

/// Lists of entities: admins; others name a production of their teams with project_id (or an entity of it with
/// sequence_id or episode_id). Lists that `maySpan` show all of one's productions when none is named.
api::Access listsEntities(bool maySpan = false);
/// The same without clients and vendors.
api::Access listsConcepts();

} // namespace callboard::entities
