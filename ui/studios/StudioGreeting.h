// SPDX-License-Identifier: GPL-3.0-or-later
// What a studio says to a stranger: that it is one, its version, and how quickly it answers.
#pragma once

#include "ui/gateway/ApiMessage.h"

#include <QCoroTask>

namespace callboard::ui {

struct StudioGreeting
{
    /// Of the API's first two numbers: changes of the third one break nothing.
    enum class Fit { Same, Older, Newer };

    QString version;
    int milliseconds = 0; // of an answer, once connected
    Fit fit = Fit::Same;

    /// "Answers in 18 ms, same version".
    QString sentence() const;
    /// Why one cannot join; empty when one can.
    QString refusal() const;
    bool operator==(const StudioGreeting &) const = default;
};

/// Of the answer to GET /; throws ApiError when it is no studio's. `place` is for that sentence.
StudioGreeting greetingOf(const Json &answer, const QString &place);
/// Asks the studio at that address. Throws ApiError: no address, no answer within some seconds, no studio.
QCoro::Task<StudioGreeting> greet(QString address);

} // namespace callboard::ui
