// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/TaskRoutes.h"

#include "core/access/TaskRules.h"
#include "core/tasks/AssignTasks.h"
#include "core/tasks/Attachments.h"
#include "core/tasks/CommentRows.h"
#include "core/tasks/CommentTask.h"
#include "core/tasks/CreateTasks.h"

namespace callboard::tasks {

using api::Verb;

api::Routes taskRoutes()
{
    using namespace access;
    // clang-format off: one route a line.
    return {
        {Verb::Post,   "/actions/projects/{project_id}/task-types/{task_type_id}/shots/create-tasks",    managersOf(),  createShotTasks},
        {Verb::Post,   "/actions/projects/{project_id}/task-types/{task_type_id}/assets/create-tasks",   managersOf(),  createAssetTasks},
        {Verb::Post,   "/actions/projects/{project_id}/task-types/{task_type_id}/edits/create-tasks",    managersOf(),  createEditTasks},
        {Verb::Post,   "/actions/projects/{project_id}/task-types/{task_type_id}/concepts/create-tasks", both(staff(), teamOf()), createConceptTasks},
        {Verb::Post,   "/actions/projects/{project_id}/task-types/{task_type_id}/create-tasks/{entity_type}", managersOf(), createTasksOfType},

        {Verb::Put,    "/actions/tasks/{task_id}/assign",                                staff(),       assignTask},
        {Verb::Put,    "/actions/persons/{person_id}/assign",                            staff(),       assignTasksToPerson},
        {Verb::Put,    "/actions/tasks/clear-assignation",                               notVendors(),  clearAssignation},

        {Verb::Post,   "/actions/tasks/{task_id}/comment",                               actsOnTask(),  postComment},
        {Verb::Post,   "/actions/tasks/batch-comment",                                   signedIn(),    batchComment},
        {Verb::Post,   "/actions/tasks/{task_id}/batch-comment",                         actsOnTask(),  batchComment},
        {Verb::Post,   "/actions/projects/{project_id}/tasks/comment-many",              teamOf(),      commentMany},
        {Verb::Get,    "/data/tasks/{task_id}/comments",                                 readsTask(),   listTaskComments},
        {Verb::Get,    "/data/tasks/{task_id}/comments/{comment_id}",                    readsTask(),   readTaskComment},
        {Verb::Delete, "/data/tasks/{task_id}/comments/{comment_id}",                    readsTask(),   deleteTaskComment},

        {Verb::Post,   "/actions/tasks/{task_id}/comments/{comment_id}/add-attachment",  actsOnTask(),  addAttachments},
        {Verb::Delete, "/data/tasks/{task_id}/comments/{comment_id}/attachments/{attachment_id}", readsTask(), deleteAttachment},
        {Verb::Get,    "/data/tasks/{task_id}/attachment-files",                         admins(),      listTaskAttachments},
        {Verb::Get,    "/data/projects/{project_id}/attachment-files",                   admins(),      listProjectAttachments},
    };
    // clang-format on
}

} // namespace callboard::tasks
