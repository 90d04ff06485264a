// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/PreviewRules.h"

namespace callboard::access {

TaskPlace placeOfPreview(Reading &reading, const std::string &previewId)
{
    auto rows = reading.database.query("SELECT task_id FROM preview_file WHERE id = ?", previewId);
    if (!rows.next()) throw api::notFound("The preview");
    return existingPlaceOfTask(reading, rows.string(0));
}

bool mayReadPreview(Reading &reading, const std::string &previewId)
{
    const auto place = placeOfPreview(reading, previewId);
    if (mayReadTask(reading, place)) return true;
    if (!reading.caller.isVendor() || !reading.caller.isInTeamOf(place.projectId)) return false;
    return reading.database
        .query("SELECT 1 FROM task JOIN task other ON other.entity_id = task.entity_id"
               " JOIN task_person_link ON task_person_link.task_id = other.id"
               " WHERE task.id = ? AND task_person_link.person_id = ?",
            place.taskId, reading.caller.id)
        .next();
}

Access readsPreview(std::string previewParameter)
{
    return {"reads the preview of " + previewParameter, false,
        [previewParameter](Reading &reading, const Request &request) {
            if (!mayReadPreview(reading, request.pathId(previewParameter))) throw api::forbidden();
        }};
}

Access actsOnPreview(std::string previewParameter)
{
    return {"acts on the preview of " + previewParameter, false,
        [previewParameter](Reading &reading, const Request &request) {
            if (!mayActOnTask(reading, placeOfPreview(reading, request.pathId(previewParameter))))
                throw api::forbidden();
        }};
}

} // namespace callboard::access
