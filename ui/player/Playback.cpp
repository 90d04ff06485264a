// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/Playback.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace callboard::ui {

namespace {

constexpr qint64 second = 1'000'000'000;

qint64 steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

} // namespace

Playback::Playback(QObject *parent, Nanoseconds now)
    : QObject(parent)
    , m_now(now ? std::move(now) : steadyNow)
    , m_isReady([](int) { return true; })
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(4);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
}

void Playback::setMovie(int frameCount, const FrameRate &rate)
{
    pause();
    m_frameCount = std::max(1, frameCount);
    m_rate = rate.isValid() ? rate : FrameRate{};
    m_in = m_out = std::nullopt;
    m_dropped = 0;
    m_frame = m_due = 0;
    Q_EMIT rangeChanged();
    Q_EMIT droppedChanged(0);
    Q_EMIT frameChanged(0);
    Q_EMIT playheadMoved();
}

void Playback::show(int frame)
{
    if (frame == m_frame) return;
    m_frame = frame;
    if (m_isPlaying) {
        m_shownAt.push_back(m_now());
        while (m_shownAt.size() > 2 && m_shownAt.front() < m_shownAt.back() - second) m_shownAt.pop_front();
    }
    Q_EMIT frameChanged(frame);
}

void Playback::goTo(int frame)
{
    const int target = std::clamp(frame, 0, m_frameCount - 1);
    m_due = target;
    show(target);
    if (m_isPlaying) anchor();
    Q_EMIT playheadMoved();
}

void Playback::step(int by)
{
    pause();
    goTo(m_frame + by);
}

void Playback::play(int direction)
{
    if (m_frameCount < 2) return;
    const FrameRange played = range();
    const int begin = direction > 0 ? played.first : played.last;
    const int end = direction > 0 ? played.last : played.first;
    m_direction = direction;
    const bool standsAtEnd = !m_isLooping && m_frame == end;
    if (!played.contains(m_frame) || standsAtEnd) {
        m_due = begin;
        show(begin);
    }
    if (!m_isPlaying) {
        m_dropped = 0;
        m_shownAt.clear();
        Q_EMIT droppedChanged(0);
    }
    m_isPlaying = true;
    anchor();
    m_timer.start();
    Q_EMIT stateChanged();
    Q_EMIT playheadMoved();
}

void Playback::pause()
{
    m_shuttleFactor = 1;
    if (!m_isPlaying) return;
    m_isPlaying = false;
    m_timer.stop();
    stopSound();
    m_due = m_frame;
    Q_EMIT stateChanged();
    Q_EMIT playheadMoved();
}

void Playback::toggle()
{
    if (m_isPlaying)
        pause();
    else
        play(1);
}

void Playback::shuttle(int direction)
{
    if (!m_isPlaying)
        m_shuttleFactor = 1;
    else if (direction == m_direction)
        m_shuttleFactor = std::min(m_shuttleFactor * 2, fastest);
    else if (m_shuttleFactor > 1) {
        m_shuttleFactor /= 2;
        direction = m_direction;
    }
    play(direction);
}

void Playback::setSpeed(double speed)
{
    m_speed = std::clamp(speed, 0.25, 2.0);
    if (m_isPlaying) anchor();
    Q_EMIT stateChanged();
}

void Playback::setLooping(bool on)
{
    m_isLooping = on;
    if (m_isPlaying) anchor();
    Q_EMIT stateChanged();
    Q_EMIT playheadMoved();
}

void Playback::setPacing(Pacing pacing)
{
    m_pacing = pacing;
    if (m_isPlaying) anchor();
    Q_EMIT stateChanged();
}

void Playback::setIn(std::optional<int> frame)
{
    m_in = frame ? std::optional(std::clamp(*frame, 0, m_frameCount - 1)) : std::nullopt;
    if (m_in && m_out && *m_in > *m_out) m_out.reset();
    if (m_isPlaying) play(m_direction);
    Q_EMIT rangeChanged();
    Q_EMIT playheadMoved();
}

void Playback::setOut(std::optional<int> frame)
{
    m_out = frame ? std::optional(std::clamp(*frame, 0, m_frameCount - 1)) : std::nullopt;
    if (m_in && m_out && *m_in > *m_out) m_in.reset();
    if (m_isPlaying) play(m_direction);
    Q_EMIT rangeChanged();
    Q_EMIT playheadMoved();
}

FrameRange Playback::range() const
{
    return {m_in.value_or(0), m_out.value_or(m_frameCount - 1)};
}

Playhead Playback::playhead() const
{
    return {m_due, m_direction, range(), m_isLooping, m_isPlaying && m_pacing == Pacing::RealTime};
}

double Playback::shownRate() const
{
    if (!m_isPlaying || m_shownAt.size() < 2 || m_shownAt.back() == m_shownAt.front()) return 0;
    return double(m_shownAt.size() - 1) * double(second) / double(m_shownAt.back() - m_shownAt.front());
}

void Playback::setSound(SoundClock *sound)
{
    stopSound();
    m_sound = sound;
    if (m_isPlaying) anchor();
}

bool Playback::wantsSound() const
{
    return m_sound && m_direction > 0 && m_shuttleFactor == 1 && m_speed == 1 && m_pacing == Pacing::RealTime;
}

void Playback::startSound()
{
    m_followsSound = wantsSound();
    if (m_followsSound) m_sound->start(startOfFrame(m_anchorFrame, m_rate).seconds());
}

void Playback::stopSound()
{
    if (std::exchange(m_followsSound, false)) m_sound->stop();
}

void Playback::anchor()
{
    stopSound();
    m_anchorFrame = m_frame;
    m_anchorTime = m_now();
    m_shownSteps = 0;
    startSound();
}

double Playback::stepsDue()
{
    if (m_followsSound) {
        if (const auto heard = m_sound->position()) return *heard * m_rate.perSecond() - m_anchorFrame;
        // The device went away: go on from here by the clock.
        m_followsSound = false;
        m_anchorFrame = m_frame;
        m_anchorTime = m_now();
        m_shownSteps = 0;
    }
    const double seconds = double(m_now() - m_anchorTime) / double(second);
    return seconds * m_rate.perSecond() * m_speed * m_shuttleFactor;
}

qint64 Playback::stepsToEnd() const
{
    const FrameRange played = range();
    return m_direction > 0 ? played.last - m_anchorFrame : m_anchorFrame - played.first;
}

int Playback::frameOfStep(qint64 step) const
{
    const FrameRange played = range();
    const qint64 length = played.length();
    const qint64 offset = m_anchorFrame - played.first + step * m_direction;
    return played.first + int((offset % length + length) % length);
}

void Playback::tick()
{
    if (!m_isPlaying) return;
    if (m_pacing == Pacing::EveryFrame)
        tickEveryFrame();
    else
        tickInTime();
}

void Playback::loopSound()
{
    m_anchorFrame = range().first;
    m_anchorTime = m_now();
    m_shownSteps = -1;
    m_sound->stop();
    m_sound->start(startOfFrame(m_anchorFrame, m_rate).seconds());
}

void Playback::tickInTime()
{
    // A hair earlier than exact: a frame's moment computed from it must not fall before it.
    qint64 due = qint64(std::floor(stepsDue() + 1e-6));
    if (m_followsSound && m_isLooping && due > stepsToEnd()) {
        loopSound();
        due = 0;
    }
    if (!m_isLooping) due = std::min(due, stepsToEnd());
    if (due <= m_shownSteps) return;
    const int dueFrame = frameOfStep(due);
    if (dueFrame != m_due) {
        m_due = dueFrame;
        Q_EMIT playheadMoved();
    }
    const qint64 oldest = std::max(m_shownSteps, due - range().length());
    qint64 step = due;
    while (step > oldest && !m_isReady(frameOfStep(step))) --step;
    if (step > oldest) {
        const qint64 missed = step - m_shownSteps - 1;
        m_shownSteps = step;
        // Faster than normal, frames are left out by intention.
        if (missed > 0 && m_speed * m_shuttleFactor <= 1) {
            m_dropped += int(missed);
            Q_EMIT droppedChanged(m_dropped);
        }
        show(frameOfStep(step));
    }
    if (!m_isLooping && m_shownSteps >= stepsToEnd()) pause();
}

void Playback::tickEveryFrame()
{
    const double perStep = double(second) / (m_rate.perSecond() * m_speed * m_shuttleFactor);
    const qint64 now = m_now();
    if (double(now - m_anchorTime) + 1 < perStep) return;
    if (!m_isLooping && m_frame == (m_direction > 0 ? range().last : range().first)) {
        pause();
        return;
    }
    m_anchorFrame = m_frame;
    const int next = frameOfStep(1);
    if (next != m_due) {
        m_due = next;
        Q_EMIT playheadMoved();
    }
    if (!m_isReady(next)) return;
    // Small lateness is made up by the next frame, a pause is not.
    const double late = double(now - m_anchorTime) - perStep;
    m_anchorTime = late < perStep ? m_anchorTime + qint64(perStep) : now;
    show(next);
}

} // namespace callboard::ui
