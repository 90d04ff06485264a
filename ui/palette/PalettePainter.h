// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the command palette: picture or icon, name with the meant letters, detail, keys.
#pragma once

#include "ui/palette/PaletteEntries.h"

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace callboard::ui {

class PictureStore;

class PalettePainter final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 40, headingHeight = 30;
    /// Place in PaletteEntries::found(), -1 for a heading; the entry's key.
    enum Role { EntryRole = Qt::UserRole, KeyRole };

    PalettePainter(const PaletteEntries &entries, PictureStore &pictures, QAbstractItemView *list);
    static QString headingOf(PaletteGroup group);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const QRect &where, const PaletteEntry &entry) const;
    int paintName(QPainter &painter, const QRect &where, const PaletteEntry &entry) const;

    const PaletteEntries &m_entries;
    PictureStore &m_pictures;
    QAbstractItemView *m_list;
};

} // namespace callboard::ui
