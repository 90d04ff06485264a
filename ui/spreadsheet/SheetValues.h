// SPDX-License-Identifier: GPL-3.0-or-later
// What a spreadsheet of entities × task types shows, as plain values: nothing here knows the API.
// Identifiers are the API's UUIDs as text; a controller fills these and hands them to SheetModel.
#pragma once

#include "ui/values/MetadataColumn.h"
#include "ui/values/StudioStatus.h"

#include <QColor>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <optional>
#include <vector>

namespace callboard::ui {

struct PersonName
{
    QString id;
    QString fullName;
    QString departmentId;

    bool operator==(const PersonName &) const = default;
};

struct TaskTypeColumn
{
    QString id;
    QString name;
    QColor colour;
    QString departmentId;
    QString departmentName;

    bool operator==(const TaskTypeColumn &) const = default;
};

// One task of one entity. An empty taskId says that there is none (painted as "–").
struct TaskCell
{
    QString taskId;
    QString statusId;
    QStringList assigneeIds;
    int priority = 0;          // 0 normal to 3 emergency
    int estimationMinutes = 0; // of work
    int spentMinutes = 0;
    int retakes = 0;
    int readyAssets = -1; // of the shot's cast, ready for this task type; -1 unknown
    bool isUnread = false;

    bool exists() const { return !taskId.isEmpty(); }
    bool operator==(const TaskCell &) const = default;
};

struct EntityRow
{
    QString id;
    QString name;
    QString description;
    QString groupId; // sequence of a shot, type of an asset
    QString groupName;
    QString groupDescription;
    QString episodeName;
    QString previewId;          // of the thumbnail; empty: none
    QString readyForTaskTypeId; // assets
    QString resolution;
    std::optional<int> frames;
    std::optional<int> frameIn;
    std::optional<int> frameOut;
    std::optional<double> framesPerSecond;
    std::optional<int> maxRetakes;
    int castCount = 0; // assets in the shot
    bool isCanceled = false;
    QHash<QString, QVariant> metadata; // by MetadataColumn::fieldName
    QHash<QString, TaskCell> tasks;    // by TaskTypeColumn::id

    bool operator==(const EntityRow &) const = default;
};

enum class ColumnKind {
    Name,
    Group,
    Episode,
    Description,
    Frames,
    InOut,
    FramesPerSecond,
    Resolution,
    MaxRetakes,
    ReadyFor,
    Estimation,
    Spent,
    Metadata,
    Task
};

// Names a column for ever: a position changes, a key does not.
struct ColumnKey
{
    ColumnKind kind = ColumnKind::Name;
    QString id; // of the task type or of the metadata descriptor, else empty

    bool operator==(const ColumnKey &) const = default;
    QString toString() const; // "frames", "task/<id>", "metadata/<id>"
    static std::optional<ColumnKey> fromString(const QString &);
};
size_t qHash(const ColumnKey &, size_t seed = 0) noexcept;

struct CellAddress
{
    QString rowId;
    ColumnKey column;

    bool operator==(const CellAddress &) const = default;
};
size_t qHash(const CellAddress &, size_t seed = 0) noexcept;

// Which part of a cell an edit means; task cells hold several.
enum class CellAspect { Value, Status, Priority, Assignees, Estimation };

// One intended change of one or many cells; it leaves the view as a value, and a controller carries it out.
//   Value: text, number, bool, QStringList (TagList) or QVariantMap item → bool (Checklist)
//   Status: id of the status · Priority: int · Assignees: QStringList of ids · Estimation: minutes
struct CellEdit
{
    QList<CellAddress> cells;
    CellAspect aspect = CellAspect::Value;
    QVariant value;

    bool operator==(const CellEdit &) const = default;
};

// One cell of a paste, before anything is changed.
struct CellPaste
{
    CellAddress cell;
    QString before;
    QString after;

    bool operator==(const CellPaste &) const = default;
};

} // namespace callboard::ui

Q_DECLARE_METATYPE(callboard::ui::CellAddress)
Q_DECLARE_METATYPE(callboard::ui::CellEdit)
