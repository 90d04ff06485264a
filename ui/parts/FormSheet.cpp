// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/FormSheet.h"

#include "ui/parts/Form.h"
#include "ui/theme/Controls.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace callboard::ui {

FormSheet::FormSheet(const QString &title, QWidget *anyInWindow)
    : Sheet(title, anyInWindow)
{
    connect(this, &Sheet::closed, this, [this] { parentWidget()->deleteLater(); }); // the dim, which holds the sheet
}

void FormSheet::build(QWidget *content, Form &form, QPushButton *action)
{
    m_form = &form;
    setButtonRole(action, ButtonRole::Primary);
    setShortcutHint(action, QStringLiteral("Ctrl Enter"));
    form.setAction(action);
    auto *padded = new QWidget;
    auto *column = new QVBoxLayout(padded);
    column->setContentsMargins(20, 16, 20, 16);
    column->addWidget(content);
    column->addStretch(1);
    setContent(padded);
    auto *foot = new FormFoot(&form);
    foot->addAction(action);
    setFoot(foot);
    connect(action, &QPushButton::clicked, this, &FormSheet::tryToAct);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this,
        &FormSheet::tryToAct);
}

void FormSheet::tryToAct()
{
    if (m_form->check()) act();
}

} // namespace callboard::ui
