// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/FrameCache.h"
#include "ui/player/FrameRate.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace callboard::ui {

/// The sound that pictures follow: where it is says which frame is due.
class SoundClock
{
public:
    virtual ~SoundClock() = default;
    virtual void start(double seconds) = 0;
    virtual void stop() = 0;
    /// Seconds of the movie being heard; nothing if there is no sound or no device.
    virtual std::optional<double> position() const = 0;
};

/// Which frame is shown, and how that moves: play at the movie's rate, shuttle, loop, in and out. Knows
/// nothing of pictures; asks whether a frame is ready. Frames are 0-based. Lives on the GUI thread.
class Playback : public QObject
{
    Q_OBJECT
public:
    enum class Pacing {
        RealTime,   ///< in time with the clock or the sound; frames that come too late are dropped
        EveryFrame, ///< slower if it must be, but nothing is skipped; silent
    };
    using Nanoseconds = std::function<qint64()>;
    static constexpr int fastest = 8; ///< of the shuttle, times the normal speed

    /// `now` must not run backward; by default the steady clock.
    explicit Playback(QObject *parent = nullptr, Nanoseconds now = {});

    void setMovie(int frameCount, const FrameRate &rate);
    int frameCount() const { return m_frameCount; }
    const FrameRate &rate() const { return m_rate; }

    int frame() const { return m_frame; }
    /// Beyond the ends is at the ends. While playing, goes on from there.
    void goTo(int frame);
    /// Pauses and goes by so many frames.
    void step(int by);

    bool isPlaying() const { return m_isPlaying; }
    int direction() const { return m_direction; }
    void play(int direction = 1);
    void pause();
    void toggle();
    /// J and L: play that way; again doubles the speed; the other way first takes the speed back.
    void shuttle(int direction);
    int shuttleFactor() const { return m_shuttleFactor; }

    double speed() const { return m_speed; }
    void setSpeed(double speed); ///< 0.25 to 2
    bool isLooping() const { return m_isLooping; }
    void setLooping(bool on);
    Pacing pacing() const { return m_pacing; }
    void setPacing(Pacing pacing);

    std::optional<int> in() const { return m_in; }
    std::optional<int> out() const { return m_out; }
    /// An in behind the out, or the other way round, pushes that away.
    void setIn(std::optional<int> frame);
    void setOut(std::optional<int> frame);
    /// From in to out, or all.
    FrameRange range() const;

    /// What the decoder should have ready next.
    Playhead playhead() const;

    int dropped() const { return m_dropped; }
    /// Frames a second really shown, over the last second of playing; 0 when paused.
    double shownRate() const;

    void setReadiness(std::function<bool(int)> isReady) { m_isReady = std::move(isReady); }
    void setSound(SoundClock *sound); ///< not owned; may be null

    /// Shows what is due. Called by a timer while playing; by tests with a clock of theirs.
    void tick();

Q_SIGNALS:
    void frameChanged(int frame);
    /// Another frame is due next, whether it is shown yet or not.
    void playheadMoved();
    /// Playing, direction, speed, loop or pacing are others.
    void stateChanged();
    void rangeChanged();
    void droppedChanged(int frames);

private:
    void anchor();
    void stopSound();
    void startSound();
    bool wantsSound() const;
    double stepsDue();
    qint64 stepsToEnd() const;
    int frameOfStep(qint64 step) const;
    void tickInTime();
    void tickEveryFrame();
    void loopSound();
    void show(int frame);

    Nanoseconds m_now;
    QTimer m_timer;
    std::function<bool(int)> m_isReady;
    SoundClock *m_sound = nullptr;
    FrameRate m_rate;
    int m_frameCount = 1;
    int m_frame = 0;
    int m_due = 0;
    bool m_isPlaying = false;
    int m_direction = 1;
    int m_shuttleFactor = 1;
    double m_speed = 1;
    bool m_isLooping = true;
    Pacing m_pacing = Pacing::RealTime;
    std::optional<int> m_in, m_out;
    int m_dropped = 0;

    int m_anchorFrame = 0;   ///< the frame of step 0
    qint64 m_anchorTime = 0; ///< when that was
    qint64 m_shownSteps = 0;
    bool m_followsSound = false;
    std::deque<qint64> m_shownAt;
};

} // namespace callboard::ui
