// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Notice.h"

#include <QList>
#include <QPointer>
#include <QTimer>

namespace callboard::ui {

struct ToastAction
{
    QString text;
    QString keys; ///< shown as caps, makes no shortcut
    std::function<void()> run;
};

/// What a toast says: what stayed or happened, why, and what can be done about it.
struct ToastText
{
    NoticeKind kind = NoticeKind::Plain;
    QString title;
    QString text;
    QList<ToastAction> actions;
    bool stays = false; ///< needs a decision: until closed instead of 8 s
};

/// One toast; made by ToastStack.
class Toast : public QFrame
{
    Q_OBJECT
public:
    Toast(const ToastText &text, QWidget *parent);
    void close();
    bool stays() const { return m_stays; }

Q_SIGNALS:
    void gone();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *actionRow(const ToastText &text);

    NoticeKind m_kind;
    bool m_stays;
    bool m_paused = false;
    QTimer m_life;
};

/// The toasts of a window, one above the other at its bottom, newest lowest. At most four; the
/// oldest that needs no decision gives way.
class ToastStack : public QObject
{
    Q_OBJECT
public:
    /// The stack of the window in which that widget is.
    static ToastStack &of(QWidget *widget);

    Toast *show(const ToastText &text);
    /// Takes all away at once: what they speak of is closed.
    void clear();
    /// Height of the bars below, which toasts never cover: status bar, and bulk bar while it is there.
    void setBottom(int pixels);
    /// Above everything else in the window, also above what dims it.
    void raise() { arrange(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit ToastStack(QWidget *window);
    void arrange();

    QWidget *m_window;
    QList<QPointer<Toast>> m_toasts;
    int m_bottom = 26;
};

} // namespace callboard::ui
