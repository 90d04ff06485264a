// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes may wait until the studio can be reached again, and what it takes to send one twice. The one place
// that decides it.
#pragma once

#include "ui/gateway/StudioGateway.h"
#include "ui/outbox/WaitingChange.h"

namespace callboard::ui {

/// What happens when the studio gets the same request a second time.
enum class Repetition {
    Harmless,     // it names what shall be, so nothing changes
    SaysTwice,    // a comment, or a status, which is told as one
    AnswersTwice, // an answer below a comment
    TurnsOver,    // an acknowledgement that is given is taken back
};

/// Of a kind that may wait; nothing for one that may not: it would mean something else later (making, deleting,
/// importing, signing in), or needs files, which ui/outbox/PublishQueue keeps.
std::optional<Repetition> repetitionOf(ChangeKind kind);
inline bool mayWait(const Change &change)
{
    return repetitionOf(change.kind).has_value();
}

/// Whether a failure decides nothing, so that the change waits: the studio is away, or what stands before it says so.
bool isAway(const ApiError &error);

/// Whether to look at the studio before the change is sent: an acknowledgement always, what shows twice when an
/// earlier answer was lost.
bool needsLook(const WaitingChange &change);

/// Looks whether the studio has that change of that person already: null when it has not, the comment when it is one,
/// else true. Throws ApiError.
/// A comment is there when the person's newest one at the task says the same words and status, and is not older than
/// the change (less ten minutes, by which clocks may differ); an answer likewise; an acknowledgement when it is as it
/// shall be. Changes go one after the other, so no later one of the same person hides it.
QCoro::Task<Json> whatIsThere(StudioGateway &gateway, QString personId, WaitingChange change);

} // namespace callboard::ui
