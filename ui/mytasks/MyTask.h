// SPDX-License-Identifier: GPL-3.0-or-later
// A task of the person who is signed in, with what a list of them shows beside it. Identifiers are UUIDs as text.
#pragma once

#include "ui/gateway/ApiMessage.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace callboard::ui {

struct MyTask
{
    QString id;
    QString productionId;
    QString productionName;
    QString entityId;
    QString entityName;
    QString entityType; // "Shot", or the type of the asset
    QString groupName;  // sequence of a shot, type of an asset
    QString description;
    QString previewId; // the newest of the task, else the entity's
    QString taskTypeId;
    QString statusId;
    QDate due;
    QDateTime done;
    int priority = 0;
    double estimation = 0; // minutes of work
    double spent = 0;      // minutes of work
    QString lastWords;
    QString lastAuthorId;
    bool isUnsent = false; // its status waits in the outbox

    QString fullName() const
    {
        return groupName.isEmpty() ? entityName : groupName + QStringLiteral(" / ") + entityName;
    }
    bool isOfShot() const { return entityType == QStringLiteral("Shot"); }
    bool operator==(const MyTask &) const = default;
};

/// Of /data/user/tasks and /data/user/done-tasks.
MyTask myTaskOf(const Json &item);
/// What /data/tasks/{id} tells anew of one that is known.
MyTask refreshed(MyTask task, const Json &item);

} // namespace callboard::ui
