// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches as pills with their colour and how many rows each finds now.
#pragma once

#include "ui/filter/SavedFilter.h"

#include <QList>
#include <QWidget>

namespace callboard::ui {

class Pill;

class SavedFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit SavedFilterBar(QWidget *parent = nullptr);

    void setFilters(const QList<SavedFilter> &);
    const QList<SavedFilter> &filters() const { return m_filters; }
    void setCount(const QString &filterId, int rows);
    // Of a search that has no colour of its own.
    void setColour(const QString &filterId, const QColor &colour);
    // The pill whose search is the one in the field is marked.
    void setCurrentText(const QString &text);

    QSize sizeHint() const override;

Q_SIGNALS:
    void filtersChanged();
    void chosen(const SavedFilter &); // an empty one: the marked pill was let go
    void menuRequested(const SavedFilter &, const QPoint &global);

private:
    QList<SavedFilter> m_filters;
    QList<Pill *> m_pills;
    QString m_current;
};

} // namespace callboard::ui
