// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Emblem.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPixmap>

namespace callboard::ui {

namespace {

constexpr QSizeF usual{38, 32};

struct Note
{
    QRectF place; // at the usual size
    QColor Palette::*colour;
};

const Note notes[] = {{{9, 9, 9, 6}, &Palette::accent}, {{20, 9, 9, 3}, &Palette::text},
    {{20, 14, 6, 3}, &Palette::text3}, {{9, 18, 9, 5}, &Palette::text3}, {{20, 19, 9, 4}, &Palette::line2}};

} // namespace

void paintEmblem(QPainter &painter, const QRectF &box)
{
    const Palette &palette = colours();
    const double scale = std::min(box.width() / usual.width(), box.height() / usual.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(scale, scale);
    painter.translate(-usual.width() / 2, -usual.height() / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.accent, 2.5));
    painter.drawRoundedRect(QRectF({2, 2}, usual - QSizeF(4, 4)), 5, 5);
    painter.setPen(Qt::NoPen);
    for (const Note &note : notes) {
        painter.setBrush(palette.*note.colour);
        painter.drawRoundedRect(note.place, 1, 1);
    }
    painter.restore();
}

QIcon emblemIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintEmblem(painter, QRectF(0, 0, side, side));
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace callboard::ui
