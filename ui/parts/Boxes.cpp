// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Boxes.h"

#include "ui/parts/Label.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace callboard::ui {

namespace {
constexpr int headHeight = 40, rowHeight = 32;
}

SettingsBox::SettingsBox(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
    , m_count(new Label({}, TextRole::Secondary, Tone::Hint))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 1);
    layout->setSpacing(0);
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    head->setLayout(m_head);
    m_head->setContentsMargins(12, 0, 8, 0);
    m_head->addWidget(new Label(title, TextRole::PanelTitle));
    m_head->addWidget(m_count);
    m_head->addStretch();
    layout->addWidget(head);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    layout->addLayout(m_body);
    setAccessibleName(title);
}

void SettingsBox::setCount(const QString &count)
{
    m_count->setText(count);
}

QPushButton *SettingsBox::setAdd(const QString &text)
{
    auto *button = new QPushButton(icons::icon(QStringLiteral("plus")), text);
    setButtonRole(button, ButtonRole::Quiet);
    setControlSize(button, ControlSize::Small);
    m_head->addWidget(button);
    return button;
}

void SettingsBox::addToHead(QWidget *widget)
{
    m_head->addWidget(widget);
}

void SettingsBox::addRow(QWidget *row)
{
    m_body->addWidget(new Separator);
    m_body->addWidget(row);
}

void SettingsBox::addRow(const QString &words, QWidget *control)
{
    auto *row = new QWidget;
    row->setMinimumHeight(rowHeight);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 2, 12, 2);
    layout->addWidget(new Label(words), 1);
    layout->addWidget(control);
    if (control->accessibleName().isEmpty()) control->setAccessibleName(words);
    addRow(row);
}

void SettingsBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    crisp::box(painter, rect(), metrics::cardRadius, colours().bg1, colours().line);
}

void paintThumbnail(QPainter &painter, const QRect &where, const QPixmap &picture)
{
    const QRectF box = crisp::snapped(painter, where);
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(box, metrics::pictureRadius, metrics::pictureRadius);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setClipPath(shape);
    painter.fillRect(box, QColor(0x151515));
    const QSizeF fitted = QSizeF(picture.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
    QRectF place(QPointF(), fitted);
    place.moveCenter(box.center());
    painter.drawPixmap(place, picture, QRectF(picture.rect()));
    painter.restore();
    // Dark in both themes: a light rim would tint the picture.
    crisp::outline(painter, where, metrics::pictureRadius, 1, QColor(0x111111));
}

void paintAwaitedThumbnail(QPainter &painter, const QRect &where)
{
    crisp::fillRound(painter, where, metrics::pictureRadius, colours().bg4);
}

void paintMissingThumbnail(QPainter &painter, const QRect &where)
{
    crisp::dashed(painter, where, metrics::pictureRadius, colours().line2);
    const int size = std::min(metrics::icon, where.height() - 6);
    icons::paint(painter, QStringLiteral("picture"),
        QRectF(QRectF(where).center() - QPointF(size, size) / 2, QSizeF(size, size)), colours().text3);
}

ThumbnailBox::ThumbnailBox(const QSize &size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setFixedSize(size);
}

void ThumbnailBox::setPicture(const QPixmap &picture)
{
    m_missing = picture.isNull();
    // Scaled once and smoothly, to the device pixels of this box.
    m_picture = picture.isNull()
        ? picture
        : picture.scaled(m_size * devicePixelRatioF(), Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    update();
}

void ThumbnailBox::setMissing()
{
    setPicture({});
}

void ThumbnailBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_picture.isNull())
        paintThumbnail(painter, rect(), m_picture);
    else if (m_missing)
        paintMissingThumbnail(painter, rect());
    else
        paintAwaitedThumbnail(painter, rect());
}

QString changeName(RowChange change)
{
    switch (change) {
    case RowChange::New: return QCoreApplication::translate("RowChange", "New");
    case RowChange::Changed: return QCoreApplication::translate("RowChange", "Changed");
    case RowChange::Error: return QCoreApplication::translate("RowChange", "Error");
    case RowChange::Unchanged: break;
    }
    return QCoreApplication::translate("RowChange", "Unchanged");
}

QString changeIcon(RowChange change)
{
    switch (change) {
    case RowChange::New: return QStringLiteral("plus");
    case RowChange::Changed: return QStringLiteral("pen");
    case RowChange::Error: return QStringLiteral("warning");
    case RowChange::Unchanged: break;
    }
    return QStringLiteral("minus");
}

QColor changeColour(RowChange change)
{
    const Palette &p = colours();
    switch (change) {
    case RowChange::New: return p.ok;
    case RowChange::Changed: return p.newValue;
    case RowChange::Error: return p.bad;
    case RowChange::Unchanged: break;
    }
    return p.text2;
}

QColor changeTint(RowChange change)
{
    const Palette &p = colours();
    switch (change) {
    case RowChange::New: return p.newRow;
    case RowChange::Changed: return p.changedRow;
    case RowChange::Error: return p.errorRow;
    case RowChange::Unchanged: break;
    }
    return Qt::transparent;
}

void paintChangeRow(QPainter &painter, const QRect &row, RowChange change)
{
    crisp::fill(painter, row, changeTint(change));
    const int left = painter.layoutDirection() == Qt::RightToLeft ? row.right() - 2 : row.left();
    crisp::fill(painter, QRect(left, row.top(), 3, row.height()), changeColour(change));
}

void paintChangedValue(QPainter &painter, const QRect &cell, const QString &before, const QString &after)
{
    constexpr int arrow = 10, gap = 5;
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    QFont old = textFont(TextRole::Base);
    old.setStrikeOut(true);
    painter.setFont(old);
    painter.setPen(colours().text3);
    // The new value matters more: at most half of the cell is for the old one.
    const QString shown = painter.fontMetrics().elidedText(before, Qt::ElideRight, (cell.width() - arrow) / 2 - gap);
    const int taken = painter.fontMetrics().horizontalAdvance(shown);
    painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(
            painter.layoutDirection(), cell, QRect(cell.left() + left, cell.top(), width, cell.height()));
    };
    icons::paint(painter, mirrored ? QStringLiteral("left") : QStringLiteral("right"), place(taken + gap, arrow),
        colours().text2);
    painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
    painter.setPen(colours().newValue);
    const int left = taken + 2 * gap + arrow;
    const int room = std::max(0, cell.width() - left);
    painter.drawText(place(left, room), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(after, Qt::ElideRight, room));
}

} // namespace callboard::ui
