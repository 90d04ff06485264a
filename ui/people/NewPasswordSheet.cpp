// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/NewPasswordSheet.h"

#include "core/auth/Passwords.h"
#include "ui/parts/Form.h"
#include "ui/theme/Controls.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

namespace {

constexpr QSize wanted{480, 320};

} // namespace

NewPasswordSheet::NewPasswordSheet(const PersonRecord &person, QWidget *anyInWindow)
    : Sheet(tr("Set a password"), anyInWindow)
    , m_form(new Form)
    , m_password(new QLineEdit)
    , m_again(new QLineEdit)
    , m_set(new QPushButton(tr("Set password")))
{
    setSubtitle(person.fullName);
    for (QLineEdit *field : {m_password, m_again}) field->setEchoMode(QLineEdit::Password);
    constexpr auto least = static_cast<qsizetype>(auth::leastPasswordLength);
    FormRow *first = m_form->add(tr("New password"), m_password);
    first->setCheck([this]() -> std::optional<FieldFault> {
        if (m_password->text().size() >= least) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Take %1 characters or more.").arg(least), {}};
    });
    FormRow *second = m_form->add(tr("The same again"), m_again);
    second->setHint(tr("Tell it to the person; they can change it."));
    second->setCheck([this]() -> std::optional<FieldFault> {
        if (m_again->text() == m_password->text()) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("The two differ."), {}};
    });
    setButtonRole(m_set, ButtonRole::Primary);
    m_form->setAction(m_set);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 16);
    column->addWidget(m_form);
    column->addStretch(1);
    setContent(content);
    auto *foot = new FormFoot(m_form);
    foot->addAction(m_set);
    setFoot(foot);
    setWanted(wanted);
    connect(m_set, &QPushButton::clicked, this, &NewPasswordSheet::take);
    for (QLineEdit *field : {m_password, m_again})
        connect(field, &QLineEdit::returnPressed, this, &NewPasswordSheet::take);
    connect(this, &Sheet::closed, this, [this] { parentWidget()->deleteLater(); });
}

void NewPasswordSheet::take()
{
    if (!m_form->check()) return;
    Q_EMIT chosen(m_password->text());
    close();
}

} // namespace callboard::ui
