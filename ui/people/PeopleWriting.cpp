// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/PeopleWriting.h"

#include "core/domain/auth/Mail.h"
#include "ui/gateway/RequestRun.h"
#include "ui/gateway/Requests.h"

#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

PeopleWriting::PeopleWriting(StudioGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{}

bool PeopleWriting::maySendLetters() const
{
    return !m_gateway.isHostedHere() || auth::hasMailServer();
}

QCoro::Task<QString> PeopleWriting::send(ApiRequest request)
{
    QString why;
    try {
        co_await m_gateway.send(std::move(request));
    } catch (const ApiError &error) {
        why = error.sentence();
    }
    co_return why;
}

QCoro::Task<void> PeopleWriting::make(PersonRecord person, QStringList productionIds, bool invites)
{
    const QPointer<PeopleWriting> self(this);
    const Json body = changesOf({}, person);
    QString why;
    try {
        const Json told = co_await m_gateway.post(u"/data/persons"_s, body);
        person = personRecordOf(told);
    } catch (const ApiError &error) {
        why = error.sentence();
    }
    if (!self) co_return;
    if (!why.isEmpty()) {
        Q_EMIT refused(tr("%1 was not added").arg((person.firstName + u' ' + person.lastName).trimmed()), why);
        co_return;
    }
    Q_EMIT made(person.id);
    for (const QString &productionId : std::as_const(productionIds)) {
        const Json member = {{"person_id", person.id.toStdString()}};
        why = co_await send(requestOf(api::Verb::Post, u"/data/projects/%1/team"_s.arg(productionId), member));
        if (!self) co_return;
        if (!why.isEmpty()) Q_EMIT refused(tr("%1 is not in the team yet").arg(person.fullName), why);
    }
    if (invites)
        co_await invite(person);
    else
        Q_EMIT done(tr("%1 was added").arg(person.fullName));
}

QCoro::Task<void> PeopleWriting::change(PersonRecord before, PersonRecord after)
{
    const QPointer<PeopleWriting> self(this);
    const Json changes = changesOf(before, after);
    if (changes.empty()) co_return;
    const QString why = co_await send(requestOf(api::Verb::Put, u"/data/persons/"_s + before.id, changes));
    if (!self) co_return;
    if (why.isEmpty())
        Q_EMIT changed(after);
    else
        Q_EMIT refused(tr("%1 stays as it was").arg(before.fullName), why);
}

QCoro::Task<void> PeopleWriting::setActive(PersonRecord person, bool active)
{
    const QPointer<PeopleWriting> self(this);
    const Json change = {{"active", active}};
    const QString why = co_await send(requestOf(api::Verb::Put, u"/data/persons/"_s + person.id, change));
    if (!self) co_return;
    if (why.isEmpty())
        Q_EMIT activated(person, active);
    else
        Q_EMIT refused(tr("%1 stays as it was").arg(person.fullName), why);
}

QCoro::Task<void> PeopleWriting::invite(PersonRecord person)
{
    const QPointer<PeopleWriting> self(this);
    const QString why = co_await send(requestOf(api::Verb::Get, u"/actions/persons/%1/invite"_s.arg(person.id)));
    if (!self) co_return;
    if (why.isEmpty())
        Q_EMIT done(tr("The invitation is handed to the mail server, for %1").arg(person.email));
    else
        Q_EMIT refused(tr("No invitation was sent to %1").arg(person.fullName), why);
}

QCoro::Task<void> PeopleWriting::setPassword(PersonRecord person, QString password)
{
    const QPointer<PeopleWriting> self(this);
    const Json body = {{"password", password.toStdString()}, {"password_2", password.toStdString()}};
    const QString why =
        co_await send(requestOf(api::Verb::Post, u"/actions/persons/%1/change-password"_s.arg(person.id), body));
    if (!self) co_return;
    if (why.isEmpty())
        Q_EMIT done(tr("%1 has a new password").arg(person.fullName));
    else
        Q_EMIT refused(tr("The password of %1 stays as it was").arg(person.fullName), why);
}

QCoro::Task<void> PeopleWriting::setInTeam(PersonRecord person, QString productionId, QString productionName, bool in)
{
    const QPointer<PeopleWriting> self(this);
    const QString team = u"/data/projects/%1/team"_s.arg(productionId);
    ApiRequest request = requestOf(api::Verb::Delete, team + u'/' + person.id);
    if (in) request = requestOf(api::Verb::Post, team, Json{{"person_id", person.id.toStdString()}});
    const QString why = co_await send(std::move(request));
    if (!self || why.isEmpty()) co_return;
    Q_EMIT refused(in ? tr("%1 is not in the team of %2").arg(person.fullName, productionName)
                      : tr("%1 is still in the team of %2").arg(person.fullName, productionName),
        why);
}

} // namespace callboard::ui
