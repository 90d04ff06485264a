// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/PeoplePage.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Picker.h"
#include "ui/parts/Pill.h"
#include "ui/parts/Progress.h"
#include "ui/parts/SearchField.h"
#include "ui/parts/Segments.h"
#include "ui/parts/SidePanel.h"
#include "ui/parts/Toast.h"
#include "ui/people/NewPersonSheet.h"
#include "ui/people/PeopleModel.h"
#include "ui/people/PeopleTable.h"
#include "ui/people/PeopleWriting.h"
#include "ui/people/PersonPanel.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int teamPart = 0;

} // namespace

PeoplePage::PeoplePage(OpenedStudio &studio, QWidget *parent)
    : Page(studio, parent)
    , m_model(new PeopleModel(studio, this))
    , m_choice(new PeopleChoice(*m_model, this))
    , m_writing(new PeopleWriting(studio.gateway(), this))
    , m_search(new SearchField(tr("Find people"), this))
    , m_which(new Segments({tr("Team"), tr("Everyone")}, this))
    , m_inactive(new Pill(tr("Inactive"), this))
    , m_addToTeam(new QPushButton(icons::icon(u"team"_s), tr("Change the team"), this))
    , m_new(new QPushButton(icons::icon(u"plus"_s, &Palette::onAccent), tr("New person"), this))
    , m_teamPicker(new Picker(this))
    , m_progress(new ProgressLine(this))
    , m_table(new PeopleTable(studio, *m_choice, this))
    , m_none(new EmptyState(u"team"_s, {}, {}, this))
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget(this))
    , m_panel(new PersonPanel(studio, *m_writing, this))
    , m_side(new SidePanelHost(m_content, m_panel, this))
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    m_progress->setPercentageShown(false);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(m_progress);
    rows->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_side);
    m_side->setOpen(false);

    connect(m_model, &PeopleModel::loading, this,
        [this](bool isLoading) { m_progress->setProgress(isLoading ? std::optional(0.0) : std::nullopt); });
    connect(m_model, &PeopleModel::failed, this, [this](const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("The people could not be read"), why,
            {{tr("Try again"), {}, [this] { m_model->reload(); }}}, true});
    });
    connect(m_model, &PeopleModel::changed, this, &PeoplePage::follow);
    connect(&studio.directory(), &StudioDirectory::changed, this, &PeoplePage::follow);
    connect(&studio.presence(), &Presence::changed, this, &PeoplePage::follow);
    connect(
        m_table, &PeopleTable::chosen, this, [this](const QModelIndex &index) { choose(m_choice->person(index).id); });
    connect(m_side, &SidePanelHost::openChanged, this, [this](bool open) {
        if (open) return;
        m_chosenId.clear();
        m_table->setCurrentIndex({});
    });
    connectWriting();
}

QWidget *PeoplePage::makeBar()
{
    auto *bar = new QWidget(m_content);
    bar->setFixedHeight(metrics::filterBar + 4);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    m_search->setKeys(u"/"_s);
    m_search->setMaximumWidth(320);
    m_inactive->setCheckable(true);
    setButtonRole(m_new, ButtonRole::Primary);
    row->addWidget(m_search, 2);
    row->addWidget(m_which);
    row->addWidget(m_inactive);
    row->addStretch(1);
    row->addWidget(m_addToTeam);
    row->addWidget(m_new);
    const SignedInPerson &me = studio().session().person();
    m_new->setVisible(me.isAdmin());
    m_inactive->setVisible(me.isAdmin());
    m_teamPicker->setMultiple(true);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_choice->setWords(words);
        follow();
    });
    connect(m_which, &Segments::changed, this, &PeoplePage::follow);
    connect(m_inactive, &QAbstractButton::toggled, this, [this](bool on) {
        m_choice->setActive(!on);
        follow();
    });
    connect(new QShortcut(QKeySequence(Qt::Key_Slash), this), &QShortcut::activated, m_search,
        [this] { m_search->setFocus(); });
    connect(m_new, &QPushButton::clicked, this, &PeoplePage::addPerson);
    connect(m_addToTeam, &QPushButton::clicked, this, [this] {
        fillTeamPicker();
        m_teamPicker->openAt(m_addToTeam);
    });
    return bar;
}

void PeoplePage::connectWriting()
{
    connect(m_writing, &PeopleWriting::refused, this, [this](const QString &what, const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, what, why, {}, false});
    });
    connect(m_writing, &PeopleWriting::done, this, [this](const QString &words) {
        ToastStack::of(this).show({NoticeKind::Ok, words, {}, {}, false});
    });
    connect(m_writing, &PeopleWriting::made, this, [this](const QString &personId) {
        m_chosenId = personId;
        m_model->reload();
    });
    connect(m_writing, &PeopleWriting::changed, this, [this](const PersonRecord &person) {
        if (person.id == m_panel->person().id) m_panel->showPerson(person);
        m_model->reload();
    });
    connect(m_writing, &PeopleWriting::activated, this, [this](const PersonRecord &person, bool active) {
        m_model->reload();
        ToastStack::of(this).show({NoticeKind::Ok,
            active ? tr("%1 can sign in again").arg(person.fullName)
                   : tr("%1 can no longer sign in").arg(person.fullName),
            {}, {{tr("Undo"), {}, [this, person, active] { m_writing->setActive(person, !active); }}}, false});
    });
}

QString PeoplePage::title() const
{
    return studio().session().person().isManager() ? tr("People") : tr("Team");
}

QList<KeyGroup> PeoplePage::keys() const
{
    return {{title(), {{u"/"_s, tr("Find people")}, {u"Up  Down"_s, tr("The person before, and after")}}}};
}

void PeoplePage::show(const Destination &destination)
{
    m_productionId = destination.productionId;
    const bool hasProduction = studio().directory().production(m_productionId);
    m_which->setVisible(hasProduction);
    if (!m_model->isLoaded()) setTeamShown(hasProduction && !studio().session().person().isAdmin());
    m_model->reload();
    follow();
    m_table->setFocus();
}

void PeoplePage::setTeamShown(bool shown)
{
    m_which->setCurrent(shown ? teamPart : teamPart + 1);
    follow();
}

bool PeoplePage::showsTeam() const
{
    return m_which->current() == teamPart && studio().directory().production(m_productionId);
}

bool PeoplePage::mayChangeTeam() const
{
    const SignedInPerson &me = studio().session().person();
    const DirectoryProduction *production = studio().directory().production(m_productionId);
    return production && (me.isAdmin() || (me.isManager() && production->teamIds.contains(me.id)));
}

void PeoplePage::follow()
{
    const DirectoryProduction *production = studio().directory().production(m_productionId);
    m_choice->setAmong(showsTeam() ? std::optional(production->teamIds) : std::nullopt);
    m_addToTeam->setVisible(showsTeam() && mayChangeTeam());
    const auto counts = [&](bool active) {
        return static_cast<int>(std::ranges::count_if(
            m_model->people(), [&](const PersonRecord &person) { return !person.isBot && person.isActive == active; }));
    };
    m_inactive->setCount(counts(false));
    m_table->setHereShown(!studio().presence().people().isEmpty()); // not every studio tells
    const int shown = m_choice->rowCount();
    setSummary(showsTeam() ? tr("%n person(s) in the team of %1", nullptr, shown).arg(production->name)
                           : tr("%1 of %n active people", nullptr, counts(true)).arg(shown));
    m_none->setSentence(m_search->text().isEmpty() ? tr("Nobody is here yet.") : tr("Nobody matches."));
    m_stack->setCurrentWidget(
        shown == 0 && m_model->isLoaded() ? static_cast<QWidget *>(m_none) : static_cast<QWidget *>(m_table));
    followChoice();
}

/// The chosen person as the list has them now; rows may have come, gone or moved.
void PeoplePage::followChoice()
{
    if (m_chosenId.isEmpty()) return;
    const PersonRecord *person = m_model->person(m_chosenId);
    if (!person && m_model->isLoaded()) {
        m_chosenId.clear();
        m_panel->showPerson({});
        m_side->setOpen(false);
        return;
    }
    if (person) choose(m_chosenId);
}

void PeoplePage::choose(const QString &personId)
{
    m_chosenId = personId;
    if (const PersonRecord *person = m_model->person(personId)) m_panel->showPerson(*person);
    m_side->setOpen(true);
    const QModelIndex index = m_choice->indexOf(personId);
    if (!index.isValid())
        m_table->clearSelection(); // not among those that are listed, but still beside them
    else if (!m_table->selectionModel()->isRowSelected(index.row()))
        m_table->setCurrentIndex(index);
}

void PeoplePage::fillTeamPicker()
{
    const DirectoryProduction *production = studio().directory().production(m_productionId);
    if (!production) return;
    QList<PickerItem> items;
    for (const PersonRecord &person : m_model->people()) {
        if (person.isBot || (!person.isActive && !production->teamIds.contains(person.id))) continue;
        PickerItem item;
        item.id = person.id;
        item.text = person.fullName;
        item.detail = roleName(person.role);
        item.person = studio().directory().look(person.id);
        items << item;
    }
    m_teamPicker->setItems(items);
    m_teamPicker->setChosen(production->teamIds);
    disconnect(m_teamPicker, &Picker::changed, this, nullptr);
    connect(m_teamPicker, &Picker::changed, this,
        [this, id = production->id, name = production->name, before = production->teamIds](
            const QStringList &chosen) mutable {
            for (const PersonRecord &person : m_model->people()) {
                const bool in = chosen.contains(person.id);
                if (in != before.contains(person.id)) m_writing->setInTeam(person, id, name, in);
            }
            before = chosen;
        });
}

void PeoplePage::addPerson()
{
    const QString production = showsTeam() ? m_productionId : QString();
    (new NewPersonSheet(studio(), *m_writing, production, this))->open();
}

void PeoplePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

} // namespace callboard::ui
