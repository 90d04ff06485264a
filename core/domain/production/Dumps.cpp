// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/Dumps.h"

#include "core/records/Paging.h"
#include "core/records/Models.h"
#include "core/records/Record.h"
#include "core/domain/tasks/TaskHooks.h"
#include "core/records/RecordOperations.h"

namespace callboard::production {

namespace {

using records::Condition;

api::Response dump(
    api::Reading &reading, const api::Request &request, std::string_view table, Condition condition, bool withRelations)
{
    const records::Model &model = records::modelOf(reading, table);
    if (records::pageAskedBy(request).isAsked)
        return records::listPage(reading, request, model, std::move(condition), withRelations);
    return records::listWhere(
        reading, model, std::move(condition), "updated_at DESC, created_at DESC, id", withRelations);
}

/// `where` has one place for the production.
Condition ofProject(const api::Request &request, const std::string &where)
{
    Condition condition;
    condition.require(where, {request.pathId("project_id")});
    return condition;
}

const std::string ownTasks = "(SELECT task.id FROM task WHERE task.project_id = ?)";

} // namespace

api::Response dumpTasks(api::Reading &reading, const api::Request &request)
{
    Condition condition = ofProject(request, "task.project_id = ?");
    condition.require(records::filtersOf(reading.database.dialect(), schema::table("task"), request.query));
    condition.require(tasks::hooks::tasksAsked(reading, request)); // of a closed production too
    return dump(reading, request, "task", std::move(condition), true);
}

api::Response dumpComments(api::Reading &reading, const api::Request &request)
{
    return dump(reading, request, "comment", ofProject(request, "comment.object_id IN " + ownTasks), true);
}

api::Response dumpAttachments(api::Reading &reading, const api::Request &request)
{
    return dump(reading, request, "attachment_file",
        ofProject(request,
            "attachment_file.comment_id IN (SELECT comment.id FROM comment WHERE comment.object_id IN " + ownTasks
                + ")"),
        false);
}

api::Response dumpNotifications(api::Reading &reading, const api::Request &request)
{
    return dump(reading, request, "notification", ofProject(request, "notification.task_id IN " + ownTasks), false);
}

api::Response dumpSubscriptions(api::Reading &reading, const api::Request &request)
{
    return dump(reading, request, "subscription", ofProject(request, "subscription.task_id IN " + ownTasks), false);
}

api::Response dumpPlaylists(api::Reading &reading, const api::Request &request)
{
    return dump(reading, request, "playlist", ofProject(request, "playlist.project_id = ?"), true);
}

} // namespace callboard::production
