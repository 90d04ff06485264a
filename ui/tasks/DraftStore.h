// SPDX-License-Identifier: GPL-3.0-or-later
// Comments that are being written, kept on this computer's disk with every change: they survive a crash. One for
// each studio, person and task. Any thread; reads and writes a small file.
#pragma once

#include "ui/values/TaskValues.h"

namespace callboard::ui {

struct CommentDraft
{
    QString statusId;
    QString text;
    Checklist checklist;
    QStringList published; // files for the next revision
    QStringList attached;

    /// Nothing that would be missed; a chosen status alone is nothing.
    bool isEmpty() const
    {
        return text.trimmed().isEmpty() && checklist.isEmpty() && published.isEmpty() && attached.isEmpty();
    }
    bool operator==(const CommentDraft &) const = default;
};

class DraftStore
{
public:
    /// In `folder`, else where the system keeps the program's own files.
    explicit DraftStore(QString folder = {});

    static QString keyOf(const QString &studio, const QString &personId, const QString &taskId);
    /// Empty when there is none, or when it cannot be read.
    CommentDraft read(const QString &key) const;
    /// An empty draft forgets it. False when the disk would not take it.
    bool write(const QString &key, const CommentDraft &draft) const;
    void forget(const QString &key) const;

private:
    QString fileOf(const QString &key) const;

    QString m_folder;
};

} // namespace callboard::ui
