// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/NewPersonSheet.h"

#include "ui/parts/Form.h"
#include "ui/parts/Picker.h"
#include "ui/people/PeopleWriting.h"
#include "ui/people/PersonFields.h"
#include "ui/studio/OpenedStudio.h"
#include "ui/studio/ProductionItems.h"
#include "ui/theme/Controls.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize wanted{560, 560};

} // namespace

NewPersonSheet::NewPersonSheet(
    OpenedStudio &studio, PeopleWriting &writing, const QString &productionId, QWidget *anyInWindow)
    : Sheet(tr("New person"), anyInWindow)
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
    setButtonRole(m_add, ButtonRole::Primary);
    setShortcutHint(m_add, u"Ctrl Enter"_s);
    m_fields->form().setAction(m_add);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 16);
    column->addWidget(m_fields);
    column->addStretch(1);
    setContent(content);
    auto *foot = new FormFoot(&m_fields->form());
    foot->addAction(m_add);
    setFoot(foot);
    setWanted(wanted);
    connect(m_add, &QPushButton::clicked, this, &NewPersonSheet::add);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this,
        &NewPersonSheet::add);
    connect(&writing, &PeopleWriting::made, this, [this] {
        if (m_isAtWork) close();
    });
    connect(&writing, &PeopleWriting::refused, this, [this] {
        m_isAtWork = false; // what is filled in stays
        m_fields->setEnabled(true);
    });
    connect(this, &Sheet::closed, this, [this] { parentWidget()->deleteLater(); });
}

void NewPersonSheet::add()
{
    if (m_isAtWork || !m_fields->form().check()) return;
    m_isAtWork = true;
    m_fields->setEnabled(false);
    m_writing.make(m_fields->person(), m_productions->chosen(), m_invites->isChecked());
}

} // namespace callboard::ui
