// SPDX-License-Identifier: GPL-3.0-or-later
// The field in the top bar that opens the command palette; what is typed upon it goes there.
#pragma once

#include <QAbstractButton>

namespace callboard::ui {

class PaletteField final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PaletteField(QWidget *parent = nullptr);
    /// Narrow windows: the icon alone.
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isNarrow = false;
};

} // namespace callboard::ui
