// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewStrip.h"

#include "ui/openstudio/PictureStore.h"
#include "ui/parts/Boxes.h"
#include "ui/review/Neighbours.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int high = 122, low = 72, besides = 8;
constexpr QSize highPicture{128, 72}, lowPicture{85, 48};
enum Role { IdRole = Qt::UserRole, PreviewRole };

} // namespace

class ReviewStrip::Painter final : public QStyledItemDelegate
{
public:
    Painter(ReviewStrip &strip, PictureStore &pictures)
        : QStyledItemDelegate(&strip)
        , m_strip(strip)
        , m_pictures(pictures)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {picture().width() + besides, m_strip.viewport()->height()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &palette = colours();
        const bool isCurrent = index.data(IdRole).toString() == m_strip.m_current;
        const QRect where(QPoint(option.rect.left() + besides / 2, option.rect.top() + 12), picture());
        const QString previewId = index.data(PreviewRole).toString();
        painter->setRenderHint(QPainter::Antialiasing);
        if (previewId.isEmpty())
            paintMissingThumbnail(*painter, where);
        else if (const QPixmap pixmap = m_pictures.picture(PictureStore::thumbnailPath(previewId)); !pixmap.isNull())
            paintThumbnail(*painter, where, pixmap);
        else
            paintAwaitedThumbnail(*painter, where);
        if (isCurrent || option.state & QStyle::State_HasFocus)
            crisp::outline(*painter, QRectF(where).adjusted(-3, -3, 3, 3), metrics::pictureRadius + 2, 2,
                isCurrent ? palette.accent : palette.line2);
        if (m_strip.m_isLow) return;
        painter->setFont(textFont(TextRole::Secondary, isCurrent ? QFont::DemiBold : QFont::Normal));
        painter->setPen(isCurrent || option.state & QStyle::State_MouseOver ? palette.text : palette.text2);
        const QRect words(where.left(), where.bottom() + 8, where.width(), 18);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

private:
    QSize picture() const { return m_strip.m_isLow ? lowPicture : highPicture; }

    ReviewStrip &m_strip;
    PictureStore &m_pictures;
};

ReviewStrip::ReviewStrip(Neighbours &neighbours, PictureStore &pictures, QWidget *parent)
    : QListView(parent)
    , m_neighbours(neighbours)
    , m_items(new QStandardItemModel(this))
{
    setModel(m_items);
    setItemDelegate(new Painter(*this, pictures));
    setFlow(LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setAccessibleName(tr("Shots or assets beside this one"));
    setFixedHeight(high);
    connect(&neighbours, &Neighbours::changed, this, &ReviewStrip::fill);
    connect(&pictures, &PictureStore::arrived, viewport(), qOverload<>(&QWidget::update));
    const auto choose = [this](const QModelIndex &index) { Q_EMIT chosen(index.data(IdRole).toString()); };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, [this, choose](const QModelIndex &index) {
        if (index.data(IdRole).toString() != m_current) choose(index); // a double click has clicked before
    });
}

void ReviewStrip::setCurrent(const QString &entityId)
{
    m_current = entityId;
    markCurrent();
}

void ReviewStrip::setLow(bool isLow)
{
    if (isLow == m_isLow) return;
    m_isLow = isLow;
    setFixedHeight(isLow ? low : high);
    scheduleDelayedItemsLayout();
}

void ReviewStrip::fill()
{
    m_items->clear();
    for (const Neighbour &neighbour : m_neighbours.all()) {
        auto *item = new QStandardItem(neighbour.name);
        item->setData(neighbour.id, IdRole);
        item->setData(neighbour.previewId, PreviewRole);
        item->setToolTip(neighbour.name);
        m_items->appendRow(item);
    }
    markCurrent();
}

void ReviewStrip::markCurrent()
{
    for (int row = 0; row < m_items->rowCount(); ++row)
        if (m_items->index(row, 0).data(IdRole).toString() == m_current) {
            setCurrentIndex(m_items->index(row, 0));
            scrollTo(currentIndex(), PositionAtCenter);
        }
    viewport()->update();
}

void ReviewStrip::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colours().bg1);
    painter.fillRect(QRect(0, 0, viewport()->width(), 1), colours().line);
    painter.end();
    QListView::paintEvent(event);
}

void ReviewStrip::wheelEvent(QWheelEvent *event)
{
    const QPoint by = event->angleDelta();
    horizontalScrollBar()->setValue(
        horizontalScrollBar()->value() - (std::abs(by.x()) > std::abs(by.y()) ? by.x() : by.y()));
    event->accept();
}

} // namespace callboard::ui
