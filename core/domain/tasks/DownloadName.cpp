// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/DownloadName.h"

#include "core/base/Slug.h"

namespace callboard::tasks {

namespace {

/// In lower case, with dashes.
std::string slug(const std::string &text)
{
    return QString::fromStdString(slugOf(text, '-')).toLower().toStdString();
}

} // namespace

std::string downloadName(api::Reading &reading, const PreviewPlace &preview, const std::string &extension)
{
    auto rows = reading.database.query(
        "SELECT project.name, parent.name, entity.name, task_type.name,"
        " (SELECT use_original_file_name FROM organisation ORDER BY created_at LIMIT 1) FROM task"
        " JOIN project ON project.id = task.project_id LEFT JOIN entity ON entity.id = task.entity_id"
        " LEFT JOIN entity parent ON parent.id = entity.parent_id"
        " LEFT JOIN task_type ON task_type.id = task.task_type_id WHERE task.id = ?",
        preview.taskId);
    if (!rows.next()) throw api::notFound("The task");
    std::string name;
    if (rows.boolean(4) && !preview.originalName.empty()) {
        name = preview.originalName;
    } else {
        for (int column = 0; column < 4; ++column)
            if (const auto part = slug(rows.string(column)); !part.empty()) name += (name.empty() ? "" : "_") + part;
        name += "_v" + std::to_string(preview.revision);
    }
    if (preview.position > 1) name += '-' + std::to_string(preview.position);
    return name + '.' + extension;
}

} // namespace callboard::tasks
