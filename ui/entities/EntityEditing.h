// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out what the user changes in a spreadsheet: shown at once, sent, kept or taken back with the reason.
// Every change can be undone: the undo is a change of its own, made of what was there; what waits for the studio
// and was never sent is only dropped. GUI thread.
#pragma once

#include "ui/outbox/WaitingChange.h"
#include "ui/spreadsheet/SheetModel.h"

#include <QCoroTask>
#include <QObject>
#include <QUndoStack>

#include <memory>

namespace callboard::ui {

class OpenedStudio;

class EntityEditing final : public QObject
{
    Q_OBJECT

public:
    EntityEditing(OpenedStudio &studio, SheetModel &model, QObject *parent = nullptr);

    void setProduction(const QString &productionId) { m_productionId = productionId; }
    /// Shows the change and sends it; puts it on the undo stack.
    void carryOut(const CellEdit &edit);
    /// Makes the tasks that are missing in these cells.
    void createTasks(const QList<CellAddress> &cells);
    /// Deletes these tasks with all that hangs on them; managers only, asked for before.
    void deleteTasks(const QList<CellAddress> &cells);
    /// Hears of these tasks' comments from now on.
    void subscribe(const QList<CellAddress> &cells);
    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    /// The studio said no; the cells show what they had.
    void refused(const QString &what, const QString &why);

private:
    friend class EditCommand;

    /// What waits in the outbox, by the cell that it changes.
    using WaitingCells = QHash<CellAddress, QList<qint64>>;

    /// `waiting` is told what has to wait; shared with the step that can be undone.
    QCoro::Task<void> send(CellEdit edit, std::shared_ptr<WaitingCells> waiting);
    void undo(const std::vector<CellEdit> &inverse, const std::shared_ptr<WaitingCells> &waiting);
    /// A few requests for all cells, where the API has them.
    QCoro::Task<void> sendTogether(CellEdit edit, std::shared_ptr<WaitingCells> waiting);
    /// A request for each cell, where the API has none for several: what is refused is taken back cell by cell.
    QCoro::Task<void> sendEachCell(CellEdit edit, std::shared_ptr<WaitingCells> waiting);
    QCoro::Task<void> sendNewTasks(QHash<QString, QStringList> entitiesByTaskType);
    QCoro::Task<void> sendDeletion(QStringList taskIds);
    QCoro::Task<void> sendSubscriptions(QStringList taskIds);
    QStringList taskIdsOf(const QList<CellAddress> &cells) const;
    std::vector<CellEdit> inverseOf(const CellEdit &edit) const;

    OpenedStudio &m_studio;
    SheetModel &m_model;
    QString m_productionId;
    QUndoStack m_undo;
};

} // namespace callboard::ui
