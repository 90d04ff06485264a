// SPDX-License-Identifier: GPL-3.0-or-later
// What the signed-in person may do at a task: what the studio would refuse is not offered. The studio decides
// (core/domain/tasks/TaskRules); this only keeps the window from asking in vain.
#pragma once

#include "ui/values/TaskValues.h"

namespace callboard::ui {

struct SignedInPerson;
class StudioDirectory;

struct TaskRights
{
    bool comments = false;
    bool publishes = false;
    bool leads = false;   // pins, ticks others' checklists
    bool manages = false; // changes and deletes others' comments
    bool seesTime = true; // time is never shown to clients
    QString personId;
    bool isAdmin = false;

    bool changes(const TaskComment &comment) const
    {
        return !comment.isOnItsWay && (manages || comment.personId == personId);
    }
    bool ticks(const TaskComment &comment) const { return changes(comment) || leads; }
    bool replies(const TaskComment &comment, bool isClient) const { return !isClient || comment.personId == personId; }
    bool removes(const TaskReply &reply) const { return isAdmin || reply.personId == personId; }

    bool operator==(const TaskRights &) const = default;

    static TaskRights of(const SignedInPerson &me, const StudioDirectory &directory, const TaskDetail &task);
};

} // namespace callboard::ui
