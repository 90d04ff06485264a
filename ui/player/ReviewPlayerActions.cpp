// SPDX-License-Identifier: GPL-3.0-or-later
// What the player's actions do: transport, drawing, view.
#include "ui/player/ReviewPlayer.h"

#include "ui/player/AnnotationLayer.h"
#include "ui/player/FrameCounter.h"
#include "ui/player/Playback.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/SoundOutput.h"
#include "ui/player/Transport.h"

namespace callboard::ui {

namespace {

constexpr std::pair<Act, DrawTool> drawTools[] = {{Act::Select, DrawTool::Select}, {Act::Pencil, DrawTool::Pencil},
    {Act::Line, DrawTool::Line}, {Act::Arrow, DrawTool::Arrow}, {Act::Rectangle, DrawTool::Rectangle},
    {Act::Ellipse, DrawTool::Ellipse}, {Act::Text, DrawTool::Text}, {Act::Erase, DrawTool::Eraser}};

} // namespace

void ReviewPlayer::connectTransportActions()
{
    const auto on = [this](Act act, auto does) { connect((*m_actions)[act], &QAction::triggered, this, does); };
    on(Act::PlayPause, [this] { m_playback->toggle(); });
    on(Act::PlayBackward, [this] {
        if (m_playback->isPlaying() && m_playback->direction() < 0)
            m_playback->pause();
        else
            m_playback->play(-1);
    });
    on(Act::ShuttleBackward, [this] { m_playback->shuttle(-1); });
    on(Act::Stop, [this] { m_playback->pause(); });
    on(Act::ShuttleForward, [this] { m_playback->shuttle(1); });
    on(Act::PreviousFrame, [this] { m_playback->step(-1); });
    on(Act::NextFrame, [this] { m_playback->step(1); });
    on(Act::FirstFrame, [this] { m_playback->goTo(m_playback->range().first); });
    on(Act::LastFrame, [this] { m_playback->goTo(m_playback->range().last); });
    on(Act::PreviousNote, [this] { goToNote(-1); });
    on(Act::NextNote, [this] { goToNote(1); });
    on(Act::SetIn, [this] { m_playback->setIn(m_playback->frame()); });
    on(Act::SetOut, [this] { m_playback->setOut(m_playback->frame()); });
    on(Act::ClearInOut, [this] {
        m_playback->setIn(std::nullopt);
        m_playback->setOut(std::nullopt);
    });
    on(Act::Loop, [this](bool isOn) { m_playback->setLooping(isOn); });
    on(Act::GoToFrame, [this] { m_transport->counter()->edit(); });
    on(Act::Mute, [this](bool isOn) { m_sound->setMuted(isOn); });
}

void ReviewPlayer::connectDrawingActions()
{
    const auto on = [this](Act act, auto does) { connect((*m_actions)[act], &QAction::triggered, this, does); };
    on(Act::Draw, [this](bool isOn) { chooseTool(isOn ? m_lastTool : DrawTool::None); });
    for (const auto &[act, tool] : drawTools)
        on(act, [this, tool = tool](bool isOn) { chooseTool(isOn ? tool : DrawTool::None); });
    on(Act::Undo, [this] { m_model->undoStack().undo(); });
    on(Act::Redo, [this] { m_model->undoStack().redo(); });
    on(Act::DeleteDrawing, [this] { m_layer->deleteSelected(); });
    on(Act::ClearFrame, [this] { m_layer->deleteAllOnFrame(); });
    on(Act::CopyDrawing, [this] { m_layer->copySelected(); });
    on(Act::PasteDrawing, [this] { m_layer->paste(); });
    const auto follow = [this](Act act, auto signal) {
        QAction *action = (*m_actions)[act];
        action->setEnabled(false);
        connect(
            &m_model->undoStack(), signal, this, [this, action](bool can) { action->setEnabled(can && m_mayDraw); });
    };
    follow(Act::Undo, &QUndoStack::canUndoChanged);
    follow(Act::Redo, &QUndoStack::canRedoChanged);
}

void ReviewPlayer::leaveDrawingToAPage()
{
    for (auto act = static_cast<std::size_t>(Act::Select); act < static_cast<std::size_t>(Act::Count); ++act)
        (*m_actions)[static_cast<Act>(act)]->setEnabled(false);
    QAction *draw = (*m_actions)[Act::Draw];
    connect(draw, &QAction::triggered, this, [this, draw] {
        draw->setChecked(false);
        Q_EMIT drawingWanted();
    });
}

void ReviewPlayer::connectViewActions()
{
    const auto on = [this](Act act, auto does) { connect((*m_actions)[act], &QAction::triggered, this, does); };
    on(Act::Wipe, [this](bool isOn) { setComparison(isOn ? Comparison::Wipe : Comparison::None); });
    on(Act::SideBySide, [this](bool isOn) { setComparison(isOn ? Comparison::SideBySide : Comparison::None); });
    on(Act::ShowDrawings, [this](bool isOn) { m_layer->setOpacity(isOn ? 1 : 0); });
    on(Act::Neighbours, [this](bool isOn) { m_layer->setShowsNeighbours(isOn); });
    on(Act::ResetView, [this] { m_view->resetZoom(); });
    on(Act::FullScreen, [this] { Q_EMIT fullScreenWanted(); });
}

void ReviewPlayer::chooseTool(DrawTool tool)
{
    if (!m_mayDraw) tool = DrawTool::None;
    if (tool != DrawTool::None) {
        m_playback->pause();
        if (tool != DrawTool::Select) m_lastTool = tool;
    }
    m_layer->setTool(tool);
    showTool();
}

void ReviewPlayer::showTool()
{
    const DrawTool tool = m_layer->tool();
    for (const auto &[act, its] : drawTools) (*m_actions)[act]->setChecked(tool == its);
    (*m_actions)[Act::Draw]->setChecked(tool != DrawTool::None);
    (*m_actions)[Act::ShowDrawings]->setChecked(m_layer->opacity() > 0);
    (*m_actions)[Act::DeleteDrawing]->setEnabled(!m_layer->selected().isEmpty());
    (*m_actions)[Act::CopyDrawing]->setEnabled(!m_layer->selected().isEmpty());
}

void ReviewPlayer::setMayDraw(bool may, const QString &reason)
{
    m_mayDraw = may;
    if (!may) chooseTool(DrawTool::None);
    for (const Act act : {Act::Draw, Act::Select, Act::Pencil, Act::Line, Act::Arrow, Act::Rectangle, Act::Ellipse,
             Act::Text, Act::Erase, Act::ClearFrame, Act::PasteDrawing}) {
        (*m_actions)[act]->setEnabled(may);
        (*m_actions)[act]->setStatusTip(may ? QString() : reason);
    }
}

std::vector<int> ReviewPlayer::notedFrames() const
{
    std::vector<int> frames;
    for (const qint64 frame : m_model->frames())
        if (frame >= 0 && frame < m_playback->frameCount()) frames.push_back(int(frame));
    for (const TimelineMark &mark : m_noteMarks) frames.push_back(mark.frames.first);
    std::ranges::sort(frames);
    return frames;
}

void ReviewPlayer::goToNote(int direction)
{
    const std::vector<int> frames = notedFrames();
    if (frames.empty()) return;
    const int here = m_playback->frame();
    m_playback->pause();
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(frames, here);
        m_playback->goTo(next == frames.end() ? frames.front() : *next);
    } else {
        const auto at = std::ranges::lower_bound(frames, here);
        m_playback->goTo(at == frames.begin() ? frames.back() : *std::prev(at));
    }
}

} // namespace callboard::ui
