// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/Changes.h"

#include "ui/gateway/Requests.h"

#include <algorithm>

namespace callboard::ui {

namespace {

Change changeOf(ChangeKind kind, ApiRequest request, const QString &subject, const QString &object = {})
{
    Change change;
    change.kind = kind;
    change.verb = request.verb;
    change.path = request.path;
    change.query = request.query;
    change.body = std::move(request.body);
    change.subject = subject;
    change.object = object;
    return change;
}

} // namespace

namespace changes {

Change comment(const QString &taskId, const Json &body)
{
    return changeOf(ChangeKind::Comment, requests::comment(taskId, body), taskId);
}

Change reply(const QString &taskId, const QString &commentId, const QString &text)
{
    return changeOf(ChangeKind::Reply, requests::reply(taskId, commentId, text), taskId, commentId);
}

Change acknowledgement(const QString &taskId, const QString &commentId, bool isGiven)
{
    Change change =
        changeOf(ChangeKind::Acknowledgement, requests::turnAcknowledgement(taskId, commentId), taskId, commentId);
    change.wanted = {{"acknowledged", isGiven}};
    return change;
}

Change commentEdit(const QString &taskId, const QString &commentId, const Json &members)
{
    return changeOf(ChangeKind::CommentEdit, requests::changeComment(commentId, members), taskId, commentId);
}

Change taskEdit(const QString &taskId, const Json &members)
{
    return changeOf(ChangeKind::TaskEdit, requests::changeTask(taskId, members), taskId);
}

Change entityEdit(const QString &entityId, const Json &members)
{
    return changeOf(ChangeKind::EntityEdit, requests::changeEntity(entityId, members), entityId);
}

Change assignment(const QString &taskId, const QString &personId)
{
    return changeOf(ChangeKind::Assignment, requests::assign(personId, {taskId}), taskId, personId);
}

Change unassignment(const QString &taskId, const QString &personId)
{
    return changeOf(ChangeKind::Unassignment, requests::unassign(personId, {taskId}), taskId, personId);
}

Change drawing(const QString &previewId, const Json &difference)
{
    return changeOf(ChangeKind::Drawing, requests::changeDrawings(previewId, difference), previewId);
}

Change immediate(const ApiRequest &request, const QString &subject)
{
    return changeOf(ChangeKind::Immediate, request, subject);
}

} // namespace changes

namespace {

bool goTogether(const Change &one, const Change &other)
{
    switch (one.kind) {
    case ChangeKind::Comment: return other.kind == one.kind;
    case ChangeKind::Assignment:
    case ChangeKind::Unassignment: return other.kind == one.kind && other.object == one.object;
    default: return false;
    }
}

ApiRequest requestForAll(const QString &productionId, const QList<Change> &parts)
{
    const Change &first = parts.first();
    if (first.kind == ChangeKind::Comment) {
        QList<requests::CommentOfTask> comments;
        for (const Change &part : parts) comments << requests::CommentOfTask{part.subject, *part.body};
        return requests::commentMany(productionId, comments);
    }
    QStringList taskIds;
    for (const Change &part : parts) taskIds << part.subject;
    if (first.kind == ChangeKind::Assignment) return requests::assign(first.object, taskIds);
    if (first.kind == ChangeKind::Unassignment) return requests::unassign(first.object, taskIds);
    return first.request();
}

} // namespace

std::vector<Together> together(const QString &productionId, const QList<Change> &parts)
{
    std::vector<QList<qsizetype>> groups;
    for (qsizetype place = 0; place < parts.size(); ++place) {
        const auto same = std::ranges::find_if(
            groups, [&](const QList<qsizetype> &group) { return goTogether(parts[group.first()], parts[place]); });
        if (same != groups.end())
            *same << place;
        else
            groups.push_back({place});
    }
    std::vector<Together> requests;
    for (const QList<qsizetype> &group : groups) {
        QList<Change> own;
        for (const qsizetype place : group) own << parts[place];
        requests.push_back({requestForAll(productionId, own), group});
    }
    return requests;
}

} // namespace callboard::ui
