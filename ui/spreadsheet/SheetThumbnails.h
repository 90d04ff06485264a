// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of rows: asked for when they are seen, called off when they are scrolled away, kept up to a number
// of bytes with the longest unseen going first. Main thread; who answers may work anywhere.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QStringList>

namespace callboard::ui {

class SheetThumbnails : public QObject
{
    Q_OBJECT

public:
    explicit SheetThumbnails(QObject *parent = nullptr, qsizetype mostBytes = 64 * 1024 * 1024);

    // Size of a picture in logical pixels; another size forgets the pictures.
    void setSize(QSize size, qreal devicePixelRatio);
    // The pictures that are on screen, the most wanted first.
    void setVisible(const QStringList &previewIds);
    // An image of any size, filled into the picture's; null: there is none, and it is not asked for again.
    void setImage(const QString &previewId, const QImage &image);
    void forget(const QString &previewId);    // a new revision: asked for again when seen
    void lookAgain(const QString &previewId); // it may be there now: asked for again if there was none
    const QPixmap *find(const QString &previewId) const { return m_pictures.object(previewId); }

Q_SIGNALS:
    void arrived(const QString &previewId); // it can be painted
    void wanted(const QStringList &previewIds);
    void unwanted(const QStringList &previewIds);

private:
    mutable QCache<QString, QPixmap> m_pictures; // cost in bytes
    QSet<QString> m_asked;
    QSet<QString> m_missing;
    QSize m_size;
    qreal m_ratio = 1;
};

} // namespace callboard::ui
