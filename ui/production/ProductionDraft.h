// SPDX-License-Identifier: GPL-3.0-or-later
// What a production will be, while it is planned: a value that is kept until it is made, and the requests that
// make it.
#pragma once

#include "core/api/Request.h"
#include "ui/gateway/ApiMessage.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace callboard::ui {

class StudioDirectory;
struct DirectoryProduction;

struct ProductionDraft
{
    QString name;
    QString code;
    QString picture;                        // a file of the user's disk; empty: none
    QString type = QStringLiteral("short"); // "short", "featurefilm", "tvshow", "game" …
    QString style = QStringLiteral("3d");
    QString framesPerSecond = QStringLiteral("24");
    QString resolution = QStringLiteral("1920x1080");
    QString ratio = QStringLiteral("16:9");
    std::optional<QDate> start;
    std::optional<QDate> end;
    QStringList taskTypeIds; // in their order
    QStringList statusIds;
    QStringList assetTypeIds;
    QStringList teamIds;
    QHash<QString, QStringList> boardRoles; // by status, where they differ from the studio's way
    /// The production that the settings come from; empty: none.
    QString copiedFromId;
    bool copiesMetadata = true;
    bool copiesAutomations = true;

    /// The studio's own choice: every task type and status, the asset types, nobody but the planner.
    static ProductionDraft ofStudio(const StudioDirectory &directory);

    /// What that production is and uses now.
    static ProductionDraft ofProduction(const DirectoryProduction &production, const StudioDirectory &directory);

    Json toJson() const;
    static ProductionDraft fromJson(const Json &json);

    bool operator==(const ProductionDraft &) const = default;
};

/// Codes made of the name that no production of the studio has: "FRM", "FERRY". At most two.
QStringList freeCodes(const QString &name, const StudioDirectory &directory);
/// The production that has that code; null when it is free.
const DirectoryProduction *productionWithCode(const QString &code, const StudioDirectory &directory);

/// One request of those that make a production.
struct MakingStep
{
    QString words;     // "Task type Animation": what is refused when it is refused
    QString path;      // {project} stands for the new production's identifier
    Json body;         // "{project}" as a value too
    QString file = {}; // sent instead of a body
};

/// The first step makes the production with all that it uses; the others need its identifier: its picture, the order
/// of task types and the boards of statuses, where they are not the studio's.
std::vector<MakingStep> stepsToMake(
    const ProductionDraft &draft, const StudioDirectory &directory, const QStringList &automationIds = {});
/// Further steps that copy what the directory does not hold: the metadata columns of that production.
std::vector<MakingStep> stepsToCopyMetadata(const Json &descriptors);

} // namespace callboard::ui
