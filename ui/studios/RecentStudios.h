// SPDX-License-Identifier: GPL-3.0-or-later
// The studios that were opened or joined on this computer, newest first. No secrets are kept here.
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace callboard::ui {

struct RecentStudio
{
    enum class Kind { OnThisComputer, Joined };
    Kind kind = Kind::OnThisComputer;
    QString place; // folder, or address
    QString name;
    QString productions; // "The Lighthouse Keeper and 2 more productions"
    QString email;       // who signed in last
    QDateTime opened;

    /// The name of its secret in the keyring.
    QString keyringName() const { return email + u'@' + place; }
};

QList<RecentStudio> recentStudios();
/// Puts it first; one of the same place is replaced.
void rememberStudio(const RecentStudio &studio);
void forgetStudio(const QString &place);

} // namespace callboard::ui
