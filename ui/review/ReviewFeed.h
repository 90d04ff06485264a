// SPDX-License-Identifier: GPL-3.0-or-later
// What a review is about: an entity, its tasks, and all its previews, kept as the studio has them. GUI thread.
#pragma once

#include "ui/navigation/Page.h"
#include "ui/previews/ReviewPreview.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace callboard::ui {

class OpenedStudio;

struct ReviewTask
{
    QString id;
    QString taskTypeId;
    QString statusId;
    QStringList assigneeIds;

    bool operator==(const ReviewTask &) const = default;
};

struct ReviewEntity
{
    QString id;
    QString name;     // "SH0030"
    QString parent;   // sequence of a shot, type of an asset
    QString parentId; // its identifier
    bool isShot = false;
    int firstFrame = 1; // the shot's own number of its first frame

    /// "SQ020 / SH0030", "Props / Lamp".
    QString fullName() const { return parent.isEmpty() ? name : parent + QStringLiteral(" / ") + name; }
};

class ReviewFeed final : public QObject
{
    Q_OBJECT

public:
    explicit ReviewFeed(OpenedStudio &studio, QObject *parent = nullptr);

    /// Reads that place; loaded() or failed() follows. Without a task type the task with the newest preview.
    void show(const Destination &place);
    const Destination &place() const { return m_place; }

    const ReviewEntity &entity() const { return m_entity; }
    /// All tasks of the entity that may be seen, in the production's order.
    const QList<ReviewTask> &tasks() const { return m_tasks; }
    const ReviewTask *task() const;
    const ReviewTask *task(const QString &id) const;
    /// Of the task that is shown: first files of its revisions, newest first.
    QList<ReviewPreview> revisions() const;
    /// Of all tasks of the entity, newest first within a task.
    QList<ReviewPreview> revisionsOf(const QString &taskId) const;
    const ReviewPreview *preview(const QString &id) const;
    /// All files of a revision of a task, in their order.
    QList<ReviewPreview> filesOf(const ReviewPreview &preview) const;
    /// "v3 · Mia, 23 Nov".
    QString labelOf(const ReviewPreview &preview) const;
    /// "Animation".
    QString taskName(const QString &taskId) const;

Q_SIGNALS:
    /// Another entity or task is there.
    void loaded();
    void failed(const QString &sentence);
    /// Previews were added, made ready, or taken away.
    void previewsChanged();
    /// Status or people of a task are others.
    void tasksChanged();

private:
    QCoro::Task<void> load();
    QCoro::Task<void> refreshPreviews();
    QCoro::Task<void> refreshTasks();
    QCoro::Task<QList<ReviewPreview>> readPreviews(QString entityId);
    QCoro::Task<QList<ReviewTask>> readTasks(QString entityId);
    QString chosenTask() const;
    void hear(const QString &event, const Json &payload);

    OpenedStudio &m_studio;
    Destination m_place;
    ReviewEntity m_entity;
    QList<ReviewTask> m_tasks;
    QList<ReviewPreview> m_previews; // newest first
    QString m_taskId;
    int m_generation = 0; // a place chosen later makes answers for an earlier one void
    QTimer m_previewsStale;
    QTimer m_tasksStale;
};

} // namespace callboard::ui
