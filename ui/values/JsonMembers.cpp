// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/JsonMembers.h"

namespace callboard::ui {

QString textOf(const Json &object, const char *member)
{
    const auto found = object.find(member);
    if (found == object.end() || found->is_null()) return {};
    if (found->is_string()) return QString::fromStdString(found->get_ref<const std::string &>());
    return QString::fromStdString(toText(*found));
}

double numberOf(const Json &object, const char *member, double otherwise)
{
    const Json &value = memberOf(object, member);
    return value.is_number() ? value.get<double>() : otherwise;
}

int wholeOf(const Json &object, const char *member, int otherwise)
{
    const Json &value = memberOf(object, member);
    return value.is_number() ? value.get<int>() : otherwise;
}

bool flagOf(const Json &object, const char *member, bool otherwise)
{
    const Json &value = memberOf(object, member);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

QDate dayOf(const Json &object, const char *member)
{
    return QDate::fromString(textOf(object, member).left(10), Qt::ISODate);
}

const Json &memberOf(const Json &object, const char *member)
{
    static const Json nothing;
    if (!object.is_object()) return nothing;
    const auto found = object.find(member);
    return found == object.end() ? nothing : *found;
}

QStringList textsOf(const Json &object, const char *member)
{
    QStringList texts;
    if (const Json &list = memberOf(object, member); list.is_array())
        for (const Json &item : list)
            if (item.is_string()) texts << QString::fromStdString(item.get_ref<const std::string &>());
    return texts;
}

QStringList idsOf(const Json &list)
{
    QStringList ids;
    if (!list.is_array()) return ids;
    for (const Json &item : list) {
        if (item.is_string())
            ids << QString::fromStdString(item.get_ref<const std::string &>());
        else if (item.is_object())
            ids << textOf(item, "id");
    }
    return ids;
}

QStringList idsOf(const Json &object, const char *member)
{
    return idsOf(memberOf(object, member));
}

Json jsonListOf(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts) list.push_back(text.toStdString());
    return list;
}

} // namespace callboard::ui
