// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/PalettePainter.h"

#include "ui/openstudio/PictureStore.h"
#include "ui/parts/Boxes.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KeyCap.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize picture{44, 25};
constexpr int side = 8, padding = 12, namesAt = 68;

} // namespace

PalettePainter::PalettePainter(const PaletteEntries &entries, PictureStore &pictures, QAbstractItemView *list)
    : QStyledItemDelegate(list)
    , m_entries(entries)
    , m_pictures(pictures)
    , m_list(list)
{}

QString PalettePainter::headingOf(PaletteGroup group)
{
    switch (group) {
    case PaletteGroup::Recent: return tr("Recent");
    case PaletteGroup::Shots: return tr("Shots");
    case PaletteGroup::Assets: return tr("Assets");
    case PaletteGroup::People: return tr("People");
    case PaletteGroup::Productions: return tr("Productions");
    case PaletteGroup::Sections: return tr("Sections");
    case PaletteGroup::Commands: return tr("Commands");
    }
    return {};
}

QSize PalettePainter::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, index.data(EntryRole).toInt() < 0 ? headingHeight : rowHeight};
}

void PalettePainter::paintPicture(QPainter &painter, const QRect &where, const PaletteEntry &entry) const
{
    if (entry.person) {
        paintAvatar(painter, QPointF(where.center().x() - 11, where.center().y() - 11), 24, *entry.person);
        return;
    }
    const QPixmap pixmap = entry.picturePath.isEmpty() ? QPixmap() : m_pictures.picture(entry.picturePath);
    if (!pixmap.isNull())
        paintThumbnail(painter, where, pixmap);
    else if (!entry.icon.isEmpty())
        icons::paint(
            painter, entry.icon, QRectF(where.center().x() - 8, where.center().y() - 8, 18, 18), colours().text2);
}

int PalettePainter::paintName(QPainter &painter, const QRect &where, const PaletteEntry &entry) const
{
    const Palette &palette = colours();
    const QFont plain = textFont(TextRole::Base, QFont::Medium);
    const QFont meant = textFont(TextRole::Base, QFont::DemiBold);
    int x = where.left();
    const auto draw = [&](const QString &text, bool isMeant) {
        painter.setFont(isMeant ? meant : plain);
        painter.setPen(isMeant ? palette.accentText : palette.text);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        if (x < where.right())
            painter.drawText(QRect(x, where.top(), std::min(width + 2, where.right() - x), where.height()),
                Qt::AlignVCenter | Qt::AlignLeft, text);
        x += width;
    };
    qsizetype at = 0;
    for (const LetterRange &letters : entry.match.letters) {
        draw(entry.title.mid(at, letters.start - at), false);
        draw(entry.title.mid(letters.start, letters.length), true);
        at = letters.start + letters.length;
    }
    draw(entry.title.mid(at), false);
    return x;
}

void PalettePainter::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = colours();
    painter->setRenderHint(QPainter::Antialiasing);
    const int at = index.data(EntryRole).toInt();
    if (at < 0 || at >= m_entries.found().size()) {
        painter->setFont(textFont(TextRole::Secondary, QFont::Medium));
        painter->setPen(palette.text2);
        painter->drawText(
            option.rect.adjusted(side + padding, 6, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        return;
    }
    const PaletteEntry &entry = m_entries.found()[at];
    const QRect row = option.rect.adjusted(side, 0, -side, 0);
    const bool isCurrent = m_list->currentIndex() == index;
    if (isCurrent)
        crisp::box(*painter, QRectF(row), metrics::controlRadius, palette.sel, palette.accent);
    else if (option.state & QStyle::State_MouseOver)
        crisp::fillRound(*painter, QRectF(row), metrics::controlRadius, palette.bg4);
    paintPicture(
        *painter, QRect(QPoint(row.left() + padding, row.center().y() - picture.height() / 2), picture), entry);

    int right = row.right() - padding;
    const QString keys = isCurrent && entry.keys.isEmpty() ? tr("Enter") : entry.keys;
    if (!keys.isEmpty()) {
        const QString caps = QString(keys).replace(u'+', u' ');
        const int width = keyCapsWidth(caps);
        paintKeyCaps(
            *painter, QRect(right - width, row.top(), width, row.height()), caps, palette.text2, palette.line2);
        right -= width + 12;
    }
    painter->setFont(textFont(TextRole::Secondary));
    if (!entry.trailing.isEmpty()) {
        const int width = painter->fontMetrics().horizontalAdvance(entry.trailing);
        painter->setPen(palette.text2);
        painter->drawText(QRect(right - width, row.top(), width + 1, row.height()), Qt::AlignVCenter | Qt::AlignRight,
            entry.trailing);
        right -= width + 12;
    }
    const int end =
        paintName(*painter, QRect(row.left() + namesAt, row.top(), right - row.left() - namesAt, row.height()), entry);
    painter->setFont(textFont(TextRole::Secondary));
    painter->setPen(palette.text2);
    const QRect detail(end + 12, row.top(), right - end - 12, row.height());
    if (detail.width() > 20)
        painter->drawText(detail, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(entry.detail, Qt::ElideRight, detail.width()));
}

} // namespace callboard::ui
