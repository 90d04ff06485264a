// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/PersonFields.h"

#include "ui/openstudio/StudioDirectory.h"
#include "ui/parts/Form.h"
#include "ui/parts/Picker.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

std::optional<FieldFault> fault(bool isWrong, const QString &sentence)
{
    if (!isWrong) return std::nullopt;
    return FieldFault{FieldFault::Kind::Error, sentence, {}};
}

} // namespace

PersonFields::PersonFields(StudioDirectory &directory, QWidget *parent)
    : QWidget(parent)
    , m_directory(directory)
    , m_form(new Form(this))
    , m_firstName(new QLineEdit(this))
    , m_lastName(new QLineEdit(this))
    , m_email(new QLineEdit(this))
    , m_role(new PickerField(tr("Role"), this))
    , m_departments(new PickerField(tr("None"), this))
{
    m_departments->setMultiple(true);
    QList<PickerItem> roles;
    for (const QString &id : personRoles()) {
        PickerItem item;
        item.id = id;
        item.text = roleName(id);
        item.detail = roleWords(id);
        roles << item;
    }
    m_role->setItems(roles);
    FormRow *first = m_form->add(tr("First name"), m_firstName);
    first->setCheck([this] { return fault(m_firstName->text().trimmed().isEmpty(), tr("Type a first name.")); });
    m_form->addBeside(tr("Last name"), m_lastName);
    FormRow *email = m_form->add(tr("E-mail"), m_email);
    email->setCheck([this] {
        static const QRegularExpression address(u"^\\s*[^@\\s]+@[^@\\s]+\\s*$"_s);
        return fault(!address.match(m_email->text()).hasMatch(), tr("Type an address, such as mia@studio.com."));
    });
    FormRow *role = m_form->add(tr("Role"), m_role);
    FormRow *departments = m_form->add(tr("Departments"), m_departments);
    departments->setHint(tr("A supervisor without a department leads all of them."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    for (QLineEdit *field : {m_firstName, m_lastName, m_email})
        connect(field, &QLineEdit::textEdited, this, &PersonFields::changed);
    connect(m_role, &PickerField::changed, role, &FormRow::touched);
    connect(m_departments, &PickerField::changed, departments, &FormRow::touched);
    for (PickerField *field : {m_role, m_departments})
        connect(field, &PickerField::changed, this, &PersonFields::changed);
    connect(&directory, &StudioDirectory::changed, this, &PersonFields::fillDepartments);
    fillDepartments();
    show(PersonRecord());
}

void PersonFields::fillDepartments()
{
    const QStringList chosen = m_departments->chosen();
    QList<PickerItem> items;
    for (const Named &department : m_directory.departments()) {
        PickerItem item;
        item.id = department.id;
        item.text = department.name;
        item.bar = department.colour;
        items << item;
    }
    m_departments->setItems(items);
    m_departments->setChosen(chosen);
}

void PersonFields::show(const PersonRecord &person)
{
    m_shown = person;
    m_firstName->setText(person.firstName);
    m_lastName->setText(person.lastName);
    m_email->setText(person.email);
    m_role->setChosen({person.role});
    m_departments->setChosen(person.departmentIds);
}

PersonRecord PersonFields::person() const
{
    PersonRecord person = m_shown;
    person.firstName = m_firstName->text().trimmed();
    person.lastName = m_lastName->text().trimmed();
    person.email = m_email->text().trimmed();
    person.role = m_role->chosen().value(0, m_shown.role);
    person.departmentIds = m_departments->chosen();
    return person;
}

} // namespace callboard::ui
