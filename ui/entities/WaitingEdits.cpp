// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/WaitingEdits.h"

#include "ui/entities/EditRequests.h"
#include "ui/outbox/Outbox.h"

#include <algorithm>

namespace callboard::ui {

WaitingEdits::WaitingEdits(Outbox &outbox, SheetModel &model, QObject *parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_model(model)
{
    connect(&outbox, &Outbox::changed, this, &WaitingEdits::layNew);
    connect(&outbox, &Outbox::sent, this, [this](const WaitingChange &change) { end(change.id, true); });
    connect(&outbox, &Outbox::takenBack, this, [this](const WaitingChange &change) { end(change.id, false); });
    connect(&model, &SheetModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { layInRows(first, last); });
    connect(&model, &SheetModel::rowsRemoved, this, [this] {
        if (m_model.entityCount() == 0) m_laid.clear(); // With all rows the model has forgotten them.
    });
    connect(&model, &SheetModel::modelReset, this, [this] { layInRows(0, m_model.entityCount() - 1); });
    layNew();
}

void WaitingEdits::layNew()
{
    const auto &changes = m_outbox.changes();
    const bool areAllKnown =
        std::ranges::all_of(changes, [this](const auto &change) { return m_looked.contains(change.id); });
    if (!areAllKnown) layInRows(0, m_model.entityCount() - 1);
}

void WaitingEdits::layInRows(int first, int last)
{
    QHash<QString, QList<WaitingChange>> bySubject;
    for (const WaitingChange &change : m_outbox.changes()) {
        if (change.isRefused()) continue;
        m_looked.insert(change.id);
        if (!m_laid.contains(change.id)) bySubject[change.subject] << change;
    }
    if (bySubject.isEmpty()) return;
    const auto layAll = [&](const QString &id, const CellAddress &subject) {
        for (const WaitingChange &change : bySubject.value(id)) lay(change, subject);
    };
    for (int row = first; row <= last; ++row) {
        const QString id = m_model.row(row).id;
        const auto tasks = m_model.row(row).tasks; // as they are now: what is laid over them changes the row's
        layAll(id, {id, {}});
        for (auto task = tasks.cbegin(); task != tasks.cend(); ++task)
            if (task->exists()) layAll(task->taskId, {id, {ColumnKind::Task, task.key()}});
    }
}

void WaitingEdits::lay(const WaitingChange &change, const CellAddress &subject)
{
    if (m_model.columnOf(subject.column) < 0) return; // the columns come later
    QList<SheetModel::ChangeId> laid;
    for (const CellEdit &edit : editsOf(change, subject, m_model)) laid << m_model.applyPending(edit);
    m_laid.insert(change.id, laid);
}

void WaitingEdits::end(qint64 id, bool isKept)
{
    m_looked.remove(id); // a refused one may wait again
    for (const SheetModel::ChangeId laid : m_laid.take(id)) {
        if (isKept)
            m_model.confirm(laid);
        else
            m_model.refuse(laid);
    }
}

} // namespace callboard::ui
