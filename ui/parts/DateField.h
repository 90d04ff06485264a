// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QFrame>
#include <QLineEdit>
#include <optional>

namespace callboard::ui {

/// A month to choose a day from. Arrows move by days and weeks, Page Up and Down by months, Home goes
/// to today, Enter takes.
class MonthView : public QFrame
{
    Q_OBJECT
public:
    explicit MonthView(QWidget *parent = nullptr);
    void openAt(QWidget *anchor, std::optional<QDate> chosen);
    /// The day that is chosen, and its month.
    void setChosen(std::optional<QDate> chosen);
    QDate current() const { return m_current; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QDate firstShown() const;
    QRect cell(int index) const;
    QRect arrow(bool next) const;
    std::optional<QDate> dayAt(const QPoint &point) const;
    void go(const QDate &day);

    QDate m_current;
    QDate m_hovered;
    std::optional<QDate> m_chosen;
};

/// A day, typed in the reader's own order or chosen from a month. Empty means none.
class DateField : public QLineEdit
{
    Q_OBJECT
public:
    explicit DateField(QWidget *parent = nullptr);
    std::optional<QDate> date() const { return m_date; }
    void setDate(std::optional<QDate> date);
    /// Something is typed that is no day.
    bool isUnreadable() const;

Q_SIGNALS:
    void dateChanged(std::optional<QDate> date);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void read();
    void open();

    std::optional<QDate> m_date;
    MonthView *m_month;
    class QToolButton *m_button;
};

} // namespace callboard::ui
