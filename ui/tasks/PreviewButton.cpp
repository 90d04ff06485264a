// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/PreviewButton.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Boxes.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// Words in a dark box over a picture, in both themes: pictures keep their dark outline.
void paintCaption(QPainter &painter, const QPoint &topLeft, const QString &words)
{
    painter.setFont(textFont(TextRole::Small, QFont::Medium));
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect box(topLeft, QSize(metrics.horizontalAdvance(words) + 10, 18));
    crisp::fillRound(painter, box, metrics::pictureRadius, QColor(0x11, 0x11, 0x11, 0xd8));
    painter.setPen(QColor(0xec, 0xec, 0xec));
    painter.drawText(box, Qt::AlignCenter, words);
}

} // namespace

QString revisionName(const TaskPreview &preview)
{
    return preview.position > 1 ? PreviewButton::tr("v%1 · %2").arg(preview.revision).arg(preview.position)
                                : PreviewButton::tr("v%1").arg(preview.revision);
}

QString stateWords(const TaskPreview &preview)
{
    if (preview.isBroken()) return PreviewButton::tr("Cannot be decoded");
    if (!preview.isReady()) return PreviewButton::tr("In preparation");
    return preview.isShown() ? QString() : preview.extension.toUpper();
}

PreviewButton::PreviewButton(OpenedStudio &studio, const QSize &size, QWidget *parent)
    : QAbstractButton(parent)
    , m_studio(studio)
    , m_size(size)
{
    setFixedSize(size);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&studio.pictures(), &PictureStore::arrived, this, [this](const QString &path) {
        if (path == PictureStore::thumbnailPath(m_preview.id)) update();
    });
}

void PreviewButton::setPreview(const TaskPreview &preview)
{
    m_preview = preview;
    const QString state = stateWords(preview);
    setAccessibleName(state.isEmpty() ? tr("Revision %1").arg(revisionName(preview))
                                      : tr("Revision %1, %2").arg(revisionName(preview), state));
    setTip(this, preview.originalName.isEmpty() ? accessibleName() : preview.originalName);
    update();
}

void PreviewButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasPicture = m_preview.isReady() && m_preview.isShown();
    const QPixmap picture =
        hasPicture ? m_studio.pictures().picture(PictureStore::thumbnailPath(m_preview.id)) : QPixmap();
    if (!picture.isNull())
        paintThumbnail(painter, rect(), picture);
    else if (m_preview.isBroken())
        paintMissingThumbnail(painter, rect());
    else
        paintAwaitedThumbnail(painter, rect());
    const QString state = stateWords(m_preview);
    if (!state.isEmpty()) {
        painter.setFont(textFont(TextRole::Small));
        painter.setPen(m_preview.isBroken() ? colours().bad : colours().text2);
        painter.drawText(rect().adjusted(3, 2, -3, -20), Qt::AlignCenter | Qt::TextWordWrap, state);
    }
    paintCaption(painter, QPoint(4, height() - 22), revisionName(m_preview));
    if (isChecked() || hasFocus()) crisp::outline(painter, rect(), metrics::pictureRadius, 2, colours().accent);
}

} // namespace callboard::ui
