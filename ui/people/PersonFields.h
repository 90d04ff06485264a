// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/people/PersonRecord.h"

#include <QWidget>

class QLineEdit;

namespace callboard::ui {

class Form;
class FormRow;
class PickerField;
class StudioDirectory;

/// The fields of a person that administrators fill in: names, address, role, departments.
class PersonFields final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonFields(StudioDirectory &directory, QWidget *parent = nullptr);

    void show(const PersonRecord &person);
    /// As it is filled in now.
    PersonRecord person() const;
    Form &form() { return *m_form; }
    QLineEdit *firstName() const { return m_firstName; }
    QLineEdit *lastName() const { return m_lastName; }
    QLineEdit *email() const { return m_email; }
    PickerField *role() const { return m_role; }
    PickerField *departments() const { return m_departments; }

Q_SIGNALS:
    void changed();

private:
    void fillDepartments();

    StudioDirectory &m_directory;
    PersonRecord m_shown;
    Form *m_form;
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QLineEdit *m_email;
    PickerField *m_role;
    PickerField *m_departments;
};

} // namespace callboard::ui
