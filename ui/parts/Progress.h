// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>
#include <optional>

namespace callboard::ui {

/// How long something must last before anything of its progress is shown, in milliseconds.
inline constexpr int progressDelay = 300;

/// A line of progress with its percentage, for work whose end is known. Nothing in the first 300 ms.
class ProgressLine : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);
    /// 0 to 1; the first call starts the waiting time, nothing ends it.
    void setProgress(std::optional<double> part);
    /// Shows at once: for jobs that run elsewhere and have lasted already.
    void setDelayed(bool on);
    void setPercentageShown(bool on);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    std::optional<double> m_part;
    QBasicTimer m_delay;
    bool m_delayed = true;
    bool m_shown = false;
    bool m_percentage = true;
};

/// A turning ring of 14, for work whose end is unknown. Takes its place always, shows after 300 ms.
class BusyRing : public QWidget
{
    Q_OBJECT
public:
    explicit BusyRing(QWidget *parent = nullptr);
    void setBusy(bool on);
    void setDelayed(bool on) { m_delayed = on; }
    bool isBusy() const { return m_busy; }
    QSize sizeHint() const override { return {14, 14}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QBasicTimer m_timer;
    QElapsedTimer m_since;
    bool m_busy = false;
    bool m_delayed = true;
};

} // namespace callboard::ui
