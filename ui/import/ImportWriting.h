// SPDX-License-Identifier: GPL-3.0-or-later
// The requests of an import: all entities in lists, the tasks of each type in one, and the way back. Not the API's
// CSV route: that one erases what a cell leaves empty, and does not say what was there before.
#pragma once

#include "ui/gateway/RequestRun.h"
#include "ui/import/ImportRows.h"

#include <QCoroTask>

namespace callboard::ui {

class OpenedStudio;

/// What of the production an import meets: its fields, sequences or asset types, and every entity. Throws ApiError.
QCoro::Task<ImportSubject> readImportSubject(OpenedStudio &studio, QString productionId, ImportKind kind);

/// The requests that carry out a plan without errors: parents first, then rows, then tasks.
std::vector<RunStep> stepsToWrite(const ImportPlan &plan, const ImportTable &table, const ImportSubject &subject,
    const ImportRules &rules, const QString &productionId, const QString &authorId);

} // namespace callboard::ui
