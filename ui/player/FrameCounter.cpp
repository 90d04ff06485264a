// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/FrameCounter.h"

#include "ui/theme/Fonts.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace callboard::ui {

FrameCounter::FrameCounter(QWidget *parent)
    : QLineEdit(parent)
{
    setFont(ui::textFont(ui::TextRole::FrameCount));
    setFrame(false);
    setFocusPolicy(Qt::ClickFocus);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setAccessibleName(tr("Frame"));
    setToolTip(tr("Frame number; type another to go there"));
    setNumbering(1, 1, {});
    // Plain on the bar: the caret alone says that it can be typed in.
    QPalette plain = palette();
    plain.setBrush(QPalette::Base, Qt::transparent);
    setPalette(plain);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        const auto typed = typedFrame();
        clearFocus();
        Q_EMIT left();
        if (typed) Q_EMIT frameWanted(*typed);
    });
}

void FrameCounter::setNumbering(int firstNumber, int frameCount, const FrameRate &rate)
{
    m_firstNumber = firstNumber;
    m_frameCount = frameCount;
    m_rate = rate;
    const int digits = std::max(4, int(QString::number(firstNumber + frameCount - 1).size()));
    setFixedWidth(QFontMetrics(font()).horizontalAdvance(QString(digits, u'0')) + 24);
    showFrame();
}

void FrameCounter::showFrameAt(int frame)
{
    m_frame = frame;
    showFrame();
}

void FrameCounter::showFrame()
{
    if (!hasFocus()) setText(QString::number(m_frame + m_firstNumber));
}

void FrameCounter::edit()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

std::optional<int> FrameCounter::typedFrame() const
{
    const QString typed = text().trimmed();
    if (const auto byTime = frameOfTimecode(typed, m_rate)) return int(std::min<qint64>(*byTime, m_frameCount - 1));
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (!isNumber) return std::nullopt;
    const bool isRelative = typed.startsWith(u'+') || typed.startsWith(u'-');
    const qint64 frame = isRelative ? qint64(m_frame) + number : qint64(number) - m_firstNumber;
    return int(std::clamp<qint64>(frame, 0, m_frameCount - 1));
}

void FrameCounter::wheelEvent(QWheelEvent *event)
{
    const int by = event->angleDelta().y() > 0 ? 1 : -1;
    Q_EMIT frameWanted(std::clamp(m_frame + by, 0, m_frameCount - 1));
    event->accept();
}

void FrameCounter::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        clearFocus();
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FrameCounter::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    deselect();
    showFrame();
}

} // namespace callboard::ui
