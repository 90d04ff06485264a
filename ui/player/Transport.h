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

namespace callboard::ui {

class FrameCounter;
class PlayerActions;

/// The bar below the timeline, 44 high: frame and time, stepping and playing, loop, speed, sound and
/// the rate really shown. Compact, it begins with the buttons and keeps the frame and the ways to compare, to draw and
/// to see it large.
class Transport : public QWidget
{
    Q_OBJECT
public:
    enum class Form { Full, Compact };

    Transport(Playback &playback, PlayerActions &actions, Form form, QWidget *parent = nullptr);

    void setNumbering(int firstNumber);
    void setHasSound(bool hasSound);
    /// A widget of the page's own, such as the choice of the revision; before the last buttons.
    void addExtra(QWidget *widget);
    FrameCounter *counter() const { return m_counter; }

    QSize sizeHint() const override { return {400, 44}; }

Q_SIGNALS:
    void volumeChanged(double volume); ///< 0 to 1

private:
    void buildPlace(QHBoxLayout *bar);
    void buildButtons(QHBoxLayout *bar);
    void buildLoop(QHBoxLayout *bar);
    void buildChoices(QHBoxLayout *bar);
    void buildExtras(QHBoxLayout *bar);
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
    const bool m_isCompact;
    int m_firstNumber = 1;
    bool m_hasSound = false;
    FrameCounter *m_counter = nullptr;
    ui::Label *m_count = nullptr;
    ui::Label *m_timecode = nullptr;
    ui::Label *m_range = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_backward = nullptr;
    QComboBox *m_speed = nullptr;
    QComboBox *m_pacing = nullptr;
    QToolButton *m_mute = nullptr;
    QSlider *m_volume = nullptr;
    ui::Label *m_rate = nullptr;
    ui::Label *m_dropped = nullptr;
    QHBoxLayout *m_extras = nullptr;
    QList<QWidget *> m_separators;
};

} // namespace callboard::ui
