// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a SheetModel as the studio has it: reads a production's shots or assets with their tasks, in batches,
// and patches what events name. GUI thread; parsing runs beside it.
#pragma once

#include "ui/entities/EntityParsing.h"
#include "ui/gateway/ApiMessage.h"
#include "ui/spreadsheet/SheetModel.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace callboard::ui {

class OpenedStudio;

class EntityFeed final : public QObject
{
    Q_OBJECT

public:
    EntityFeed(OpenedStudio &studio, EntityKind kind, SheetModel &model, QObject *parent = nullptr);

    /// Shows that production; reads it unless it is shown already.
    void show(const QString &productionId);
    /// Reads everything again.
    void reload();
    const QString &productionId() const { return m_productionId; }
    /// Reads those entities again at the next turn of the event loop, many together.
    void refreshEntity(const QString &entityId);
    void refreshTask(const QString &taskId);

Q_SIGNALS:
    /// That preview is another than before: prepared, or given another picture.
    void previewChanged(const QString &previewId);
    void loading(bool isLoading);
    void failed(const QString &sentence);
    /// The first rows are there, or it is known that there are none; once for each production that is shown.
    void firstRowsShown();

private:
    QCoro::Task<void> load();
    QCoro::Task<void> refresh();
    QCoro::Task<void> readTasks(QStringList ids);
    QCoro::Task<void> readEntity(QString id);
    QCoro::Task<void> readGroups();
    void hear(const QString &event, const Json &payload);
    void takeSubject();
    QString listPath() const;
    QString eventSubject() const
    {
        return m_kind == EntityKind::Shot ? QStringLiteral("shot") : QStringLiteral("asset");
    }

    OpenedStudio &m_studio;
    EntityKind m_kind;
    SheetModel &m_model;
    QString m_productionId;
    int m_generation = 0; // a production chosen later makes answers for an earlier one void
    QSet<QString> m_staleEntities;
    QSet<QString> m_staleTasks;
    QTimer m_refresh;
    bool m_areGroupsStale = false;
};

} // namespace callboard::ui
