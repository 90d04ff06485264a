// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/PersonRecord.h"

#include <QCoreApplication>

#include <array>

namespace callboard::ui {

namespace {

struct Role
{
    const char *id;
    const char *name;
    const char *words;
};

constexpr std::array roles{Role{"admin", QT_TRANSLATE_NOOP("PersonRecord", "Administrator"),
                               QT_TRANSLATE_NOOP("PersonRecord", "everything, in every production")},
    Role{"manager", QT_TRANSLATE_NOOP("PersonRecord", "Manager"),
        QT_TRANSLATE_NOOP("PersonRecord", "plans their productions")},
    Role{"supervisor", QT_TRANSLATE_NOOP("PersonRecord", "Supervisor"),
        QT_TRANSLATE_NOOP("PersonRecord", "leads their departments")},
    Role{
        "user", QT_TRANSLATE_NOOP("PersonRecord", "Artist"), QT_TRANSLATE_NOOP("PersonRecord", "works on their tasks")},
    Role{"client", QT_TRANSLATE_NOOP("PersonRecord", "Client"),
        QT_TRANSLATE_NOOP("PersonRecord", "sees and comments what is shown")},
    Role{"vendor", QT_TRANSLATE_NOOP("PersonRecord", "Vendor"),
        QT_TRANSLATE_NOOP("PersonRecord", "sees their own tasks alone")}};

QString words(const QString &role, const char *Role::*member)
{
    for (const Role &each : roles)
        if (role == QLatin1String(each.id)) return QCoreApplication::translate("PersonRecord", each.*member);
    return role;
}

} // namespace

PersonRecord personRecordOf(const Json &told)
{
    PersonRecord person;
    person.id = textOf(told, "id");
    person.firstName = textOf(told, "first_name");
    person.lastName = textOf(told, "last_name");
    person.fullName = textOf(told, "full_name");
    person.email = textOf(told, "email");
    person.role = textOf(told, "role");
    person.departmentIds = idsOf(told, "departments");
    person.isActive = flagOf(told, "active", true);
    person.isBot = flagOf(told, "is_bot");
    return person;
}

Json changesOf(const PersonRecord &before, const PersonRecord &after)
{
    Json changes = Json::object();
    const bool isNew = before.id.isEmpty();
    const auto text = [&](const char *name, const QString &was, const QString &is) {
        if (isNew || was != is) changes[name] = is.toStdString();
    };
    text("first_name", before.firstName, after.firstName);
    text("last_name", before.lastName, after.lastName);
    text("email", before.email, after.email);
    text("role", before.role, after.role);
    QStringList was = before.departmentIds, is = after.departmentIds;
    was.sort();
    is.sort();
    if (isNew || was != is) changes["departments"] = jsonListOf(after.departmentIds);
    return changes;
}

const QStringList &personRoles()
{
    static const QStringList ids = [] {
        QStringList list;
        for (const Role &role : roles) list << QString::fromLatin1(role.id);
        return list;
    }();
    return ids;
}

QString roleName(const QString &role)
{
    return words(role, &Role::name);
}

QString roleWords(const QString &role)
{
    return words(role, &Role::words);
}

} // namespace callboard::ui
