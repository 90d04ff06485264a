// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetThumbnails.h"

#include <QPainter>

namespace callboard::ui {

SheetThumbnails::SheetThumbnails(QObject *parent, qsizetype mostBytes)
    : QObject(parent)
    , m_pictures(mostBytes)
{}

void SheetThumbnails::setSize(QSize size, qreal devicePixelRatio)
{
    if (size == m_size && devicePixelRatio == m_ratio) return;
    m_size = size;
    m_ratio = devicePixelRatio;
    m_pictures.clear();
    if (!m_asked.isEmpty()) {
        const QStringList asked(m_asked.begin(), m_asked.end());
        m_asked.clear();
        Q_EMIT unwanted(asked);
    }
}

void SheetThumbnails::setVisible(const QStringList &previewIds)
{
    QStringList fresh;
    QSet<QString> visible;
    for (const auto &id : previewIds) {
        if (visible.contains(id)) continue;
        visible.insert(id);
        if (m_pictures.contains(id) || m_asked.contains(id) || m_missing.contains(id)) continue;
        fresh << id;
    }
    const auto away = m_asked - visible;
    m_asked -= away;
    for (const auto &id : fresh) m_asked.insert(id);
    if (!away.isEmpty()) Q_EMIT unwanted(QStringList(away.begin(), away.end()));
    if (!fresh.isEmpty()) Q_EMIT wanted(fresh);
}

void SheetThumbnails::setImage(const QString &previewId, const QImage &image)
{
    m_asked.remove(previewId);
    if (image.isNull() || m_size.isEmpty()) {
        m_missing.insert(previewId);
        return;
    }
    // Scaled once here, so that painting is a plain copy.
    const QSize pixels = (QSizeF(m_size) * m_ratio).toSize();
    QImage filled = image.scaled(pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((filled.width() - pixels.width()) / 2, (filled.height() - pixels.height()) / 2);
    filled = filled.copy(QRect(corner, pixels)).convertToFormat(QImage::Format_RGB32);
    auto *picture = new QPixmap(QPixmap::fromImage(filled));
    picture->setDevicePixelRatio(m_ratio);
    m_pictures.insert(previewId, picture, filled.sizeInBytes());
    Q_EMIT arrived(previewId);
}

void SheetThumbnails::lookAgain(const QString &previewId)
{
    if (!m_missing.remove(previewId)) return;
    m_asked.insert(previewId);
    Q_EMIT wanted({previewId});
}

void SheetThumbnails::forget(const QString &previewId)
{
    m_pictures.remove(previewId);
    m_missing.remove(previewId);
    m_asked.remove(previewId);
}

} // namespace callboard::ui
