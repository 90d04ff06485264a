// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/EntityPreviews.h"

#include "core/records/RowShape.h"

namespace callboard::review {

api::Response listPlaylistPreviewsOfEntity(api::Reading &reading, const api::Request &request)
{
    static const auto shape = records::RowShape::of("preview_file").only({"id", "revision", "position", "original_name",
        "extension", "width", "height", "duration", "status", "annotations", "created_at", "task_id"});
    auto rows = reading.database.query("SELECT " + shape.columns()
            + ", task.task_type_id FROM preview_file JOIN task ON task.id = preview_file.task_id WHERE task.entity_id = ?"
              " ORDER BY preview_file.revision DESC, preview_file.position, preview_file.created_at",
        request.pathId("entity_id"));
    Json byType = Json::object();
    while (rows.next()) {
        Json preview = shape.toJson(rows);
        preview.erase("type");
        const auto type = rows.string(shape.size());
        Json &list = byType[type];
        const bool isFurther = !list.is_null() && list.back()["revision"] == preview["revision"]
            && list.back()["task_id"] == preview["task_id"];
        if (isFurther) {
            preview["task_type_id"] = type;
            list.back()["previews"].push_back(std::move(preview));
            continue;
        }
        preview.erase("position");
        preview["previews"] = Json::array();
        list.push_back(std::move(preview));
    }
    return api::json(byType);
}

} // namespace callboard::review
