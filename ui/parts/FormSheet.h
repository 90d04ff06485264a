// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Sheet.h"

class QPushButton;

namespace callboard::ui {

class Form;

/// A sheet that asks for the fields of one form and then does one thing. It is gone when it is closed.
class FormSheet : public Sheet
{
    Q_OBJECT

protected:
    FormSheet(const QString &title, QWidget *anyInWindow);

    /// Fills the sheet: `content` holds the form's fields, `action` stands in the foot and waits for what is missing.
    /// Takes both. act() follows a click and Ctrl+Enter.
    void build(QWidget *content, Form &form, QPushButton *action);

    /// Called when nothing is missing.
    virtual void act() = 0;

private:
    void tryToAct();

    Form *m_form = nullptr;
};

} // namespace callboard::ui
