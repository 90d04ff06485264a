// SPDX-License-Identifier: GPL-3.0-or-later
// Where a comment is written: words with mentions, checklist, files for the next revision or to attach, status.
// Every change is kept on disk at once (DraftStore), so nothing written is lost.
#pragma once

#include "ui/parts/Picker.h"
#include "ui/tasks/DraftStore.h"

#include <QWidget>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace callboard::ui {

class ChecklistEditor;
class DropPlace;
class Label;
class MentionField;
class StatusChip;

class CommentComposer final : public QWidget
{
    Q_OBJECT

public:
    explicit CommentComposer(QWidget *parent = nullptr);

    /// Goes on with the draft of that key ("" for none).
    void begin(const QString &draftKey);
    const QString &draftKey() const { return m_key; }
    void setNames(const QStringList &names);
    /// What may be set, and what the task has now.
    void setStatuses(const QList<PickerItem> &statuses, const QString &now);
    void setNextRevision(int revision);
    void setMayPublish(bool mayPublish);
    /// One line until it has the focus, without the place to drop.
    void setCompact(bool compact);
    void addFiles(const QStringList &files);
    /// Puts back what was not taken, with the reason.
    void takeBack(const CommentDraft &draft, const QString &why);
    CommentDraft draft() const;
    MentionField *text() const { return m_text; }

Q_SIGNALS:
    /// Never empty; the composer is empty again, the draft on disk stays until it is forgotten.
    void posted(const callboard::ui::CommentDraft &draft);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeTools();
    QToolButton *makeTool(const QString &icon, const QString &tip);
    void fill(const CommentDraft &draft);
    void keep();
    void post();
    void chooseFiles();
    void addFile(const QString &path, bool isPublished);
    void showFiles();
    void showStatus();
    void showPost();
    void showFault(const QString &sentence);

    DraftStore m_drafts;
    QString m_key;
    QString m_statusNow;
    QString m_statusWanted; // empty: as it is
    QStringList m_published;
    QStringList m_attached;
    QList<PickerItem> m_statuses;
    int m_nextRevision = 1;
    bool m_mayPublish = true;
    bool m_isCompact = false;
    bool m_isShowing = false; // a draft is being put in: no change of the user's
    MentionField *m_text;
    ChecklistEditor *m_checklist;
    QWidget *m_files;
    QVBoxLayout *m_fileRows;
    DropPlace *m_drop;
    Label *m_fault;
    Label *m_kept;
    StatusChip *m_from;
    Label *m_arrow;
    StatusChip *m_to;
    Picker *m_picker;
    QPushButton *m_post;
};

} // namespace callboard::ui
