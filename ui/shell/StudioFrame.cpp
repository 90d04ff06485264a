// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StudioFrame.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/palette/CommandPalette.h"
#include "ui/palette/KeysSheet.h"
#include "ui/parts/Toast.h"
#include "ui/production/PlanProduction.h"
#include "ui/shell/Rail.h"
#include "ui/shell/Sections.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/WaitingSheet.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/ThemeChoice.h"

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
    connect(m_top, &TopBar::withinChosen, this, &StudioFrame::goWithin);
    connect(m_top, &TopBar::menuAsked, this, &StudioFrame::toggleRail);
    connect(m_top, &TopBar::themeToggled, this, &StudioFrame::toggleTheme);
    connect(m_top, &TopBar::paletteAsked, this, &StudioFrame::openPalette);
    connect(m_top, &TopBar::newProductionAsked, this, [this] {
        if (page()) planProduction(*page());
    });
    connect(m_top, &TopBar::notificationsAsked, this, [this] { goToSection(u"notifications"_s); });
    connect(m_top, &TopBar::signOutAsked, this, &StudioFrame::signOutAsked);
    connect(m_top, &TopBar::closeStudioAsked, this, &StudioFrame::closeStudioAsked);
    connect(
        &studio.directory(), &StudioDirectory::changed, this, [this] { m_top->setProduction(m_place.productionId); });
    connect(&studio.outbox(), &Outbox::takenBack, this, &StudioFrame::tellRefusal);
    connect(m_back, &QShortcut::activated, this, &StudioFrame::goBack);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this), &QShortcut::activated, this,
        &StudioFrame::openPalette);
    connect(
        new QShortcut(QKeySequence(Qt::Key_Question), this), &QShortcut::activated, this, &StudioFrame::showKeysOfPage);
}

/// Of a change that had waited: the page where it was made may be another one now.
void StudioFrame::tellRefusal(const WaitingChange &change, const QString &why)
{
    if (why.isEmpty()) return; // discarded here
    const int count = m_studio.outbox().refusedCount();
    if (m_refusal) m_refusal->close();
    m_refusal = ToastStack::of(this).show(
        {NoticeKind::Bad, count > 1 ? refusedWords(count) : tr("Not taken: %1").arg(change.sentence), why,
            {{tr("Show"), {}, [this] { (new WaitingSheet(m_studio.outbox(), this))->open(); }}}, true});
}

void StudioFrame::buildRail()
{
    const SignedInPerson &me = m_studio.session().person();
    m_rail->clear();
    for (const bool atEnd : {false, true}) {
        for (const Section &section : sections())
            if (section.isOffered(me) && section.isInRail && section.isAtEnd == atEnd)
                m_rail->add(section.id, section.icon, section.name);
        if (!atEnd) m_rail->addStretch();
    }
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
    m_rail->setVisible(!page->fillsWindow());
    const Destination *within = section->isInRail ? nullptr : cameFrom();
    m_top->setWithin(within ? pageOf(within->section)->title() : QString());
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

/// The last place in another section, where that is one of the rail's.
const Destination *StudioFrame::cameFrom() const
{
    const auto elsewhere = std::find_if(m_before.crbegin(), m_before.crend(),
        [this](const Destination &place) { return place.section != m_place.section; });
    if (elsewhere == m_before.crend()) return nullptr;
    const Section *section = sectionNamed(elsewhere->section);
    return section && section->isInRail ? &*elsewhere : nullptr;
}

/// Back to that place, not to those in between.
void StudioFrame::goWithin()
{
    if (!cameFrom()) return;
    while (!m_before.isEmpty() && m_before.last().section == m_place.section) m_before.removeLast();
    goBack();
}

Page *StudioFrame::page() const
{
    return static_cast<Page *>(m_pages->currentWidget());
}

void StudioFrame::toggleRail()
{
    m_railHidden = !m_railHidden;
    QSettings().setValue(railSetting, m_railHidden);
    setRailNarrow(m_railHidden || width() < metrics::railToIcons);
}

void StudioFrame::toggleTheme()
{
    chooseTheme(colours().isDark() ? Theme::Mode::Light : Theme::Mode::Dark);
}

void StudioFrame::openPalette()
{
    if (!m_palette) {
        m_palette = new CommandPalette(m_studio, sections(), this);
        connect(m_palette, &CommandPalette::asked, this, &StudioFrame::go);
        addCommands();
    }
    if (m_palette->isOpen())
        m_palette->close();
    else
        m_palette->open(m_place.productionId);
}

void StudioFrame::addCommands()
{
    auto &commands = CommandRegistry::of(this);
    if (m_studio.session().person().isManager())
        commands.add(this, {u"new-production"_s, tr("New production"), tr("plan one"), u"plus"_s, {}, [this] {
                                planProduction(*page());
                            }});
    commands.addSource(this, [this] {
        const bool isDark = Theme::instance().palette().isDark();
        return QList<Command>{{u"theme"_s, isDark ? tr("Light theme") : tr("Dark theme"),
            isDark ? tr("turn the dark theme off") : tr("turn the light theme off"), u"contrast"_s, {},
            [this] { toggleTheme(); }}};
    });
    commands.add(this,
        {u"rail"_s, tr("Names of the sections"), tr("show or hide them"), u"menu"_s, {}, [this] { toggleRail(); }});
    commands.add(this,
        {u"keys"_s, tr("Keys"), tr("of this page and the window"), u"text"_s, u"?"_s, [this] { showKeysOfPage(); }});
    commands.add(
        this, {u"back"_s, tr("Back"), tr("to the page before"), u"left"_s, u"Alt+Left"_s, [this] { goBack(); }});
    commands.add(this, {u"close-studio"_s, tr("Close the studio"), tr("to the start page"), u"close"_s, {}, [this] {
                            Q_EMIT closeStudioAsked();
                        }});
    commands.add(this, {u"sign-out"_s, tr("Sign out"), m_studio.session().person().email, u"user"_s, {}, [this] {
                            Q_EMIT signOutAsked();
                        }});
}

void StudioFrame::showKeysOfPage()
{
    QList<KeyGroup> groups = page() ? page()->keys() : QList<KeyGroup>();
    groups << KeyGroup{tr("Everywhere"),
        {{u"Ctrl+K"_s, tr("Go to, or run a command")}, {u"?"_s, tr("This sheet")},
            {u"Alt+Left"_s, tr("Back to the page before")}, {u"Tab"_s, tr("To the next field or button")},
            {u"Esc"_s, tr("Close, step back")}}};
    showKeys(page() ? page()->title() : QString(), groups, this);
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
