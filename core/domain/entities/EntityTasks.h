// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks and task types of an entity, and of what lies below it.
#pragma once

#include "core/domain/entities/EntityKind.h"

namespace callboard::entities {

/// GET /data/shots/{id}/tasks and the like; the entity's identifier is the first path value.
api::Response listEntityTasks(api::Reading &reading, const api::Request &request);

/// SELECT … of tasks as they are listed with their names, up to (and without) WHERE; the tables task, entity,
/// entity_type, task_type, task_status and project may be used in conditions.
std::string namedTasksSelect(const api::Reading &reading, bool withAssignees);
/// A list of tasks from namedTasksSelect() and a condition. Vendors see their own alone. Streams.
api::Response namedTaskList(
    api::Reading &reading, const api::Request &request, const std::string &condition, std::vector<store::Value> values);

/// Tasks of what lies below a sequence or an episode.
api::Response listSequenceShotTasks(api::Reading &reading, const api::Request &request);
api::Response listEpisodeShotTasks(api::Reading &reading, const api::Request &request);
api::Response listEpisodeAssetTasks(api::Reading &reading, const api::Request &request);
api::Response listEpisodeEditTasks(api::Reading &reading, const api::Request &request);

/// Types of the tasks of an entity; of sequences and episodes of the shots in them.
api::Response listEntityTaskTypes(api::Reading &reading, const api::Request &request);
/// Tasks of one type on an entity, as records.
api::Response listTasksOfType(api::Reading &reading, const api::Request &request);
/// Task types that a condition over task_type names.
api::Response taskTypeList(api::Reading &reading, const std::string &condition, std::vector<store::Value> values);
/// Tasks as records, under a condition over task.
api::Response bareTaskList(api::Reading &reading, const std::string &condition, std::vector<store::Value> values);

} // namespace callboard::entities
