// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/NewPasswordSheet.h"

#include "core/domain/secrets/Passwords.h"
#include "ui/parts/Form.h"

#include <QLineEdit>
#include <QPushButton>

namespace callboard::ui {

namespace {

constexpr QSize wanted{480, 320};

} // namespace

NewPasswordSheet::NewPasswordSheet(const PersonRecord &person, QWidget *anyInWindow)
    : FormSheet(tr("Set a password"), anyInWindow)
    , m_password(new QLineEdit)
    , m_again(new QLineEdit)
    , m_set(new QPushButton(tr("Set password")))
{
    setSubtitle(person.fullName);
    auto *form = new Form;
    for (QLineEdit *field : {m_password, m_again}) field->setEchoMode(QLineEdit::Password);
    constexpr auto least = static_cast<qsizetype>(secrets::leastPasswordLength);
    FormRow *first = form->add(tr("New password"), m_password);
    first->setCheck([this]() -> std::optional<FieldFault> {
        if (m_password->text().size() >= least) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Take %1 characters or more.").arg(least), {}};
    });
    FormRow *second = form->add(tr("The same again"), m_again);
    second->setHint(tr("Tell it to the person; they can change it."));
    second->setCheck([this]() -> std::optional<FieldFault> {
        if (m_again->text() == m_password->text()) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("The two differ."), {}};
    });
    build(form, *form, m_set);
    setWanted(wanted);
    for (QLineEdit *field : {m_password, m_again})
        connect(field, &QLineEdit::returnPressed, m_set, &QPushButton::click);
}

void NewPasswordSheet::act()
{
    Q_EMIT chosen(m_password->text());
    close();
}

} // namespace callboard::ui
