// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/SearchField.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KeyCap.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace callboard::ui {

namespace {
constexpr int side = 8, iconSize = metrics::inlineIcon, gap = 6;
}

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QToolButton(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    m_clear->setIcon(icons::icon(QStringLiteral("close")));
    m_clear->setAutoRaise(true);
    m_clear->setIconSize({13, 13});
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->hide();
    setTip(m_clear, tr("Empty"), tr("Esc"));
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, &SearchField::arrange);
    arrange();
}

void SearchField::setKeys(const QString &keys)
{
    m_keys = keys;
    setAccessibleDescription(keys);
    arrange();
}

void SearchField::setLeadingIcon(const QString &name)
{
    m_icon = name;
    update();
}

void SearchField::setCount(const QString &words)
{
    m_count = words;
    arrange();
}

void SearchField::arrange()
{
    const bool empty = text().isEmpty();
    int trailing = side;
    if (!empty)
        trailing = height() - 2;
    else if (!m_keys.isEmpty())
        trailing += keyCapsWidth(m_keys) + gap;
    if (!m_count.isEmpty())
        trailing += QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(m_count) + 2 * gap;
    const int leading = iconSize + gap;
    // The margins of a line edit are those of the screen, not of the reading direction.
    if (layoutDirection() == Qt::RightToLeft)
        setTextMargins(trailing, 0, leading, 0);
    else
        setTextMargins(leading, 0, trailing, 0);
    m_clear->setVisible(!empty);
    const int size = height() - 4;
    m_clear->setGeometry(
        layoutDirection() == Qt::RightToLeft ? QRect(2, 2, size, size) : QRect(width() - 2 - size, 2, size, size));
    update();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Palette &p = colours();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    icons::paint(painter, m_icon, place(QRect(side + 1, 0, iconSize, height())), hasFocus() ? p.text : p.text2);
    int right = text().isEmpty() ? width() - side : width() - height() + 2;
    if (text().isEmpty() && !m_keys.isEmpty()) {
        const int caps = keyCapsWidth(m_keys);
        paintKeyCaps(painter, place(QRect(right - caps, 0, caps, height())), m_keys, p.text2, p.line2);
        right -= caps + gap;
    }
    if (!m_count.isEmpty()) {
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(p.text2);
        const int words = painter.fontMetrics().horizontalAdvance(m_count);
        painter.drawText(place(QRect(right - words - gap, 0, words, height())), Qt::AlignVCenter, m_count);
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace callboard::ui
