// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/PathWords.h"

#include "core/records/Record.h"

namespace callboard::files {

namespace {

using entities::Kind;
using entities::KnownEntity;

Json record(api::Reading &reading, const char *table, const std::string &id)
{
    return records::get(reading.database, table, id);
}

/// The parent of a shot, scene, edit or sequence, and its own; none stands for the first episode.
void addAbove(api::Reading &reading, Words &words, const std::string &parentId)
{
    std::string id = parentId;
    for (int level = 0; level < 2 && !id.empty(); ++level) {
        const auto parent = entities::findEntity(reading.database, id);
        if (!parent) return;
        words.emplace(std::string(entities::nameOf(parent->kind)), record(reading, "entity", parent->id));
        id = parent->parentId;
    }
}

} // namespace

Words wordsOfEntity(api::Reading &reading, const KnownEntity &entity)
{
    Words words;
    words["Project"] = record(reading, "project", entity.projectId);
    words[std::string(entities::nameOf(entity.kind))] = record(reading, "entity", entity.id);
    addAbove(reading, words, entity.kind == Kind::Asset ? entity.sourceId : entity.parentId);
    if (entity.kind == Kind::Asset) words["AssetType"] = record(reading, "entity_type", entity.typeId);
    if (!words.contains("Episode")) words["Episode"] = {{"name", "e001"}};
    return words;
}

Words wordsOfInstance(api::Reading &reading, const Json &instance, const KnownEntity &temporalEntity)
{
    Words words = wordsOfEntity(reading, temporalEntity);
    const auto asset = entities::getEntity(reading.database, instance["asset_id"].get<std::string>());
    words["TemporalEntity"] = record(reading, "entity", temporalEntity.id);
    words["TemporalEntityType"] = record(reading, "entity_type", temporalEntity.typeId);
    words["Asset"] = record(reading, "entity", asset.id);
    words["AssetType"] = record(reading, "entity_type", asset.typeId);
    words["Instance"] = instance;
    return words;
}

void addTaskType(api::Reading &reading, Words &words, const std::string &taskTypeId)
{
    const Json type = record(reading, "task_type", taskTypeId);
    words["TaskType"] = type;
    if (type["department_id"].is_string())
        words["Department"] = record(reading, "department", type["department_id"].get<std::string>());
}

void addNaming(Words &words, const std::string &name, std::int64_t revision)
{
    char number[24];
    std::snprintf(number, sizeof number, "%03lld", static_cast<long long>(revision));
    words["Name"] = {{"name", name}};
    words["OutputFile"] = words["Name"];
    words["Version"] = {{"name", number}};
    words["Revision"] = words["Version"];
}

const Json &treeOf(const Words &words)
{
    const Json &tree = words.at("Project").at("file_tree");
    if (!tree.is_object()) throw MalformedTree("The production has no file tree.");
    return tree;
}

std::string templateKind(const KnownEntity &entity)
{
    return std::string(entities::eventNameOf(entity.kind));
}

std::string instanceKind(const KnownEntity &temporalEntity)
{
    return temporalEntity.kind == Kind::Asset ? "instance_asset" : "instance";
}

} // namespace callboard::files
