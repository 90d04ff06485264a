// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/StatusChip.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QCache>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace callboard::ui {

namespace {

constexpr int leadingPadding = 5, trailingPadding = 7, gap = 5, glyphSize = 12, arrowSize = 11;

QFont chipFont()
{
    QFont small = textFont(TextRole::Small, QFont::DemiBold);
    small.setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
    return small;
}

int height(const ChipOptions &options)
{
    return options.height + std::max(0, lineHeight(TextRole::Small) - 16);
}

struct Key
{
    StatusLook status;
    int height;
    bool withArrow;
    Appearance appearance;
    int percent; ///< of the device pixel ratio
    double text;
    bool mirrored;
    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.status.shortName, key.status.colour.rgba(), static_cast<int>(key.status.kind),
        key.height, key.withArrow, static_cast<int>(key.appearance), key.percent, key.text, key.mirrored);
}

void draw(QPainter &painter, const QRect &rect, const Key &key)
{
    const ChipColours chip = chipColours(key.status.kind, key.status.colour, key.appearance);
    crisp::fillRound(painter, rect, metrics::chipRadius, chip.fill);
    const auto place = [&](int left, int width) {
        const int x = key.mirrored ? rect.width() - left - width : left;
        return QRect(rect.left() + x, rect.top(), width, rect.height());
    };
    icons::paint(painter, statusGlyph(key.status.kind),
        QRectF(place(leadingPadding, glyphSize))
            .adjusted(0, (rect.height() - glyphSize) / 2.0, 0, -(rect.height() - glyphSize) / 2.0),
        chip.text);
    const int textLeft = leadingPadding + glyphSize + gap;
    const int arrow = key.withArrow ? arrowSize + gap : 0;
    painter.setFont(chipFont());
    painter.setPen(chip.text);
    painter.drawText(place(textLeft, rect.width() - textLeft - trailingPadding - arrow + 2),
        Qt::AlignVCenter | (key.mirrored ? Qt::AlignRight : Qt::AlignLeft), key.status.shortName.toUpper());
    if (key.withArrow) {
        const QRect box = place(rect.width() - trailingPadding - arrowSize + 1, arrowSize);
        icons::paint(painter, QStringLiteral("down"),
            QRectF(box.left(), box.center().y() - arrowSize / 2.0 + 0.5, arrowSize, arrowSize), chip.text);
    }
}

} // namespace

QSize chipSize(const StatusLook &status, const ChipOptions &options)
{
    static QHash<std::pair<QString, int>, int> widths;
    const std::pair<QString, int> key{status.shortName, qRound(textScale() * 100)};
    auto found = widths.constFind(key);
    if (found == widths.constEnd())
        found = widths.insert(key, QFontMetrics(chipFont()).horizontalAdvance(status.shortName.toUpper()));
    const int arrow = options.withArrow ? arrowSize + gap : 0;
    return {leadingPadding + glyphSize + gap + *found + arrow + trailingPadding, height(options)};
}

QRect paintChip(QPainter &painter, const QRect &where, const StatusLook &status, const ChipOptions &options)
{
    static QCache<Key, QPixmap> drawn(512);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QSize size = chipSize(status, options);
    const QRect rect(QPoint(mirrored ? where.right() + 1 - size.width() : where.left(),
                         where.top() + (where.height() - size.height()) / 2),
        size);
    const qreal ratio = std::max<qreal>(0.1, std::abs(painter.deviceTransform().m11()));
    const Key key{
        status, size.height(), options.withArrow, colours().appearance, qRound(ratio * 100), textScale(), mirrored};
    QPixmap *picture = drawn.object(key);
    if (!picture) {
        picture = new QPixmap((QSizeF(size) * ratio).toSize());
        picture->setDevicePixelRatio(ratio);
        picture->fill(Qt::transparent);
        QPainter chip(picture);
        draw(chip, QRect(QPoint(), size), key);
        chip.end();
        drawn.insert(key, picture);
    }
    painter.drawPixmap(crisp::snapped(painter, rect).topLeft(), *picture);
    return rect;
}

void paintStatusGlyph(QPainter &painter, const QRectF &where, const StatusLook &status, int size)
{
    const QColor text = chipColours(status.kind, status.colour, colours().appearance).text;
    icons::paint(
        painter, statusGlyph(status.kind), QRectF(where.center() - QPointF(size, size) / 2, QSizeF(size, size)), text);
}

StatusChip::StatusChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusChip::StatusChip(StatusLook status, QWidget *parent)
    : StatusChip(parent)
{
    setStatus(status);
}

void StatusChip::setStatus(const StatusLook &status)
{
    m_status = status;
    setAccessibleName(tr("Status: %1").arg(status.name.isEmpty() ? status.shortName : status.name));
    updateGeometry();
    update();
}

void StatusChip::setClickable(bool on)
{
    setAttribute(Qt::WA_TransparentForMouseEvents, !on);
    setFocusPolicy(on ? Qt::TabFocus : Qt::NoFocus);
    m_options = on ? ChipOptions{metrics::chipLarge, true} : ChipOptions{};
    updateGeometry();
    update();
}

void StatusChip::setOptions(const ChipOptions &options)
{
    m_options = options;
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(m_status, m_options);
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QRect chip = paintChip(painter, rect(), m_status, m_options);
    if (hasFocus()) crisp::outline(painter, chip, metrics::chipRadius, 2, colours().accent);
}

} // namespace callboard::ui
