// SPDX-License-Identifier: GPL-3.0-or-later
// Changes made here that a joined studio does not have yet, as values. None holds a token or a password: the
// gateway adds who asks when a change is sent.
#pragma once

#include "ui/gateway/ApiMessage.h"

#include <QDateTime>

namespace callboard::ui {

/// What a change does; it decides whether and how the change may wait (ui/outbox/WaitingRules).
enum class ChangeKind {
    Immediate, // sent now or not at all
    Comment,   // a status alone too: it is told as a comment without words
    Reply,
    Acknowledgement,
    CommentEdit, // words, checklist, pin
    TaskEdit,
    EntityEdit,
    Assignment,
    Unassignment,
    Drawing
};

/// A request of plain editing, with what a person reads of it. Made by ui/outbox/Changes.
struct Change
{
    ChangeKind kind = ChangeKind::Immediate;
    api::Verb verb = api::Verb::Put;
    QString path; // "/data/tasks/…"
    QUrlQuery query;
    std::optional<Json> body;
    QString sentence; // "Animation of SQ010 / SH0030 → WIP"
    QString subject;  // the identifier of the task, entity or preview that is changed
    QString object;   // of a comment's edit, reply or acknowledgement the comment, of an assignment the person
    /// What shall be true in the end, where the request turns a state over instead of naming one:
    /// {"acknowledged": true}. Else null.
    Json wanted;

    /// Of a comment: files of this computer that become its previews when it is there (ui/outbox/PublishQueue).
    QStringList published;

    /// To be sent once only when a second time would show (see WaitingRules).
    ApiRequest request() const;
};

/// One that waits in the journal.
struct WaitingChange : Change
{
    qint64 id = 0; // a later change has a greater one
    QDateTime made;
    /// It was sent once, and no answer came: the studio may have it.
    bool mayHaveArrived = false;
    QString refusal; // why the studio did not take it; empty: it waits
    /// On its way now; not in the journal.
    bool isOnItsWay = false;

    bool isRefused() const { return !refusal.isEmpty(); }
};

} // namespace callboard::ui
