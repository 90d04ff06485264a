// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/WorkingFiles.h"

#include "core/access/Belonging.h"
#include "core/access/RecordRules.h"
#include "core/domain/entities/EntityInput.h"
#include "core/domain/files/PathWords.h"
#include "core/media/FileStore.h"
#include "core/records/Record.h"

namespace callboard::files {

namespace {

using api::Request;
using api::Response;
using api::Writing;
using entities::EntityInput;

/// The software that files are made with when none is named; made when the studio has it not.
Json defaultSoftware(Writing &writing)
{
    const Json known = {{"name", "3ds Max"}};
    if (const auto software = records::findWhere(writing.database, "software", known)) return *software;
    const Json made = records::insert(
        writing, "software", {{"name", "3ds Max"}, {"short_name", "3dsmax"}, {"file_extension", ".max"}});
    writing.tell("software:new", {{"software_id", made["id"]}});
    return made;
}

Json softwareOf(Writing &writing, const EntityInput &input)
{
    const auto id = input.id("software_id");
    return id ? records::get(writing.database, "software", *id) : defaultSoftware(writing);
}

std::int64_t nextRevision(Writing &writing, const std::string &taskId, const std::string &name)
{
    auto rows = writing.database.query(
        "SELECT COALESCE(MAX(revision), 0) FROM working_file WHERE task_id = ? AND name = ?", taskId, name);
    rows.next();
    return rows.integer(0) + 1;
}

struct Wanted
{
    Json task;
    Json software;
    std::string name;
    std::int64_t revision = 1;
};

Wanted wantedFile(Writing &writing, const Request &request, const EntityInput &input, std::string name)
{
    Wanted wanted{records::get(writing.database, "task", request.pathId("task_id")), {}, std::move(name), 0};
    wanted.revision = input.integer("revision").value_or(0);
    wanted.software = softwareOf(writing, input);
    if (wanted.revision < 1) wanted.revision = nextRevision(writing, wanted.task["id"], wanted.name);
    return wanted;
}

FilePlace placeOf(Writing &writing, const Wanted &wanted, const std::string &mode, const std::string &separator)
{
    const auto entity = entities::getEntity(writing.database, wanted.task["entity_id"].get<std::string>());
    Words words = wordsOfEntity(writing, entity);
    words["Task"] = wanted.task;
    words["Software"] = wanted.software;
    addTaskType(writing, words, wanted.task["task_type_id"].get<std::string>());
    addNaming(words, wanted.name, wanted.revision);
    return placeIn(treeOf(words), mode, templateKind(entity), words, separator);
}

std::string separatorIn(const EntityInput &input)
{
    return input.text("sep").value_or("/");
}

/// Refused with what was sent, so that a script's author sees what the tree could not place.
api::Error unplaced(const MalformedTree &failure, const Json &body)
{
    return api::badRequest(failure.what(), {{"received_data", body}});
}

/// The maker works on the task from now on.
void assignMaker(Writing &writing, const Json &task)
{
    const auto taskId = task["id"].get<std::string>();
    const auto added = writing.database.change(
        "INSERT INTO task_person_link (task_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING", taskId,
        writing.caller.id);
    if (!added) return;
    const auto projectId = task["project_id"].get<std::string>();
    writing.tell("task:assign", {{"task_id", taskId}, {"person_id", writing.caller.id}}, projectId);
    writing.tell("task:update", {{"task_id", taskId}}, projectId);
}

void requireFree(Writing &writing, const Wanted &wanted)
{
    auto same = writing.database.query(
        "SELECT 1 FROM working_file WHERE task_id = ? AND entity_id = ? AND name = ? AND revision = ?",
        wanted.task["id"].get<std::string>(), wanted.task["entity_id"].get<std::string>(), wanted.name,
        wanted.revision);
    if (same.next()) throw api::badRequest("This revision of the working file exists already.", {{"error", true}});
}

std::string personIn(Writing &writing, const EntityInput &input)
{
    const auto person = input.text("person_id");
    if (!person || person->empty()) return writing.caller.id;
    if (!api::isUuid(*person) || !records::exists(writing.database, "person", *person))
        throw api::badRequest("The person does not exist.");
    return *person;
}

} // namespace

Response setFileTree(Writing &writing, Request &request)
{
    const auto name = EntityInput(request.anyObject()).requiredText("tree_name");
    const Json *tree = fileTreeNamed(name);
    if (!tree) throw api::badRequest("There is no file tree of this name.");
    const auto projectId = request.pathId("project_id");
    const Json project = records::update(writing, "project", projectId, {{"file_tree", *tree}});
    writing.tell("project:update", {{"project_id", projectId}}, projectId);
    return api::json(project);
}

Response tellWorkingPath(Writing &writing, Request &request)
{
    const Json body = request.anyObject();
    const EntityInput input(body);
    const auto wanted = wantedFile(writing, request, input, input.text("name").value_or("main"));
    try {
        const auto place = placeOf(writing, wanted, input.text("mode").value_or("working"), separatorIn(input));
        return api::json({{"path", place.folder}, {"name", place.name}});
    } catch (const MalformedTree &failure) {
        throw unplaced(failure, body);
    }
}

Response newWorkingFile(Writing &writing, Request &request)
{
    const Json body = request.anyObject();
    const EntityInput input(body);
    const auto wanted = wantedFile(writing, request, input, input.requiredText("name"));
    const auto person = personIn(writing, input);
    requireFree(writing, wanted);
    FilePlace place;
    try {
        place = placeOf(writing, wanted, input.text("mode").value_or("working"), "/");
    } catch (const MalformedTree &failure) {
        throw unplaced(failure, body);
    }
    const Json file = records::insert(writing, "working_file",
        {{"name", wanted.name}, {"revision", wanted.revision}, {"task_id", wanted.task["id"]},
            {"entity_id", wanted.task["entity_id"]}, {"person_id", person}, {"software_id", wanted.software["id"]},
            {"path", place.folder + separatorIn(input) + place.name}, {"comment", input.text("comment").value_or("")}});
    assignMaker(writing, wanted.task);
    const auto projectId = wanted.task["project_id"].get<std::string>();
    writing.tell("working-file:new", {{"working_file_id", file["id"]}}, projectId);
    return api::json(file, 201);
}

Response commentWorkingFile(Writing &writing, Request &request)
{
    const auto comment = EntityInput(request.anyObject()).text("comment");
    if (!comment) throw api::badRequest("Give a value for \"comment\".");
    return api::json(
        records::update(writing, "working_file", access::recordId(request, "working_file"), {{"comment", *comment}}));
}

Response touchWorkingFile(Writing &writing, Request &request)
{
    return api::json(
        records::update(writing, "working_file", access::recordId(request, "working_file"), Json::object()));
}

Response storeWorkingFile(api::Working &working, Request &request)
{
    const auto id = access::recordId(request, "working_file");
    const auto named = std::find_if(request.files.begin(), request.files.end(),
        [](const api::UploadedFile &file) { return file.field() == "file"; });
    if (named == request.files.end()) throw api::badRequest("The file is missing: file.");
    const auto size = named->size();
    media::NewFiles files(working.services);
    files.add(media::FileKind::WorkingFile, id, *named);
    auto response = working.write([&](Writing &writing) {
        return api::json(records::update(writing, "working_file", id, {{"size", size}}), 201);
    });
    files.keep();
    return response;
}

Response readWorkingFile(api::Reading &reading, const Request &request)
{
    const auto id = access::recordId(request, "working_file");
    const Json row = records::get(reading.database, "working_file", id);
    const auto path = media::placeOf(reading.services.folders, media::FileKind::WorkingFile, id);
    std::error_code failure;
    const auto changed = std::filesystem::last_write_time(path, failure);
    if (failure) throw api::notFound("The content of the working file");
    const auto name = row["name"].is_string() ? row["name"].get<std::string>() : std::string("working-file");
    return api::file(
        {path, name, id + '-' + std::to_string(changed.time_since_epoch().count())}, "application/octet-stream");
}

} // namespace callboard::files
