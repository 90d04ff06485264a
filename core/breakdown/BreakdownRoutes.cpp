// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/breakdown/BreakdownRoutes.h"

#include "core/access/EntityRules.h"
#include "core/breakdown/AssetInstances.h"
#include "core/breakdown/ChangeCasting.h"

namespace callboard::breakdown {

using api::Verb;
using entities::Kind;

api::Routes breakdownRoutes()
{
    return {
        {Verb::Put, "/data/projects/{project_id}/entities/{entity_id}/casting", access::managersOf(), putCasting},
        {Verb::Put, "/data/assets/{asset_id}/casting", access::managesEntity("asset_id", Kind::Asset),
            putAssetCasting},

        {Verb::Post, "/data/scenes/{scene_id}/asset-instances", access::worksOnEntity("scene_id", Kind::Scene),
            addSceneInstance},
    };
}

} // namespace callboard::breakdown
