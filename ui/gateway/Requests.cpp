// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/Requests.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;

ApiRequest requestOf(api::Verb verb, const QString &path, std::optional<Json> body)
{
    ApiRequest request;
    request.verb = verb;
    request.path = path;
    request.body = std::move(body);
    return request;
}

ApiRequest forcedDeletion(const QString &path)
{
    ApiRequest request = requestOf(api::Verb::Delete, path);
    request.query.addQueryItem(u"force"_s, u"true"_s);
    return request;
}

namespace requests {

namespace {

/// What shows when it is done twice.
ApiRequest sentOnce(const QString &path, std::optional<Json> body)
{
    ApiRequest request = requestOf(api::Verb::Post, path, std::move(body));
    request.isSentOnce = request.body.has_value();
    return request;
}

} // namespace

ApiRequest comment(const QString &taskId, std::optional<Json> body)
{
    return sentOnce(u"/actions/tasks/%1/comment"_s.arg(taskId), std::move(body));
}

ApiRequest commentMany(const QString &productionId, const QList<CommentOfTask> &comments)
{
    Json bodies = Json::array();
    for (const CommentOfTask &comment : comments) {
        bodies.push_back(comment.body);
        bodies.back()["object_id"] = comment.taskId.toStdString();
    }
    return sentOnce(u"/actions/projects/%1/tasks/comment-many"_s.arg(productionId), std::move(bodies));
}

ApiRequest reply(const QString &taskId, const QString &commentId, const QString &text)
{
    return sentOnce(u"%1/%2/reply"_s.arg(paths::commentsOf(taskId), commentId), Json{{"text", text.toStdString()}});
}

ApiRequest deleteReply(const QString &taskId, const QString &commentId, const QString &replyId)
{
    return requestOf(api::Verb::Delete, u"%1/%2/reply/%3"_s.arg(paths::commentsOf(taskId), commentId, replyId));
}

ApiRequest turnAcknowledgement(const QString &taskId, const QString &commentId)
{
    return sentOnce(u"%1/%2/ack"_s.arg(paths::commentsOf(taskId), commentId), Json::object());
}

ApiRequest changeComment(const QString &commentId, const Json &members)
{
    return requestOf(api::Verb::Put, u"/data/comments/"_s + commentId, members);
}

ApiRequest changeTask(const QString &taskId, const Json &members)
{
    return requestOf(api::Verb::Put, paths::task(taskId), members);
}

ApiRequest changeEntity(const QString &entityId, const Json &members)
{
    return requestOf(api::Verb::Put, u"/data/entities/"_s + entityId, members);
}

ApiRequest assign(const QString &personId, const QStringList &taskIds)
{
    return requestOf(
        api::Verb::Put, u"/actions/persons/%1/assign"_s.arg(personId), Json{{"task_ids", jsonListOf(taskIds)}});
}

ApiRequest unassign(const QString &personId, const QStringList &taskIds)
{
    return requestOf(api::Verb::Put, u"/actions/tasks/clear-assignation"_s,
        Json{{"task_ids", jsonListOf(taskIds)}, {"person_id", personId.toStdString()}});
}

ApiRequest changeDrawings(const QString &previewId, const Json &difference)
{
    return requestOf(api::Verb::Put, u"/actions/preview-files/%1/update-annotations"_s.arg(previewId), difference);
}

ApiRequest createTasks(
    const QString &productionId, const QString &taskTypeId, const QString &entities, const QStringList &entityIds)
{
    return requestOf(api::Verb::Post,
        u"/actions/projects/%1/task-types/%2/%3/create-tasks"_s.arg(productionId, taskTypeId, entities),
        jsonListOf(entityIds));
}

ApiRequest deleteTasks(const QString &productionId, const Json &taskIds)
{
    return requestOf(api::Verb::Post, u"/actions/projects/%1/delete-tasks"_s.arg(productionId), taskIds);
}

} // namespace requests

namespace paths {

QString production(const QString &id)
{
    return u"/data/projects/"_s + id;
}

QString task(const QString &id)
{
    return u"/data/tasks/"_s + id;
}

QString taskInFull(const QString &id)
{
    return u"/data/tasks/%1/full"_s.arg(id);
}

QString commentsOf(const QString &taskId)
{
    return u"/data/tasks/%1/comments"_s.arg(taskId);
}

QString previewFile(const QString &id)
{
    return u"/data/preview-files/"_s + id;
}

QString shotsOf(const QString &sequenceId)
{
    return u"/data/sequences/%1/shots"_s.arg(sequenceId);
}

QString assetsOf(const QString &productionId, const QString &assetTypeId)
{
    return u"/data/projects/%1/asset-types/%2/assets"_s.arg(productionId, assetTypeId);
}

} // namespace paths

} // namespace callboard::ui
