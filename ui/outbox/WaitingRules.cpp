// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/WaitingRules.h"

#include "ui/gateway/Requests.h"
#include "ui/values/TaskValues.h"

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr qint64 clocksDiffer = 10 * 60; // seconds

/// The newest of that person; null: none.
template<typename Said>
const Said *newestOf(const QList<Said> &all, const QString &personId)
{
    const Said *newest = nullptr;
    for (const Said &said : all)
        if (said.personId == personId && (!newest || said.moment > newest->moment)) newest = &said;
    return newest;
}

bool isSince(const QDateTime &moment, const WaitingChange &change)
{
    return moment >= change.made.addSecs(-clocksDiffer);
}

bool saysTheSame(const TaskComment &comment, const WaitingChange &change)
{
    return isSince(comment.moment, change) && comment.statusId == textOf(*change.body, "task_status_id")
        && comment.text.trimmed() == textOf(*change.body, "comment").trimmed();
}

} // namespace

ApiRequest Change::request() const
{
    ApiRequest request;
    request.verb = verb;
    request.path = path;
    request.query = query;
    request.body = body;
    const auto repetition = repetitionOf(kind);
    request.isSentOnce = body && repetition && repetition != Repetition::Harmless;
    return request;
}

std::optional<Repetition> repetitionOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Immediate: return std::nullopt;
    case ChangeKind::Comment: return Repetition::SaysTwice;
    case ChangeKind::Reply: return Repetition::AnswersTwice;
    case ChangeKind::Acknowledgement: return Repetition::TurnsOver;
    case ChangeKind::CommentEdit:
    case ChangeKind::TaskEdit:
    case ChangeKind::EntityEdit:
    case ChangeKind::Assignment:
    case ChangeKind::Unassignment:
    case ChangeKind::Drawing: // Drawn objects have identifiers of their own: one that is there is not added again.
        return Repetition::Harmless;
    }
    return std::nullopt;
}

bool isAway(const ApiError &error)
{
    const int status = error.status();
    return error.isUnreachable() || status == 502 || status == 503 || status == 504 || status == 429;
}

bool needsLook(const WaitingChange &change)
{
    const auto repetition = repetitionOf(change.kind);
    if (repetition == Repetition::TurnsOver) return true;
    return change.mayHaveArrived && repetition != Repetition::Harmless;
}

QCoro::Task<Json> whatIsThere(StudioGateway &gateway, QString personId, WaitingChange change)
{
    const Json told = co_await gateway.get(paths::commentsOf(change.subject));
    const QList<TaskComment> comments = taskCommentsOf(told);
    if (change.kind == ChangeKind::Comment) {
        const TaskComment *mine = newestOf(comments, personId);
        if (!mine || !saysTheSame(*mine, change)) co_return Json();
        for (const Json &comment : told)
            if (textOf(comment, "id") == mine->id) co_return comment;
    }
    const auto found = std::ranges::find(comments, change.object, &TaskComment::id);
    if (found == comments.end()) co_return Json();
    bool isThere = false;
    if (change.kind == ChangeKind::Acknowledgement) {
        isThere = found->acknowledgedBy.contains(personId) == flagOf(change.wanted, "acknowledged", true);
    } else if (const TaskReply *mine = newestOf(found->replies, personId)) {
        isThere = isSince(mine->moment, change) && mine->text.trimmed() == textOf(*change.body, "text").trimmed();
    }
    co_return isThere ? Json(true) : Json();
}

} // namespace callboard::ui
