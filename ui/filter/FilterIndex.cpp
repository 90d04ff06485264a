// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterIndex.h"

#include "ui/values/FoldedText.h"

#include <algorithm>

namespace callboard::ui {

FilterIndex::FilterIndex(const SheetModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&model, &SheetModel::modelReset, this, [this] { m_isStale = true; });
    connect(&model, &SheetModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (to.row() - from.row() > 1000)
            m_isStale = true; // statuses or people are others
        else
            for (int row = from.row(); row <= to.row(); ++row) m_changed.push_back(row);
    });
    connect(&model, &SheetModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (first != int(m_text.size())) {
            m_isStale = true;
            return;
        }
        for (int row = first; row <= last; ++row) m_changed.push_back(row);
    });
    connect(&model, &SheetModel::groupsDescribed, this, [this] { m_isStale = true; });
    connect(&model, &SheetModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        if (m_isStale) return;
        // Rows not read yet stand at the end; reading all again is as quick as renumbering them.
        if (!m_changed.empty() || last >= int(m_text.size())) {
            m_isStale = true;
            return;
        }
        const auto erase = [first, last](
                               auto &column) { column.erase(column.begin() + first, column.begin() + last + 1); };
        erase(m_text);
        for (auto &task : m_tasks) {
            erase(task.status);
            erase(task.priority);
            erase(task.people);
        }
    });
}

void FilterIndex::refresh() const
{
    if (m_isStale || m_tasks.size() != size_t(m_model.subject().taskTypes.size())) {
        rebuild();
    } else if (!m_changed.empty()) {
        std::sort(m_changed.begin(), m_changed.end());
        m_changed.erase(std::unique(m_changed.begin(), m_changed.end()), m_changed.end());
        const auto rows = size_t(m_model.entityCount());
        m_text.resize(rows);
        for (auto &task : m_tasks) {
            task.status.resize(rows);
            task.priority.resize(rows);
            task.people.resize(rows);
        }
        for (const int row : m_changed) readRow(row);
    }
    m_changed.clear();
}

void FilterIndex::rebuild() const
{
    const auto &subject = m_model.subject();
    m_taskTypeById.clear();
    m_personById.clear();
    m_statusById.clear();
    for (int i = 0; i < subject.taskTypes.size(); ++i) m_taskTypeById.insert(subject.taskTypes[i].id, i);
    for (int i = 0; i < subject.people.size(); ++i) m_personById.insert(subject.people[i].id, i);
    for (int i = 0; i < subject.statuses.size(); ++i) m_statusById.insert(subject.statuses[i].id, i);
    const auto rows = size_t(m_model.entityCount());
    m_text.assign(rows, {});
    m_tasks.assign(size_t(subject.taskTypes.size()),
        {std::vector<qint16>(rows), std::vector<quint8>(rows), std::vector<quint64>(rows)});
    for (size_t row = 0; row < rows; ++row) readRow(int(row));
    m_isStale = false;
}

void FilterIndex::readRow(int row) const
{
    const auto &entity = m_model.row(row);
    const QChar gap(u'\n'); // no word reaches over it
    m_text[size_t(row)] = foldedText(entity.name + gap + entity.groupName + gap + entity.groupDescription + gap
        + entity.description + gap + entity.episodeName);
    const auto &types = m_model.subject().taskTypes;
    for (int type = 0; type < types.size(); ++type) {
        auto &column = m_tasks[size_t(type)];
        const auto found = entity.tasks.constFind(types[type].id);
        const bool exists = found != entity.tasks.constEnd() && found->exists();
        column.status[size_t(row)] = exists ? qint16(m_statusById.value(found->statusId, unknownStatus)) : noTask;
        column.priority[size_t(row)] = exists ? quint8(found->priority) : 0;
        quint64 people = 0;
        if (exists)
            for (const auto &id : found->assigneeIds) {
                people |= somebody;
                if (const int place = m_personById.value(id, -1); place >= 0) people |= personBit(place);
            }
        column.people[size_t(row)] = people;
    }
}

} // namespace callboard::ui
