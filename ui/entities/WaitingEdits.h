// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the changes that wait for the studio over a spreadsheet: the new value stays in view with the mark of what is
// not sent, also after a new start, until the studio has it or it is taken back. GUI thread.
#pragma once

#include "ui/outbox/WaitingChange.h"
#include "ui/spreadsheet/SheetModel.h"

#include <QObject>
#include <QSet>

namespace callboard::ui {

class Outbox;

class WaitingEdits final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    WaitingEdits(Outbox &outbox, SheetModel &model, QObject *parent = nullptr);

private:
    void layNew();
    void layInRows(int first, int last);
    void lay(const WaitingChange &change, const CellAddress &subject);
    void end(qint64 id, bool isKept);

    Outbox &m_outbox;
    SheetModel &m_model;
    QHash<qint64, QList<SheetModel::ChangeId>> m_laid; // by the waiting change
    QSet<qint64> m_looked;                             // its task or entity was looked for in all rows that are here
};

} // namespace callboard::ui
