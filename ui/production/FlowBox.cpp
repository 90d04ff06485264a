// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/FlowBox.h"

#include <QStyle>

#include <algorithm>
#include <utility>

namespace callboard::ui {

namespace {

constexpr int gap = 8;

}

FlowBox::FlowBox(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowBox::add(QWidget *widget)
{
    widget->setParent(this);
    m_all << widget;
    widget->show();
    setMinimumHeight(arrange(width(), true));
    updateGeometry();
}

void FlowBox::clear()
{
    for (QWidget *widget : std::exchange(m_all, {})) {
        widget->hide();
        widget->deleteLater();
    }
    setMinimumHeight(0);
    updateGeometry();
}

int FlowBox::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize FlowBox::sizeHint() const
{
    return {320, arrange(width() > 0 ? width() : 320, false)};
}

void FlowBox::resizeEvent(QResizeEvent *)
{
    setMinimumHeight(arrange(width(), true));
}

int FlowBox::arrange(int width, bool moves) const
{
    int x = 0, y = 0, line = 0;
    for (QWidget *widget : m_all) {
        const QSize size = widget->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + gap;
            line = 0;
        }
        if (moves)
            widget->setGeometry(QStyle::visualRect(
                layoutDirection(), QRect(0, 0, width, y + size.height()), QRect(QPoint(x, y), size)));
        x += size.width() + gap;
        line = std::max(line, size.height());
    }
    return y + line;
}

} // namespace callboard::ui
