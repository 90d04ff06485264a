// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StudioFrame.h"

#include "ui/production/PlanProduction.h"
#include "ui/shell/Rail.h"
#include "ui/shell/Sections.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/TopBar.h"
#include "ui/studio/OpenedStudio.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rememberedPlaces = 50;
const QString railSetting = u"window/rail-narrow"_s;

} // namespace

StudioFrame::StudioFrame(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_top(new TopBar(studio, this))
    , m_rail(new Rail(this))
    , m_pages(new QStackedWidget(this))
    , m_status(new StatusBar(studio, this))
    , m_back(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this))
    , m_railHidden(QSettings().value(railSetting).toBool())
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_pages, 1);
    rows->addWidget(m_top);
    rows->addLayout(middle, 1);
    rows->addWidget(m_status);
    buildRail();

    connect(m_rail, &Rail::chosen, this, &StudioFrame::goToSection);
    connect(m_top, &TopBar::productionChosen, this, [this](const QString &id) {
        Destination destination{m_place.section, id, {}, {}, {}};
        const Section *section = sectionNamed(m_place.section);
        if (!section || !section->needsProduction) destination.section = u"shots"_s;
        go(destination);
    });
    connect(m_top, &TopBar::menuAsked, this, [this] {
        m_railHidden = !m_railHidden;
        QSettings().setValue(railSetting, m_railHidden);
        setRailNarrow(m_railHidden || width() < metrics::railToIcons);
    });
    connect(m_top, &TopBar::themeToggled, this, [] {
        auto &theme = Theme::instance();
        theme.setMode(theme.palette().isDark() ? Theme::Mode::Light : Theme::Mode::Dark);
        QSettings().setValue(u"window/theme"_s, theme.palette().isDark() ? u"dark"_s : u"light"_s);
    });
    connect(m_top, &TopBar::newProductionAsked, this, [this] {
        if (auto *page = qobject_cast<Page *>(m_pages->currentWidget())) planProduction(*page);
    });
    connect(m_top, &TopBar::notificationsAsked, this, [this] { goToSection(u"notifications"_s); });
    connect(m_top, &TopBar::signOutAsked, this, &StudioFrame::signOutAsked);
    connect(m_top, &TopBar::closeStudioAsked, this, &StudioFrame::closeStudioAsked);
    connect(&studio.directory(), &StudioDirectory::changed, this, [this] { m_top->setProduction(m_place.productionId); });
    connect(m_back, &QShortcut::activated, this, &StudioFrame::goBack);
}

void StudioFrame::buildRail()
{
    const SignedInPerson &me = m_studio.session().person();
    m_rail->clear();
    for (const Section &section : sections())
        if (section.isOffered(me) && section.isInRail) m_rail->add(section.id, section.icon, section.name);
    m_rail->addStretch();
}

Page *StudioFrame::pageOf(const QString &id)
{
    if (Page *page = m_pageBySection.value(id)) return page;
    Page *page = sectionNamed(id)->make(m_studio, m_pages);
    m_pageBySection[id] = page;
    m_pages->addWidget(page);
    connect(page, &Page::asked, this, &StudioFrame::go);
    connect(page, &Page::backAsked, this, &StudioFrame::goBack);
    connect(page, &Page::newProductionAsked, page, [page] { planProduction(*page); });
    connect(page, &Page::titleChanged, this, [this, page](const QString &title) {
        if (m_pages->currentWidget() == page) m_top->setTitle(title);
    });
    connect(page, &Page::summaryChanged, this, [this, page](const QString &summary) {
        if (m_pages->currentWidget() == page) m_status->setSummary(summary);
    });
    return page;
}

void StudioFrame::go(Destination destination)
{
    const SignedInPerson &me = m_studio.session().person();
    const Section *section = sectionNamed(destination.section);
    if (!section || !section->isOffered(me)) {
        destination.section = u"productions"_s;
        section = sectionNamed(destination.section);
    }
    const auto &productions = m_studio.directory().productions();
    if (destination.productionId.isEmpty()) destination.productionId = m_place.productionId;
    if (destination.productionId.isEmpty() && section->needsProduction && !productions.isEmpty())
        destination.productionId = productions.first().id;
    if (section->needsProduction && !m_studio.directory().production(destination.productionId)) {
        destination.section = u"productions"_s; // Nothing to show without a production: make or choose one.
        section = sectionNamed(destination.section);
    }
    if (!m_place.section.isEmpty() && !(m_place == destination)) {
        m_before.append(m_place);
        if (m_before.size() > rememberedPlaces) m_before.removeFirst();
    }
    m_place = destination;
    Page *page = pageOf(destination.section);
    m_rail->setCurrent(section->isInRail ? destination.section : destination.filter); // an import names what it is of
    m_top->setProduction(section->needsProduction ? destination.productionId : QString());
    m_pages->setCurrentWidget(page);
    m_back->setEnabled(!page->takesAltArrows());
    page->show(destination);
    m_top->setTitle(page->title());
    m_status->setSummary(page->summary());
}

void StudioFrame::goToSection(const QString &section)
{
    go({section, m_place.productionId, {}, {}, {}});
}

void StudioFrame::goBack()
{
    if (m_before.isEmpty()) return;
    const Destination before = m_before.takeLast();
    m_place = {}; // Going back is no step forward.
    go(before);
}

void StudioFrame::setRailNarrow(bool narrow)
{
    m_rail->setNarrow(narrow);
    m_top->setNarrow(width() < metrics::railToIcons);
}

void StudioFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setRailNarrow(m_railHidden || width() < metrics::railToIcons);
}

} // namespace callboard::ui
