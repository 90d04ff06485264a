// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/PersonPanel.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/ColumnScroll.h"
#include "ui/parts/Form.h"
#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/people/NewPasswordSheet.h"
#include "ui/people/PeopleWriting.h"
#include "ui/people/PersonFields.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

PersonPanel::PersonPanel(OpenedStudio &studio, PeopleWriting &writing, QWidget *parent)
    : Panel({}, parent)
    , m_studio(studio)
    , m_writing(writing)
    , m_nobody(new EmptyState(u"user"_s, tr("Choose a person."), {}, this))
{
    m_content = makeContent();
    auto *all = new QWidget(this);
    auto *rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_nobody, 1);
    rows->addWidget(m_content, 1);
    setContent(all);
    connect(m_fields, &PersonFields::changed, this, &PersonPanel::showEdited);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        if (m_fields->form().check()) m_writing.change(m_person, m_fields->person());
    });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_fields->show(m_person);
        showEdited();
    });
    connect(m_invite, &QPushButton::clicked, this, [this] { m_writing.invite(m_person); });
    connect(m_password, &QPushButton::clicked, this, &PersonPanel::askPassword);
    connect(m_active, &QPushButton::clicked, this, [this] { m_writing.setActive(m_person, !m_person.isActive); });
    connect(&studio.directory(), &StudioDirectory::changed, this, [this] {
        fillTeams();
        showFacts();
    });
    connect(&studio.presence(), &Presence::changed, this, &PersonPanel::showFacts);
    // A team that was not changed shows again what it is.
    connect(&writing, &PeopleWriting::refused, this, &PersonPanel::fillTeams);
    showPerson({});
}

QWidget *PersonPanel::makeContent()
{
    auto *area = new ColumnScroll(this);
    area->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(area);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::panelPadding, 12, metrics::panelPadding, 16);
    column->setSpacing(12);
    m_facts = new Label({}, TextRole::Base, Tone::Secondary, content);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fields = new PersonFields(m_studio.directory(), content);
    m_keepRow = new QWidget(content);
    auto *keep = new QHBoxLayout(m_keepRow);
    keep->setContentsMargins(0, 0, 0, 0);
    m_discard = new QPushButton(tr("Discard"), m_keepRow);
    m_keep = new QPushButton(tr("Keep"), m_keepRow);
    setButtonRole(m_keep, ButtonRole::Primary);
    keep->addStretch(1);
    keep->addWidget(m_discard);
    keep->addWidget(m_keep);
    m_account = new QWidget(content);
    auto *account = new QVBoxLayout(m_account);
    account->setContentsMargins(0, 0, 0, 0);
    account->setSpacing(8);
    account->addWidget(new SectionTitle(tr("Account"), {}, m_account));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_invite = new QPushButton(tr("Send invitation"), m_account);
    m_password = new QPushButton(tr("Set a password"), m_account);
    m_active = new QPushButton(m_account);
    for (QPushButton *button : {m_invite, m_password, m_active}) buttons->addWidget(button);
    buttons->addStretch(1);
    account->addLayout(buttons);
    auto *teams = new QVBoxLayout;
    teams->setSpacing(8);
    teams->addWidget(new SectionTitle(tr("In the teams of"), {}, content));
    m_teamRows = new QVBoxLayout;
    m_teamRows->setSpacing(6);
    teams->addLayout(m_teamRows);
    column->addWidget(m_facts);
    column->addWidget(m_fields);
    column->addWidget(m_keepRow);
    column->addLayout(teams);
    column->addWidget(m_account);
    column->addStretch(1);
    area->setWidget(content);
    return area;
}

void PersonPanel::showPerson(const PersonRecord &person)
{
    // What is being typed about this person is not overwritten by what others change meanwhile.
    const bool isEdited = !m_person.id.isEmpty() && m_person.id == person.id && m_keepRow->isVisibleTo(this);
    m_person = person;
    const SignedInPerson &me = m_studio.session().person();
    const bool isThere = !person.id.isEmpty();
    const bool administers = me.isAdmin() && isThere;
    m_nobody->setVisible(!isThere);
    m_content->setVisible(isThere);
    setTitle(isThere ? person.fullName : tr("Person"));
    m_fields->setVisible(administers);
    m_facts->setVisible(!administers);
    m_account->setVisible(administers);
    m_invite->setVisible(person.isActive && m_writing.maySendLetters());
    m_password->setVisible(person.isActive && (person.role != "admin"_L1 || person.id == me.id));
    m_active->setVisible(person.id != me.id); // nobody locks themselves out
    m_active->setText(person.isActive ? tr("Deactivate") : tr("Activate"));
    setButtonRole(m_active, person.isActive ? ButtonRole::Danger : ButtonRole::Normal);
    if (!isEdited) m_fields->show(person);
    showEdited();
    fillTeams();
    showFacts();
}

void PersonPanel::showEdited()
{
    const bool isEdited = m_fields->isVisibleTo(m_content) && !changesOf(m_person, m_fields->person()).empty();
    m_keepRow->setVisible(isEdited);
}

void PersonPanel::showFacts()
{
    const bool isHere = m_studio.presence().isHere(m_person.id);
    const QString role = roleName(m_person.role);
    setSubtitle(m_person.id.isEmpty() ? QString()
            : !m_person.isActive      ? tr("%1, inactive").arg(role)
            : isHere                  ? tr("%1, connected").arg(role)
                                      : role);
    QStringList departments;
    for (const Named &department : m_studio.directory().departments())
        if (m_person.departmentIds.contains(department.id)) departments << department.name;
    QStringList lines{tr("%1: %2").arg(role, roleWords(m_person.role))};
    if (!departments.isEmpty()) lines << departments.join(u", "_s);
    if (!m_person.email.isEmpty()) lines << m_person.email;
    m_facts->setText(lines.join(u'\n'));
}

bool PersonPanel::mayChangeTeamOf(const QString &productionId) const
{
    const SignedInPerson &me = m_studio.session().person();
    const DirectoryProduction *production = m_studio.directory().production(productionId);
    return me.isAdmin() || (me.isManager() && production && production->teamIds.contains(me.id));
}

void PersonPanel::fillTeams()
{
    while (QLayoutItem *item = m_teamRows->takeAt(0)) {
        item->widget()->setVisible(false);
        item->widget()->deleteLater(); // its tick may be what is being told
        delete item;
    }
    m_teams.clear();
    for (const DirectoryProduction &production : m_studio.directory().productions()) {
        const bool isIn = production.teamIds.contains(m_person.id);
        if (!mayChangeTeamOf(production.id)) {
            if (isIn) m_teamRows->addWidget(new Label(production.name, TextRole::Base, Tone::Text, this));
            continue;
        }
        if (!isIn && !m_person.isActive) continue;
        auto *box = new QCheckBox(production.name, this);
        box->setChecked(isIn);
        m_teamRows->addWidget(box);
        m_teams << box;
        connect(box, &QCheckBox::clicked, this, [this, id = production.id, name = production.name](bool in) {
            m_writing.setInTeam(m_person, id, name, in);
        });
    }
    if (m_teamRows->count() == 0) m_teamRows->addWidget(new Label(tr("None"), TextRole::Base, Tone::Hint, this));
}

void PersonPanel::askPassword()
{
    auto *sheet = new NewPasswordSheet(m_person, this);
    connect(sheet, &NewPasswordSheet::chosen, &m_writing,
        [this, person = m_person](const QString &password) { m_writing.setPassword(person, password); });
    sheet->open();
}

} // namespace callboard::ui
