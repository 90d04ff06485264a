// SPDX-License-Identifier: GPL-3.0-or-later
// A task with its thread as plain values, as the studio's answers tell them. Identifiers are UUIDs as text.
#pragma once

#include "ui/values/JsonMembers.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace callboard::ui {

struct ChecklistItem
{
    QString text;
    bool isDone = false;
    Json kept = Json::object(); // the item as it came, with what other clients keep in it

    bool operator==(const ChecklistItem &) const = default;
};

using Checklist = QList<ChecklistItem>;

struct TaskPreview
{
    QString id;
    QString commentId;
    int revision = 0;
    int position = 1;
    int width = 0;
    int height = 0;
    QString extension; // "png", "mp4", …
    QString status;    // "processing", "ready", "broken"
    QString originalName;
    int annotatedMoments = 0;

    bool isReady() const { return status == QStringLiteral("ready"); }
    bool isBroken() const { return status == QStringLiteral("broken"); }
    bool isMovie() const { return extension == QStringLiteral("mp4"); }
    /// Can be shown as a picture: others are files to keep.
    bool isShown() const { return isMovie() || extension == QStringLiteral("png"); }
    bool operator==(const TaskPreview &) const = default;
};

struct TaskAttachment
{
    QString id;
    QString name;
    QString replyId; // empty: of the comment itself
    qint64 size = 0; // bytes

    bool operator==(const TaskAttachment &) const = default;
};

struct TaskReply
{
    QString id;
    QString personId;
    QDateTime moment;
    QString text;

    bool operator==(const TaskReply &) const = default;
};

struct TaskComment
{
    QString id;
    QString personId;
    QString personName; // for people who are not in the directory
    QString statusId;
    QDateTime moment;
    QString text;
    bool isPinned = false;
    bool isEdited = false;
    bool isOnItsWay = false; // shown before the studio has answered
    bool isWaiting = false;  // on its way, but not before the studio can be reached
    Checklist checklist;
    QStringList acknowledgedBy;
    QList<TaskPreview> previews;
    QList<TaskAttachment> attachments;
    QList<TaskReply> replies;

    int revision() const { return previews.isEmpty() ? 0 : previews.first().revision; }
    bool operator==(const TaskComment &) const = default;
};

struct TaskDetail
{
    QString id;
    QString productionId;
    QString entityId;
    QString entityName;
    QString groupName; // sequence of a shot, type of an asset
    QString description;
    QString previewId; // the entity's main picture
    bool isOfShot = true;
    int firstFrame = 1; // the shot's own number of its first frame
    QString taskTypeId;
    QString departmentId; // of the task type
    QString statusId;
    QStringList assigneeIds;
    QDate due;
    int priority = 0;
    double estimation = 0; // minutes of work
    double spent = 0;      // minutes of work
    int retakes = 0;
    int retakeLimit = 0; // 0: none
    bool isSubscribed = false;

    /// "SQ020 / SH0030"
    QString fullName() const;
    bool operator==(const TaskDetail &) const = default;
};

/// The number that an entity of the API gives its first frame ("frame_in" of its metadata); 1 where it has none.
int firstFrameOf(const Json &entity);
/// Of /data/tasks/{id}/full.
TaskDetail taskDetailOf(const Json &task);
/// Of /data/tasks/{id}/comments; newest first.
QList<TaskComment> taskCommentsOf(const Json &comments);
TaskComment taskCommentOf(const Json &comment);
Checklist checklistOf(const Json &list);
Json jsonOf(const Checklist &checklist);
/// All previews of a thread: newest revision first, by position within.
QList<TaskPreview> previewsOf(const QList<TaskComment> &comments);
int revisionAfter(const QList<TaskComment> &comments);

/// A moment of the API ("2026-11-24T11:05:00"), which is in UTC, in the user's own time.
QDateTime momentOf(const QString &told);
/// "11:05", "Yesterday 17:40", "Mon 16:12", "3 Oct 09:30".
QString momentWords(const QDateTime &moment, const QDateTime &now);
/// Minutes of work as "2.5 d", "3 h", "–".
QString workWords(double minutes);
/// "2.5 / 4 d": spent of estimated.
QString spentWords(double spent, double estimation);
QString sizeWords(qint64 bytes);

} // namespace callboard::ui
