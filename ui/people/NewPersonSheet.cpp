// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/NewPersonSheet.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/openstudio/ProductionItems.h"
#include "ui/parts/Form.h"
#include "ui/parts/Picker.h"
#include "ui/people/PeopleWriting.h"
#include "ui/people/PersonFields.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wanted{560, 560};

} // namespace

NewPersonSheet::NewPersonSheet(
    OpenedStudio &studio, PeopleWriting &writing, const QString &productionId, QWidget *anyInWindow)
    : FormSheet(tr("New person"), anyInWindow)
    , m_writing(writing)
    , m_fields(new PersonFields(studio.directory()))
    , m_productions(new PickerField(tr("None yet")))
    , m_invites(new QCheckBox(tr("Send an invitation with a code to set a password")))
    , m_add(new QPushButton(tr("Add person")))
{
    m_productions->setMultiple(true);
    m_productions->setItems(productionItems(studio.directory()));
    if (!productionId.isEmpty()) m_productions->setChosen({productionId});
    m_fields->form().add(tr("In the teams of"), m_productions);
    m_fields->form().addWidget(m_invites);
    m_invites->setChecked(writing.maySendLetters());
    m_invites->setEnabled(writing.maySendLetters());
    if (!writing.maySendLetters())
        m_invites->setToolTip(tr("This studio has no mail server. Set a password afterwards, and tell it."));
    build(m_fields, m_fields->form(), m_add);
    setWanted(wanted);
    connect(&writing, &PeopleWriting::made, this, [this] {
        if (m_isAtWork) close();
    });
    connect(&writing, &PeopleWriting::refused, this, [this] {
        m_isAtWork = false; // what is filled in stays
        m_fields->setEnabled(true);
    });
}

void NewPersonSheet::act()
{
    if (m_isAtWork) return;
    m_isAtWork = true;
    m_fields->setEnabled(false);
    m_writing.make(m_fields->person(), m_productions->chosen(), m_invites->isChecked());
}

} // namespace callboard::ui
