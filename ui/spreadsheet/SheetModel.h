// SPDX-License-Identifier: GPL-3.0-or-later
// The rows and columns of a spreadsheet of entities × task types. It is patched, never reset while rows are
// there: a patch of one task tells the change of exactly that cell. Rows keep the order in which they came;
// sorting, grouping and filtering is SheetLines' work. Lives on the main thread.
#pragma once

#include "ui/spreadsheet/SheetValues.h"

#include <QAbstractTableModel>
#include <functional>
#include <span>

namespace callboard::ui {

struct SheetColumn
{
    ColumnKey key;
    QString title;
    QColor colour;                          // task types: the bar left of the name
    MetadataType type = MetadataType::Text; // metadata only
    QString fieldName;                      // metadata only
    QStringList choices;                    // metadata only

    bool operator==(const SheetColumn &) const = default;
};

// What surrounds the rows. The group is the sequence of shots, the type of assets.
struct SheetSubject
{
    enum class Entity { Shot, Asset, Sequence, Episode, Edit };
    Entity entity = Entity::Shot;
    QList<TaskTypeColumn> taskTypes;
    QList<MetadataColumn> metadata;
    QList<StudioStatus> statuses;
    QList<PersonName> people;
    int minutesPerDay = 8 * 60; // of work, from the studio's settings
    bool showsTime = true;      // estimated and spent; never to clients

    bool operator==(const SheetSubject &) const = default;
};

class SheetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1, EntityIdRole, PendingRole };
    using ChangeId = quint64;

    explicit SheetModel(QObject *parent = nullptr);

    // Columns, statuses and people. Resets only when the columns differ.
    void setSubject(const SheetSubject &);
    const SheetSubject &subject() const { return m_subject; }

    // What the heads of groups say beside their names, by group; also of rows that come later.
    void describeGroups(const QHash<QString, QString> &descriptions);

    // How many rows are expected while they arrive; rows() may be less. 0: all are here.
    void setExpectedRows(int);
    int expectedRows() const { return m_expectedRows; }

    void appendRows(std::vector<EntityRow>);
    void insertRow(EntityRow); // live: one that somebody made
    void removeRows(const QStringList &rowIds);
    void clear();

    // patchRow: the entity's fields and its tasks; patchFields: its fields only. Both tell the cells that
    // differ, and nothing if none does. Pending values stay shown above what arrives.
    void patchRow(const EntityRow &);
    void patchFields(EntityRow);
    void patchTask(const QString &rowId, const QString &taskTypeId, const TaskCell &);
    void removeTask(const QString &rowId, const QString &taskTypeId);

    // A change of the user, shown at once with the amber mark until the studio has answered.
    // confirm() keeps it, refuse() brings back what was there (or what has arrived since).
    ChangeId applyPending(const CellEdit &);
    void confirm(ChangeId);
    void refuse(ChangeId);
    int pendingCount() const { return int(m_changes.size()); }
    bool isPending(int row, int column) const;

    int entityCount() const { return int(m_rows.size()); }
    const EntityRow &row(int row) const { return m_rows[size_t(row)]; }
    int rowOf(const QString &rowId) const { return m_rowById.value(rowId, -1); }
    const TaskCell *task(int row, int column) const; // null: not a task column, or no task
    std::span<const SheetColumn> columns() const { return m_columns; }
    int columnOf(const ColumnKey &) const; // -1: none
    const StudioStatus *status(const QString &id) const;
    const PersonName *person(const QString &id) const;
    CellAddress address(int row, int column) const { return {m_rows[size_t(row)].id, m_columns[size_t(column)].key}; }

    // What a cell holds of that aspect; invalid when the row is gone.
    QVariant aspect(const CellAddress &, CellAspect) const;
    QString cellText(int row, int column) const;   // as shown and copied
    QVariant cellValue(int row, int column) const; // as edited
    QVariant sortValue(int row, int column) const; // text, number, or the place of a status
    QString spokenCell(int row, int column) const; // "SQ020 SH0030, Animation, in progress, Mia Okafor, …"
    bool isEditable(int column) const;             // inline
    // What typed or pasted text means in a column; nothing if it can't be held there.
    std::optional<QVariant> valueFromText(int column, const QString &text) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void groupsDescribed();

private:
    struct PendingCell
    {
        CellAddress cell;
        CellAspect aspect;
        QVariant before; // what the studio is known to have
        QVariant value;  // what is shown
    };
    struct PendingChange
    {
        ChangeId id;
        std::vector<PendingCell> cells;
    };

    void rebuildColumns();
    void indexRowsFrom(int first);
    void tellColumns(int row, const std::vector<int> &columns);
    QVariant aspectOf(const EntityRow &, const ColumnKey &, CellAspect) const;
    void setAspect(EntityRow &, const ColumnKey &, CellAspect, const QVariant &) const;
    void takeIn(int row, EntityRow arrived);
    void layPendingOver(EntityRow &arrived, const std::function<bool(const ColumnKey &)> &isNew);
    void end(ChangeId, bool keep);
    QString metadataText(const QVariant &, const SheetColumn &) const;
    QString taskWords(const TaskCell &) const;

    SheetSubject m_subject;
    std::vector<SheetColumn> m_columns;
    QHash<ColumnKey, int> m_columnByKey;
    QHash<QString, int> m_statusById;
    QHash<QString, int> m_personById;
    std::vector<EntityRow> m_rows;
    QHash<QString, int> m_rowById;
    std::vector<PendingChange> m_changes; // in the order in which they were made
    QHash<CellAddress, int> m_pendingCells;
    ChangeId m_nextChange = 1;
    QHash<QString, QString> m_groupDescriptions;
    int m_expectedRows = 0;
};

} // namespace callboard::ui
