// SPDX-License-Identifier: GPL-3.0-or-later
// The player of the task panel: one of the task's previews, moving, with its drawings and the marks of notes, and the
// choice of the revision. To compare, to draw and to see it large it leads to the review. The medium is open only
// while the player is seen and its row is the chosen one. GUI thread; pictures are decoded on a thread of their own.
#pragma once

#include "ui/navigation/Page.h"
#include "ui/previews/PreviewCache.h"
#include "ui/values/TaskValues.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace callboard::ui {

class AnnotationSync;
class OpenedStudio;
class PickerField;
class ReviewPlayer;

class TaskPlayer final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskPlayer(OpenedStudio &studio, QWidget *parent = nullptr);
    ~TaskPlayer() override;

    /// Newest first; none: the player is not shown. What is looked at stays; a newer revision takes the place of the
    /// former newest. `firstFrame`: the shot's own number of its first frame.
    void setPreviews(const QList<TaskPreview> &previews, int firstFrame);
    /// Shows that one of the previews.
    void choose(const QString &previewId);
    const std::optional<TaskPreview> &preview() const { return m_preview; }
    /// Where one is now, for the review to go on from.
    ReviewStart place() const;
    /// To the frame of that number; of a movie that is on its way, when it is there.
    void goToNumber(int number);
    /// The comments whose frames are marked on the timeline.
    void setNotes(const QList<TaskComment> &comments);
    /// Of the picture, in pixels: low windows.
    void setMostHeight(int pixels);

    /// Null until there was a preview to show.
    ReviewPlayer *player() { return m_player; }

Q_SIGNALS:
    void reviewAsked(const callboard::ui::ReviewStart &start);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makePlayer();
    void take(const TaskPreview &preview);
    void fillRevisions();
    void prepare();
    QCoro::Task<void> open();
    void close();
    void showPoster();
    void markNotes();
    void fit();
    void askReview(ReviewStart::Doing doing);
    QString label() const;

    OpenedStudio &m_studio;
    PreviewCache *m_cache;
    AnnotationSync *m_annotations;
    ReviewPlayer *m_player = nullptr;
    PickerField *m_revision = nullptr;
    QList<TaskPreview> m_previews;
    std::optional<TaskPreview> m_preview;
    QList<TaskComment> m_comments;
    int m_firstFrame = 1;
    std::optional<int> m_wantedFrame; // 0-based; asked for before the medium was there
    int m_mostHeight = 240;
    QTimer m_settling;  // rows that are only passed open nothing
    int m_openings = 0; // an opening begun later makes an earlier one void
    bool m_hasFailed = false;
    std::shared_ptr<Cancellation> m_fetching;
};

} // namespace callboard::ui
