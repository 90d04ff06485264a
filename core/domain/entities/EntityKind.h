// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity is: told by the name of its type. Every type that has none of these names is a type of assets.
#pragma once

#include "core/api/Operation.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace callboard::entities {

enum class Kind { Asset, Shot, Sequence, Episode, Scene, Edit, Concept };

/// "Shot": the name of the entity type, and the word told as "type".
std::string_view nameOf(Kind kind);
/// "shot": the first part of event names and of payload keys.
std::string_view eventNameOf(Kind kind);

/// The entity types that are no types of assets, read once for a request.
class EntityKinds
{
public:
    static EntityKinds read(store::Connection &database);

    Kind kindOf(std::string_view entityTypeId) const;
    /// The type's identifier; empty while nothing of that kind was ever made. Not for Kind::Asset.
    std::string typeId(Kind kind) const;
    /// The identifiers of all these types.
    std::vector<std::string> typeIds() const;

private:
    std::vector<std::pair<std::string, Kind>> m_types;
};

/// The type of that kind; made when nothing of that kind was ever made.
std::string ensureType(api::Writing &writing, Kind kind);
/// Makes the types of all kinds that are missing. Runs before the first entity is made: from then on it is settled
/// which types are an asset's.
void ensureAllTypes(api::Writing &writing);
/// An entity type by its name, made when there is none.
std::string ensureTypeNamed(api::Writing &writing, const std::string &name);

/// SQL condition: the column names a type of assets.
std::string isAssetType(std::string_view column);
/// SQL: the identifier of the type of that kind, as a subquery.
std::string typeOf(Kind kind);

/// An entity whose kind is known, as far as rights and rules need it.
struct KnownEntity
{
    std::string id;
    Kind kind = Kind::Asset;
    std::string name;
    std::string projectId;
    std::string typeId;
    std::string parentId;  // empty: none
    std::string sourceId;  // empty: none
    std::string createdBy; // empty: unknown
    bool isCanceled = false;
    bool isShared = false;
};

std::optional<KnownEntity> findEntity(store::Connection &database, const std::string &id);
/// As findEntity(); 404 when there is none, or none of that kind.
KnownEntity getEntity(store::Connection &database, const std::string &id);
KnownEntity getEntity(store::Connection &database, const std::string &id, Kind kind);

} // namespace callboard::entities
