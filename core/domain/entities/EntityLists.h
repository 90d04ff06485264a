// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of entities of one kind with filters by any column: GET /data/shots, GET /data/projects/{id}/shots, …
// Vendors are told those with a task of theirs; other people those of their productions.
#pragma once

#include "core/domain/entities/EntityKind.h"

namespace callboard::entities {

api::Response listAssets(api::Reading &reading, const api::Request &request);
api::Response listShots(api::Reading &reading, const api::Request &request);
api::Response listScenes(api::Reading &reading, const api::Request &request);
api::Response listSequences(api::Reading &reading, const api::Request &request);
api::Response listEpisodes(api::Reading &reading, const api::Request &request);
api::Response listEdits(api::Reading &reading, const api::Request &request);
api::Response listConcepts(api::Reading &reading, const api::Request &request);

api::Response listProjectAssets(api::Reading &reading, const api::Request &request);
api::Response listProjectAssetsOfType(api::Reading &reading, const api::Request &request);
api::Response listProjectShots(api::Reading &reading, const api::Request &request);
api::Response listProjectScenes(api::Reading &reading, const api::Request &request);
api::Response listProjectSequences(api::Reading &reading, const api::Request &request);
api::Response listProjectEpisodes(api::Reading &reading, const api::Request &request);
api::Response listProjectEdits(api::Reading &reading, const api::Request &request);
api::Response listProjectConcepts(api::Reading &reading, const api::Request &request);

/// SQL: the entity has a task of the person bound as ?; sequences and episodes by what lies below them.
std::string hasTaskOfPerson(Kind kind);
/// Vendors are told what they have a task of; scenes, like sequences, are part of the production's plan.
bool isLimitedFor(const api::Caller &caller, Kind kind);

} // namespace callboard::entities
