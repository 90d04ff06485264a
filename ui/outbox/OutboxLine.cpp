// SPDX-License-Identifier: GPL-3.0-or-later
// Sending what waits, one after the other.
#include "ui/outbox/Outbox.h"
#include "ui/outbox/WaitingRules.h"

#include "ui/gateway/AtWork.h"
#include <QPointer>

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr int longestPause = 60'000; // milliseconds
constexpr int notUnderstood = 502;   // as what stands before a studio says: tried again

} // namespace

QCoro::Task<void> Outbox::run()
{
    const QPointer<Outbox> self(this);
    if (m_isRunning) co_return;
    const AtWork running(this, m_isRunning);
    bool goesOn = true;
    while (goesOn) {
        const auto next = std::ranges::find_if(m_changes, [](const auto &change) { return !change.isRefused(); });
        if (next == m_changes.end() || next->isOnItsWay) break; // one that is on its way comes back here
        const WaitingChange change = *next;
        goesOn = co_await sendFirst(change);
        if (!self) co_return;
    }
}

/// True when the next one can go.
QCoro::Task<bool> Outbox::sendFirst(WaitingChange change)
{
    const QPointer<Outbox> self(this);
    Json told;
    std::optional<ApiError> failure;
    bool hasLeft = false;
    try {
        if (needsLook(change)) told = co_await whatIsThere(m_gateway, m_personId, change);
        if (!self || !find(change.id)) co_return self != nullptr; // discarded, or signed out
        if (told.is_null()) {
            WaitingChange leaving = change;
            leaving.mayHaveArrived = true;
            // Written down before it leaves, where it matters: this process may be killed meanwhile.
            if (repetitionOf(change.kind) != Repetition::Harmless) note(leaving);
            find(change.id)->mayHaveArrived = true;
            find(change.id)->isOnItsWay = true;
            hasLeft = true;
            const ApiAnswer answer = co_await m_gateway.send(change.request());
            told = Json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
            if (told.is_discarded()) told = Json();
        }
    } catch (const ApiError &error) {
        failure = error;
    } catch (const std::exception &error) { // an answer that this program does not understand decides nothing
        qWarning("The answer to a waiting change cannot be read: %s", error.what());
        failure = ApiError(notUnderstood, tr("The studio's answer cannot be read."));
    }
    if (!self) co_return false;
    if (WaitingChange *listed = find(change.id); listed)
        listed->isOnItsWay = false;
    else
        co_return true; // discarded on its way
    if (failure) {
        change.mayHaveArrived = change.mayHaveArrived || (hasLeft && failure->mayHaveArrived());
        co_return takeFailure(change, *failure);
    }
    m_pause = m_firstPause;
    drop({change});
    Q_EMIT sent(change, told);
    Q_EMIT changed();
    co_return true;
}

bool Outbox::takeFailure(const WaitingChange &change, const ApiError &error)
{
    if (m_gateway.accessToken().isEmpty()) return false; // goes on when somebody is signed in again
    if (isAway(error) || error.status() == 401) {
        note(change);
        waitLonger();
        return false;
    }
    WaitingChange now = change;
    now.mayHaveArrived = false;
    // Its words name what a person of the API knows by an identifier.
    now.refusal = error.status() == 404 ? tr("It is not there any more.") : error.sentence();
    note(now);
    Q_EMIT takenBack(now, now.refusal);
    Q_EMIT changed();
    return true;
}

void Outbox::waitLonger()
{
    if (m_nextTry.isActive()) return; // several failed together
    m_nextTry.start(m_pause);
    m_pause = std::min(m_pause * 2, longestPause);
}

} // namespace callboard::ui
