// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace callboard::ui {

/// A column that is as wide as there is room, and scrolled up and down alone.
class ColumnScroll final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ColumnScroll(QWidget *parent = nullptr);
};

} // namespace callboard::ui
