// SPDX-License-Identifier: GPL-3.0-or-later
// Where a search is typed: terms stand on pills, what is wrong is underlined with its reason as tooltip, what
// may follow is offered below. It says the search on each key.
#pragma once

#include "ui/filter/FilterExpression.h"
#include "ui/filter/FilterVocabulary.h"

#include <QWidget>

class QListWidget;
class QToolButton;

namespace callboard::ui {

class FilterLine;
class Label;

class FilterField : public QWidget
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    void setVocabulary(const FilterVocabulary &);
    const FilterVocabulary &vocabulary() const { return m_words; }
    QString text() const;
    void setText(const QString &);       // tells searched()
    void setCount(int shown, int total); // "21 of 148"; hidden while nothing is searched
    const FilterExpression &expression() const { return m_expression; }
    void clearAndEscape();
    void focusLine(); // for the key "/"

    QSize sizeHint() const override;

Q_SIGNALS:
    void searched(const FilterExpression &);
    void escaped(); // cleared by Esc or the cross: the caller restores the former place
    void left();    // Down, Enter, or Esc with nothing searched: on to the table

protected:
    bool eventFilter(QObject *, QEvent *) override;
    void paintEvent(QPaintEvent *) override;

private:
    void read();
    void offer();
    void closeOffer();
    void take(int row);
    bool onKey(int key);

    FilterVocabulary m_words;
    FilterExpression m_expression;
    FilterLine *m_line;
    Label *m_count;
    QToolButton *m_clear;
    QListWidget *m_offer;
    QList<QString> m_insertions;
    QList<int> m_cursorBacks;
    FilterSpan m_replaced;
};

} // namespace callboard::ui
