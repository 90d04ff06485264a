// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/Playback.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace callboard::ui {

/// Plays a movie's sound on the default device from a thread of its own and tells where it is. Used
/// from the GUI thread; no call blocks. Without sound or device, position() is nothing.
class SoundOutput : public QObject, public SoundClock
{
    Q_OBJECT
public:
    explicit SoundOutput(QObject *parent = nullptr);
    ~SoundOutput() override;

    /// The movie whose sound is played; empty for none.
    void open(const QString &file);
    void setVolume(double volume); ///< 0 to 1, as heard
    void setMuted(bool on);
    double volume() const { return m_volume; }
    bool isMuted() const { return m_isMuted; }

    void start(double seconds) override;
    void stop() override;
    std::optional<double> position() const override;

private:
    class Pump;
    struct State;
    void sendVolume();

    std::shared_ptr<State> m_state;
    QThread m_thread;
    Pump *m_pump = nullptr; ///< lives and is deleted on m_thread
    double m_volume = 0.8;
    bool m_isMuted = false;
};

} // namespace callboard::ui
