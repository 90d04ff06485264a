// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QHBoxLayout;
class QVBoxLayout;

namespace callboard::ui {

class Label;

/// A modal sheet in the middle of a window that is dimmed meanwhile: title, content, foot. At most
/// 1360×912, at least 24 from the window's edges; the focus stays within; Esc closes.
class Sheet : public QFrame
{
    Q_OBJECT
public:
    /// Belongs to the window in which that widget is.
    Sheet(const QString &title, QWidget *anyInWindow);

    void setSubtitle(const QString &words);
    void addToHead(QWidget *widget);
    void setContent(QWidget *content);
    void setFoot(QWidget *foot);
    /// The size wished for; smaller in a small window.
    void setWanted(const QSize &size);

    void open();

public Q_SLOTS:
    void close();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    QWidget *m_dim;
    QVBoxLayout *m_layout;
    QHBoxLayout *m_head;
    Label *m_subtitle;
    QPointer<QWidget> m_before;
    QSize m_wanted{1360, 912};
};

} // namespace callboard::ui
