// SPDX-License-Identifier: GPL-3.0-or-later
// Words written in place: a reply, or the edit of a comment. Ctrl+Enter keeps, Esc leaves.
#pragma once

#include "ui/values/TaskValues.h"

#include <QWidget>

namespace callboard::ui {

class ChecklistEditor;
class MentionField;

class InlineWriting final : public QWidget
{
    Q_OBJECT

public:
    InlineWriting(const QString &placeholder, const QString &action, QWidget *parent = nullptr);
    void setNames(const QStringList &names);
    void setText(const QString &text);
    void setChecklist(const Checklist &checklist);
    QString text() const;
    Checklist checklist() const;
    /// Takes the cursor.
    void begin();

Q_SIGNALS:
    void kept();
    void left();

private:
    MentionField *m_text;
    ChecklistEditor *m_checklist;
};

} // namespace callboard::ui
