// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/FormSheet.h"
#include "ui/people/PersonRecord.h"

class QLineEdit;
class QPushButton;

namespace callboard::ui {

/// Asks for a new password of a person, twice.
class NewPasswordSheet final : public FormSheet
{
    Q_OBJECT

public:
    NewPasswordSheet(const PersonRecord &person, QWidget *anyInWindow);

    QLineEdit *password() const { return m_password; }
    QLineEdit *again() const { return m_again; }
    QPushButton *action() const { return m_set; }

Q_SIGNALS:
    void chosen(const QString &password);

protected:
    void act() override;

private:
    QLineEdit *m_password;
    QLineEdit *m_again;
    QPushButton *m_set;
};

} // namespace callboard::ui
