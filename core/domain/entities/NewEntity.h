// SPDX-License-Identifier: GPL-3.0-or-later
// How entities are made. A name that is taken under the same parent gives the entity that is there, unchanged;
// assets may share a name.
#pragma once

#include "core/domain/entities/EntityKind.h"

namespace callboard::entities {

struct NewEntity
{
    Kind kind = Kind::Asset;
    std::string projectId;
    std::string typeId; // of assets; the others are made of their kind
    std::string name;
    std::optional<std::string> description;
    std::optional<std::string> parentId;
    std::optional<std::string> sourceId;
    std::optional<std::string> episodeId; // told with the event of a shot or an edit
    bool tellsParent = false;             // an edit that is made one by one tells its parent, not its episode
    bool tellsEpisode = true;             // files that are imported do not tell a shot's
    std::optional<std::int64_t> frameCount;
    std::string status = "running";
    bool isShared = false;
    Json data;
};

struct MadeEntity
{
    Json entity; // as it is told
    bool isNew = true;
};

/// Makes the entity and tells it; the parents must have been checked. Throws 400 (name too long, status unknown).
MadeEntity makeEntity(api::Writing &writing, const NewEntity &input);
/// The columns of a new entity of that type, for imports that make many at once. Throws 400 as makeEntity().
Json newEntityColumns(const api::Writing &writing, const NewEntity &input, const std::string &typeId);
/// Tells an entity that was made of these columns.
void tellNewEntity(api::Writing &writing, const NewEntity &input, const std::string &id);
/// The identifier of the entity of that kind and name under that parent; nothing when the name is free.
std::optional<std::string> entityNamed(store::Connection &database, const std::string &projectId,
    const std::string &typeId, const std::optional<std::string> &parentId, const std::string &name);

} // namespace callboard::entities
