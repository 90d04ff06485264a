// SPDX-License-Identifier: GPL-3.0-or-later
// A task's revisions in the player, with its thread beside it: play, compare, draw, note, decide.
#pragma once

#include "ui/navigation/Page.h"
#include "ui/player/PlayerView.h"
#include "ui/previews/PreviewCache.h"
#include "ui/review/ReviewFeed.h"

#include <QTimer>

#include <memory>

namespace callboard::ui {

class AnnotationSync;
class Neighbours;
class ReviewNotice;
class ReviewPlayer;
class ReviewStrip;
class RevisionBar;
class SidePanelHost;
class TaskPanel;

class ReviewPage final : public Page
{
    Q_OBJECT

public:
    explicit ReviewPage(OpenedStudio &studio, QWidget *parent = nullptr);
    ~ReviewPage() override;

    void show(const Destination &destination) override;
    QString title() const override;
    QList<KeyGroup> keys() const override;
    bool takesAltArrows() const override { return true; }
    bool fillsWindow() const override { return true; }

    ReviewPlayer &player() { return *m_player; }
    ReviewFeed &feed() { return *m_feed; }
    AnnotationSync &annotations() { return *m_sync; }
    TaskPanel &panel() { return *m_panel; }
    ReviewNotice &notice() { return *m_notice; }
    /// The preview that is shown, or on its way.
    const QString &shownPreview() const { return m_shownId; }
    const QString &comparedPreview() const { return m_comparedId; }

    void showPreview(const QString &previewId);
    void compareWith(const QString &previewId, Comparison comparison);
    /// To the revision before or after, in time.
    void stepRevision(int step);
    /// To the entity before or after, in the list one came from.
    void stepEntity(int step);
    /// Begins a note on the frame that is shown.
    void noteOnFrame();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectParts();
    void makeKeys();
    void takePlace();
    void takePreviews();
    void takeRights();
    void showBar();
    QCoro::Task<void> open();
    QCoro::Task<void> openUpload();
    /// The preview's file; the notice tells how far it is.
    QCoro::Task<QString> fetch(ReviewPreview preview);
    void play(const QString &file, const QString &comparedFile);
    void sayWhyNot();
    QCoro::Task<void> lookAtPreparation();
    QCoro::Task<void> save();
    void chooseCompared(Comparison comparison);
    void takeStart();
    void markNotes();
    void toggleFullScreen();
    void stepBack();

    ReviewPlayer *m_player;
    ReviewFeed *m_feed;
    PreviewCache *m_cache;
    AnnotationSync *m_sync;
    Neighbours *m_neighbours;
    RevisionBar *m_bar;
    ReviewNotice *m_notice;
    ReviewStrip *m_strip;
    TaskPanel *m_panel;
    QWidget *m_stage;
    SidePanelHost *m_host;
    QString m_shownId;
    QString m_comparedId;
    ReviewPreview m_shown; // as it was when it was opened
    QString m_openedId;    // whose file the player has
    QString m_openedTaskId;
    Comparison m_wantedComparison = Comparison::None;
    ReviewStart m_start;    // to be done once its preview is open
    int m_toldRevision = 0; // the newest that was announced
    bool m_isUploadShown = false;
    int m_openings = 0; // an opening begun later makes an earlier one void
    std::shared_ptr<Cancellation> m_fetching;
    QTimer m_preparation;
    bool m_isLooking = false;
};

} // namespace callboard::ui
