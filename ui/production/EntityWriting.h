// SPDX-License-Identifier: GPL-3.0-or-later
// Many new or changed entities of a production in few requests: lists of some hundreds, each written whole or not
// at all. Identifiers are drawn here, so that what hangs together goes into the same list. Knows the way back.
#pragma once

#include "ui/gateway/RequestRun.h"

namespace callboard::ui {

class EntityWriting
{
public:
    explicit EntityWriting(QString productionId)
        : m_productionId(std::move(productionId))
    {}

    /// A new entity: `body` names "type", "name" and what else it has. `path` is where its kind is deleted
    /// ("/data/shots/"), `words` what it is called when it is refused. Parents first. Returns its identifier.
    QString addNew(Json body, const QString &path, const QString &words);
    /// Changes these members; "data" is replaced whole. `before` holds the same members as they were.
    void addChange(const QString &id, const QString &words, Json body, Json before);

    bool isEmpty() const { return m_entries.empty(); }
    std::vector<RunStep> steps() const;

private:
    struct Entry
    {
        QString words;
        Json body;
        QString deletion;      // of what is new
        Json before = nullptr; // of what is changed
    };
    RunStep step(std::size_t first, std::size_t end) const;

    QString m_productionId;
    std::vector<Entry> m_entries;
};

/// One request for the tasks of that type for all these entities ("shots", "assets").
RunStep createTasksStep(const QString &productionId, const QString &taskTypeId, const QString &words,
    const QString &entities, const QStringList &entityIds);

} // namespace callboard::ui
