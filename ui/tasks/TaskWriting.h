// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out what the user changes at a task: shown at once through the feed, sent, kept or taken back with the
// reason. What the outbox keeps until the studio can be reached stays shown. GUI thread.
#pragma once

#include "ui/outbox/WaitingChange.h"
#include "ui/tasks/DraftStore.h"
#include "ui/tasks/TaskFeed.h"

#include <QHash>

#include <functional>

namespace callboard::ui {

class OpenedStudio;

class TaskWriting final : public QObject
{
    Q_OBJECT

public:
    TaskWriting(OpenedStudio &studio, TaskFeed &feed, QObject *parent = nullptr);
    /// Deletions that could still be undone are carried out now.
    ~TaskWriting() override;

    /// Posts it at the task that is shown; its files follow.
    void post(const CommentDraft &draft);
    void edit(const QString &commentId, const QString &text, const Checklist &checklist);
    void tick(const QString &commentId, int item, bool isDone);
    void pin(const QString &commentId, bool isPinned);
    void acknowledge(const QString &commentId);
    void reply(const QString &commentId, const QString &text);
    void removeReply(const QString &commentId, const QString &replyId);
    /// Goes from view at once and from the studio when the time to undo is over.
    void remove(const QString &commentId);
    void subscribe(bool isSubscribed);

    /// Milliseconds in which a deletion can be undone.
    void setTimeToUndo(int milliseconds) { m_timeToUndo = milliseconds; }

Q_SIGNALS:
    /// The studio has it, or it waits in the outbox: its draft can be forgotten.
    void posted(const QString &taskId);
    /// The comment was not taken: what was written is to be shown again, with the reason.
    void postRefused(const QString &taskId, const callboard::ui::CommentDraft &draft, const QString &why);
    /// Another change was refused and is taken back; `commentId` is empty for the task itself.
    void refused(const QString &commentId, const QString &what, const QString &why);
    /// It is done, and this undoes it.
    void undoable(const QString &what, const std::function<void()> &undo);

private:
    struct Deletion
    {
        QString taskId;
        TaskComment comment;
    };

    QCoro::Task<void> sendComment(QString taskId, CommentDraft draft, TaskComment shown, int revision);
    /// Nothing when it waits. Throws ApiError.
    QCoro::Task<std::optional<ApiAnswer>> transmit(QString taskId, CommentDraft draft);
    /// Shows `after` at once, and `before` again when it is refused; `what` names it for people.
    QCoro::Task<void> carryOut(Change change, TaskComment before, TaskComment after, QString what);
    QString nameOfTask() const;
    void endWaiting(qint64 id, bool isTakenBack);
    QCoro::Task<void> sendSubscription(bool isSubscribed);
    QCoro::Task<void> carryOutDeletion(QString commentId);
    void undoDeletion(const QString &commentId);

    OpenedStudio &m_studio;
    TaskFeed &m_feed;
    QHash<QString, Deletion> m_deletions;
    QHash<qint64, TaskComment> m_waiting; // by change of the outbox: the comment as it was before
    int m_timeToUndo;
    int m_onTheirWay = 0; // names comments before they have an identifier
};

} // namespace callboard::ui
