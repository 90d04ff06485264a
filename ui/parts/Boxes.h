// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPixmap>

class QHBoxLayout;
class QPainter;
class QVBoxLayout;

namespace callboard::ui {

class Label;

/// A box of settings or of a summary: head of 40 with title, count and its one "add", body below.
class SettingsBox : public QFrame
{
    Q_OBJECT
public:
    explicit SettingsBox(const QString &title, QWidget *parent = nullptr);
    void setCount(const QString &count);
    /// The head's one action, as a quiet button with a plus.
    class QPushButton *setAdd(const QString &text);
    /// Anything else at the head's end.
    void addToHead(QWidget *widget);
    /// Rows of the body; lines are drawn between them.
    void addRow(QWidget *row);
    /// A row of words at the start and a control at the end.
    void addRow(const QString &words, QWidget *control);
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    Label *m_count;
};

/// A picture of one fixed size: a flat box of that size while it is awaited, a dashed one where there
/// is none, so that nothing jumps.
void paintThumbnail(QPainter &painter, const QRect &where, const QPixmap &picture);
void paintAwaitedThumbnail(QPainter &painter, const QRect &where);
void paintMissingThumbnail(QPainter &painter, const QRect &where);

class ThumbnailBox : public QWidget
{
    Q_OBJECT
public:
    explicit ThumbnailBox(const QSize &size, QWidget *parent = nullptr);
    void setPicture(const QPixmap &picture);
    void setMissing();
    QSize sizeHint() const override { return m_size; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize m_size;
    QPixmap m_picture;
    bool m_missing = false;
};

/// What a row of an import's preview will do.
enum class RowChange { New, Changed, Error, Unchanged };
QString changeName(RowChange change);
QString changeIcon(RowChange change);
QColor changeColour(RowChange change); ///< of bar, icon and word
QColor changeTint(RowChange change);   ///< of the row; transparent for unchanged
/// Tint and leading bar of a row.
void paintChangeRow(QPainter &painter, const QRect &row, RowChange change);
/// Old value struck through, arrow, new value; for a cell that changes.
void paintChangedValue(QPainter &painter, const QRect &cell, const QString &before, const QString &after);

} // namespace callboard::ui
