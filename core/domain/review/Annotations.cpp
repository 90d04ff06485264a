// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/Annotations.h"

#include "core/records/Record.h"
#include "core/domain/tasks/PreviewRows.h"

namespace callboard::review {

namespace {

using api::Request;
using api::Response;
using api::Writing;

const Json &listIn(const Json &body, const char *name)
{
    static const Json none = Json::array();
    const auto found = body.find(name);
    if (found == body.end() || found->is_null()) return none;
    if (!found->is_array()) throw api::badRequest(std::string(name) + " must be a list.");
    return *found;
}

/// The objects drawn at a moment; 400 when the moment has another form.
Json objectsOf(const Json &moment)
{
    if (!moment.is_object() || !moment.value("time", Json()).is_number())
        throw api::badRequest("A moment needs its time.");
    const Json drawing = moment.value("drawing", Json::object());
    const Json objects = drawing.is_object() ? drawing.value("objects", Json::array()) : Json();
    if (!objects.is_array()) throw api::badRequest("A drawing needs its list of objects.");
    for (const Json &object : objects)
        if (!object.is_object()) throw api::badRequest("A drawn object must be an object.");
    return objects;
}

Json *momentAt(Json &annotations, const Json &time)
{
    for (Json &moment : annotations)
        if (moment.is_object() && moment.value("time", Json()) == time) return &moment;
    return nullptr;
}

Json &objectsAt(Json &moment)
{
    Json &objects = moment["drawing"]["objects"];
    if (!objects.is_array()) objects = Json::array();
    return objects;
}

Json::iterator objectWithId(Json &objects, const Json &id)
{
    return std::find_if(objects.begin(), objects.end(),
        [&](const Json &object) { return object.is_object() && object.value("id", Json()) == id; });
}

void add(Json &annotations, const Json &addition, const std::function<std::string()> &newId)
{
    const Json objects = objectsOf(addition);
    if (objects.empty()) return;
    Json *moment = momentAt(annotations, addition["time"]);
    if (!moment) {
        annotations.push_back(addition);
        moment = &annotations.back();
        objectsAt(*moment) = Json::array();
    }
    for (Json object : objects) {
        if (object.value("id", Json()).is_null()) object["id"] = newId();
        Json &there = objectsAt(*moment);
        if (objectWithId(there, object["id"]) == there.end()) there.push_back(std::move(object));
    }
}

void replace(Json &annotations, const Json &update)
{
    const Json objects = objectsOf(update);
    Json *moment = momentAt(annotations, update["time"]);
    if (!moment) return;
    Json &there = objectsAt(*moment);
    for (const Json &object : objects) {
        const auto found = objectWithId(there, object.value("id", Json()));
        if (found == there.end()) continue;
        there.erase(found);
        there.push_back(object);
    }
}

void erase(Json &annotations, const Json &deletion)
{
    if (!deletion.is_object() || !deletion.value("time", Json()).is_number())
        throw api::badRequest("A moment needs its time.");
    Json *moment = momentAt(annotations, deletion["time"]);
    if (!moment) return;
    Json &there = objectsAt(*moment);
    for (const Json &id : listIn(deletion, "objects")) {
        const auto found = objectWithId(there, id);
        if (found != there.end()) there.erase(found);
    }
}

} // namespace

Json changedAnnotations(const Json &annotations, const Json &body, const std::function<std::string()> &newId)
{
    Json changed = annotations.is_array() ? annotations : Json::array();
    for (const Json &addition : listIn(body, "additions")) add(changed, addition, newId);
    for (const Json &update : listIn(body, "updates")) replace(changed, update);
    for (const Json &deletion : listIn(body, "deletions")) erase(changed, deletion);
    Json kept = Json::array();
    for (Json &moment : changed)
        if (!moment.is_object() || !objectsAt(moment).empty()) kept.push_back(std::move(moment));
    return kept;
}

Response updateAnnotations(Writing &writing, Request &request)
{
    const Json body = request.jsonObject();
    const auto preview = tasks::existingPreview(writing, request.pathId("preview_file_id"));
    const Json row = records::get(writing.database, "preview_file", preview.id);
    const Json told = records::update(writing, "preview_file", preview.id,
        {{"annotations", changedAnnotations(row["annotations"], body, writing.services.newId)}});
    writing.tell("preview-file:annotation-update",
        {{"preview_file_id", preview.id}, {"person_id", writing.caller.id}, {"updated_at", told["updated_at"]}},
        preview.projectId);
    return api::json(told);
}

Response updatePosition(Writing &writing, Request &request)
{
    const Json body = request.jsonObject();
    const Json position = body.value("position", Json(0));
    if (!position.is_number_integer()) throw api::badRequest("The position must be a whole number.");
    const auto preview = tasks::existingPreview(writing, request.pathId("preview_file_id"));
    std::vector<std::string> order;
    for (auto rows = writing.database.query("SELECT id FROM preview_file WHERE task_id = ? AND revision = ?"
                                            " ORDER BY position, created_at, id",
             preview.taskId, preview.revision);
         rows.next();)
        order.push_back(rows.string(0));
    const auto wanted = position.get<std::int64_t>();
    if (wanted >= 1 && wanted <= std::int64_t(order.size())) {
        std::erase(order, preview.id);
        order.insert(order.begin() + (wanted - 1), preview.id);
        for (std::size_t i = 0; i < order.size(); ++i)
            writing.database.change(
                "UPDATE preview_file SET position = ?, updated_at = ? WHERE id = ? AND position <> ?",
                std::int64_t(i + 1), writing.now, order[i], std::int64_t(i + 1));
        writing.tell("preview-file:update", {{"preview_file_id", preview.id}}, preview.projectId);
    }
    Json told = Json::array();
    for (const auto &id : order) told.push_back(records::get(writing.database, "preview_file", id));
    return api::json(told);
}

} // namespace callboard::review
