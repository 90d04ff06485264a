// SPDX-License-Identifier: GPL-3.0-or-later
// The line of a FilterField: text in a fixed pitch with pills behind its terms.
#pragma once

#include "ui/filter/FilterTokens.h"

#include <QLineEdit>

namespace callboard::ui {

class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);
    void setMarks(const FilterTokens &, const QList<FilterError> &);

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *) override;
    bool event(QEvent *) override; // the tooltip of the error under the pointer

private:
    void colourNames();
    QRectF spanRect(FilterSpan) const;

    FilterTokens m_tokens;
    QList<FilterError> m_errors;
};

} // namespace callboard::ui
