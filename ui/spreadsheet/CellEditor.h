// SPDX-License-Identifier: GPL-3.0-or-later
// Edits one field in its cell: a line for text and numbers, a menu for lists, checks for tags and checklists.
// A boolean is turned at once. It deletes itself when it is done.
#pragma once

#include "ui/spreadsheet/SheetModel.h"

#include <QObject>

class QLineEdit;
class QWidget;

namespace callboard::ui {

class CellEditor : public QObject
{
    Q_OBJECT

public:
    CellEditor(const SheetModel &, int row, int column, QWidget *viewport);

    // Text typed before the editor was there takes the place of the value.
    void open(const QRect &cell, const QString &typed);

Q_SIGNALS:
    void finished(const QVariant &value); // not when it was called off

protected:
    bool eventFilter(QObject *, QEvent *) override;

private:
    void openLine(const QRect &cell, const QString &typed);
    void openChoices(const QRect &cell, const QList<QPair<QString, QVariant>> &choices);
    void openChecks(const QRect &cell, const QStringList &items);
    void leaveLine(bool keep);

    const SheetColumn m_column;
    const int m_place;
    const SheetModel &m_model;
    QVariant m_value;
    QString m_text;
    QWidget *m_viewport;
    QLineEdit *m_line = nullptr;
};

} // namespace callboard::ui
