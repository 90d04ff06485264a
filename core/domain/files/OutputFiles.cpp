// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/OutputFiles.h"

#include "core/domain/entities/EntityInput.h"
#include "core/domain/files/PathWords.h"
#include "core/records/Models.h"
#include "core/records/Record.h"
#include "core/records/RecordOperations.h"

namespace callboard::files {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Writing;
using entities::EntityInput;
using entities::KnownEntity;

/// What an output file belongs to.
struct Target
{
    KnownEntity entity; // the asset of an instance
    std::optional<Json> instance;
    std::optional<KnownEntity> temporalEntity; // where the instance is used

    std::string instanceId() const { return (*instance)["id"].get<std::string>(); }
    const std::string &projectId() const { return entity.projectId; }
};

Target targetOf(Reading &reading, const Request &request)
{
    if (request.pathValue("asset_instance_id").empty())
        return {entities::getEntity(reading.database, request.pathId("entity_id")), std::nullopt, std::nullopt};
    const Json instance = records::get(reading.database, "asset_instance", request.pathId("asset_instance_id"));
    const auto temporal = entities::getEntity(reading.database, request.pathId("temporal_entity_id"));
    const auto asset = entities::getEntity(reading.database, instance["asset_id"].get<std::string>());
    if (temporal.projectId != asset.projectId && !asset.isShared)
        throw api::badRequest("The instance is of another production.");
    return {asset, instance, temporal};
}

/// The parts of an output file that are counted together.
struct Series
{
    std::string outputTypeId;
    std::string taskTypeId;
    std::string name;
};

Series seriesIn(const EntityInput &input)
{
    auto name = input.text("name").value_or("main");
    return {input.requiredId("output_type_id"), input.requiredId("task_type_id"), name.empty() ? "main" : name};
}

/// SQL condition for the files of a target and series, with its values.
std::string conditionOf(const Target &target, const Series &series, std::vector<store::Value> &values)
{
    std::string sql = "entity_id = ? AND output_type_id = ? AND task_type_id = ? AND name = ?";
    values = {target.entity.id, series.outputTypeId, series.taskTypeId, series.name};
    if (!target.instance) return sql + " AND asset_instance_id IS NULL";
    values.emplace_back(target.instanceId());
    values.emplace_back(target.temporalEntity->id);
    return sql + " AND asset_instance_id = ? AND temporal_entity_id = ?";
}

std::int64_t nextRevision(Reading &reading, const Target &target, const Series &series)
{
    std::vector<store::Value> values;
    const auto condition = conditionOf(target, series, values);
    auto rows = reading.database.run("SELECT COALESCE(MAX(revision), 0) FROM output_file WHERE " + condition, values);
    rows.next();
    return rows.integer(0) + 1;
}

void requireFree(Reading &reading, const Target &target, const Series &series, std::int64_t revision,
    const std::string &representation)
{
    std::vector<store::Value> values;
    const auto condition = conditionOf(target, series, values);
    values.emplace_back(revision);
    values.emplace_back(representation);
    if (reading.database
            .run("SELECT 1 FROM output_file WHERE " + condition + " AND revision = ? AND representation = ?", values)
            .next())
        throw api::badRequest("This revision of the output file exists already.");
}

/// The file's place among others: which series, which revision of it.
struct Wanted
{
    Series series;
    std::int64_t revision = 1;
    std::string representation;
    std::int64_t elements = 1;
};

Wanted wantedFile(Reading &reading, const Target &target, const EntityInput &input)
{
    Wanted wanted{seriesIn(input), input.integer("revision").value_or(0), input.text("representation").value_or(""),
        input.integer("nb_elements").value_or(1)};
    if (wanted.revision < 1) wanted.revision = nextRevision(reading, target, wanted.series);
    return wanted;
}

FilePlace placeOf(
    Reading &reading, const Target &target, const Wanted &wanted, const std::string &mode, const std::string &separator)
{
    Words words = target.instance ? wordsOfInstance(reading, *target.instance, *target.temporalEntity)
                                  : wordsOfEntity(reading, target.entity);
    words["OutputType"] = records::get(reading.database, "output_type", wanted.series.outputTypeId);
    words["Representation"]["name"] = wanted.representation;
    words["Software"]["name"] = "3dsmax"; // An output file knows none; this stands in its place.
    addTaskType(reading, words, wanted.series.taskTypeId);
    addNaming(words, wanted.series.name, wanted.revision);
    auto place = placeIn(treeOf(words), mode,
        target.instance ? instanceKind(*target.temporalEntity) : templateKind(target.entity), words, separator);
    if (wanted.elements > 1) place.name += "_[1-" + std::to_string(wanted.elements) + ']';
    return place;
}

/// The status that files wait in; made with the first one.
std::string statusToReview(Writing &writing)
{
    const Json name = {{"name", "To review"}};
    if (const auto known = records::findWhere(writing.database, "file_status", name)) return (*known)["id"];
    const Json made = records::insert(writing, "file_status", {{"name", "To review"}, {"color", "#FFFFFF"}});
    writing.tell("file-status:new", {{"file_status_id", made["id"]}});
    return made["id"];
}

/// A record that the body names; `otherwise` when it names none. 400 when it is not there.
std::string referenceIn(
    Writing &writing, const EntityInput &input, const char *member, const char *table, const std::string &otherwise)
{
    const auto id = input.text(member);
    if (!id || id->empty()) return otherwise;
    if (!api::isUuid(*id) || !records::exists(writing.database, table, *id))
        throw api::badRequest(std::string(member) + " names a record that does not exist.");
    return *id;
}

Json newRow(
    Writing &writing, const Target &target, const Wanted &wanted, const FilePlace &place, const EntityInput &input)
{
    const auto extension = input.text("extension").value_or("");
    const auto source = referenceIn(writing, input, "working_file_id", "working_file", "");
    const auto status = referenceIn(writing, input, "file_status_id", "file_status", "");
    Json row = {{"name", wanted.series.name}, {"revision", wanted.revision},
        {"comment", input.text("comment").value_or("")}, {"extension", extension},
        {"representation", wanted.representation}, {"nb_elements", wanted.elements},
        {"path", place.folder + input.text("sep").value_or("/") + place.name + extension},
        {"output_type_id", wanted.series.outputTypeId}, {"task_type_id", wanted.series.taskTypeId},
        {"entity_id", target.entity.id},
        {"person_id", referenceIn(writing, input, "person_id", "person", writing.caller.id)},
        {"source_file_id", source.empty() ? Json() : Json(source)},
        {"file_status_id", status.empty() ? statusToReview(writing) : status}};
    if (target.instance) {
        row["asset_instance_id"] = target.instanceId();
        row["temporal_entity_id"] = target.temporalEntity->id;
    }
    return row;
}

} // namespace

Response tellOutputPath(Reading &reading, const Request &request)
{
    const Json body = request.anyObject();
    const EntityInput input(body);
    const auto target = targetOf(reading, request);
    const auto wanted = wantedFile(reading, target, input);
    try {
        const auto place = placeOf(reading, target, wanted, input.text("mode").value_or("output"),
            input.text("separator").value_or(input.text("sep").value_or("/")));
        return api::json({{"folder_path", place.folder}, {"file_name", place.name}});
    } catch (const MalformedTree &failure) {
        throw api::badRequest(failure.what(), {{"received_data", body}});
    }
}

Response tellNextRevision(Reading &reading, const Request &request)
{
    const auto target = targetOf(reading, request);
    const auto series = seriesIn(EntityInput(request.anyObject()));
    records::get(reading.database, "output_type", series.outputTypeId);
    records::get(reading.database, "task_type", series.taskTypeId);
    return api::json({{"next_revision", nextRevision(reading, target, series)}});
}

Response newOutputFile(Writing &writing, Request &request)
{
    const Json body = request.anyObject();
    const EntityInput input(body);
    const auto target = targetOf(writing, request);
    if (!input.has("comment")) throw api::badRequest("Give a value for \"comment\".");
    const auto wanted = wantedFile(writing, target, input);
    if (!records::exists(writing.database, "output_type", wanted.series.outputTypeId))
        throw api::badRequest("The output type does not exist.");
    requireFree(writing, target, wanted.series, wanted.revision, wanted.representation);
    FilePlace place;
    try {
        place =
            placeOf(writing, target, wanted, input.text("mode").value_or("output"), input.text("sep").value_or("/"));
    } catch (const MalformedTree &failure) {
        throw api::badRequest(failure.what(), {{"received_data", body}});
    }
    const Json file = records::insert(writing, "output_file", newRow(writing, target, wanted, place, input));
    const auto id = file["id"].get<std::string>();
    writing.tell("output-file:new", {{"output_file_id", id}}, target.projectId());
    Json told = records::tellRecord(writing, records::modelOf(writing, "output_file"), id, false);
    told["folder_path"] = place.folder;
    told["file_name"] = place.name;
    return api::json(told, 201);
}

} // namespace callboard::files
