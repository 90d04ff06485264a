// SPDX-License-Identifier: GPL-3.0-or-later
// A search for a status that begins with the first letter typed over task cells; Enter gives it to all of them.
#pragma once

#include "ui/spreadsheet/SheetValues.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace callboard::ui {

class StatusPicker : public QFrame
{
    Q_OBJECT

public:
    StatusPicker(const QList<StudioStatus> &statuses, int tasks, QWidget *parent);

    void open(const QPoint &global, const QString &typed); // closes and deletes itself
    void type(const QString &text);

Q_SIGNALS:
    void picked(const QString &statusId);

protected:
    bool eventFilter(QObject *, QEvent *) override;

private:
    void search(const QString &);
    void accept();

    QList<StudioStatus> m_statuses;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace callboard::ui
