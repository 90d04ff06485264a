// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/RevisionStrip.h"

#include "ui/parts/Boxes.h"
#include "ui/studio/OpenedStudio.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize stripPicture{92, 52};

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

/// Words in a dark box over a picture, in both themes: pictures keep their dark outline.
void paintCaption(QPainter &painter, const QPoint &topLeft, const QString &words, QRgb ink = 0xffececec)
{
    painter.setFont(textFont(TextRole::Small, QFont::Medium));
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect box(topLeft, QSize(metrics.horizontalAdvance(words) + 10, 18));
    crisp::fillRound(painter, box, metrics::pictureRadius, QColor(0x11, 0x11, 0x11, 0xd8));
    painter.setPen(QColor::fromRgb(ink));
    painter.drawText(box, Qt::AlignCenter, words);
}

} // namespace

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

RevisionStrip::RevisionStrip(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_area(new QScrollArea(this))
{
    auto *inner = new QWidget(m_area);
    m_row = new QHBoxLayout(inner);
    m_row->setContentsMargins(metrics::panelPadding, 8, metrics::panelPadding, 8);
    m_row->setSpacing(6);
    m_row->addStretch(1);
    m_area->setWidget(inner);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area);
    setFixedHeight(stripPicture.height() + 22);
    setVisible(false);
}

void RevisionStrip::setPreviews(const QList<TaskPreview> &previews)
{
    while (m_buttons.size() > previews.size()) m_buttons.takeLast()->deleteLater();
    while (m_buttons.size() < previews.size()) {
        auto *button = new PreviewButton(m_studio, stripPicture, m_area->widget());
        button->setCheckable(true);
        m_row->insertWidget(static_cast<int>(m_buttons.size()), button);
        m_buttons << button;
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            setCurrent(button->preview().id);
            Q_EMIT chosen(button->preview());
        });
    }
    for (qsizetype i = 0; i < previews.size(); ++i) m_buttons[i]->setPreview(previews[i]);
    // One alone stands large above already.
    setVisible(previews.size() > 1);
    setCurrent(m_current);
}

void RevisionStrip::setCurrent(const QString &previewId)
{
    m_current = previewId;
    for (PreviewButton *button : std::as_const(m_buttons)) {
        button->setChecked(button->preview().id == previewId);
        if (button->isChecked()) m_area->ensureWidgetVisible(button);
    }
}

PreviewStage::PreviewStage(OpenedStudio &studio, QWidget *parent)
    : QAbstractButton(parent)
    , m_studio(studio)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&studio.pictures(), &PictureStore::arrived, this, [this](const QString &path) {
        if (m_preview && path.contains(m_preview->id)) update();
    });
    setPreview(std::nullopt);
}

void PreviewStage::setPreview(const std::optional<TaskPreview> &preview)
{
    m_preview = preview;
    setVisible(preview.has_value());
    if (preview) {
        setAccessibleName(tr("Open %1 in review").arg(revisionName(*preview)));
        setTip(this, accessibleName());
    }
    fit();
    update();
}

void PreviewStage::setMostHeight(int pixels)
{
    m_most = pixels;
    fit();
}

int PreviewStage::heightForWidth(int width) const
{
    return std::min(width * 9 / 16, m_most);
}

void PreviewStage::fit()
{
    setFixedHeight(heightForWidth(std::max(width(), 160)));
}

void PreviewStage::resizeEvent(QResizeEvent *)
{
    fit();
}

QSize PreviewStage::sizeHint() const
{
    return {metrics::taskPanel, heightForWidth(metrics::taskPanel)};
}

void PreviewStage::paintEvent(QPaintEvent *)
{
    if (!m_preview) return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), QColor::fromRgb(fixedColours::reviewSurround));
    const bool hasPicture = m_preview->isReady() && m_preview->isShown();
    QPixmap picture = hasPicture ? m_studio.pictures().picture(PictureStore::previewPath(m_preview->id)) : QPixmap();
    if (hasPicture && picture.isNull())
        picture = m_studio.pictures().picture(PictureStore::thumbnailPath(m_preview->id));
    if (!picture.isNull()) {
        QSizeF size = picture.size();
        size.scale(QSizeF(rect().size()), Qt::KeepAspectRatio);
        painter.drawPixmap(QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size), picture,
            picture.rect());
    } else if (const QString state = stateWords(*m_preview); !state.isEmpty()) {
        painter.setFont(textFont(TextRole::Base));
        painter.setPen(QColor(0xb2, 0xb2, 0xb2));
        painter.drawText(rect(), Qt::AlignCenter, state);
    }
    QString words = revisionName(*m_preview);
    if (m_preview->width > 0) words += u" · %1 × %2"_s.arg(m_preview->width).arg(m_preview->height);
    paintCaption(painter, QPoint(10, 8), words);
    if (m_preview->annotatedMoments > 0) {
        const QString notes = tr("%n note(s)", nullptr, m_preview->annotatedMoments);
        const int wide = QFontMetrics(textFont(TextRole::Small, QFont::Medium)).horizontalAdvance(notes) + 10;
        paintCaption(painter, QPoint(width() - wide - 10, 8), notes, 0xffffd23f);
    }
    if (hasPicture && m_preview->isMovie() && (underMouse() || hasFocus()))
        icons::paint(
            painter, u"play"_s, QRectF(width() / 2.0 - 20, height() / 2.0 - 20, 40, 40), QColor(0xec, 0xec, 0xec));
    if (hasFocus()) crisp::outline(painter, rect(), 0, 2, colours().accent);
}

} // namespace callboard::ui
