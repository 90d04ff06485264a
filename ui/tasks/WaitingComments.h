// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the comments that wait for the studio into the thread of the task that is shown, also after a new start.
// GUI thread.
#pragma once

#include "ui/outbox/WaitingChange.h"

#include <QObject>
#include <QStringList>

namespace callboard::ui {

class OpenedStudio;
class TaskFeed;

class WaitingComments final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    WaitingComments(OpenedStudio &studio, TaskFeed &feed, QObject *parent = nullptr);

private:
    void show();
    void replace(const WaitingChange &change, const Json &answer);

    OpenedStudio &m_studio;
    TaskFeed &m_feed;
    QStringList m_shown; // as the feed knows them
};

} // namespace callboard::ui
