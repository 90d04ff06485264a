// SPDX-License-Identifier: GPL-3.0-or-later
// A checklist: to tick below a comment, to write in the composer.
#pragma once

#include "ui/values/TaskValues.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace callboard::ui {

/// Items to tick; done ones are struck through.
class ChecklistView final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistView(QWidget *parent = nullptr);
    void setChecklist(const Checklist &checklist, bool isTickable);

Q_SIGNALS:
    void ticked(int item, bool isDone);
    /// A frame that an item names ("[1051]"), or an address in it.
    void linkChosen(const QString &address);

private:
    QVBoxLayout *m_rows;
};

/// Items to write: Enter begins the next, Backspace in an empty one removes it.
class ChecklistEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistEditor(QWidget *parent = nullptr);
    void setChecklist(const Checklist &checklist);
    /// Without the empty items.
    Checklist checklist() const;
    /// One more item, with the cursor in it.
    void addItem();

Q_SIGNALS:
    void changed();
    void sendAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *insert(int at, const ChecklistItem &item);
    void remove(int row);
    int rowOf(const QObject *field) const;
    QLineEdit *fieldAt(int row) const;

    QVBoxLayout *m_rows;
    QList<Json> m_kept; // beside the rows
};

} // namespace callboard::ui
