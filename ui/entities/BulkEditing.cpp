// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/BulkEditing.h"

#include "ui/entities/EntityEditing.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Picker.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>

namespace callboard::ui {

namespace {

constexpr int minutesPerDay = 8 * 60;

QList<PickerItem> peopleItems(const StudioDirectory &directory, const DirectoryProduction &production)
{
    QList<PickerItem> items;
    for (const DirectoryPerson &person : directory.teamOf(production)) {
        PickerItem item;
        item.id = person.id;
        item.text = person.fullName;
        item.person = directory.look(person.id);
        items << item;
    }
    return items;
}

} // namespace

BulkEditing::BulkEditing(
    OpenedStudio &studio, SheetView &sheet, SheetModel &model, EntityEditing &editing, BulkBar &bar)
    : QObject(&bar)
    , m_studio(studio)
    , m_sheet(sheet)
    , m_model(model)
    , m_editing(editing)
    , m_bar(bar)
    , m_assignees(new Picker(&bar))
{
    m_assignees->setMultiple(true);
    connect(&sheet, &SheetView::selectionChanged, this, [this] {
        SelectionSums sums = m_sheet.selectionSums();
        if (!m_model.subject().showsTime) sums.estimationMinutes = 0;
        m_bar.setSums(sums, minutesPerDay);
    });
    connect(&sheet, &SheetView::menuRequested, this, [this](const QPoint &global) {
        QMenu menu(&m_sheet);
        m_bar.fillMenu(menu);
        menu.exec(global);
    });
    connect(&bar, &BulkBar::intended, this, &BulkEditing::act);
    connect(&bar, &BulkBar::clearRequested, &sheet, &SheetView::clearSelection);
}

void BulkEditing::offer(const QString &productionId)
{
    const SignedInPerson &me = m_studio.session().person();
    QSet<BulkAction> allowed{BulkAction::Subscribe, BulkAction::ExportTable};
    if (!me.isClient()) allowed << BulkAction::Status;
    if (me.isSupervisor())
        allowed << BulkAction::Assign << BulkAction::Unassign << BulkAction::Priority << BulkAction::Estimation;
    if (me.isManager()) allowed << BulkAction::CreateTasks << BulkAction::DeleteTasks;
    m_bar.setAllowed(allowed);
    const StudioDirectory &directory = m_studio.directory();
    const DirectoryProduction *production = directory.production(productionId);
    if (!production) return;
    QList<StudioStatus> statuses;
    for (const DirectoryStatus &status : directory.statusesOf(*production, true)) statuses << status;
    m_bar.setStatuses(statuses);
    m_assignees->setItems(peopleItems(directory, *production));
}

void BulkEditing::act(BulkAction action, const QVariant &value)
{
    const QList<CellAddress> tasks = m_sheet.selectedTasks();
    switch (action) {
    case BulkAction::Status:
        if (value.isValid())
            m_editing.carryOut({tasks, CellAspect::Status, value});
        else
            m_sheet.pickStatus();
        break;
    case BulkAction::Priority: m_editing.carryOut({tasks, CellAspect::Priority, value}); break;
    case BulkAction::Assign: pickAssignees(); break;
    case BulkAction::Unassign: m_editing.carryOut({tasks, CellAspect::Assignees, QStringList()}); break;
    case BulkAction::Estimation: askEstimation(); break;
    case BulkAction::CreateTasks: m_editing.createTasks(m_sheet.selectedCells()); break;
    case BulkAction::DeleteTasks: m_editing.deleteTasks(tasks); break;
    case BulkAction::Subscribe: m_editing.subscribe(tasks); break;
    case BulkAction::ExportTable: QGuiApplication::clipboard()->setText(m_sheet.selectionAsText()); break;
    default: break; // not allowed, so not offered
    }
}

void BulkEditing::pickAssignees()
{
    const QList<CellAddress> tasks = m_sheet.selectedTasks();
    if (tasks.isEmpty()) return;
    QStringList common;
    for (int i = 0; i < tasks.size(); ++i) {
        const QStringList assigned = m_model.aspect(tasks[i], CellAspect::Assignees).toStringList();
        if (i == 0)
            common = assigned;
        else
            common.removeIf([&](const QString &id) { return !assigned.contains(id); });
    }
    m_assignees->setChosen(common);
    disconnect(m_assignees, &Picker::changed, this, nullptr);
    connect(m_assignees, &Picker::changed, this, [this, tasks](const QStringList &ids) {
        m_editing.carryOut({tasks, CellAspect::Assignees, ids});
    });
    m_assignees->openAt(&m_bar);
}

void BulkEditing::askEstimation()
{
    bool ok = false;
    const double days = QInputDialog::getDouble(
        &m_bar, tr("Estimation"), tr("Days of work for each task:"), 1, 0, 1000, 2, &ok, Qt::WindowFlags(), 0.5);
    if (ok) m_editing.carryOut({m_sheet.selectedTasks(), CellAspect::Estimation, qRound(days * minutesPerDay)});
}

} // namespace callboard::ui
