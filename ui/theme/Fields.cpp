// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StylePainting.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace callboard::ui::style {

namespace {

void fieldBox(const QStyleOption &option, QPainter &painter, const QWidget *widget, bool focused, const QColor &fill)
{
    const Palette &p = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const FieldState state = fieldState(widget);
    const qreal radius = metrics::controlRadius;
    const QColor plain = state == FieldState::Error ? p.bad
        : state == FieldState::Warning              ? p.warn
                                                    : (enabled ? p.line2 : p.line);
    crisp::box(painter, option.rect, radius, enabled ? fill : p.bg2, plain);
    if (!focused) return;
    crisp::outline(painter, option.rect, radius, 2, p.accent);
    if (state != FieldState::Plain) // both are to be seen: the ring outside, the border within
        crisp::outline(painter, option.rect.adjusted(2, 2, -2, -2), radius - 2, 1, plain);
}

} // namespace

void field(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const bool readOnly = option.state & QStyle::State_ReadOnly;
    fieldBox(
        option, painter, widget, option.state & QStyle::State_HasFocus, readOnly ? colours().bg2 : colours().field);
}

void comboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget)
{
    const Palette &p = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && option.state & QStyle::State_MouseOver;
    const bool focused = option.editable ? option.state & QStyle::State_HasFocus : showsFocus(option);
    fieldBox(option, painter, widget, focused, hovered ? p.bg3 : p.field);
    const QRect arrow(option.rect.right() - 21, option.rect.top(), 14, option.rect.height());
    icons::paint(painter, QStringLiteral("down"), QStyle::visualRect(option.direction, option.rect, arrow),
        enabled ? p.text2 : p.disabledText());
}

void comboBoxLabel(const QStyleOptionComboBox &option, QPainter &painter, const QRect &content)
{
    const Palette &p = colours();
    QRect rect = content;
    if (!option.currentIcon.isNull()) {
        const QSize size = option.iconSize.boundedTo(QSize(content.width(), content.height()));
        const QRect icon(rect.left(), rect.top(), size.width(), rect.height());
        option.currentIcon.paint(&painter, QStyle::visualRect(option.direction, rect, icon), Qt::AlignCenter,
            option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
        rect = QStyle::visualRect(option.direction, content, content.adjusted(size.width() + 8, 0, 0, 0));
    }
    if (option.editable) return;
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(option.state & QStyle::State_Enabled ? p.text : p.disabledText());
    painter.drawText(rect,
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        painter.fontMetrics().elidedText(option.currentText, Qt::ElideRight, rect.width()));
}

void spinBox(
    const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget, const QRect &up, const QRect &down)
{
    const Palette &p = colours();
    if (option.frame) fieldBox(option, painter, widget, option.state & QStyle::State_HasFocus, p.field);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    const auto arrow = [&](const QRect &where, const QString &name, QStyle::SubControl control, bool possible) {
        const bool active = option.activeSubControls == control && option.state & QStyle::State_MouseOver;
        const QRectF middle(where.center() - QPointF(5, 5) + QPointF(0.5, 0.5), QSizeF(10, 10));
        icons::paint(painter, name, middle,
            !possible || !(option.state & QStyle::State_Enabled) ? p.disabledText()
                : active                                         ? p.text
                                                                 : p.text2);
    };
    arrow(up, QStringLiteral("up"), QStyle::SC_SpinBoxUp, option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    arrow(down, QStringLiteral("down"), QStyle::SC_SpinBoxDown, option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void slider(const QStyleOptionSlider &option, QPainter &painter, const QRect &handle)
{
    const Palette &p = colours();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool across = option.orientation == Qt::Horizontal;
    constexpr qreal thickness = 4;
    const QRectF rect = option.rect;
    const QRectF groove = across ? QRectF(rect.left(), rect.center().y() - thickness / 2, rect.width(), thickness)
                                 : QRectF(rect.center().x() - thickness / 2, rect.top(), thickness, rect.height());
    crisp::fillRound(painter, groove, thickness / 2, p.line2);
    QRectF done = groove;
    const QPointF middle = QRectF(handle).center();
    if (across)
        option.upsideDown ? done.setLeft(middle.x()) : done.setRight(middle.x());
    else
        option.upsideDown ? done.setTop(middle.y()) : done.setBottom(middle.y());
    crisp::fillRound(painter, done, thickness / 2, enabled ? p.accent : p.text3);
    constexpr qreal knob = 12;
    const QRectF disc(middle - QPointF(knob, knob) / 2, QSizeF(knob, knob));
    crisp::fillRound(painter, disc, knob / 2, enabled ? p.text : p.text3);
    if (showsFocus(option)) crisp::outline(painter, disc.adjusted(-2, -2, 2, 2), knob / 2 + 2, 2, p.accent);
}

void progressBar(const QStyleOptionProgressBar &option, QPainter &painter)
{
    const Palette &p = colours();
    constexpr qreal thickness = 4;
    QRectF rect = option.rect;
    if (option.textVisible && !option.text.isEmpty()) {
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(p.text2);
        const int width = painter.fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 8;
        const QRect words(option.rect.right() + 1 - width, option.rect.top(), width, option.rect.height());
        painter.drawText(QStyle::visualRect(option.direction, option.rect, words),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
            option.text);
        rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -width, 0));
    }
    const QRectF groove(rect.left(), rect.center().y() - thickness / 2, rect.width(), thickness);
    crisp::fillRound(painter, groove, thickness / 2, p.bg0);
    const bool unknown = option.minimum == option.maximum;
    const qreal part = unknown
        ? 0.3
        : std::clamp((option.progress - option.minimum) / double(option.maximum - option.minimum), 0.0, 1.0);
    QRectF done = groove;
    done.setWidth(groove.width() * part);
    if (option.direction == Qt::RightToLeft) done.moveRight(groove.right());
    if (part > 0) crisp::fillRound(painter, done, thickness / 2, p.accent);
}

} // namespace callboard::ui::style
