// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed about people, sent to the studio; what becomes of it is told by signals. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"
#include "ui/people/PersonRecord.h"

#include <QObject>

namespace callboard::ui {

class PeopleWriting final : public QObject
{
    Q_OBJECT

public:
    explicit PeopleWriting(StudioGateway &gateway, QObject *parent = nullptr);

    /// False when the studio certainly sends no letters: it is of this computer, and no mail server is named here.
    bool maySendLetters() const;

    /// Makes the person, in these productions' teams, and sends the invitation if wanted: made() or refused().
    QCoro::Task<void> make(PersonRecord person, QStringList productionIds, bool invites);
    QCoro::Task<void> change(PersonRecord before, PersonRecord after);
    QCoro::Task<void> setActive(PersonRecord person, bool active);
    QCoro::Task<void> invite(PersonRecord person);
    QCoro::Task<void> setPassword(PersonRecord person, QString password);
    QCoro::Task<void> setInTeam(PersonRecord person, QString productionId, QString productionName, bool in);

Q_SIGNALS:
    void made(const QString &personId);
    void changed(const callboard::ui::PersonRecord &person);
    void activated(const callboard::ui::PersonRecord &person, bool active);
    /// It was done: what to say.
    void done(const QString &words);
    /// `what` was not done.
    void refused(const QString &what, const QString &why);

private:
    /// The reason when it was refused; empty when it was done.
    QCoro::Task<QString> send(ApiRequest request);

    StudioGateway &m_gateway;
};

} // namespace callboard::ui
