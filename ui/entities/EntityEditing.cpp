// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EntityEditing.h"

#include "ui/entities/EditRequests.h"
#include "ui/gateway/Requests.h"
#include "ui/gateway/SendMany.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/outbox/Changes.h"

#include <QPointer>
#include <QUndoCommand>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const CellEdit &edit)
{
    const auto count = static_cast<int>(edit.cells.size());
    switch (edit.aspect) {
    case CellAspect::Status: return EntityEditing::tr("Status of %n task(s)", nullptr, count);
    case CellAspect::Priority: return EntityEditing::tr("Priority of %n task(s)", nullptr, count);
    case CellAspect::Assignees: return EntityEditing::tr("Assignment of %n task(s)", nullptr, count);
    case CellAspect::Estimation: return EntityEditing::tr("Estimation of %n task(s)", nullptr, count);
    case CellAspect::Value: break;
    }
    return EntityEditing::tr("Change of %n field(s)", nullptr, count);
}

} // namespace

/// One step of the user: sends the change when first done and when done again, and what was there when undone.
class EditCommand final : public QUndoCommand
{
public:
    EditCommand(EntityEditing &editing, CellEdit edit, std::vector<CellEdit> inverse)
        : QUndoCommand(nameOf(edit))
        , m_editing(editing)
        , m_edit(std::move(edit))
        , m_inverse(std::move(inverse))
    {}
    void redo() override { m_editing.send(m_edit, m_waiting); }
    void undo() override { m_editing.undo(m_inverse, m_waiting); }

private:
    EntityEditing &m_editing;
    CellEdit m_edit;
    std::vector<CellEdit> m_inverse;
    std::shared_ptr<EntityEditing::WaitingCells> m_waiting = std::make_shared<EntityEditing::WaitingCells>();
};

EntityEditing::EntityEditing(OpenedStudio &studio, SheetModel &model, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_model(model)
{}

void EntityEditing::carryOut(const CellEdit &edit)
{
    if (edit.cells.isEmpty()) return;
    m_undo.push(new EditCommand(*this, edit, inverseOf(edit)));
}

void EntityEditing::createTasks(const QList<CellAddress> &cells)
{
    QHash<QString, QStringList> missing;
    for (const CellAddress &cell : cells)
        if (cell.column.kind == ColumnKind::Task
            && !m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column)))
            missing[cell.column.id] << cell.rowId;
    if (!missing.isEmpty()) sendNewTasks(missing);
}

void EntityEditing::deleteTasks(const QList<CellAddress> &cells)
{
    const QStringList ids = taskIdsOf(cells);
    if (!ids.isEmpty()) sendDeletion(ids);
}

void EntityEditing::subscribe(const QList<CellAddress> &cells)
{
    const QStringList ids = taskIdsOf(cells);
    if (!ids.isEmpty()) sendSubscriptions(ids);
}

QCoro::Task<void> EntityEditing::sendNewTasks(QHash<QString, QStringList> entitiesByTaskType)
{
    const QPointer<EntityEditing> self(this);
    const QString entities = m_model.subject().entity == SheetSubject::Entity::Shot ? u"shots"_s : u"assets"_s;
    try {
        for (auto it = entitiesByTaskType.cbegin(); it != entitiesByTaskType.cend(); ++it)
            co_await m_studio.gateway().send(requests::createTasks(m_productionId, it.key(), entities, it.value()));
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(tr("Tasks"), error.sentence());
    }
}

QCoro::Task<void> EntityEditing::sendDeletion(QStringList taskIds)
{
    const QPointer<EntityEditing> self(this);
    try {
        co_await m_studio.gateway().send(requests::deleteTasks(m_productionId, jsonListOf(taskIds)));
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(tr("Tasks"), error.sentence());
    }
}

QCoro::Task<void> EntityEditing::sendSubscriptions(QStringList taskIds)
{
    const QPointer<EntityEditing> self(this);
    QList<ApiRequest> requests;
    for (const QString &id : taskIds) {
        ApiRequest request;
        request.verb = api::Verb::Post;
        request.path = u"/actions/user/tasks/%1/subscribe"_s.arg(id);
        requests << request;
    }
    const auto why = std::make_shared<QString>();
    const RequestDone done = [why](qsizetype, const ApiError *refusal) {
        if (refusal) *why = refusal->sentence();
    };
    co_await sendMany(m_studio.gateway(), requests, done);
    if (self && !why->isEmpty()) Q_EMIT refused(tr("Subscription"), *why);
}

std::vector<CellEdit> EntityEditing::inverseOf(const CellEdit &edit) const
{
    // Cells that had the same value are given it back together.
    std::vector<CellEdit> inverse;
    for (const CellAddress &cell : edit.cells) {
        const QVariant before = m_model.aspect(cell, edit.aspect);
        const auto same =
            std::find_if(inverse.begin(), inverse.end(), [&](const CellEdit &e) { return e.value == before; });
        if (same != inverse.end())
            same->cells << cell;
        else
            inverse.push_back({{cell}, edit.aspect, before});
    }
    return inverse;
}

QStringList EntityEditing::taskIdsOf(const QList<CellAddress> &cells) const
{
    QStringList ids;
    for (const CellAddress &cell : cells)
        if (const TaskCell *task = m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column)))
            ids << task->taskId;
    return ids;
}

QCoro::Task<void> EntityEditing::send(CellEdit edit, std::shared_ptr<WaitingCells> waiting)
{
    waiting->clear();
    if (edit.aspect == CellAspect::Status || edit.aspect == CellAspect::Assignees)
        co_await sendTogether(std::move(edit), std::move(waiting));
    else
        co_await sendEachCell(std::move(edit), std::move(waiting));
}

void EntityEditing::undo(const std::vector<CellEdit> &inverse, const std::shared_ptr<WaitingCells> &waiting)
{
    for (CellEdit edit : inverse) {
        edit.cells.removeIf([&](const CellAddress &cell) { return m_studio.outbox().withdraw(waiting->value(cell)); });
        if (!edit.cells.isEmpty()) send(edit, std::make_shared<WaitingCells>());
    }
    waiting->clear();
}

QCoro::Task<void> EntityEditing::sendTogether(CellEdit edit, std::shared_ptr<WaitingCells> waiting)
{
    const QPointer<EntityEditing> self(this);
    QList<Change> parts;
    QList<CellAddress> cells; // of each part
    for (const CellAddress &cell : edit.cells) {
        for (const Change &part : changesFor({{cell}, edit.aspect, edit.value}, m_model, m_studio.directory())) {
            parts << part;
            cells << cell;
        }
    }
    const auto requests = together(m_productionId, parts);
    const auto change = m_model.applyPending(edit);
    std::optional<ApiError> refusal;
    try {
        for (const Together &each : requests) {
            QList<Change> own;
            for (const qsizetype place : each.places) own << parts[place];
            const Sent sent = co_await m_studio.outbox().send(each.request, own);
            for (qsizetype i = 0; i < sent.waiting.size(); ++i) (*waiting)[cells[each.places[i]]] << sent.waiting[i];
            if (!self) co_return;
        }
    } catch (const ApiError &error) {
        refusal = error;
    }
    if (!self) co_return;
    // What waits is shown by WaitingEdits from now on; under it lies what the studio is known to have.
    if (refusal || !waiting->isEmpty())
        m_model.refuse(change);
    else
        m_model.confirm(change);
    if (refusal) Q_EMIT refused(nameOf(edit), refusal->sentence());
}

QCoro::Task<void> EntityEditing::sendEachCell(CellEdit edit, std::shared_ptr<WaitingCells> waiting)
{
    const QPointer<EntityEditing> self(this);
    QList<Change> parts;
    QList<CellAddress> cells;
    QList<SheetModel::ChangeId> changes;
    for (const CellAddress &cell : edit.cells) {
        const CellEdit one{{cell}, edit.aspect, edit.value};
        const QList<Change> found = changesFor(one, m_model, m_studio.directory());
        if (found.isEmpty()) continue; // no task there, or not edited in place
        parts << found.first();
        cells << cell;
        changes << m_model.applyPending(one);
    }
    struct Refusals
    {
        int count = 0;
        QString why;
    };
    const auto refusals = std::make_shared<Refusals>();
    const Outbox::Done done = [self, cells, changes, refusals, waiting](
                                  qsizetype place, const Sent &sent, const ApiError *refusal) {
        if (!sent.waiting.isEmpty()) (*waiting)[cells[place]] = sent.waiting;
        if (!self) return;
        if (sent.answer) {
            self->m_model.confirm(changes[place]);
            return;
        }
        self->m_model.refuse(changes[place]); // or it waits, and WaitingEdits shows it from now on
        if (!refusal) return;
        ++refusals->count;
        refusals->why = refusal->sentence();
    };
    const auto all = static_cast<int>(parts.size());
    co_await m_studio.outbox().sendMany(parts, done);
    if (!self || refusals->count == 0) co_return;
    const QString name = nameOf(edit);
    Q_EMIT refused(
        refusals->count == all ? name : tr("%1 (%2 of %3)").arg(name).arg(refusals->count).arg(all), refusals->why);
}

} // namespace callboard::ui
