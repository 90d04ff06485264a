// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/news/OwnNotifications.h"

#include "core/api/Fields.h"
#include "core/domain/entities/EntityNaming.h"
#include "core/domain/news/ListWindow.h"
#include "core/records/Record.h"

namespace callboard::news {

namespace {

constexpr std::int64_t shownAtOnce = 100;

/// Identifiers of a comment's link table as a JSON array.
std::string linked(store::Dialect dialect, const char *table, const char *column)
{
    return std::string(", (SELECT ") + store::fragment::jsonArray(dialect, column) + " FROM " + table + " WHERE "
        + table + ".comment = comment.id)";
}

std::string selection(store::Dialect dialect)
{
    return "SELECT notification.id, notification.type, notification.author_id, notification.comment_id,"
           " notification.task_id, task.task_type_id, comment.task_status_id, comment.preview_file_id,"
           " task.project_id, project.name, comment.text, notification.created_at, notification.read,"
           " notification.change, "
        + entities::naming::fullName + ", " + entities::naming::episodeId
        + ", (SELECT subscription.id FROM subscription WHERE subscription.task_id = task.id"
          " AND subscription.person_id = notification.person_id ORDER BY subscription.created_at LIMIT 1),"
          " notification.reply_id, comment.replies, author.role,"
          " (SELECT comment_preview_link.preview_file FROM comment_preview_link"
          " WHERE comment_preview_link.comment = comment.id LIMIT 1)"
        + linked(dialect, "comment_mentions", "comment_mentions.person")
        + linked(dialect, "comment_department_mentions", "comment_department_mentions.department")
        + " FROM notification JOIN task ON task.id = notification.task_id JOIN project ON project.id = task.project_id"
          " JOIN entity ON entity.id = task.entity_id"
        + entities::naming::joins
        + " LEFT JOIN comment ON comment.id = notification.comment_id"
          " LEFT JOIN person author ON author.id = notification.author_id WHERE ";
}

Json replyOf(const store::Rows &rows)
{
    if (rows.isNull(17) || rows.isNull(18)) return Json::object();
    for (const Json &reply : Json::parse(rows.text(18)))
        if (reply.value("id", "") == rows.text(17)) return reply;
    return Json::object();
}

Json notificationOf(const store::Rows &rows, const api::Caller &caller)
{
    const auto text = [&](int column) { return rows.isNull(column) ? Json() : Json(rows.string(column)); };
    const auto list = [&](int column) { return rows.isNull(column) ? Json::array() : Json::parse(rows.text(column)); };
    const Json reply = replyOf(rows);
    // What clients say is for those who talk with them.
    const bool isHidden = rows.text(19) == "client" && (caller.isArtist() || caller.isVendor());
    const Json comment = rows.isNull(3) ? Json() : isHidden ? Json("") : Json(rows.string(10));
    return {{"id", text(0)}, {"type", "Notification"}, {"notification_type", text(1)}, {"author_id", text(2)},
        {"comment_id", text(3)}, {"task_id", text(4)}, {"task_type_id", text(5)}, {"task_status_id", text(6)},
        {"mentions", list(21)}, {"department_mentions", list(22)},
        {"reply_mentions", reply.value("mentions", Json::array())},
        {"reply_department_mentions", reply.value("department_mentions", Json::array())},
        {"preview_file_id", rows.isNull(7) ? text(20) : text(7)}, {"project_id", text(8)}, {"project_name", text(9)},
        {"comment_text", comment}, {"reply_text", reply.value("text", "")},
        {"created_at", records::toldMoment(rows.text(11))}, {"read", rows.boolean(12)}, {"change", rows.boolean(13)},
        {"full_entity_name", text(14)}, {"episode_id", text(15)}, {"entity_preview_file_id", nullptr},
        {"subscription_id", text(16)}};
}

Conditions conditionsOf(const api::Reading &reading, const api::Request &request)
{
    Conditions conditions;
    conditions.require("notification.person_id = ?", {reading.caller.id});
    conditions.requireMoments(request, "notification.created_at");
    conditions.requireId(request, "task_type_id", "task.task_type_id");
    conditions.requireId(request, "task_status_id", "task.task_status_id");
    if (const auto type = request.query.find("type"); type && !type->empty())
        conditions.require("notification.type = ?", {std::string(*type)});
    if (const auto isRead = switchIn(request, "read"))
        conditions.require(*isRead ? "notification.read" : "NOT notification.read");
    const std::string watched = "EXISTS (SELECT 1 FROM subscription WHERE subscription.task_id = task.id"
                                " AND subscription.person_id = notification.person_id)";
    if (const auto isWatching = switchIn(request, "watching"))
        conditions.require(*isWatching ? watched : "NOT " + watched);
    return conditions;
}

} // namespace

api::Response listNotifications(api::Reading &reading, const api::Request &request)
{
    const Conditions conditions = conditionsOf(reading, request);
    auto rows = reading.database.run(selection(reading.database.dialect()) + conditions.sql
            + " ORDER BY notification.created_at DESC, task.created_at DESC, notification.id LIMIT "
            + std::to_string(shownAtOnce),
        conditions.values);
    Json notifications = Json::array();
    while (rows.next()) notifications.push_back(notificationOf(rows, reading.caller));
    return api::json(notifications);
}

api::Response showNotification(api::Reading &reading, const api::Request &request)
{
    auto rows = reading.database.query(
        selection(reading.database.dialect()) + "notification.id = ? AND notification.person_id = ?",
        request.pathId("notification_id"), reading.caller.id);
    if (!rows.next()) throw api::notFound("The notification");
    return api::json(notificationOf(rows, reading.caller));
}

api::Response markNotification(api::Writing &writing, api::Request &request)
{
    const std::string id = request.pathId("notification_id");
    const api::Fields fields(request);
    if (!fields.has("read")) throw api::badField("read", "This is missing.");
    const bool isRead = fields.flag("read", false);
    const Json key = {{"id", id}, {"person_id", writing.caller.id}};
    const auto before = records::findWhere(writing.database, "notification", key);
    if (!before) throw api::notFound("The notification");
    Json changed = records::update(writing, "notification", id, {{"read", isRead}});
    auto type = writing.database.query("SELECT type FROM notification WHERE id = ?", id);
    type.next();
    changed["notification_type"] = type.string(0); // "type" says what the record is
    changed["type"] = "Notification";
    writing.tell(isRead ? "notification:read" : "notification:unread",
        {{"notification_id", id}, {"person_id", writing.caller.id}});
    return api::json(changed);
}

api::Response markAllNotifications(api::Writing &writing, api::Request &)
{
    writing.database.change("UPDATE notification SET read = TRUE, updated_at = ? WHERE person_id = ? AND NOT read",
        writing.now, writing.caller.id);
    writing.tell("notification:all-read", {{"person_id", writing.caller.id}});
    return api::json({{"success", true}});
}

} // namespace callboard::news
