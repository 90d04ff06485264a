// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/KeysSheet.h"

#include "ui/parts/Sheet.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/KeyCap.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QScrollArea>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 320, gap = 32, padding = 20, rowHeight = 28, titleHeight = 34, betweenGroups = 14;

/// Caps for "Ctrl+Shift+P": the plus key itself stays.
QString capsOf(const QString &keys)
{
    QString caps = keys;
    return caps.replace(u"++"_s, u" plus"_s).replace(u'+', u' ').replace(u" plus"_s, u" +"_s);
}

class KeysPage final : public QWidget
{
public:
    KeysPage(const QList<KeyGroup> &groups, QWidget *parent)
        : QWidget(parent)
        , m_groups(groups)
    {
        setAccessibleName(QObject::tr("Keys"));
        QStringList words;
        for (const KeyGroup &group : groups)
            for (const KeyGroup::Key &key : group.keys) words << u"%1: %2"_s.arg(key.does, key.keys);
        setAccessibleDescription(words.join(u'\n'));
        setMinimumHeight(arrange(3, nullptr));
    }

protected:
    void resizeEvent(QResizeEvent *) override { setMinimumHeight(arrange(columns(), nullptr)); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), colours().bg2);
        arrange(columns(), &painter);
    }

private:
    int columns() const { return std::max(1, (width() - 2 * padding + gap) / (columnWidth + gap)); }
    static int heightOf(const KeyGroup &group)
    {
        return titleHeight + static_cast<int>(group.keys.size()) * rowHeight + betweenGroups;
    }

    /// Groups go where the column is shortest; returns the height, paints when asked.
    int arrange(int columns, QPainter *painter) const
    {
        std::vector<int> ends(static_cast<std::size_t>(columns), padding);
        for (const KeyGroup &group : m_groups) {
            const auto column = std::ranges::min_element(ends);
            if (painter)
                paint(*painter,
                    QPoint(padding + static_cast<int>(column - ends.begin()) * (columnWidth + gap), *column), group);
            *column += heightOf(group);
        }
        return *std::ranges::max_element(ends) + padding;
    }
    static void paint(QPainter &painter, QPoint at, const KeyGroup &group)
    {
        const Palette &palette = colours();
        painter.setFont(textFont(TextRole::PanelTitle));
        painter.setPen(palette.text);
        painter.drawText(
            QRect(at.x(), at.y(), columnWidth, titleHeight - 6), Qt::AlignVCenter | Qt::AlignLeft, group.title);
        painter.fillRect(QRect(at.x(), at.y() + titleHeight - 5, columnWidth, 1), palette.line);
        int y = at.y() + titleHeight;
        for (const KeyGroup::Key &key : group.keys) {
            const QString caps = capsOf(key.keys);
            const int width = keyCapsWidth(caps);
            painter.setFont(textFont(TextRole::Base));
            painter.setPen(palette.text2);
            painter.drawText(QRect(at.x(), y, columnWidth - width - 8, rowHeight), Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(key.does, Qt::ElideRight, columnWidth - width - 8));
            paintKeyCaps(
                painter, QRect(at.x() + columnWidth - width, y, width, rowHeight), caps, palette.text, palette.line2);
            y += rowHeight;
        }
    }

    QList<KeyGroup> m_groups;
};

} // namespace

Sheet *showKeys(const QString &pageTitle, const QList<KeyGroup> &groups, QWidget *anyInWindow)
{
    auto *sheet = new Sheet(QObject::tr("Keys"), anyInWindow);
    sheet->setSubtitle(pageTitle);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(new KeysPage(groups, scroll));
    sheet->setContent(scroll);
    sheet->setWanted({3 * columnWidth + 2 * gap + 2 * padding + 16, 800});
    // The dimming widget below it goes with it.
    QObject::connect(sheet, &Sheet::closed, sheet->parentWidget(), &QObject::deleteLater);
    sheet->open();
    return sheet;
}

} // namespace callboard::ui
