// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/ChangeCasting.h"

#include "core/domain/breakdown/Casting.h"

namespace callboard::breakdown {

api::Response putCasting(api::Writing &writing, api::Request &request)
{
    const auto entity = entities::getEntity(writing.database, request.pathId("entity_id"));
    if (entity.projectId != request.pathId("project_id"))
        throw api::forbidden("This entity belongs to another production.");
    const Json given = request.json();
    replaceCasting(writing, entity, readCasting(given));
    return api::json(given);
}

api::Response putAssetCasting(api::Writing &writing, api::Request &request)
{
    const auto asset = entities::getEntity(writing.database, request.pathId("asset_id"), entities::Kind::Asset);
    const Json given = request.json();
    replaceCasting(writing, asset, readCasting(given));
    return api::json(given);
}

} // namespace callboard::breakdown
