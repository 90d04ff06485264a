// SPDX-License-Identifier: GPL-3.0-or-later
// Working and output files, previews, attachments: read with their task or entity.
#include "core/records/Model.h"

#include "core/access/Belonging.h"
#include "core/records/RecordHooks.h"

namespace callboard::records {

namespace {

using namespace access;

Model written(std::string path, std::string table)
{
    Model model;
    model.path = std::move(path);
    model.table = table;
    model.list = admins();
    model.create = admins();
    model.read = readersOfRecord(table);
    model.change = admins();
    model.remove = admins();
    return model;
}

Model workingFiles()
{
    Model model = written("/data/working-files", "working_file");
    model.list = staff();
    model.change = hooks::workersOnFile();
    model.removing = hooks::removeWorkingFileBytes;
    model.rows = [](const Reading &reading, const Request &) {
        Condition condition;
        const auto teams = inTeams(reading, "owner.project_id", condition.values);
        if (!teams.empty())
            condition.sql = "EXISTS (SELECT 1 FROM task owner WHERE owner.id = working_file.task_id AND " + teams + ")";
        return condition;
    };
    return model;
}

Model outputFiles()
{
    Model model = written("/data/output-files", "output_file");
    model.list = staff();
    model.change = hooks::makersOfOutput();
    model.extras = {embedded("source_file", "output_file.source_file_id", "working_file")};
    model.rows = [](const Reading &reading, const Request &) {
        Condition condition;
        const auto teams = inTeams(reading, "owner.project_id", condition.values);
        if (!teams.empty())
            condition.sql =
                "EXISTS (SELECT 1 FROM entity owner WHERE owner.id = output_file.entity_id AND " + teams + ")";
        return condition;
    };
    return model;
}

Model previewFiles()
{
    Model model = written("/data/preview-files", "preview_file");
    model.list = signedIn();
    model.change = hooks::leadersOfPreview();
    model.remove = hooks::leadersOfPreview();
    model.rows = [](const Reading &reading, const Request &) {
        Condition condition;
        const auto teams = inTeams(reading, "owner.project_id", condition.values, true);
        if (teams.empty()) return condition;
        condition.sql = "EXISTS (SELECT 1 FROM task owner WHERE owner.id = preview_file.task_id AND " + teams;
        if (reading.caller.isVendor()) {
            condition.sql += " AND EXISTS (SELECT 1 FROM task_person_link mine WHERE mine.task_id = owner.id"
                             " AND mine.person_id = ?)";
            condition.values.emplace_back(reading.caller.id);
        }
        condition.sql += ")";
        return condition;
    };
    model.changing = hooks::keepPreviewInReach;
    model.removing = hooks::removePreview;
    return model;
}

Model attachments()
{
    Model model = written("/data/attachment-files", "attachment_file");
    model.read = both(readersOfRecord("attachment_file"), hooks::attachedSomewhere());
    model.extras = {embedded("comment", "attachment_file.comment_id", "comment"),
        embedded("chat_message", "attachment_file.chat_message_id", "chat_message")};
    model.removing = hooks::removeAttachmentFiles;
    return model;
}

Model backgrounds()
{
    Model model = written("/data/preview-background-files", "preview_background_file");
    model.list = signedIn();
    model.read = signedIn();
    model.creating = hooks::refuseTakenBackgroundName;
    model.changing = hooks::refuseTakenBackgroundNameOfOther;
    model.created = hooks::keepOneDefaultBackground;
    model.removing = hooks::removeBackgroundFiles;
    model.changed = [](api::Writing &writing, const Json &, const Json &row) {
        hooks::keepOneDefaultBackground(writing, row);
    };
    return model;
}

} // namespace

std::vector<Model> fileModels()
{
    return {workingFiles(), outputFiles(), previewFiles(), attachments(), backgrounds()};
}

} // namespace callboard::records
