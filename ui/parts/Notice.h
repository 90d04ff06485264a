// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>

class QHBoxLayout;

namespace callboard::ui {

class Label;

enum class NoticeKind { Plain, Ok, Warning, Bad };

/// A line over the content that says something of all of it: offline, read only, a newer version.
class Banner : public QWidget
{
    Q_OBJECT
public:
    Banner(NoticeKind kind, const QString &text, QWidget *parent = nullptr);
    void setText(const QString &text);
    void addAction(const QString &text, std::function<void()> action);
    void setClosable(bool on);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    NoticeKind m_kind;
    Label *m_text;
    QHBoxLayout *m_layout;
    class QToolButton *m_close;
};

/// What stands where nothing is: line icon, one sentence, one button that is the next step.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &icon, const QString &sentence, const QString &button = {}, QWidget *parent = nullptr);
    void setSentence(const QString &sentence);

Q_SIGNALS:
    void clicked();

private:
    Label *m_sentence;
};

/// Dashed place to drop files upon; also a button, for those who choose.
class DropPlace : public QWidget
{
    Q_OBJECT
public:
    explicit DropPlace(const QString &text, QWidget *parent = nullptr);
    void setText(const QString &text);
    const QString &text() const { return m_text; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void dropped(const QStringList &files);
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Files are held over it.
    bool isOver() const { return m_over; }
    /// Its outline and, with the keyboard in it, the ring.
    void paintGround(QPainter &painter);

private:
    QString m_text;
    bool m_over = false;
};

} // namespace callboard::ui
