// SPDX-License-Identifier: GPL-3.0-or-later
// What a route of the API is as a request: here once for each that is asked for at several places, or whose
// carrying out may wait (ui/outbox/Changes).
#pragma once

#include "ui/gateway/ApiMessage.h"

namespace callboard::ui {

ApiRequest requestOf(api::Verb verb, const QString &path, std::optional<Json> body = std::nullopt);
/// A deletion of an entity with all that hangs on it.
ApiRequest forcedDeletion(const QString &path);

namespace requests {

/// A comment, or with empty words a status alone. `body` may be nothing when the words go along with files as a form.
ApiRequest comment(const QString &taskId, std::optional<Json> body);
struct CommentOfTask
{
    QString taskId;
    Json body; // as of comment()
};
/// Of tasks of one production, all at once.
ApiRequest commentMany(const QString &productionId, const QList<CommentOfTask> &comments);
ApiRequest reply(const QString &taskId, const QString &commentId, const QString &text);
ApiRequest deleteReply(const QString &taskId, const QString &commentId, const QString &replyId);
/// Gives the acknowledgement, or takes it back when it is given.
ApiRequest turnAcknowledgement(const QString &taskId, const QString &commentId);
/// Words, checklist, pin.
ApiRequest changeComment(const QString &commentId, const Json &members);
ApiRequest changeTask(const QString &taskId, const Json &members);
ApiRequest changeEntity(const QString &entityId, const Json &members);
ApiRequest assign(const QString &personId, const QStringList &taskIds);
ApiRequest unassign(const QString &personId, const QStringList &taskIds);
/// `difference` is {additions, updates, deletions}.
ApiRequest changeDrawings(const QString &previewId, const Json &difference);
/// `entities` is "shots" or "assets".
ApiRequest createTasks(
    const QString &productionId, const QString &taskTypeId, const QString &entities, const QStringList &entityIds);
/// With all that hangs on them.
ApiRequest deleteTasks(const QString &productionId, const Json &taskIds);

} // namespace requests

/// Paths that are read at several places.
namespace paths {

QString production(const QString &id);
QString task(const QString &id);
/// With its entity, type and production.
QString taskInFull(const QString &id);
QString commentsOf(const QString &taskId);
QString previewFile(const QString &id);
QString shotsOf(const QString &sequenceId);
QString assetsOf(const QString &productionId, const QString &assetTypeId);

} // namespace paths

} // namespace callboard::ui
