// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StylePainting.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace callboard::ui::style {

namespace {

constexpr int itemHeight = 28, separatorHeight = 9, side = 12, column = metrics::icon + 8, keysGap = 32;

/// A separator with words heads what follows it.
bool isTitle(const QStyleOptionMenuItem &option)
{
    return option.menuItemType == QStyleOptionMenuItem::Separator && !option.text.isEmpty();
}

QFont titleFont()
{
    return textFont(TextRole::Secondary, QFont::Medium);
}

} // namespace

void menuPanel(const QStyleOption &option, QPainter &painter)
{
    crisp::box(painter, option.rect, metrics::cardRadius, colours().bg3, colours().line2);
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    if (isTitle(option))
        return {2 * side + QFontMetrics(titleFont()).horizontalAdvance(option.text),
            std::max(itemHeight, lineHeight(TextRole::Secondary) + 12)};
    if (option.menuItemType == QStyleOptionMenuItem::Separator) return {10, separatorHeight};
    const QFontMetrics metrics(textFont(TextRole::Base));
    const qsizetype tab = option.text.indexOf(QLatin1Char('\t'));
    int width = 2 * side + metrics.size(Qt::TextShowMnemonic, option.text.left(tab)).width();
    if (option.maxIconWidth > 0 || option.menuHasCheckableItems) width += column;
    if (tab >= 0)
        width += keysGap + QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(option.text.mid(tab + 1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) width += 20;
    return {width, std::max(itemHeight, lineHeight(TextRole::Base) + 8)};
}

void menuItem(const QStyleOptionMenuItem &option, QPainter &painter)
{
    const Palette &p = colours();
    const QRect rect = option.rect;
    if (isTitle(option)) {
        painter.setFont(titleFont());
        painter.setPen(p.text2);
        painter.drawText(QStyle::visualRect(option.direction, rect, rect.adjusted(side, 0, -side, 0)),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), option.text);
        return;
    }
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        crisp::horizontal(painter, rect.left() + 4, rect.right() - 3, rect.center().y(), p.line2);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool chosen = enabled && option.state & QStyle::State_Selected;
    if (chosen)
        crisp::fillRound(painter, rect.adjusted(4, 0, -4, 0), metrics::chipRadius, p.isDark() ? p.line2 : p.bg4);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, rect, logical); };
    int left = rect.left() + side;
    if (option.maxIconWidth > 0 || option.menuHasCheckableItems) {
        const QRect mark = place(QRect(left, rect.top(), metrics::icon, rect.height()));
        if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
            icons::paint(painter, QStringLiteral("check"), mark, enabled ? p.accentText : p.disabledText());
        else if (!option.icon.isNull())
            option.icon.paint(&painter, mark, Qt::AlignCenter,
                !enabled     ? QIcon::Disabled
                    : chosen ? QIcon::Active
                             : QIcon::Normal);
        left += column;
    }
    const qsizetype tab = option.text.indexOf(QLatin1Char('\t'));
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(enabled ? p.text : p.disabledText());
    painter.drawText(place(QRect(left, rect.top(), rect.right() - side - left, rect.height())),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
            | Qt::TextSingleLine | Qt::TextHideMnemonic,
        option.text.left(tab));
    const QRect trailing = place(QRect(left, rect.top(), rect.right() + 1 - side - left, rect.height()));
    if (tab >= 0) {
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(enabled ? p.text2 : p.disabledText());
        painter.drawText(trailing,
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
            option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        icons::paint(painter, option.direction == Qt::RightToLeft ? QStringLiteral("left") : QStringLiteral("right"),
            place(QRect(rect.right() + 1 - side - 12, rect.top(), 12, rect.height())), p.text2);
}

void menuBarItem(const QStyleOptionMenuItem &option, QPainter &painter)
{
    const Palette &p = colours();
    crisp::fill(painter, option.rect, p.bg1);
    if (option.state & QStyle::State_Selected)
        crisp::fillRound(painter, option.rect.adjusted(0, 2, 0, -2), metrics::chipRadius, p.bg4);
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(option.state & QStyle::State_Enabled ? p.text : p.disabledText());
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
}

void tab(const QStyleOptionTab &option, QPainter &painter)
{
    const Palette &p = colours();
    const QRectF rect = option.rect;
    if (option.state & QStyle::State_Selected)
        crisp::fill(painter, QRectF(rect.left() + 4, rect.bottom() - 2, rect.width() - 8, 2), p.accent);
    if (showsFocus(option)) crisp::outline(painter, rect.adjusted(2, 2, -2, -4), metrics::controlRadius, 2, p.accent);
}

void tabLabel(const QStyleOptionTab &option, QPainter &painter)
{
    const Palette &p = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool chosen = option.state & QStyle::State_Selected;
    const bool hovered = enabled && option.state & QStyle::State_MouseOver;
    QRect rect = option.rect;
    if (!option.icon.isNull()) {
        const QRect icon(rect.left() + 12, rect.top(), metrics::icon, rect.height());
        option.icon.paint(&painter, QStyle::visualRect(option.direction, rect, icon), Qt::AlignCenter,
            !enabled                ? QIcon::Disabled
                : chosen || hovered ? QIcon::Active
                                    : QIcon::Normal);
        rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(metrics::icon + 8, 0, 0, 0));
    }
    painter.setFont(textFont(TextRole::Base, QFont::Medium));
    painter.setPen(!enabled ? p.disabledText() : chosen || hovered ? p.text : p.text2);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
}

void tooltipPanel(const QStyleOption &option, QPainter &painter)
{
    const Palette &p = colours();
    const QColor fill = p.isDark() ? QColor(0x111111) : p.bg2;
    crisp::fill(painter, option.rect, fill);
    crisp::outline(painter, option.rect, 0, 1, p.isDark() ? QColor(0x555555) : p.line2);
}

} // namespace callboard::ui::style
