// SPDX-License-Identifier: GPL-3.0-or-later
// The comments of a task, newest first, below those that are pinned. Entries are patched, never rebuilt: what the
// reader looks at stays where it is.
#pragma once

#include "ui/tasks/TaskRights.h"

#include <QHash>
#include <QScrollArea>
#include <QTimer>

class QVBoxLayout;

namespace callboard::ui {

class CommentEntry;
class OpenedStudio;
class TaskFeed;
class TaskWriting;

class TaskThread final : public QScrollArea
{
    Q_OBJECT

public:
    TaskThread(OpenedStudio &studio, TaskFeed &feed, TaskWriting &writing, QWidget *parent = nullptr);

    void setRights(const TaskRights &rights);
    void setNames(const QStringList &names);
    CommentEntry *entry(const QString &commentId) const { return m_entries.value(commentId); }
    int count() const { return static_cast<int>(m_entries.size()); }

Q_SIGNALS:
    void previewChosen(const callboard::ui::TaskPreview &preview);
    void attachmentChosen(const callboard::ui::TaskAttachment &attachment);
    void frameChosen(int number);

private:
    void showAll();
    void add(const QString &id);
    void change(const QString &id);
    void remove(const QString &id);
    void fill(const QString &id);
    void fillAll();
    /// Puts the entries in the feed's order without moving what is looked at.
    void order();
    CommentEntry *makeEntry();

    OpenedStudio &m_studio;
    TaskFeed &m_feed;
    TaskWriting &m_writing;
    TaskRights m_rights;
    QStringList m_names;
    QHash<QString, CommentEntry *> m_entries;
    QVBoxLayout *m_rows;
    QTimer m_minute;
};

} // namespace callboard::ui
