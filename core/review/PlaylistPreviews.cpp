// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/PlaylistPreviews.h"

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

PlaylistPreviews previewsOf(
    api::Reading &reading, const std::vector<std::string> &entityIds, const std::vector<std::string> &previewIds)
{
    PlaylistPreviews previews;
    if (entityIds.empty() && previewIds.empty()) return previews;
    static const auto shape = records::RowShape::of("preview_file").only({"id", "revision", "extension", "width",
        "height", "duration", "status", "annotations", "created_at", "task_id"});
    std::vector<store::Value> bound;
    std::string condition;
    const auto addList = [&](const char *column, const std::vector<std::string> &ids) {
        if (ids.empty()) return;
        condition += (condition.empty() ? "" : " OR ") + std::string(column) + " IN (" + store::placeholders(ids.size()) + ")";
        bound.insert(bound.end(), ids.begin(), ids.end());
    };
    addList("task.entity_id", entityIds);
    addList("preview_file.id", previewIds);
    const std::set<std::string> wanted(entityIds.begin(), entityIds.end());
    auto rows = reading.database.run("SELECT " + shape.columns()
            + ", task.entity_id, task.task_type_id FROM preview_file JOIN task ON task.id = preview_file.task_id WHERE "
            + condition
            + " ORDER BY task.task_type_id, preview_file.revision DESC, preview_file.position, preview_file.created_at",
        bound);
    while (rows.next()) {
        Json preview = shape.toJson(rows);
        preview.erase("type");
        preview["status"] = statusTitle(preview["status"].get<std::string>());
        const auto entity = rows.string(shape.size());
        const auto type = rows.string(shape.size() + 1);
        previews.byPreview[preview["id"].get<std::string>()] = preview;
        if (!wanted.contains(entity)) continue;
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

} // namespace callboard::review
