// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StylePainting.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace callboard::ui::style {

void itemPanel(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    const Palette &p = colours();
    if (option.state & QStyle::State_Selected)
        crisp::fill(painter, option.rect, p.sel);
    else if (option.state & QStyle::State_Enabled && option.state & QStyle::State_MouseOver)
        crisp::fill(painter, option.rect, p.isDark() ? p.bg3 : p.bg1);
}

void focusRing(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (!(option.state & QStyle::State_KeyboardFocusChange)) return;
    const bool cell = qobject_cast<const QAbstractItemView *>(widget);
    crisp::outline(painter, option.rect, cell ? 0 : metrics::chipRadius, 2, colours().accent);
}

void header(const QStyleOptionHeader &option, QPainter &painter)
{
    const Palette &p = colours();
    const bool hovered = option.state & QStyle::State_Enabled && option.state & QStyle::State_MouseOver;
    const QRect rect = option.rect;
    crisp::fill(painter, rect, hovered ? p.bg4 : p.bg3);
    if (option.orientation == Qt::Horizontal)
        crisp::horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), p.line);
    const bool last =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    if (option.orientation == Qt::Vertical)
        crisp::horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), p.line);
    else if (!last)
        crisp::vertical(painter, option.direction == Qt::RightToLeft ? rect.left() : rect.right(), rect.top(),
            rect.bottom() + 1, p.line);
}

void headerLabel(const QStyleOptionHeader &option, QPainter &painter)
{
    const Palette &p = colours();
    QRect rect = option.rect.adjusted(4, 0, -4, 0);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    if (sorted) rect.adjust(0, 0, -16, 0);
    if (!option.icon.isNull()) {
        const QRect icon(rect.left(), rect.top(), metrics::icon, rect.height());
        option.icon.paint(&painter, QStyle::visualRect(option.direction, option.rect, icon));
        rect.adjust(metrics::icon + 6, 0, 0, 0);
    }
    painter.setFont(textFont(TextRole::Secondary, sorted ? QFont::Medium : QFont::Normal));
    painter.setPen(sorted ? p.text : p.text2);
    const QRect text = QStyle::visualRect(option.direction, option.rect, rect);
    const Qt::Alignment alignment = option.textAlignment | Qt::AlignVCenter;
    painter.drawText(text, static_cast<int>(QStyle::visualAlignment(option.direction, alignment)),
        painter.fontMetrics().elidedText(option.text, Qt::ElideRight, text.width()));
    if (sorted) {
        const QRect arrow(rect.right() + 3, rect.top(), 12, rect.height());
        icons::paint(painter,
            option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("up") : QStringLiteral("down"),
            QStyle::visualRect(option.direction, option.rect, arrow), p.text2);
    }
}

void branch(const QStyleOption &option, QPainter &painter)
{
    if (!(option.state & QStyle::State_Children)) return;
    const QString closed = option.direction == Qt::RightToLeft ? QStringLiteral("left") : QStringLiteral("right");
    const QRectF middle(QRectF(option.rect).center() - QPointF(6, 6), QSizeF(12, 12));
    icons::paint(painter, option.state & QStyle::State_Open ? QStringLiteral("down") : closed, middle, colours().text2);
}

void scrollBar(const QStyleOptionSlider &option, QPainter &painter, const QRect &handle)
{
    const Palette &p = colours();
    if (option.maximum <= option.minimum) return;
    const bool active = option.state & QStyle::State_MouseOver || option.state & QStyle::State_Sunken;
    const QRectF thumb = option.orientation == Qt::Vertical ? QRectF(handle).adjusted(2, 1, -2, -1)
                                                            : QRectF(handle).adjusted(1, 2, -1, -2);
    crisp::fillRound(painter, thumb, std::min(thumb.width(), thumb.height()) / 2, active ? p.text3 : p.line2);
}

void splitter(const QStyleOption &option, QPainter &painter)
{
    const Palette &p = colours();
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QRect rect = option.rect;
    const QColor colour = active ? p.accent : p.line;
    // State_Horizontal is the direction of the splitter: its handle stands upright.
    if (option.state & QStyle::State_Horizontal)
        crisp::vertical(painter, rect.left() + rect.width() / 2, rect.top(), rect.bottom() + 1, colour, active ? 2 : 1);
    else
        crisp::horizontal(
            painter, rect.left(), rect.right() + 1, rect.top() + rect.height() / 2, colour, active ? 2 : 1);
}

} // namespace callboard::ui::style
