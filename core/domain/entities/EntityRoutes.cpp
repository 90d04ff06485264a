// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityRoutes.h"

#include "core/domain/entities/CreateEntities.h"
#include "core/domain/entities/EntityActivity.h"
#include "core/domain/entities/EntityLists.h"
#include "core/domain/entities/EntityReads.h"
#include "core/domain/entities/EntityRecords.h"
#include "core/domain/entities/EntityRules.h"
#include "core/domain/entities/EntityTasks.h"
#include "core/domain/entities/OwnEntities.h"
#include "core/domain/entities/RemoveEntity.h"
#include "core/domain/entities/WithTasksViews.h"

namespace callboard::entities {

using namespace access;
using api::Routes;
using api::Verb;

namespace {

Routes assetRoutes()
{
    const auto reads = readsEntity("asset_id", Kind::Asset);
    return {
        {Verb::Get, "/data/assets", listsEntities(true), listAssets},
        {Verb::Get, "/data/assets/all", listsEntities(true), listAssets},
        {Verb::Get, "/data/assets/with-tasks", listsEntities(true), listAssetsWithTasks},
        {Verb::Get, "/data/assets/{asset_id}", reads, readAsset},
        {Verb::Delete, "/data/assets/{asset_id}", removesEntity("asset_id", Kind::Asset), removeEntity},
        {Verb::Get, "/data/assets/{asset_id}/tasks", reads, listEntityTasks},
        {Verb::Get, "/data/assets/{asset_id}/task-types", reads, listEntityTaskTypes},
        {Verb::Get, "/data/asset-types", signedIn(), listAssetTypes},
        {Verb::Get, "/data/asset-types/{asset_type_id}", signedIn(), readAssetType},
        {Verb::Get, "/data/projects/{project_id}/asset-types", teamOf(), listProjectAssetTypes},
        {Verb::Get, "/data/projects/{project_id}/asset-types/{asset_type_id}/assets", teamOf(),
            listProjectAssetsOfType},
        {Verb::Post, "/data/projects/{project_id}/asset-types/{asset_type_id}/assets/new", managersOf(), createAsset},
        {Verb::Get, "/data/projects/{project_id}/assets", teamOf(), listProjectAssets},
    };
}

Routes shotRoutes()
{
    const auto reads = readsEntity("shot_id", Kind::Shot);
    return {
        {Verb::Get, "/data/shots", listsEntities(), listShots},
        {Verb::Get, "/data/shots/all", listsEntities(), listShots},
        {Verb::Get, "/data/shots/with-tasks", listsEntities(), listShotsWithTasks},
        {Verb::Get, "/data/shots/{shot_id}", reads, readShot},
        {Verb::Put, "/data/shots/{shot_id}", teamOfEntity("shot_id", Kind::Shot), changeShot},
        {Verb::Delete, "/data/shots/{shot_id}", removesEntity("shot_id", Kind::Shot), removeEntity},
        {Verb::Get, "/data/shots/{shot_id}/tasks", reads, listEntityTasks},
        {Verb::Get, "/data/shots/{shot_id}/task-types", reads, listEntityTaskTypes},
        {Verb::Get, "/data/shots/{shot_id}/asset-types", teamOfEntity("shot_id", Kind::Shot), listShotAssetTypes},
        {Verb::Get, "/data/shots/{shot_id}/versions", reads, listVersions},
        {Verb::Get, "/data/projects/{project_id}/shots", teamOf(), listProjectShots},
        {Verb::Post, "/data/projects/{project_id}/shots", managersOf(), createShot},
    };
}

Routes sequenceRoutes()
{
    const auto team = teamOfEntity("sequence_id", Kind::Sequence);
    return {
        {Verb::Get, "/data/sequences", listsEntities(), listSequences},
        {Verb::Get, "/data/sequences/with-tasks", listsEntities(), listSequencesWithTasks},
        {Verb::Get, "/data/sequences/{sequence_id}", team, readSequence},
        {Verb::Delete, "/data/sequences/{sequence_id}", removesEntity("sequence_id", Kind::Sequence), removeEntity},
        {Verb::Get, "/data/sequences/{sequence_id}/shots", team, listSequenceShots},
        {Verb::Get, "/data/sequences/{sequence_id}/scenes", team, listSequenceScenes},
        {Verb::Get, "/data/sequences/{sequence_id}/tasks", team, listEntityTasks},
        {Verb::Get, "/data/sequences/{sequence_id}/shot-tasks", notVendorsOfEntity("sequence_id", Kind::Sequence),
            listSequenceShotTasks},
        {Verb::Get, "/data/sequences/{sequence_id}/task-types", team, listEntityTaskTypes},
        {Verb::Get, "/data/projects/{project_id}/sequences", teamOf(), listProjectSequences},
        {Verb::Post, "/data/projects/{project_id}/sequences", managersOf(), createSequence},
    };
}

/// The web client asks so when no one episode is chosen: what belongs to none in particular is listed elsewhere.
api::Response listNothing(api::Reading &, const api::Request &)
{
    return api::json(Json::array());
}

Routes episodeRoutes()
{
    const auto reads = readsEntity("episode_id", Kind::Episode);
    const auto withoutVendors = notVendorsOfEntity("episode_id", Kind::Episode);
    return {
        {Verb::Get, "/data/episodes", listsEntities(), listEpisodes},
        {Verb::Get, "/data/episodes/with-tasks", listsEntities(), listEpisodesWithTasks},
        {Verb::Get, "/data/episodes/{episode_id}", reads, readEpisode},
        {Verb::Delete, "/data/episodes/{episode_id}", removesEntity("episode_id", Kind::Episode), removeEntity},
        {Verb::Get, "/data/episodes/all/sequences", signedIn(), listNothing},
        {Verb::Get, "/data/episodes/main/sequences", signedIn(), listNothing},
        {Verb::Get, "/data/episodes/{episode_id}/sequences", reads, listEpisodeSequences},
        {Verb::Get, "/data/episodes/{episode_id}/shots", reads, listEpisodeShots},
        {Verb::Get, "/data/episodes/{episode_id}/edits", reads, listEpisodeEdits},
        {Verb::Get, "/data/episodes/{episode_id}/tasks", reads, listEntityTasks},
        {Verb::Get, "/data/episodes/{episode_id}/shot-tasks", withoutVendors, listEpisodeShotTasks},
        {Verb::Get, "/data/episodes/{episode_id}/asset-tasks", withoutVendors, listEpisodeAssetTasks},
        {Verb::Get, "/data/episodes/{episode_id}/edit-tasks", withoutVendors, listEpisodeEditTasks},
        {Verb::Get, "/data/episodes/{episode_id}/task-types", reads, listEntityTaskTypes},
        {Verb::Get, "/data/projects/{project_id}/episodes", teamOf(), listProjectEpisodes},
        {Verb::Post, "/data/projects/{project_id}/episodes", managersOf(), createEpisode},
    };
}

Routes sceneRoutes()
{
    const auto reads = readsEntity("scene_id", Kind::Scene);
    const auto lists = [](const char *rows) { return listsBelowEntity("scene_id", Kind::Scene, rows); };
    return {
        {Verb::Get, "/data/scenes/all", listsEntities(), listScenes},
        {Verb::Get, "/data/scenes/with-tasks", listsEntities(), listScenesWithTasks},
        {Verb::Get, "/data/scenes/{scene_id}", reads, readScene},
        {Verb::Delete, "/data/scenes/{scene_id}", removesEntity("scene_id", Kind::Scene), removeEntity},
        {Verb::Get, "/data/scenes/{scene_id}/tasks", lists("SELECT 1 FROM task WHERE entity_id = ?"), listEntityTasks},
        {Verb::Get, "/data/scenes/{scene_id}/task-types", reads, listEntityTaskTypes},
        {Verb::Get, "/data/scenes/{scene_id}/shots", lists("SELECT 1 FROM entity WHERE source_id = ?"), listSceneShots},
        {Verb::Get, "/data/projects/{project_id}/scenes", teamOf(), listProjectScenes},
        {Verb::Post, "/data/projects/{project_id}/scenes", managersOf(), createScene},
    };
}

Routes editRoutes()
{
    const auto reads = readsEntity("edit_id", Kind::Edit);
    return {
        {Verb::Get, "/data/edits", listsEntities(), listEdits},
        {Verb::Get, "/data/edits/all", listsEntities(), listEdits},
        {Verb::Get, "/data/edits/with-tasks", listsEntities(), listEditsWithTasks},
        {Verb::Get, "/data/edits/{edit_id}", reads, readEdit},
        {Verb::Delete, "/data/edits/{edit_id}", removesEntity("edit_id", Kind::Edit), removeEntity},
        {Verb::Get, "/data/edits/{edit_id}/tasks", reads, listEntityTasks},
        {Verb::Get, "/data/edits/{edit_id}/task-types", reads, listEntityTaskTypes},
        {Verb::Get, "/data/edits/{edit_id}/versions", reads, listVersions},
        {Verb::Get, "/data/projects/{project_id}/edits", teamOf(), listProjectEdits},
        {Verb::Post, "/data/projects/{project_id}/edits", managersOf(), createEdit},
    };
}

Routes conceptRoutes()
{
    const auto reads = readsEntity("concept_id", Kind::Concept);
    return {
        {Verb::Get, "/data/concepts", listsConcepts(), listConcepts},
        {Verb::Get, "/data/concepts/with-tasks", listsConcepts(), listConceptsWithTasks},
        {Verb::Get, "/data/concepts/{concept_id}", reads, readConcept},
        {Verb::Delete, "/data/concepts/{concept_id}", removesEntity("concept_id", Kind::Concept), removeEntity},
        {Verb::Get, "/data/concepts/{concept_id}/tasks", reads, listEntityTasks},
        {Verb::Get, "/data/concepts/{concept_id}/task-types", reads, listEntityTaskTypes},
        {Verb::Get, "/data/projects/{project_id}/concepts", staffOf(), listProjectConcepts},
        {Verb::Post, "/data/projects/{project_id}/concepts", staffOf(), createConcept},
    };
}

Routes anyEntityRoutes()
{
    const auto reads = readsAnyEntity("entity_id");
    return {
        {Verb::Get, "/data/entities", signedIn(), listEntityRecords},
        {Verb::Post, "/data/entities", signedIn(), createEntityRecord},
        {Verb::Get, "/data/entities/{instance_id}", signedIn(), readEntityRecord},
        {Verb::Put, "/data/entities/{instance_id}", signedIn(), changeEntityRecord},
        {Verb::Delete, "/data/entities/{instance_id}", removesAnyEntity("instance_id"), removeEntityRecord},
        {Verb::Get, "/data/entities/{entity_id}/news", reads, listEntityNews},
        {Verb::Get, "/data/entities/{entity_id}/preview-files", reads, listEntityPreviews},
        {Verb::Get, "/data/entities/{entity_id}/time-spents", reads, listEntityTimeSpents},
        {Verb::Get, "/data/entities/{entity_id}/task-types/{task_type_id}/tasks", reads, listTasksOfType},
        {Verb::Get, "/data/entities/{entity_id}/entities-linked/with-tasks", reads, listLinkedWithTasks},
    };
}

} // namespace

Routes entityRoutes()
{
    Routes all;
    for (const Routes &part : {assetRoutes(), shotRoutes(), sequenceRoutes(), episodeRoutes(), sceneRoutes(),
             editRoutes(), conceptRoutes(), anyEntityRoutes(), ownEntityRoutes()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace callboard::entities
