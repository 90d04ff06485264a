// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/Playback.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QSlider;
class QToolButton;

namespace callboard::ui {
class Label;
}

namespace callboard::player {

class FrameCounter;
class PlayerActions;

/// The bar below the timeline, 44 high: frame and time, stepping and playing, loop, speed, sound and
/// the rate really shown. Compact, it keeps the buttons, the frame, drawing and comparing.
class Transport : public QWidget
{
    Q_OBJECT
public:
    Transport(Playback &playback, PlayerActions &actions, QWidget *parent = nullptr);

    void setNumbering(int firstNumber);
    void setHasSound(bool hasSound);
    void setCompact(bool isCompact);
    /// A widget of the page's own, such as the choice of the revision; before the last buttons.
    void addExtra(QWidget *widget);
    FrameCounter *counter() const { return m_counter; }

    QSize sizeHint() const override { return {400, 44}; }

Q_SIGNALS:
    void volumeChanged(double volume); ///< 0 to 1

private:
    void buildPlace(QHBoxLayout *bar);
    void buildButtons(QHBoxLayout *bar);
    void buildChoices(QHBoxLayout *bar);
    QWidget *separator();
    void showFrame();
    void showRange();
    void showState();
    void showRate();
    void fitToWidth();
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    Playback &m_playback;
    PlayerActions &m_actions;
    int m_firstNumber = 1;
    bool m_isCompact = false;
    bool m_hasSound = false;
    FrameCounter *m_counter = nullptr;
    ui::Label *m_count = nullptr;
    ui::Label *m_timecode = nullptr;
    ui::Label *m_range = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_backward = nullptr;
    QToolButton *m_loop = nullptr;
    QComboBox *m_speed = nullptr;
    QComboBox *m_pacing = nullptr;
    QToolButton *m_mute = nullptr;
    QSlider *m_volume = nullptr;
    ui::Label *m_rate = nullptr;
    ui::Label *m_dropped = nullptr;
    QHBoxLayout *m_extras = nullptr;
    QList<QWidget *> m_separators;
    QList<QWidget *> m_compactOnly;
};

} // namespace callboard::player
