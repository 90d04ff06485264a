// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskRoutes.h"

#include "core/domain/entities/EntityRules.h"
#include "core/domain/tasks/AssignTasks.h"
#include "core/domain/tasks/Attachments.h"
#include "core/domain/tasks/CommentRows.h"
#include "core/domain/tasks/CommentTask.h"
#include "core/domain/tasks/CreateTasks.h"
#include "core/domain/tasks/PreviewRules.h"
#include "core/domain/tasks/Replies.h"
#include "core/domain/tasks/Subscriptions.h"
#include "core/domain/tasks/TaskDetail.h"
#include "core/domain/tasks/TaskLists.h"

namespace callboard::tasks {

using api::Verb;

namespace {

/// Vendors ask for themselves; clients are told nobody's tasks.
api::Access seesTasksOfPerson()
{
    return {"everyone but vendors, who ask for themselves", false, [](api::Reading &reading, const api::Request &request) {
                const auto &caller = reading.caller;
                const bool isOther = request.pathId("person_id") != caller.id;
                if (caller.isVendor() && isOther) throw api::forbidden();
            }};
}

} // namespace

api::Routes taskRoutes()
{
    using namespace access;
    // clang-format off: one route a line.
    return {
        {Verb::Post, "/actions/projects/{project_id}/task-types/{task_type_id}/shots/create-tasks", managersOf(),
            createShotTasks},
        {Verb::Post, "/actions/projects/{project_id}/task-types/{task_type_id}/assets/create-tasks", managersOf(),
            createAssetTasks},
        {Verb::Post, "/actions/projects/{project_id}/task-types/{task_type_id}/edits/create-tasks", managersOf(),
            createEditTasks},
        {Verb::Post, "/actions/projects/{project_id}/task-types/{task_type_id}/concepts/create-tasks",
            both(staff(), teamOf()), createConceptTasks},
        {Verb::Post, "/actions/projects/{project_id}/task-types/{task_type_id}/create-tasks/{entity_type}",
            managersOf(), createTasksOfType},

        {Verb::Put, "/actions/tasks/{task_id}/assign", staff(), assignTask},
        {Verb::Put, "/actions/persons/{person_id}/assign", staff(), assignTasksToPerson},
        {Verb::Put, "/actions/tasks/clear-assignation", notVendors(), clearAssignation},

        {Verb::Post, "/actions/tasks/{task_id}/comment", actsOnTask(), postComment},
        {Verb::Post, "/actions/tasks/batch-comment", signedIn(), batchComment},
        {Verb::Post, "/actions/tasks/{task_id}/batch-comment", actsOnTask(), batchComment},
        {Verb::Post, "/actions/projects/{project_id}/tasks/comment-many", teamOf(), commentMany},
        {Verb::Get, "/data/tasks/{task_id}/comments", readsTask(), listTaskComments},
        {Verb::Get, "/data/tasks/{task_id}/comments/{comment_id}", readsTask(), readTaskComment},
        {Verb::Delete, "/data/tasks/{task_id}/comments/{comment_id}", readsTask(), deleteTaskComment},

        {Verb::Post, "/actions/tasks/{task_id}/comments/{comment_id}/add-attachment", actsOnTask(), addAttachments},
        {Verb::Delete, "/data/tasks/{task_id}/comments/{comment_id}/attachments/{attachment_id}", readsTask(),
            deleteAttachment},
        {Verb::Get, "/data/attachment-files/{attachment_file_id}/file/{file_name}", readsAttachment(), readAttachment},
        {Verb::Get, "/data/tasks/{task_id}/attachment-files", admins(), listTaskAttachments},
        {Verb::Post, "/data/tasks/{task_id}/comments/{comment_id}/reply", repliesOnTask(), replyToComment},
        {Verb::Delete, "/data/tasks/{task_id}/comments/{comment_id}/reply/{reply_id}", readsTask(), deleteReply},
        {Verb::Post, "/data/tasks/{task_id}/comments/{comment_id}/ack", readsTask(), acknowledgeComment},

        {Verb::Get, "/data/tasks/{task_id}/full", readsTask(), readFullTask},
        {Verb::Post, "/actions/projects/{project_id}/delete-tasks", managersOf(), deleteTasks},
        {Verb::Delete, "/actions/projects/{project_id}/task-types/{task_type_id}/delete-tasks", admins(),
            deleteTasksOfType},

        {Verb::Get, "/data/tasks/open-tasks", signedIn(), listOpenTasks},
        {Verb::Get, "/data/tasks/open-tasks/stats", signedIn(), countOpenTasks},
        {Verb::Get, "/data/user/tasks", signedIn(), listOwnTasks},
        {Verb::Get, "/data/user/done-tasks", signedIn(), listOwnDoneTasks},
        {Verb::Get, "/data/user/tasks-to-check", signedIn(), listTasksToCheck},
        {Verb::Get, "/data/persons/{person_id}/tasks", seesTasksOfPerson(), listPersonTasks},
        {Verb::Get, "/data/persons/{person_id}/done-tasks", seesTasksOfPerson(), listPersonDoneTasks},
        {Verb::Get, "/data/persons/{person_id}/related-tasks/{task_type_id}", selfOrAdmins(), listRelatedTasks},

        {Verb::Post, "/actions/user/tasks/{task_id}/subscribe", readsTask(), subscribeToTask},
        {Verb::Delete, "/actions/user/tasks/{task_id}/unsubscribe", signedIn(), unsubscribeFromTask},
        {Verb::Get, "/data/user/tasks/{task_id}/subscribed", signedIn(), isSubscribedToTask},
        {Verb::Post, "/actions/user/sequences/{sequence_id}/task-types/{task_type_id}/subscribe",
            entities::readsEntity("sequence_id", entities::Kind::Sequence), subscribeToSequence},
        {Verb::Delete, "/actions/user/sequences/{sequence_id}/task-types/{task_type_id}/unsubscribe", signedIn(),
            unsubscribeFromSequence},
        {Verb::Get, "/data/user/entities/{sequence_id}/task-types/{task_type_id}/subscribed", signedIn(),
            isSubscribedToSequence},
        {Verb::Get, "/data/user/projects/{project_id}/task-types/{task_type_id}/sequence-subscriptions", signedIn(),
            listSequenceSubscriptions},
    };
    // clang-format on
}

} // namespace callboard::tasks
