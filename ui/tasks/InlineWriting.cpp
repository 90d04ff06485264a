// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/InlineWriting.h"

#include "ui/tasks/ChecklistEditor.h"
#include "ui/tasks/MentionField.h"
#include "ui/theme/Controls.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

InlineWriting::InlineWriting(const QString &placeholder, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_text(new MentionField(placeholder, this))
    , m_checklist(new ChecklistEditor(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addWidget(m_text);
    rows->addWidget(m_checklist);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    auto *leave = new QPushButton(tr("Cancel"), this);
    auto *keep = new QPushButton(action, this);
    setButtonRole(leave, ButtonRole::Quiet);
    for (QPushButton *button : {leave, keep}) {
        setControlSize(button, ControlSize::Small);
        foot->addWidget(button);
    }
    rows->addLayout(foot);
    connect(keep, &QPushButton::clicked, this, &InlineWriting::kept);
    connect(leave, &QPushButton::clicked, this, &InlineWriting::left);
    connect(m_text, &MentionField::sendAsked, this, &InlineWriting::kept);
    connect(m_text, &MentionField::leaveAsked, this, &InlineWriting::left);
    connect(m_checklist, &ChecklistEditor::sendAsked, this, &InlineWriting::kept);
}

void InlineWriting::setNames(const QStringList &names)
{
    m_text->setNames(names);
}

void InlineWriting::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void InlineWriting::setChecklist(const Checklist &checklist)
{
    m_checklist->setChecklist(checklist);
}

QString InlineWriting::text() const
{
    return m_text->toPlainText().trimmed();
}

Checklist InlineWriting::checklist() const
{
    return m_checklist->checklist();
}

void InlineWriting::begin()
{
    m_text->setFocus();
    m_text->moveCursor(QTextCursor::End);
}

} // namespace callboard::ui
