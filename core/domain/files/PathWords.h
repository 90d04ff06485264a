// SPDX-License-Identifier: GPL-3.0-or-later
// What stands for the words of a file tree: read from the database for a task, an entity or an asset's instance.
#pragma once

#include "core/api/Operation.h"
#include "core/domain/entities/EntityKind.h"
#include "core/domain/files/FileTree.h"

namespace callboard::files {

/// The production of the entity, the entity under its kind, and what lies above it.
Words wordsOfEntity(api::Reading &reading, const entities::KnownEntity &entity);
/// The instance, its asset and the entity that it is used in.
Words wordsOfInstance(api::Reading &reading, const Json &instance, const entities::KnownEntity &temporalEntity);
/// Adds <TaskType> and <Department>. Throws 404.
void addTaskType(api::Reading &reading, Words &words, const std::string &taskTypeId);
/// Adds <Name>, <Version>, <Revision>.
void addNaming(Words &words, const std::string &name, std::int64_t revision);
/// The tree of the production of these words. Throws MalformedTree when it has none.
const Json &treeOf(const Words &words);
/// "shot", "asset", …: the kind that templates are chosen by.
std::string templateKind(const entities::KnownEntity &entity);
/// "instance", or "instance_asset" when it is used in an asset.
std::string instanceKind(const entities::KnownEntity &temporalEntity);

} // namespace callboard::files
