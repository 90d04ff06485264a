// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/DrawTool.h"
#include "ui/player/Medium.h"
#include "ui/player/PlayerView.h"
#include "ui/player/Timeline.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

namespace callboard::ui {

class AnnotationLayer;
class AnnotationModel;
class FrameSource;
class Playback;
class PlayerActions;
class SoundOutput;
class Transport;

/// The whole player: picture, timeline and transport, with drawing and comparing. Knows files and
/// values only; what is to be stored leaves by signals. Frame numbers in its interface are 0-based
/// unless they are called numbers, which begin at the medium's own first.
class ReviewPlayer : public QWidget
{
    Q_OBJECT
public:
    enum class Form {
        Full,     ///< a page of its own: tools beside the picture, numbers on the timeline
        Embedded, ///< in a panel, to look at: thin timeline; drawing and comparing are left to a page
    };
    explicit ReviewPlayer(Form form = Form::Full, QWidget *parent = nullptr);
    ~ReviewPlayer() override;

    /// Opens in the background, at the first frame unless goTo() follows. The second is what the first
    /// may be compared with.
    void open(const Medium &shown, const std::optional<Medium> &comparedWith = std::nullopt);
    void close();
    const Medium &medium() const { return m_medium; }
    /// Shown until the file is there, such as "Downloading 40 %". Empty takes it away.
    void showMessage(const QString &message);
    /// A picture of the medium, in place of its frame until that is there.
    void showPoster(const QImage &picture, const QSize &size);

    /// The drawings of the preview as the server has them.
    void setAnnotations(const QJsonArray &stored);
    QJsonArray annotations() const;
    /// Who draws; without rights to draw the tools are off and their tooltips say why.
    void setAuthor(const QString &personId);
    void setMayDraw(bool may, const QString &reason = {});
    /// Notes of the thread, on the timeline beside the drawings and reached by , and .
    void setNoteMarks(std::vector<TimelineMark> marks);

    int frame() const;
    int frameNumber() const;
    void goTo(int frame);
    void goToNumber(int number);
    bool isPlaying() const;
    void setComparison(Comparison comparison);
    /// The frame as it is seen, with its drawings, in the medium's size; null before it is there.
    QImage snapshot() const;

    Playback &playback() { return *m_playback; }
    AnnotationLayer &drawing() { return *m_layer; }
    PlayerActions &playerActions() { return *m_actions; }
    PlayerView &view() { return *m_view; }
    Timeline &timeline() { return *m_timeline; }
    Transport &transport() { return *m_transport; }
    FrameSource &source() { return *m_source; }

Q_SIGNALS:
    void opened(const callboard::ui::MediaFormat &format);
    void failed(const QString &sentence);
    void frameChanged(int frame, int number);
    /// `{additions, updates, deletions}` to be sent for the preview.
    void annotationsChanged(const QJsonObject &difference);
    /// The first stroke on a frame: a note on it may begin.
    void drawingBegan(int number);
    void fullScreenWanted();
    /// Drawing is wanted, which an embedded player does not do.
    void drawingWanted();
    /// Comparing is wanted that way, but nothing to compare with was given.
    void comparedMediumWanted(callboard::ui::Comparison comparison);

private:
    void build();
    void connectParts();
    void connectTransportActions();
    void connectDrawingActions();
    void leaveDrawingToAPage();
    void connectViewActions();
    void begin(const MediaFormat &format);
    void fail(const QString &sentence);
    void showFrame();
    void showCompared();
    void showState();
    void showMarks();
    void showTool();
    void showBadges();
    void sendPlayhead();
    void goToNote(int direction);
    void chooseTool(DrawTool tool);
    std::vector<int> notedFrames() const;

    const Form m_form;
    Medium m_medium;
    std::optional<Medium> m_comparedMedium;
    int m_frameWhenOpen = 0; ///< where to begin: asked for before the file was open
    FrameSource *m_source = nullptr;
    FrameSource *m_compared = nullptr;
    SoundOutput *m_sound = nullptr;
    Playback *m_playback = nullptr;
    AnnotationModel *m_model = nullptr;
    AnnotationLayer *m_layer = nullptr;
    PlayerActions *m_actions = nullptr;
    PlayerView *m_view = nullptr;
    Timeline *m_timeline = nullptr;
    Transport *m_transport = nullptr;
    QJsonArray m_stored; ///< given before the medium was open
    std::vector<TimelineMark> m_noteMarks;
    DrawTool m_lastTool = DrawTool::Pencil;
    bool m_mayDraw = true;
    int m_frameAtScrub = 0;
};

} // namespace callboard::ui
