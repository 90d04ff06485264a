// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studios/RecentStudios.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostStudios = 12;
const QString settingsKey = u"studios/recent"_s;

QJsonObject toJson(const RecentStudio &studio)
{
    return {{u"kind"_s, studio.kind == RecentStudio::Kind::Joined ? u"joined"_s : u"here"_s},
        {u"place"_s, studio.place}, {u"name"_s, studio.name}, {u"productions"_s, studio.productions},
        {u"email"_s, studio.email}, {u"opened"_s, studio.opened.toString(Qt::ISODate)}};
}

RecentStudio fromJson(const QJsonObject &json)
{
    RecentStudio studio;
    studio.kind =
        json[u"kind"_s].toString() == "joined"_L1 ? RecentStudio::Kind::Joined : RecentStudio::Kind::OnThisComputer;
    studio.place = json[u"place"_s].toString();
    studio.name = json[u"name"_s].toString();
    studio.productions = json[u"productions"_s].toString();
    studio.email = json[u"email"_s].toString();
    studio.opened = QDateTime::fromString(json[u"opened"_s].toString(), Qt::ISODate);
    return studio;
}

void keep(const QList<RecentStudio> &studios)
{
    QJsonArray array;
    for (const RecentStudio &studio : studios.first(std::min(mostStudios, studios.size()))) array << toJson(studio);
    QSettings().setValue(settingsKey, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<RecentStudio> without(const QString &place)
{
    QList<RecentStudio> studios = recentStudios();
    studios.removeIf([&](const RecentStudio &studio) { return studio.place == place; });
    return studios;
}

} // namespace

QList<RecentStudio> recentStudios()
{
    QList<RecentStudio> studios;
    const auto array = QJsonDocument::fromJson(QSettings().value(settingsKey).toByteArray()).array();
    for (const auto &item : array) studios << fromJson(item.toObject());
    return studios;
}

void rememberStudio(const RecentStudio &studio)
{
    QList<RecentStudio> studios = without(studio.place);
    studios.prepend(studio);
    keep(studios);
}

void forgetStudio(const QString &place)
{
    keep(without(place));
}

} // namespace callboard::ui
