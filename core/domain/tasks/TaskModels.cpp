// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskModels.h"

#include "core/access/Belonging.h"
#include "core/domain/tasks/PreviewHooks.h"
#include "core/domain/tasks/TaskHooks.h"
#include "core/domain/tasks/TaskTypeHooks.h"
#include "core/records/UsualModels.h"

namespace callboard::tasks {

namespace {

using namespace access;
using namespace records;

Model taskTypes()
{
    Model model = shared("/data/task-types", "task_type");
    model.creating = hooks::refuseTakenTaskTypeName;
    model.changing = hooks::refuseTakenTaskTypeNameOfOther;
    return model;
}

Model taskStatuses()
{
    Model model = shared("/data/task-status", "task_status");
    model.created = hooks::keepOneDefaultStatus;
    model.changed = [](api::Writing &writing, const Json &, const Json &row) {
        hooks::keepOneDefaultStatus(writing, row);
    };
    return model;
}

Model tasks()
{
    Model model = closed("/data/tasks", "task");
    model.list = signedIn();
    model.create = hooks::makersOfTasks();
    model.read = readersOfRecord("task");
    model.change = membersOfRecord("task", Members::Leaders);
    model.remove = membersOfRecord("task", Members::Managers);
    model.isToldWholeWhenNew = true;
    model.rows = hooks::tasksInReach;
    model.readingNew = hooks::requireKnownTaskPlace;
    model.creating = hooks::checkNewTask;
    model.changing = hooks::checkTaskChange;
    model.removing = hooks::removeTask;
    model.completingEvent = hooks::completeTaskEvent;
    return model;
}

Model comments()
{
    Model model = closed("/data/comments", "comment");
    model.read = hooks::readersOfComment();
    model.change = hooks::writersOfComment();
    model.remove = hooks::removersOfComment();
    model.tellingOne = hooks::tellAttachments;
    model.changing = hooks::editComment;
    model.changed = hooks::followComment;
    model.removing = hooks::removeComment;
    model.removed = hooks::recountAfterComment;
    return model;
}

Model previewFiles()
{
    Model model = belonging("/data/preview-files", "preview_file");
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
    model.files.assign(media::previewKinds().begin(), media::previewKinds().end());
    return model;
}

Model attachments()
{
    Model model = belonging("/data/attachment-files", "attachment_file");
    model.read = both(readersOfRecord("attachment_file"), hooks::attachedSomewhere());
    model.extras = {embedded("comment", "attachment_file.comment_id", "comment"),
        embedded("chat_message", "attachment_file.chat_message_id", "chat_message")};
    model.files = {media::FileKind::Attachment, media::FileKind::AttachmentThumbnail};
    return model;
}

} // namespace

std::vector<records::Model> taskModels()
{
    return {taskTypes(), taskStatuses(), tasks(), comments(), previewFiles(), attachments(), listedForStaff("/data/status-automations", "status_automation"), closed("/data/subscriptions", "subscription")};
}

} // namespace callboard::tasks
