// SPDX-License-Identifier: GPL-3.0-or-later
// One task with its thread as the studio has it: read when shown, patched by what events name. What is on its
// way (changes made here) is laid over what arrives. Tasks that were shown before are shown as they were known, at once
// and also while the studio cannot be reached. GUI thread.
#pragma once

#include "ui/gateway/ApiMessage.h"
#include "ui/values/TaskValues.h"

#include <QCache>
#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace callboard::ui {

class OpenedStudio;

class TaskFeed final : public QObject
{
    Q_OBJECT

public:
    explicit TaskFeed(OpenedStudio &studio, QObject *parent = nullptr);

    /// Shows that task; empty: none. What was read for another one is void.
    void show(const QString &taskId);
    const QString &taskId() const { return m_taskId; }
    bool isLoaded() const { return m_isLoaded; }
    const TaskDetail &task() const { return m_task; }
    /// Pinned first, then newest first.
    const QList<TaskComment> &comments() const { return m_comments; }
    const TaskComment *comment(const QString &id) const;

    /// Changes made here before the studio has answered.
    void put(const TaskComment &comment);
    void takeOut(const QString &commentId);
    void put(const TaskDetail &task);
    /// Deleted here and not yet at the studio: not shown, whatever arrives.
    void hide(const QString &commentId, bool isHidden);
    /// Reads the thread again at the next turn of the event loop.
    void refreshComments();
    void refreshTask();

Q_SIGNALS:
    void loading(bool isLoading);
    /// The task's own values are there or have changed.
    void taskChanged();
    /// Another task's thread, as a whole.
    void threadShown();
    void commentAdded(const QString &id);
    void commentChanged(const QString &id);
    void commentRemoved(const QString &id);
    void previewsChanged();
    void failed(const QString &sentence);
    /// The task is gone: deleted, or no longer this person's to see.
    void lost(const QString &sentence);

private:
    QCoro::Task<void> load();
    QCoro::Task<void> readTask();
    QCoro::Task<void> readComments();
    void hear(const QString &event, const Json &payload);
    void take(QList<TaskComment> arrived);
    void order();
    void keepKnown();
    void takeFailure(const ApiError &error);
    bool has(const QString &commentId) const { return comment(commentId) != nullptr; }
    bool hasPreview(const QString &previewId) const;

    struct Known
    {
        TaskDetail task;
        QList<TaskComment> comments;
    };

    OpenedStudio &m_studio;
    QCache<QString, Known> m_known; // by task
    QString m_taskId;
    TaskDetail m_task;
    QList<TaskComment> m_comments;
    QStringList m_hidden;
    bool m_isLoaded = false;
    int m_generation = 0;
    QTimer m_refreshComments;
    QTimer m_refreshTask;
};

} // namespace callboard::ui
