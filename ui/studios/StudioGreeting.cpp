// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studios/StudioGreeting.h"

#include "core/api/Services.h"
#include "ui/gateway/JoinedGateway.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <QVersionNumber>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 4000; // milliseconds

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StudioGreeting)
};

/// Of the API that this program speaks.
QString ownVersion()
{
    return QString::fromStdString(Services().apiVersion);
}

StudioGreeting::Fit fitOf(const QString &version)
{
    const auto firstTwo = [](const QString &text) {
        const QVersionNumber number = QVersionNumber::fromString(text);
        return QVersionNumber(number.majorVersion(), number.minorVersion());
    };
    const int order = QVersionNumber::compare(firstTwo(version), firstTwo(ownVersion()));
    return order > 0 ? StudioGreeting::Fit::Newer : order < 0 ? StudioGreeting::Fit::Older : StudioGreeting::Fit::Same;
}

} // namespace

QString StudioGreeting::sentence() const
{
    switch (fit) {
    case Fit::Same: return Words::tr("Answers in %1 ms, same version").arg(milliseconds);
    case Fit::Older: return Words::tr("Answers in %1 ms, older version %2").arg(milliseconds).arg(version);
    case Fit::Newer: return Words::tr("Answers in %1 ms, newer version %2").arg(milliseconds).arg(version);
    }
    return {};
}

QString StudioGreeting::refusal() const
{
    if (fit != Fit::Newer) return {};
    return Words::tr("This studio speaks version %1 of the API, this Callboard %2. Install a newer Callboard to join.")
        .arg(version, ownVersion());
}

StudioGreeting greetingOf(const Json &answer, const QString &place)
{
    if (!answer.is_object() || !answer.contains("api"))
        throw ApiError(0, Words::tr("%1 answers, but is no studio.").arg(place));
    StudioGreeting greeting;
    greeting.version = textOf(answer, "version");
    greeting.fit = fitOf(greeting.version);
    return greeting;
}

QCoro::Task<StudioGreeting> greet(QString address)
{
    if (!JoinedGateway::urlOf(address).isValid())
        throw ApiError(0, Words::tr("%1 is no address of a studio.").arg(address));
    JoinedGateway gateway(address);
    const auto cancellation = std::make_shared<Cancellation>();
    QTimer::singleShot(patience, &gateway, [cancellation] { cancellation->cancel(); });
    StudioGreeting greeting;
    QElapsedTimer since;
    try {
        for (int question = 0; question < 2; ++question) { // the first one connects
            since.start();
            ApiRequest request;
            request.path = u"/"_s;
            request.cancellation = cancellation;
            const ApiAnswer answer = co_await gateway.send(std::move(request));
            greeting = greetingOf(answer.json(), gateway.place());
        }
    } catch (const ApiError &) {
        if (!cancellation->isCancelled()) throw;
        throw ApiError(0, Words::tr("%1 does not answer in time.").arg(gateway.place()));
    }
    greeting.milliseconds = std::max(1, static_cast<int>(since.elapsed()));
    co_return greeting;
}

} // namespace callboard::ui
