// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/WaitingRules.h"

#include "ui/values/TaskValues.h"

#include <algorithm>
#include <array>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clocksDiffer = 10 * 60; // seconds

struct Rule
{
    api::Verb verb;
    QStringView path; // "*" is any segment
    Repetition repetition;
};

constexpr std::array rules = {
    Rule{api::Verb::Post, u"/actions/tasks/*/comment", Repetition::SaysTwice},
    Rule{api::Verb::Post, u"/data/tasks/*/comments/*/reply", Repetition::AnswersTwice},
    Rule{api::Verb::Post, u"/data/tasks/*/comments/*/ack", Repetition::TurnsOver},
    Rule{api::Verb::Put, u"/data/comments/*", Repetition::Harmless}, // words, checklist, pin
    Rule{api::Verb::Put, u"/data/tasks/*", Repetition::Harmless},
    Rule{api::Verb::Put, u"/data/entities/*", Repetition::Harmless},
    Rule{api::Verb::Put, u"/actions/persons/*/assign", Repetition::Harmless},
    Rule{api::Verb::Put, u"/actions/tasks/clear-assignation", Repetition::Harmless},
    // Drawn objects have identifiers of their own: one that is there is not added again.
    Rule{api::Verb::Put, u"/actions/preview-files/*/update-annotations", Repetition::Harmless},
};

bool isOf(const QString &path, QStringView pattern)
{
    const QStringList given = path.split(u'/');
    const QList<QStringView> expected = pattern.split(u'/');
    return std::equal(given.begin(), given.end(), expected.begin(), expected.end(),
        [](const QString &segment, QStringView wanted) { return wanted == u"*" || segment == wanted; });
}

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
    const auto repetition = repetitionOf(*this);
    request.isSentOnce = body && repetition && repetition != Repetition::Harmless;
    return request;
}

std::optional<Repetition> repetitionOf(const Change &change)
{
    for (const Rule &rule : rules)
        if (rule.verb == change.verb && isOf(change.path, rule.path)) return rule.repetition;
    return std::nullopt;
}

bool isAway(const ApiError &error)
{
    const int status = error.status();
    return error.isUnreachable() || status == 502 || status == 503 || status == 504 || status == 429;
}

bool needsLook(const WaitingChange &change)
{
    const auto repetition = repetitionOf(change);
    if (repetition == Repetition::TurnsOver) return true;
    return change.mayHaveArrived && repetition != Repetition::Harmless;
}

QCoro::Task<Json> whatIsThere(StudioGateway &gateway, QString personId, WaitingChange change)
{
    const QStringList segments = change.path.split(u'/');
    const QString taskId = segments.value(3);
    const Json told = co_await gateway.get(u"/data/tasks/%1/comments"_s.arg(taskId));
    const QList<TaskComment> comments = taskCommentsOf(told);
    if (repetitionOf(change) == Repetition::SaysTwice) {
        const TaskComment *mine = newestOf(comments, personId);
        if (!mine || !saysTheSame(*mine, change)) co_return Json();
        for (const Json &comment : told)
            if (textOf(comment, "id") == mine->id) co_return comment;
    }
    const QString commentId = segments.value(5);
    const auto found = std::ranges::find_if(comments, [&](const TaskComment &c) { return c.id == commentId; });
    if (found == comments.end()) co_return Json();
    bool isThere = false;
    if (repetitionOf(change) == Repetition::TurnsOver) {
        isThere = found->acknowledgedBy.contains(personId) == flagOf(change.wanted, "acknowledged", true);
    } else if (const TaskReply *mine = newestOf(found->replies, personId)) {
        isThere = isSince(mine->moment, change) && mine->text.trimmed() == textOf(*change.body, "text").trimmed();
    }
    co_return isThere ? Json(true) : Json();
}

} // namespace callboard::ui
