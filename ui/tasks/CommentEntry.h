// SPDX-License-Identifier: GPL-3.0-or-later
// One comment of a thread: author, time, status change, words, checklist, previews, files, replies, and what the
// reader may do with it.
#pragma once

#include "ui/parts/Status.h"
#include "ui/tasks/TaskRights.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QToolButton;
class QPushButton;
class QVBoxLayout;

namespace callboard::ui {

class Avatar;
class BusyRing;
class ChecklistEditor;
class ChecklistView;
class IconLabel;
class Label;
class MentionField;
class OpenedStudio;
class StatusChip;

/// What surrounds a comment in its thread.
struct EntrySurroundings
{
    std::optional<StatusLook> status;
    std::optional<StatusLook> statusBefore; // set when the comment changed the status
    TaskRights rights;
    QStringList names; // to mention
};

class CommentEntry final : public QWidget
{
    Q_OBJECT

public:
    explicit CommentEntry(OpenedStudio &studio, QWidget *parent = nullptr);

    void setComment(const TaskComment &comment, const EntrySurroundings &surroundings);
    const TaskComment &comment() const { return m_comment; }
    /// A change of this comment was refused: said at its foot until the next change.
    void showFault(const QString &sentence);
    /// Times such as "Yesterday" grow old.
    void followTime();

Q_SIGNALS:
    void edited(const QString &id, const QString &text, const callboard::ui::Checklist &checklist);
    void ticked(const QString &id, int item, bool isDone);
    void acknowledged(const QString &id);
    void pinned(const QString &id, bool isPinned);
    void removed(const QString &id);
    void replied(const QString &id, const QString &text);
    void replyRemoved(const QString &id, const QString &replyId);
    void previewChosen(const callboard::ui::TaskPreview &preview);
    void attachmentChosen(const callboard::ui::TaskAttachment &attachment);
    /// A frame that the words name, by its number.
    void frameChosen(int number);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QHBoxLayout *makeHead();
    QWidget *makeFoot();
    void follow(const QString &address);
    void showWords();
    void showFiles();
    void showReplies();
    void showActs();
    void beginEdit();
    void endEdit(bool keep);
    void beginReply();
    void endReply(bool send);
    void openMenu();
    QWidget *makeReply(const TaskReply &reply);

    OpenedStudio &m_studio;
    TaskComment m_comment;
    EntrySurroundings m_around;
    Avatar *m_avatar;
    Label *m_name;
    Label *m_when;
    BusyRing *m_busy;
    IconLabel *m_pin;
    StatusChip *m_before;
    Label *m_arrow;
    StatusChip *m_status;
    Label *m_text;
    ChecklistView *m_checklist;
    QWidget *m_pictures;
    QWidget *m_files;
    QWidget *m_foot;
    QPushButton *m_acknowledge;
    QPushButton *m_reply;
    QToolButton *m_more;
    QWidget *m_replies;
    Label *m_fault;
    QWidget *m_editor = nullptr; // while it is edited
    QWidget *m_answer = nullptr; // while a reply is written
    QVBoxLayout *m_column = nullptr;
};

} // namespace callboard::ui
