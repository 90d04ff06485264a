// SPDX-License-Identifier: GPL-3.0-or-later
// The short way to a first production and its first shots or assets: a name, a number, and the studio's usual
// task types and statuses. GUI thread.
#pragma once

#include <QCoroTask>
#include <QString>

class QWidget;

namespace callboard::ui {

class OpenedStudio;
enum class EntityKind;

/// Asks for a name and makes the production; its id, empty when the user went back. Throws ApiError.
QCoro::Task<QString> createProduction(OpenedStudio &studio, QWidget *window);
/// Asks for a sequence (or a name) and a number, makes the shots (or the asset) with tasks. Throws ApiError.
QCoro::Task<void> createEntities(OpenedStudio &studio, EntityKind kind, QString productionId, QWidget *window);

} // namespace callboard::ui
