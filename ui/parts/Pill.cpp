// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Pill.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

namespace callboard::ui {

namespace {

constexpr int side = 9, gap = 6, mark = 7, tagHeight = 26, picture = 22, crossSize = 12;

int wide(TextRole role, const QString &text)
{
    return QFontMetrics(textFont(role)).horizontalAdvance(text);
}

QStyleOption state(const QWidget *widget)
{
    QStyleOption option;
    option.initFrom(widget);
    return option;
}

} // namespace

Pill::Pill(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setMark(const QColor &colour)
{
    m_mark = colour;
    updateGeometry();
    update();
}

void Pill::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Pill::setCount(int count)
{
    m_count = count;
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    int width = 2 * side + wide(TextRole::Secondary, text());
    if (m_mark.isValid()) width += mark + gap;
    if (!m_icon.isEmpty()) width += metrics::smallIcon + gap;
    if (m_count) width += gap + wide(TextRole::Secondary, locale().toString(*m_count));
    return {width, std::max(metrics::controlSmall, lineHeight(TextRole::Secondary) + 8)};
}

void Pill::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    const bool hovered = isEnabled() && underMouse();
    crisp::box(painter, rect(), metrics::controlRadius,
        isDown()          ? p.bg0
            : isChecked() ? p.sel
            : hovered     ? p.bg4
                          : QColor(Qt::transparent),
        isChecked() ? p.accent : p.line2);
    int left = side;
    const auto place = [&](int width) {
        const QRect logical(left, 0, width, height());
        left += width + gap;
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    if (m_mark.isValid()) {
        const QRect box = place(mark);
        crisp::fillRound(painter, QRectF(box.left(), (height() - mark) / 2.0, mark, mark), 2, m_mark);
    }
    const QColor words = isEnabled() ? p.text : p.disabledText();
    if (!m_icon.isEmpty()) icons::paint(painter, m_icon, place(metrics::smallIcon), isChecked() ? p.text : p.text2);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(words);
    painter.drawText(place(wide(TextRole::Secondary, text())), Qt::AlignVCenter | Qt::TextDontClip, text());
    if (m_count) {
        painter.setPen(p.text2);
        const QString count = locale().toString(*m_count);
        painter.drawText(place(wide(TextRole::Secondary, count)), Qt::AlignVCenter | Qt::TextDontClip, count);
    }
    if (style::showsFocus(state(this))) crisp::outline(painter, rect(), metrics::controlRadius, 2, p.accent);
}

Tag::Tag(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::setPerson(const PersonLook &person)
{
    m_person = person;
    updateGeometry();
    update();
}

void Tag::setDetail(const QString &detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

void Tag::setRemovable(bool on)
{
    m_removable = on;
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    int width = (m_person ? 2 + picture : side) + wide(TextRole::Base, text()) + side + (m_person ? gap : 0);
    if (!m_detail.isEmpty()) width += gap + wide(TextRole::Secondary, m_detail);
    if (m_removable) width += gap + crossSize;
    return {width, std::max(tagHeight, lineHeight(TextRole::Base) + 6)};
}

QRect Tag::cross() const
{
    const QRect logical(width() - side - crossSize, 0, crossSize, height());
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void Tag::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    const qreal radius = m_person ? height() / 2.0 : metrics::controlRadius;
    crisp::fillRound(painter, rect(), radius, isEnabled() && underMouse() ? p.bg4 : p.isDark() ? p.bg3 : p.bg4);
    int left = m_person ? 2 : side;
    const auto place = [&](int width) {
        const QRect logical(left, 0, width, height());
        left += width + gap;
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    if (m_person) {
        const QRect box = place(picture);
        paintAvatar(painter, QPointF(box.left(), (height() - picture) / 2), picture, *m_person);
    }
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(isEnabled() ? p.text : p.disabledText());
    painter.drawText(place(wide(TextRole::Base, text())), Qt::AlignVCenter | Qt::TextDontClip, text());
    if (!m_detail.isEmpty()) {
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(p.text2);
        painter.drawText(place(wide(TextRole::Secondary, m_detail)), Qt::AlignVCenter | Qt::TextDontClip, m_detail);
    }
    if (m_removable)
        icons::paint(painter, QStringLiteral("close"), cross(),
            underMouse() && cross().contains(mapFromGlobal(QCursor::pos())) ? p.text : p.text2);
    if (style::showsFocus(state(this))) crisp::outline(painter, rect(), radius, 2, p.accent);
}

void Tag::keyPressEvent(QKeyEvent *event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removed();
    else
        QAbstractButton::keyPressEvent(event);
}

void Tag::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_removable && event->button() == Qt::LeftButton
        && cross().adjusted(-4, 0, 4, 0).contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

} // namespace callboard::ui
