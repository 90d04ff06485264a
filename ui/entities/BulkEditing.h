// SPDX-License-Identifier: GPL-3.0-or-later
// What the bulk bar and the context menu do with the selected cells of a sheet: asks for what is still to be chosen,
// then has it carried out. GUI thread.
#pragma once

#include "ui/spreadsheet/BulkBar.h"

#include <QObject>

namespace callboard::ui {

class EntityEditing;
class OpenedStudio;
class Picker;

class BulkEditing final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it; the bar is the parent.
    BulkEditing(OpenedStudio &studio, SheetView &sheet, SheetModel &model, EntityEditing &editing, BulkBar &bar);

    /// Offers what the person may do, and that production's statuses and people. Empty: none.
    void offer(const QString &productionId);

private:
    void act(BulkAction action, const QVariant &value);
    void pickAssignees();
    void askEstimation();

    OpenedStudio &m_studio;
    SheetView &m_sheet;
    SheetModel &m_model;
    EntityEditing &m_editing;
    BulkBar &m_bar;
    Picker *m_assignees;
};

} // namespace callboard::ui
