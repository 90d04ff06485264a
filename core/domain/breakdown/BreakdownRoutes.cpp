// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/BreakdownRoutes.h"

#include "core/domain/entities/EntityRules.h"
#include "core/domain/breakdown/AssetInstances.h"
#include "core/domain/breakdown/CastingLists.h"
#include "core/domain/breakdown/ChangeCasting.h"
#include "core/domain/breakdown/ProjectLinks.h"
#include "core/domain/breakdown/SceneShots.h"
#include "core/domain/breakdown/SharedAssets.h"

namespace callboard::breakdown {

using entities::managesEntity;
using entities::readsEntity;
using entities::staffOfEntity;
using entities::teamOfEntity;
using api::Verb;
using entities::Kind;

api::Routes breakdownRoutes()
{
    const auto team = access::teamOf();
    const auto withoutVendors = access::both(access::notVendors(), access::teamOf());
    const auto managers = access::managersOf();
    return {
        {Verb::Put, "/data/projects/{project_id}/entities/{entity_id}/casting", managers, putCasting},
        {Verb::Get, "/data/projects/{project_id}/entities/{entity_id}/casting",
            access::both(access::teamOf(), entities::readsAnyEntity("entity_id")), readCastingOf},
        {Verb::Put, "/data/assets/{asset_id}/casting", managesEntity("asset_id", Kind::Asset), putAssetCasting},
        {Verb::Get, "/data/assets/{asset_id}/casting", readsEntity("asset_id", Kind::Asset), readAssetCasting},
        {Verb::Get, "/data/assets/{asset_id}/cast-in", readsEntity("asset_id", Kind::Asset), listCastIn},
        {Verb::Get, "/data/assets/{asset_id}/assets", readsEntity("asset_id", Kind::Asset), listCastAssets},
        {Verb::Get, "/data/shots/{shot_id}/assets", readsEntity("shot_id", Kind::Shot), listCastAssets},
        {Verb::Get, "/data/projects/{project_id}/sequences/all/casting", withoutVendors, listAllSequencesCasting},
        {Verb::Get, "/data/projects/{project_id}/sequences/{sequence_id}/casting", withoutVendors, listSequenceCasting},
        {Verb::Get, "/data/projects/{project_id}/episodes/{episode_id}/sequences/all/casting", team,
            listEpisodeSequencesCasting},
        {Verb::Get, "/data/projects/{project_id}/episodes/casting", withoutVendors, listEpisodesCasting},
        {Verb::Get, "/data/projects/{project_id}/asset-types/{asset_type_id}/casting", team, listAssetTypeCasting},

        {Verb::Get, "/data/projects/{project_id}/entity-links", managers, listProjectLinks},
        {Verb::Delete, "/data/projects/{project_id}/entity-links/{entity_link_id}", managers, removeProjectLink},

        {Verb::Post, "/actions/assets/share", access::managers(), shareAssets},
        {Verb::Post, "/actions/projects/{project_id}/assets/share", managers, shareProjectAssets},
        {Verb::Post, "/actions/projects/{project_id}/asset-types/{asset_type_id}/assets/share", managers,
            shareAssetsOfType},
        {Verb::Get, "/data/projects/{project_id}/assets/shared-used", team, listSharedUsed},
        {Verb::Get, "/data/projects/{project_id}/episodes/{episode_id}/assets/shared-used", team,
            listSharedUsedInEpisode},

        {Verb::Get, "/data/scenes/{scene_id}/asset-instances", teamOfEntity("scene_id", Kind::Scene),
            listSceneInstances},
        {Verb::Post, "/data/scenes/{scene_id}/asset-instances", staffOfEntity("scene_id", Kind::Scene),
            addSceneInstance},
        {Verb::Get, "/data/scenes/{scene_id}/camera-instances", teamOfEntity("scene_id", Kind::Scene),
            listCameraInstances},
        {Verb::Get, "/data/shots/{shot_id}/asset-instances", teamOfEntity("shot_id", Kind::Shot), listShotInstances},
        {Verb::Post, "/data/shots/{shot_id}/asset-instances", staffOfEntity("shot_id", Kind::Shot), addShotInstance},
        {Verb::Delete, "/data/shots/{shot_id}/asset-instances/{asset_instance_id}",
            staffOfEntity("shot_id", Kind::Shot), removeShotInstance},
        {Verb::Get, "/data/assets/{asset_id}/asset-asset-instances", readsEntity("asset_id", Kind::Asset),
            listAssetInstances},
        {Verb::Post, "/data/assets/{asset_id}/asset-asset-instances", staffOfEntity("asset_id", Kind::Asset),
            addAssetInstance},
        {Verb::Get, "/data/assets/{asset_id}/scene-asset-instances", readsEntity("asset_id", Kind::Asset),
            listInstancesByScene},
        {Verb::Get, "/data/assets/{asset_id}/shot-asset-instances", readsEntity("asset_id", Kind::Asset),
            listInstancesByShot},

        {Verb::Post, "/data/scenes/{scene_id}/shots", managesEntity("scene_id", Kind::Scene), addSceneShot},
        {Verb::Delete, "/data/scenes/{scene_id}/shots/{shot_id}", managesEntity("scene_id", Kind::Scene),
            removeSceneShot},
    };
}

} // namespace callboard::breakdown
