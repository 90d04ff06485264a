// SPDX-License-Identifier: GPL-3.0-or-later
// A person as the studio's list tells it, and the words for roles.
#pragma once

#include "ui/values/JsonMembers.h"

namespace callboard::ui {

struct PersonRecord
{
    QString id;
    QString firstName;
    QString lastName;
    QString fullName;
    QString email; // told to administrators alone
    QString role = QStringLiteral("user");
    QStringList departmentIds;
    bool isActive = true;
    bool isBot = false;

    bool operator==(const PersonRecord &) const = default;
};

PersonRecord personRecordOf(const Json &told);
/// The fields that differ, as the API takes them; all that are filled in when `before` is a new person.
Json changesOf(const PersonRecord &before, const PersonRecord &after);

/// The API's names, most rights first: "admin", "manager", …
const QStringList &personRoles();
/// "Artist" for "user".
QString roleName(const QString &role);
/// What it may do, in a few words.
QString roleWords(const QString &role);

} // namespace callboard::ui
