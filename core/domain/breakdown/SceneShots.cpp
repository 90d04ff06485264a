// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/SceneShots.h"

#include "core/domain/entities/EntityInput.h"
#include "core/domain/entities/EntityJson.h"
#include "core/records/Record.h"

namespace callboard::breakdown {

using entities::Kind;

api::Response addSceneShot(api::Writing &writing, api::Request &request)
{
    const auto scene = entities::getEntity(writing.database, request.pathId("scene_id"), Kind::Scene);
    const std::string shotId = entities::EntityInput(request.anyObject()).requiredId("shot_id");
    const auto shot = entities::getEntity(writing.database, shotId, Kind::Shot);
    if (shot.projectId != scene.projectId) throw api::forbidden("The shot belongs to another production.");
    const Json changed = records::update(writing, "entity", shot.id, {{"source_id", scene.id}});
    tellEntity(writing, shot, "update");
    writing.tell("shot:add-to-scene", {{"scene_id", scene.id}, {"shot_id", shot.id}}, scene.projectId);
    return api::json(changed, 201);
}

api::Response removeSceneShot(api::Writing &writing, api::Request &request)
{
    const auto scene = entities::getEntity(writing.database, request.pathId("scene_id"), Kind::Scene);
    const auto shot = entities::getEntity(writing.database, request.pathId("shot_id"), Kind::Shot);
    if (shot.sourceId != scene.id) throw api::notFound("The shot " + shot.id + " in this scene");
    records::update(writing, "entity", shot.id, {{"source_id", nullptr}});
    tellEntity(writing, shot, "update");
    writing.tell("shot:remove-from-scene", {{"scene_id", scene.id}, {"shot_id", shot.id}}, scene.projectId);
    return api::noContent();
}

} // namespace callboard::breakdown
