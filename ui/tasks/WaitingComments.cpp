// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/WaitingComments.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/tasks/TaskFeed.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QString shownId(const WaitingChange &change)
{
    return u"waiting-%1"_s.arg(change.id);
}

TaskComment commentOf(const WaitingChange &change, const SignedInPerson &me)
{
    TaskComment comment;
    comment.id = shownId(change);
    comment.personId = me.id;
    comment.personName = me.fullName;
    comment.statusId = textOf(*change.body, "task_status_id");
    comment.text = textOf(*change.body, "comment");
    comment.checklist = checklistOf(memberOf(*change.body, "checklist"));
    comment.moment = change.made.toLocalTime();
    comment.isOnItsWay = true;
    comment.isWaiting = true;
    return comment;
}

} // namespace

WaitingComments::WaitingComments(OpenedStudio &studio, TaskFeed &feed, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_feed(feed)
{
    connect(&studio.outbox(), &Outbox::changed, this, &WaitingComments::show);
    connect(&studio.outbox(), &Outbox::sent, this, &WaitingComments::replace);
    connect(&feed, &TaskFeed::threadShown, this, &WaitingComments::show);
}

void WaitingComments::show()
{
    QStringList waiting;
    for (const WaitingChange &change : m_studio.outbox().changes()) {
        if (change.isRefused() || change.subject != m_feed.taskId() || change.kind != ChangeKind::Comment) continue;
        waiting << shownId(change);
        m_feed.put(commentOf(change, m_studio.session().person()));
    }
    for (const QString &id : std::as_const(m_shown))
        if (!waiting.contains(id)) m_feed.takeOut(id);
    m_shown = waiting;
}

/// The comment that was made takes the place of the one that waited.
void WaitingComments::replace(const WaitingChange &change, const Json &answer)
{
    if (change.subject != m_feed.taskId() || change.kind != ChangeKind::Comment) return;
    m_feed.takeOut(shownId(change));
    m_shown.removeAll(shownId(change));
    if (answer.is_object()) m_feed.put(taskCommentOf(answer));
    m_feed.refreshTask();
    m_feed.refreshComments();
}

} // namespace callboard::ui
