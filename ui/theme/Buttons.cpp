// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StylePainting.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KeyCap.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace callboard::ui::style {

namespace {

constexpr int gap = 8, arrowSize = 12, arrowGap = 6, hintGap = 8;

int padding(const QWidget *widget)
{
    return controlHeight(widget) <= metrics::controlSmall ? 8 : 12;
}

struct Look
{
    QColor fill;
    QColor border;
    QColor text;
};

/// A step towards the text's colour for hovering, away from it for pressing.
QColor shaded(const QColor &colour, int lighter)
{
    return colours().isDark() ? colour.lighter(lighter) : colour.darker(lighter);
}

Look primaryLook(bool enabled, bool hovered, bool pressed)
{
    const Palette &p = colours();
    if (!enabled) return {p.bg4, p.line2, p.disabledText()};
    const QColor fill = pressed ? shaded(p.accent, 90) : hovered ? shaded(p.accent, 110) : p.accent;
    return {fill, fill, p.onAccent};
}

Look look(const QStyleOption &option, const QWidget *widget)
{
    const Palette &p = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool pressed = option.state & QStyle::State_Sunken;
    const bool checked = option.state & QStyle::State_On;
    const bool hovered = enabled && option.state & QStyle::State_MouseOver;
    const ButtonRole role = buttonRole(widget);
    if (role == ButtonRole::Primary) return primaryLook(enabled, hovered, pressed);
    Look look{p.bg3, p.line2, role == ButtonRole::Danger ? p.bad : p.text};
    if (role == ButtonRole::Quiet) look = {Qt::transparent, Qt::transparent, p.text2};
    if (!enabled) {
        look.text = p.disabledText();
        if (role != ButtonRole::Quiet) look.border = p.line;
    } else if (pressed) {
        look.fill = p.bg0;
    } else if (checked) {
        look = {p.sel, p.accent, p.text};
    } else if (hovered) {
        look.fill = p.bg4;
        look.text = role == ButtonRole::Danger ? p.bad : p.text;
    }
    return look;
}

void paintLook(QPainter &painter, const QRect &rect, const Look &look)
{
    if (look.fill.alpha() > 0 || look.border.alpha() > 0)
        crisp::box(painter, rect, metrics::controlRadius, look.fill, look.border);
}

QIcon::Mode iconMode(const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Enabled)) return QIcon::Disabled;
    return option.state & (QStyle::State_MouseOver | QStyle::State_On) ? QIcon::Active : QIcon::Normal;
}

/// The icon in the label's own colour where the button has one, as on the accent.
void paintIcon(
    QPainter &painter, const QIcon &icon, const QRect &where, const QStyleOption &option, const QColor *colour)
{
    if (colour && icons::has(icon.name()))
        icons::paint(painter, icon.name(), where, *colour);
    else
        icon.paint(&painter, where, Qt::AlignCenter, iconMode(option));
}

QFont labelFont(const QWidget *widget)
{
    return textFont(TextRole::Base, buttonRole(widget) == ButtonRole::Primary ? QFont::DemiBold : QFont::Medium);
}

int textWidth(const QString &text, const QWidget *widget)
{
    return text.isEmpty()
        ? 0
        : QFontMetrics(labelFont(widget)).size(Qt::TextShowMnemonic | Qt::TextSingleLine, text).width();
}

} // namespace

bool showsFocus(const QStyleOption &option)
{
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
}

void buttonBevel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    paintLook(painter, option.rect, look(option, widget));
    if (!showsFocus(option)) return;
    crisp::outline(painter, option.rect, metrics::controlRadius, 2, colours().accent);
    if (buttonRole(widget) == ButtonRole::Primary)
        crisp::outline(painter, option.rect.adjusted(2, 2, -2, -2), metrics::controlRadius - 2, 1, colours().onAccent);
}

QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    int width = 2 * padding(widget) + textWidth(option.text, widget);
    if (!option.icon.isNull()) width += metrics::icon + (option.text.isEmpty() ? 0 : gap);
    if (option.features & QStyleOptionButton::HasMenu) width += arrowSize + arrowGap;
    if (const QString hint = shortcutHint(widget); !hint.isEmpty()) width += hintGap + keyCapsWidth(hint);
    const int height = controlHeight(widget);
    return {option.text.isEmpty() && option.features == QStyleOptionButton::None ? height : width, height};
}

void buttonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget)
{
    const Look label = look(option, widget);
    const bool primary = buttonRole(widget) == ButtonRole::Primary;
    const QString hint = shortcutHint(widget);
    const int hintWidth = hint.isEmpty() ? 0 : keyCapsWidth(hint) + hintGap;
    const int arrow = option.features & QStyleOptionButton::HasMenu ? arrowSize + arrowGap : 0;
    const int icon = option.icon.isNull() ? 0 : metrics::icon + (option.text.isEmpty() ? 0 : gap);
    const int room = option.rect.width() - 8 - icon - arrow - hintWidth;
    const int text = std::min(textWidth(option.text, widget), std::max(0, room));
    int left = option.rect.left() + (option.rect.width() - icon - text - hintWidth - arrow) / 2;
    const auto place = [&](int width) {
        const QRect logical(left, option.rect.top(), width, option.rect.height());
        left += width;
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    if (icon) {
        const QRect where = place(metrics::icon);
        paintIcon(painter, option.icon, where, option, primary ? &label.text : nullptr);
        left += icon - metrics::icon;
    }
    painter.setFont(labelFont(widget));
    painter.setPen(label.text);
    const int mnemonic = widget && !widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget)
        ? Qt::TextHideMnemonic
        : Qt::TextShowMnemonic;
    painter.drawText(
        place(text), Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute | Qt::TextSingleLine | mnemonic, option.text);
    if (hintWidth) {
        left += hintGap;
        QColor line = label.text;
        line.setAlphaF(primary ? 0.5f : 0.35f);
        painter.setLayoutDirection(Qt::LeftToRight);
        paintKeyCaps(painter, place(hintWidth - hintGap), hint, primary ? label.text : colours().text2, line);
    }
    if (arrow) {
        left += arrowGap;
        icons::paint(painter, QStringLiteral("down"), place(arrowSize), primary ? label.text : colours().text2);
    }
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const int height = controlHeight(widget);
    const bool iconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty();
    const bool arrow = option.features & QStyleOptionToolButton::HasMenu;
    if (iconOnly) return {height + (arrow ? arrowSize : 0), height};
    const bool icon = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    return {16 + textWidth(option.text, widget) + (icon ? metrics::icon + gap : 0) + (arrow ? arrowSize + arrowGap : 0),
        height};
}

void toolButton(const QStyleOptionToolButton &option, QPainter &painter, const QWidget *widget)
{
    QStyleOption state = option;
    if (!(option.activeSubControls & QStyle::SC_ToolButton) && option.activeSubControls)
        state.state &= ~QStyle::State_Sunken;
    const Palette &p = colours();
    Look button = look(state, widget);
    const bool still = !(state.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On));
    if (option.state & QStyle::State_AutoRaise && (still || !(state.state & QStyle::State_Enabled)))
        button.fill = button.border = Qt::transparent;
    else if (option.state & QStyle::State_AutoRaise && !(state.state & QStyle::State_On))
        button.border = Qt::transparent;
    paintLook(painter, option.rect, button);
    if (showsFocus(option)) crisp::outline(painter, option.rect, metrics::controlRadius, 2, p.accent);

    const bool textShown = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const bool iconShown = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    const int arrow = option.features & QStyleOptionToolButton::HasMenu ? arrowSize + (textShown ? arrowGap : 0) : 0;
    const int iconSize = std::min(option.iconSize.width(), metrics::railIcon);
    const int icon = iconShown ? iconSize + (textShown ? gap : 0) : 0;
    const int text = textShown ? std::min(textWidth(option.text, widget), option.rect.width() - icon - arrow - 4) : 0;
    int left = option.rect.left() + (option.rect.width() - icon - text - arrow) / 2;
    const auto place = [&](int width) {
        const QRect logical(left, option.rect.top(), width, option.rect.height());
        left += width;
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    if (iconShown) {
        paintIcon(painter, option.icon, place(iconSize), option, nullptr);
        left += icon - iconSize;
    }
    if (textShown) {
        painter.setFont(labelFont(widget));
        painter.setPen(button.text);
        painter.drawText(place(text),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute | Qt::TextSingleLine | Qt::TextHideMnemonic,
            option.text);
        if (arrow) left += arrowGap;
    }
    if (arrow) icons::paint(painter, QStringLiteral("down"), place(arrowSize), p.text2);
}

namespace {

void switchIndicator(const QStyleOption &option, QPainter &painter)
{
    const Palette &p = colours();
    const bool on = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF track = option.rect;
    if (on)
        crisp::fillRound(painter, track, track.height() / 2, enabled ? p.accent : p.line2);
    else
        crisp::box(painter, track, track.height() / 2, p.bg4, p.text3);
    const qreal size = track.height() - 4;
    const bool atRight = on != (option.direction == Qt::RightToLeft);
    const QRectF knob(atRight ? track.right() - 2 - size : track.left() + 2, track.top() + 2, size, size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(!enabled ? p.disabledText() : on ? p.onAccent : p.text2);
    painter.drawEllipse(knob);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void checkIndicator(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (isSwitch(widget)) {
        switchIndicator(option, painter);
        return;
    }
    const Palette &p = colours();
    constexpr qreal radius = 3;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On, partly = option.state & QStyle::State_NoChange;
    if (on || partly) {
        crisp::fillRound(painter, option.rect, radius, enabled ? p.accent : p.line2);
        icons::paint(painter, on ? QStringLiteral("check") : QStringLiteral("minus"),
            option.rect.adjusted(2, 2, -2, -2), enabled ? p.onAccent : p.text3);
    } else {
        const bool hovered = enabled && option.state & QStyle::State_MouseOver;
        crisp::box(
            painter, option.rect, radius, hovered ? p.bg4 : QColor(Qt::transparent), enabled ? p.text3 : p.line2);
    }
}

void radioIndicator(const QStyleOption &option, QPainter &painter)
{
    const Palette &p = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF rect = option.rect;
    const qreal radius = rect.height() / 2;
    if (option.state & QStyle::State_On) {
        crisp::fillRound(painter, rect, radius, enabled ? p.accent : p.line2);
        crisp::fillRound(painter, rect.adjusted(5, 5, -5, -5), radius - 5, enabled ? p.onAccent : p.text3);
    } else {
        const bool hovered = enabled && option.state & QStyle::State_MouseOver;
        crisp::box(painter, rect, radius, hovered ? p.bg4 : QColor(Qt::transparent), enabled ? p.text3 : p.line2);
    }
}

void checkLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget)
{
    const Palette &p = colours();
    QRect rect = option.rect;
    if (!option.icon.isNull()) {
        const QRect icon(rect.left(), rect.top(), metrics::icon, rect.height());
        option.icon.paint(
            &painter, QStyle::visualRect(option.direction, rect, icon), Qt::AlignCenter, iconMode(option));
        rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(metrics::icon + gap, 0, 0, 0));
    }
    painter.setFont(widget ? widget->font() : textFont(TextRole::Base));
    painter.setPen(option.state & QStyle::State_Enabled ? p.text : p.disabledText());
    painter.drawText(rect,
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
            | Qt::TextHideMnemonic,
        option.text);
    if (showsFocus(option)) crisp::outline(painter, option.rect.adjusted(-4, 0, 2, 0), 4, 2, p.accent);
}

} // namespace callboard::ui::style
