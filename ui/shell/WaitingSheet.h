// SPDX-License-Identifier: GPL-3.0-or-later
// The changes that wait for the studio, and those that it refused: what, when, why; try now, discard. GUI thread.
#pragma once

#include "ui/parts/Sheet.h"

#include <QTimer>

class QPushButton;
class QVBoxLayout;

namespace callboard::ui {

class EmptyState;
class Label;
class Outbox;
struct WaitingChange;

/// "3 changes wait to be sent", "1 change was refused"; empty when nothing waits and none was refused.
QString waitingWords(const Outbox &outbox);
/// "2 changes were refused"
QString refusedWords(int count);

class WaitingSheet final : public Sheet
{
    Q_OBJECT

public:
    /// The outbox outlives it. Deletes itself when closed.
    WaitingSheet(Outbox &outbox, QWidget *anyInWindow);

private:
    QWidget *makeContent();
    QWidget *makeFoot();
    QWidget *makeRow(const WaitingChange &change);
    void fill();
    void discardAll();

    Outbox &m_outbox;
    QVBoxLayout *m_rows;
    Label *m_more;
    EmptyState *m_none;
    QPushButton *m_tryNow;
    QPushButton *m_discardAll;
    bool m_isDiscardConfirmed = false;
    QTimer m_refill; // many may go at once
};

} // namespace callboard::ui
