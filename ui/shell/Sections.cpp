// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Sections.h"

#include "ui/entities/EntitiesPage.h"
#include "ui/gateway/UserSession.h"
#include "ui/import/ImportPage.h"
#include "ui/mytasks/MyTasksPage.h"
#include "ui/notifications/NotificationsPage.h"
#include "ui/people/PeoplePage.h"
#include "ui/production/ProductionSettingsPage.h"
#include "ui/production/ProductionsPage.h"
#include "ui/review/ReviewPage.h"

#include <QCoreApplication>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

template<typename PageType>
Page *make(OpenedStudio &studio, QWidget *parent)
{
    return new PageType(studio, parent);
}

QString words(const char *name)
{
    return QCoreApplication::translate("Sections", name);
}

std::vector<Section> makeSections()
{
    return {
        {u"productions"_s, u"production"_s, words(QT_TRANSLATE_NOOP("Sections", "Productions")), false, true, {},
            make<ProductionsPage>},
        {u"assets"_s, u"asset"_s, words(QT_TRANSLATE_NOOP("Sections", "Assets")), true, true, {}, make<AssetsPage>},
        {u"shots"_s, u"shot"_s, words(QT_TRANSLATE_NOOP("Sections", "Shots")), true, true, {}, make<ShotsPage>},
        {u"import"_s, u"upload"_s, words(QT_TRANSLATE_NOOP("Sections", "Import")), true, false,
            [](const SignedInPerson &person) { return person.isManager(); }, make<ImportPage>},
        // Managers see all people of the studio, others the team of the production.
        {u"people"_s, u"team"_s, words(QT_TRANSLATE_NOOP("Sections", "People")), false, true,
            [](const SignedInPerson &person) { return person.isManager(); }, make<PeoplePage>},
        {u"team"_s, u"team"_s, words(QT_TRANSLATE_NOOP("Sections", "Team")), true, true,
            [](const SignedInPerson &person) { return person.isStaff() && !person.isManager(); }, make<PeoplePage>},
        {u"my-tasks"_s, u"my-tasks"_s, words(QT_TRANSLATE_NOOP("Sections", "My tasks")), false, true,
            [](const SignedInPerson &person) { return !person.isClient(); }, make<MyTasksPage>},
        {u"notifications"_s, u"bell"_s, words(QT_TRANSLATE_NOOP("Sections", "Notifications")), false, false, {},
            make<NotificationsPage>},
        {u"review"_s, u"play"_s, words(QT_TRANSLATE_NOOP("Sections", "Review")), true, false, {}, make<ReviewPage>},
        {u"settings"_s, u"settings"_s, words(QT_TRANSLATE_NOOP("Sections", "Settings")), true, true,
            [](const SignedInPerson &person) { return person.isManager(); }, make<ProductionSettingsPage>, true},
    };
}

} // namespace

std::span<const Section> sections()
{
    static const std::vector<Section> all = makeSections();
    return all;
}

const Section *sectionNamed(const QString &id)
{
    for (const Section &section : sections())
        if (section.id == id) return &section;
    return nullptr;
}

} // namespace callboard::ui
