// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/KeyCap.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr int padding = 5, gap = 4, least = 17;

int capHeight()
{
    return lineHeight(TextRole::Small) + 1;
}

int capWidth(const QFontMetrics &metrics, const QString &key)
{
    return std::max(least, metrics.horizontalAdvance(key) + 2 * padding);
}

QStringList capsOf(const QString &keys)
{
    return keys.split(QStringLiteral("  "), Qt::SkipEmptyParts);
}

} // namespace

int keyCapsWidth(const QString &keys)
{
    const QFontMetrics metrics(textFont(TextRole::Small, QFont::Medium));
    int width = 0;
    for (const QString &key : capsOf(keys)) width += capWidth(metrics, key) + (width ? gap : 0);
    return width;
}

void paintKeyCaps(QPainter &painter, const QRect &where, const QString &keys, const QColor &text, const QColor &line)
{
    const QFont small = textFont(TextRole::Small, QFont::Medium);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    // Keys are pressed in the order written, so they are not mirrored within.
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    int left = mirrored ? where.right() + 1 - keyCapsWidth(keys) : where.left();
    for (const QString &key : capsOf(keys)) {
        const QRect cap(left, where.top() + (where.height() - capHeight()) / 2, capWidth(metrics, key), capHeight());
        crisp::outline(painter, cap, 3, 1, line);
        painter.setPen(text);
        painter.drawText(cap, Qt::AlignCenter, key);
        left += cap.width() + gap;
    }
}

} // namespace callboard::ui
