// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of plain editing: which kind each is, its request, and what it is of. Their sentence for people is added
// by who makes one.
#pragma once

#include "ui/outbox/WaitingChange.h"

#include <vector>

namespace callboard::ui {

namespace changes {

/// A comment, or with empty words a status alone.
Change comment(const QString &taskId, const Json &body);
Change reply(const QString &taskId, const QString &commentId, const QString &text);
/// Turns it over; `isGiven` says how it shall be in the end.
Change acknowledgement(const QString &taskId, const QString &commentId, bool isGiven);
Change commentEdit(const QString &taskId, const QString &commentId, const Json &members);
Change taskEdit(const QString &taskId, const Json &members);
Change entityEdit(const QString &entityId, const Json &members);
Change assignment(const QString &taskId, const QString &personId);
Change unassignment(const QString &taskId, const QString &personId);
Change drawing(const QString &previewId, const Json &difference);
/// One that is sent now or not at all.
Change immediate(const ApiRequest &request, const QString &subject);

} // namespace changes

/// One request, and the changes that it carries out, by their places among all parts.
struct Together
{
    ApiRequest request;
    QList<qsizetype> places;
};

/// Comments, assignments and their ends at tasks of one production as few requests: hundreds of tasks are one for all
/// comments, or one for each person. Other kinds go each by itself.
std::vector<Together> together(const QString &productionId, const QList<Change> &parts);

} // namespace callboard::ui
