// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities/EntityRoutes.h"

#include "core/access/EntityRules.h"
#include "core/entities/CreateEntities.h"
#include "core/entities/EntityTasks.h"

namespace callboard::entities {

using access::readsEntity;
using api::Verb;

api::Routes entityRoutes()
{
    return {
        {Verb::Post, "/data/projects/{project_id}/asset-types/{asset_type_id}/assets/new", access::managersOf(),
            createAsset},
        {Verb::Post, "/data/projects/{project_id}/sequences", access::managersOf(), createSequence},
        {Verb::Post, "/data/projects/{project_id}/shots", access::managersOf(), createShot},
        {Verb::Post, "/data/projects/{project_id}/scenes", access::managersOf(), createScene},
        {Verb::Post, "/data/projects/{project_id}/episodes", access::managersOf(), createEpisode},
        {Verb::Post, "/data/projects/{project_id}/edits", access::managersOf(), createEdit},
        {Verb::Post, "/data/projects/{project_id}/concepts", access::staffOf(), createConcept},

        {Verb::Get, "/data/assets/{asset_id}/tasks", readsEntity("asset_id", Kind::Asset), listEntityTasks},
        {Verb::Get, "/data/shots/{shot_id}/tasks", readsEntity("shot_id", Kind::Shot), listEntityTasks},
    };
}

} // namespace callboard::entities
