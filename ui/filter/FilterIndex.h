// SPDX-License-Identifier: GPL-3.0-or-later
// What a search compares, column by column and prepared: folded text, statuses as numbers. It follows a
// SheetModel: a patched row is read again when it is next asked for. Main thread; the model must outlive it.
#pragma once

#include "ui/filter/FilterExpression.h"
#include "ui/spreadsheet/SheetModel.h"

#include <QObject>
#include <vector>

namespace callboard::ui {

class FilterIndex : public QObject
{
    Q_OBJECT

public:
    explicit FilterIndex(const SheetModel &model, QObject *parent = nullptr);

    const SheetModel &model() const { return m_model; }
    void refresh() const; // reads what changed since; call before asking for rows

    static constexpr qint16 noTask = -1;
    static constexpr qint16 unknownStatus = -2;
    // The status of a task as its place in SheetSubject::statuses.
    qint16 status(int row, int taskType) const { return m_tasks[size_t(taskType)].status[size_t(row)]; }
    int priority(int row, int taskType) const { return m_tasks[size_t(taskType)].priority[size_t(row)]; }
    // One bit for each person, by place modulo 63; bit 63: somebody is assigned. A hit needs an exact look.
    quint64 people(int row, int taskType) const { return m_tasks[size_t(taskType)].people[size_t(row)]; }
    static quint64 personBit(int place) { return quint64(1) << (place % 63); }
    static constexpr quint64 somebody = quint64(1) << 63;
    const QString &text(int row) const { return m_text[size_t(row)]; }
    int taskTypes() const { return int(m_tasks.size()); }
    int taskType(const QString &id) const { return m_taskTypeById.value(id, -1); }
    int personPlace(const QString &id) const { return m_personById.value(id, -1); }
    int statusPlace(const QString &id) const { return m_statusById.value(id, -1); }

private:
    struct TaskColumn
    {
        std::vector<qint16> status;
        std::vector<quint8> priority;
        std::vector<quint64> people;
    };

    void rebuild() const;
    void readRow(int row) const;

    const SheetModel &m_model;
    mutable std::vector<QString> m_text;
    mutable std::vector<TaskColumn> m_tasks;
    mutable QHash<QString, int> m_taskTypeById, m_personById, m_statusById;
    mutable std::vector<int> m_changed;
    mutable bool m_isStale = true;
};

} // namespace callboard::ui
