// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/PlaylistPreviews.h"

#include "core/records/RowShape.h"

namespace callboard::review {

namespace {

/// "ready" is told as "Ready" here.
std::string statusTitle(std::string status)
{
    if (!status.empty()) status[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(status[0])));
    return status;
}

} // namespace

std::map<std::string, Json> previewsByTaskType(
    api::Reading &reading, const std::vector<std::string> &entityIds, bool onlyOwnTasks)
{
    std::map<std::string, Json> previews;
    if (entityIds.empty()) return previews;
    static const auto shape = records::RowShape::of("preview_file")
                                  .only({"id", "revision", "original_name", "extension", "width", "height", "duration",
                                      "status", "annotations", "created_at", "task_id"});
    std::vector<store::Value> bound(entityIds.begin(), entityIds.end());
    std::string condition = "task.entity_id IN (" + store::placeholders(entityIds.size()) + ")";
    if (onlyOwnTasks) {
        condition +=
            " AND EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)";
        bound.emplace_back(reading.caller.id);
    }
    auto rows = reading.database.run("SELECT " + shape.columns()
            + ", preview_file.position, task.task_type_id, task.entity_id FROM preview_file"
              " JOIN task ON task.id = preview_file.task_id WHERE "
            + condition
            + " ORDER BY task.entity_id, task.task_type_id, task.id, preview_file.revision DESC, preview_file.created_at,"
              " preview_file.id",
        bound);
    while (rows.next()) {
        Json preview = shape.toJson(rows);
        preview.erase("type");
        const auto type = rows.string(shape.size() + 1);
        Json &list = previews[rows.string(shape.size() + 2)][type];
        const bool isFurther = !list.is_null() && list.back()["revision"] == preview["revision"]
            && list.back()["task_id"] == preview["task_id"];
        if (isFurther) {
            preview["position"] = rows.integer(shape.size());
            preview["task_type_id"] = type;
            list.back()["previews"].push_back(std::move(preview));
        } else {
            preview["previews"] = Json::array();
            list.push_back(std::move(preview));
        }
    }
    return previews;
}

api::Response listPlaylistPreviews(api::Reading &reading, const api::Request &request)
{
    const auto id = request.pathId("entity_id");
    const auto previews = previewsByTaskType(reading, {id}, false);
    const auto own = previews.find(id);
    return api::json(own == previews.end() ? Json::object() : own->second);
}

PlaylistPreviews previewsOf(api::Reading &reading, const std::vector<std::string> &entityIds)
{
    PlaylistPreviews previews;
    if (entityIds.empty()) return previews;
    static const auto shape = records::RowShape::of("preview_file")
                                  .only({"id", "revision", "extension", "width", "height", "duration", "status",
                                      "annotations", "created_at", "task_id"});
    const std::vector<store::Value> bound(entityIds.begin(), entityIds.end());
    auto rows = reading.database.run("SELECT " + shape.columns()
            + ", task.entity_id, task.task_type_id FROM preview_file JOIN task ON task.id = preview_file.task_id"
              " WHERE task.entity_id IN ("
            + store::placeholders(entityIds.size())
            + ") ORDER BY task.task_type_id, preview_file.revision DESC, preview_file.position, preview_file.created_at",
        bound);
    while (rows.next()) {
        Json preview = shape.toJson(rows);
        preview.erase("type");
        preview["status"] = statusTitle(preview["status"].get<std::string>());
        const auto entity = rows.string(shape.size());
        const auto type = rows.string(shape.size() + 1);
        previews.byPreview[preview["id"].get<std::string>()] = preview;
        Json &list = previews.byEntity[entity][type];
        const bool isFurther = !list.is_null() && list.back()["revision"] == preview["revision"]
            && list.back()["task_id"] == preview["task_id"];
        if (isFurther) {
            list.back()["previews"].push_back(preview);
        } else {
            preview["previews"] = Json::array();
            list.push_back(preview);
        }
    }
    for (const auto &[entity, types] : previews.byEntity)
        for (const auto &[type, list] : types.items())
            for (const Json &first : list) previews.byPreview[first["id"].get<std::string>()] = first;
    return previews;
}

api::Response listPreviewsByTaskType(api::Reading &reading, const api::Request &request)
{
    const auto id = request.pathId(request.pathValues.front().first);
    const auto previews = previewsByTaskType(reading, {id}, reading.caller.isVendor());
    const auto own = previews.find(id);
    return api::json(own == previews.end() ? Json::object() : own->second);
}

} // namespace callboard::review
