// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPropertyAnimation>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace callboard::ui {

class Label;

/// A titled panel: head of 40 with title, words and buttons, then content, on bg1.
class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &words);
    void addToHead(QWidget *widget);
    void setClosable(bool on);
    void setContent(QWidget *content);

Q_SIGNALS:
    void closeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QHBoxLayout *m_head;
    Label *m_title;
    Label *m_subtitle;
    class QToolButton *m_close;
};

/// Content with a side panel at its end that slides in and out in 120 ms. The edge between them is
/// dragged, a double click resets it. Below 1280 the panel lies over the content as a drawer, and a
/// click beside it or Esc closes it.
class SidePanelHost : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(double opened READ opened WRITE setOpened)
public:
    SidePanelHost(QWidget *content, QWidget *panel, QWidget *parent = nullptr);

    void setWidths(int usual, int least, int most);
    void setDrawerBelow(int width);
    int panelWidth() const { return m_width; }
    /// As kept by the caller; the usual one when out of bounds.
    void setPanelWidth(int width);
    bool isOpen() const { return m_open; }
    bool isDrawer() const { return width() < m_drawerBelow; }

public Q_SLOTS:
    void setOpen(bool open);
    void toggle() { setOpen(!m_open); }

Q_SIGNALS:
    void openChanged(bool open);
    void panelWidthChanged(int width);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    double opened() const { return m_opened; }
    void setOpened(double part);
    void arrange();
    bool dragEdge(QEvent *event);

    QWidget *m_content;
    QWidget *m_panel;
    QWidget *m_edge;
    QWidget *m_veil; ///< over the content while the panel is a drawer
    QPropertyAnimation m_motion;
    double m_opened = 1.0;
    int m_usual, m_least, m_most, m_width;
    int m_drawerBelow;
    bool m_open = true;
};

} // namespace callboard::ui
