// SPDX-License-Identifier: GPL-3.0-or-later
// One task beside whatever page shows it: its facts, previews, composer and thread. It knows no page: give it a
// task's identifier, it does the rest. GUI thread.
#pragma once

#include "ui/navigation/Page.h"
#include "ui/parts/SidePanel.h"
#include "ui/values/TaskValues.h"

#include <QCoroTask>

#include <functional>

class QToolButton;
class QVBoxLayout;

namespace callboard::ui {

class Banner;
class BusyRing;
class CommentComposer;
class EmptyState;
class OpenedStudio;
class TaskFacts;
class TaskFeed;
class TaskPlayer;
class TaskThread;
class TaskWriting;

class TaskPanel final : public Panel
{
    Q_OBJECT

public:
    explicit TaskPanel(OpenedStudio &studio, QWidget *parent = nullptr);
    ~TaskPanel() override;

    /// Empty: no task, and why that is so ("No task here").
    void showTask(const QString &taskId, const QString &whyNone = {});
    QString taskId() const;
    /// Files for this task, as if dropped on the composer.
    void addFiles(const QStringList &files);
    /// Where previews stand large beside the panel already, they are left out of it.
    void setPreviewsShown(bool shown);
    /// A button to the task's row in its sheet, for pages that are no sheet.
    void setPlaceOffered(bool offered);
    /// Buttons to the task before and after, for pages that have an order.
    void setStepping(bool on);

    TaskFeed &feed() { return *m_feed; }
    TaskWriting &writing() { return *m_writing; }
    CommentComposer &composer() { return *m_composer; }
    TaskThread &thread() { return *m_thread; }
    TaskPlayer &player() { return *m_player; }

Q_SIGNALS:
    /// "Open in review", and other places.
    void asked(const callboard::ui::Destination &destination);
    /// A preview of the thread was chosen; also shown in the panel, where previews are shown there.
    void previewChosen(const callboard::ui::TaskPreview &preview);
    void stepAsked(int step);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead();
    QWidget *buildContent();
    void connectParts();
    void showDetail();
    void showPreviews();
    void markNotes();
    void showUploads();
    void followDirectory();
    void openReview(const ReviewStart &start = {});
    void undoLast();
    QCoro::Task<void> save(TaskAttachment attachment);
    QString draftKey(const QString &taskId) const;
    QToolButton *headButton(const QString &icon, const QString &tip, const QString &keys = {});

    OpenedStudio &m_studio;
    TaskFeed *m_feed;
    TaskWriting *m_writing;
    BusyRing *m_busy;
    QToolButton *m_before;
    QToolButton *m_after;
    QToolButton *m_bell;
    QToolButton *m_review;
    QToolButton *m_place;
    QWidget *m_content = nullptr;
    EmptyState *m_none;
    Banner *m_banner;
    TaskFacts *m_facts;
    TaskPlayer *m_player;
    QWidget *m_uploads;
    QVBoxLayout *m_uploadRows = nullptr;
    CommentComposer *m_composer;
    TaskThread *m_thread;
    bool m_arePreviewsShown = true;
    std::function<void()> m_undo;
};

/// The panel at the side of that content, as wide as the user left it; closed at first.
SidePanelHost *taskPanelBeside(QWidget *content, TaskPanel *panel, QWidget *parent);

} // namespace callboard::ui
