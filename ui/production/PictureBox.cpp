// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/PictureBox.h"

#include "ui/parts/Boxes.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize boxSize{150, 98};
constexpr int iconSize = 20;

/// Decoded no larger than it is shown.
QImage readSmall(const QString &path, const QSize &size)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    if (const QSize whole = reader.size(); whole.isValid())
        reader.setScaledSize(whole.scaled(size, Qt::KeepAspectRatioByExpanding));
    return reader.read();
}

} // namespace

PictureBox::PictureBox(QWidget *parent)
    : DropPlace(tr("Drop a picture"), parent)
{
    setFixedSize(boxSize);
    setToolTip(tr("The production's picture: drop a file, or click to choose one"));
    connect(this, &DropPlace::dropped, this, [this](const QStringList &files) { take(files.value(0)); });
    connect(this, &DropPlace::clicked, this, [this] {
        take(QFileDialog::getOpenFileName(
            this, tr("Picture of the production"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp);;All files (*)")));
    });
}

QSize PictureBox::sizeHint() const
{
    return boxSize;
}

void PictureBox::setPicture(const QPixmap &picture)
{
    m_picture = picture;
    update();
}

void PictureBox::setFile(const QString &path)
{
    m_file.clear();
    m_picture = {};
    setText(tr("Drop a picture"));
    if (path.isEmpty()) return;
    const QImage image = readSmall(path, boxSize * devicePixelRatioF());
    if (image.isNull()) return setText(tr("%1 is no picture").arg(QFileInfo(path).fileName()));
    m_file = path;
    setPicture(QPixmap::fromImage(image));
}

void PictureBox::take(const QString &path)
{
    if (path.isEmpty()) return;
    setFile(path);
    if (!m_file.isEmpty()) Q_EMIT chosen(m_file);
}

void PictureBox::paintEvent(QPaintEvent *)
{
    const Palette &palette = colours();
    QPainter painter(this);
    if (!m_picture.isNull() && !isOver()) {
        paintThumbnail(painter, rect(), m_picture);
        if (hasFocus()) crisp::outline(painter, rect(), metrics::pictureRadius, 2, palette.accent);
        return;
    }
    paintGround(painter);
    const QRectF icon((width() - iconSize) / 2.0, height() / 2.0 - iconSize, iconSize, iconSize);
    icons::paint(painter, u"picture"_s, icon, isOver() ? palette.accentText : palette.text2);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(isOver() ? palette.accentText : palette.text2);
    painter.drawText(rect().adjusted(8, height() / 2 + 4, -8, -4),
        static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, text());
}

} // namespace callboard::ui
