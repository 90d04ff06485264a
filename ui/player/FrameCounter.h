// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/FrameRate.h"

#include <QLineEdit>

namespace callboard::ui {

/// The big number of the frame, in which another can be typed: the shot's own number, a timecode, or
/// +5 and -5 from here. The wheel steps.
class FrameCounter : public QLineEdit
{
    Q_OBJECT
public:
    explicit FrameCounter(QWidget *parent = nullptr);

    void setNumbering(int firstNumber, int frameCount, const FrameRate &rate);
    void showFrameAt(int frame); ///< 0-based
    /// Ready to type another number.
    void edit();

Q_SIGNALS:
    void frameWanted(int frame);
    /// Typing ended; the keys may go back to the player.
    void left();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    std::optional<int> typedFrame() const;
    void showFrame();

    int m_firstNumber = 1;
    int m_frameCount = 1;
    FrameRate m_rate;
    int m_frame = 0;
};

} // namespace callboard::ui
