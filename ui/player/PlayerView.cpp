// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/PlayerView.h"

#include "ui/player/AnnotationLayer.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace callboard::ui {

namespace {

constexpr double wipeReach = 8;
constexpr double leastZoom = 0.1, mostZoom = 32;

// On the picture, words stand on a plate of the review's own darkness in both themes.
const QColor plate(17, 17, 17, 215);

} // namespace

PlayerView::PlayerView(AnnotationLayer &layer, QWidget *parent)
    : QWidget(parent)
    , m_layer(layer)
    , m_surround(QColor::fromRgb(ui::fixedColours::reviewSurround))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Picture"));
    connect(&layer, &AnnotationLayer::repaintNeeded, this, qOverload<>(&QWidget::update));
    connect(&layer, &AnnotationLayer::stateChanged, this, [this] { updateCursor(mapFromGlobal(QCursor::pos())); });
    connect(&layer, &AnnotationLayer::textWanted, this, &PlayerView::editText);
}

void PlayerView::setPicture(const ViewedPicture &picture)
{
    m_picture = picture;
    update();
}

void PlayerView::setCompared(const ViewedPicture &picture)
{
    m_compared = picture;
    if (m_comparison != Comparison::None) update();
}

void PlayerView::setComparison(Comparison comparison)
{
    m_comparison = comparison;
    update();
}

void PlayerView::setMessage(const QString &message, bool isFault)
{
    m_message = message;
    m_messageIsFault = isFault;
    setAccessibleDescription(message);
    update();
}

void PlayerView::setBadges(const QString &left, const QString &right)
{
    m_leftBadge = left;
    m_rightBadge = right;
    update();
}

void PlayerView::setSurround(const QColor &colour)
{
    m_surround = colour;
    update();
}

void PlayerView::setMoving(bool isMoving)
{
    m_isMoving = isMoving;
    update();
}

QRectF PlayerView::areaOf(bool isCompared) const
{
    if (m_comparison != Comparison::SideBySide) return rect();
    const double half = width() / 2.0;
    return isCompared ? QRectF(0, 0, half - 1, height()) : QRectF(half + 1, 0, half - 1, height());
}

QRectF PlayerView::fitted(const QSize &size, const QRectF &area) const
{
    if (size.isEmpty()) return area;
    const double scale = std::min(area.width() / size.width(), area.height() / size.height()) * m_zoom;
    const QSizeF shown = QSizeF(size) * scale;
    return {area.center() + m_pan - QPointF(shown.width(), shown.height()) / 2, shown};
}

QRectF PlayerView::rectOf(const ViewedPicture &picture, const QRectF &area) const
{
    return fitted(picture.size, area);
}

QRectF PlayerView::pictureRect() const
{
    return rectOf(m_picture, areaOf(false));
}

QTransform PlayerView::pictureToView() const
{
    const QRectF shown = pictureRect();
    const QSizeF size = m_picture.size.isEmpty() ? QSizeF(1920, 1080) : QSizeF(m_picture.size);
    QTransform transform;
    transform.translate(shown.left(), shown.top());
    transform.scale(shown.width() / size.width(), shown.height() / size.height());
    return transform;
}

QPointF PlayerView::toPicture(const QPointF &position) const
{
    return pictureToView().inverted().map(position);
}

double PlayerView::screenUnit() const
{
    return 1 / std::max(1e-6, pictureToView().m11());
}

void PlayerView::zoomAt(const QPointF &position, double factor)
{
    const double before = m_zoom;
    m_zoom = std::clamp(m_zoom * factor, leastZoom, mostZoom);
    // The point under the pointer stays where it is.
    const QPointF fromMiddle = position - areaOf(false).center();
    m_pan = fromMiddle - (fromMiddle - m_pan) * (m_zoom / before);
    update();
    Q_EMIT zoomChanged();
}

void PlayerView::resetZoom()
{
    m_zoom = 1;
    m_pan = {};
    update();
    Q_EMIT zoomChanged();
}

double PlayerView::wipeX() const
{
    const QRectF shown = pictureRect();
    return shown.left() + m_wipe * shown.width();
}

bool PlayerView::isOverWipe(const QPointF &position) const
{
    return m_comparison == Comparison::Wipe && std::abs(position.x() - wipeX()) <= wipeReach;
}

void PlayerView::mousePressEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    m_pressedAt = at;
    m_panAtPress = m_pan;
    const bool pans = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && event->modifiers() & Qt::AltModifier);
    if (pans)
        m_drag = Drag::Pan;
    else if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    else if (isOverWipe(at))
        m_drag = Drag::Wipe;
    else if (m_layer.tool() == DrawTool::None || m_picture.size.isEmpty()) {
        m_drag = Drag::Scrub;
        Q_EMIT scrubBegan();
    } else {
        m_drag = Drag::Draw;
        m_layer.press(toPicture(at), screenUnit());
    }
    event->accept();
    updateCursor(at);
}

void PlayerView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    switch (m_drag) {
    case Drag::None: updateCursor(at); break;
    case Drag::Pan:
        m_pan = m_panAtPress + at - m_pressedAt;
        update();
        break;
    case Drag::Wipe:
        m_wipe = std::clamp((at.x() - pictureRect().left()) / std::max(1.0, pictureRect().width()), 0.0, 1.0);
        update();
        Q_EMIT wipeMoved(m_wipe);
        break;
    case Drag::Scrub: Q_EMIT scrubbed(int(at.x() - m_pressedAt.x()), event->modifiers() & Qt::ShiftModifier); break;
    case Drag::Draw: m_layer.move(toPicture(at), screenUnit(), event->modifiers()); break;
    }
}

void PlayerView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Draw) m_layer.release();
    m_drag = Drag::None;
    updateCursor(event->position());
}

void PlayerView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_layer.tool() == DrawTool::None || m_layer.tool() == DrawTool::Select)
        resetZoom();
    else
        mousePressEvent(event); // two quick strokes are two strokes
}

void PlayerView::wheelEvent(QWheelEvent *event)
{
    // Without Ctrl the wheel belongs to what the view lies in.
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    zoomAt(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
    event->accept();
}

void PlayerView::leaveEvent(QEvent *event)
{
    unsetCursor();
    QWidget::leaveEvent(event);
}

void PlayerView::updateCursor(const QPointF &position)
{
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_drag == Drag::Wipe || isOverWipe(position))
        setCursor(Qt::SplitHCursor);
    else if (m_layer.tool() == DrawTool::None || m_layer.tool() == DrawTool::Select)
        setCursor(Qt::ArrowCursor);
    else
        setCursor(m_layer.tool() == DrawTool::Text ? Qt::IBeamCursor : Qt::CrossCursor);
}

void PlayerView::editText(const QPointF &at)
{
    auto *editor = new QLineEdit(this);
    m_textEditor = editor;
    editor->setAccessibleName(tr("Text on the picture"));
    editor->setPlaceholderText(tr("Text"));
    QFont font = ui::textFont(ui::TextRole::Base);
    font.setPixelSize(std::clamp(int(m_layer.textHeight() / screenUnit()), 12, 60));
    editor->setFont(font);
    const QPoint corner = pictureToView().map(at).toPoint();
    editor->setGeometry(
        corner.x() - 6, corner.y() - 4, std::clamp(width() - corner.x(), 140, 320), editor->sizeHint().height());
    connect(editor, &QLineEdit::editingFinished, this, [this, editor, at] {
        if (m_textEditor != editor) return; // closing it gives up the focus, which finishes a second time
        m_textEditor.clear();
        m_layer.addText(at, editor->text());
        editor->hide();
        editor->deleteLater();
        setFocus();
    });
    editor->show();
    editor->setFocus();
}

void PlayerView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_surround);
    paintPictures(painter);
    if (!m_picture.image.isNull()) m_layer.paint(painter, pictureToView());
    if (m_comparison == Comparison::Wipe && !m_compared.image.isNull()) paintWipe(painter);
    paintLabels(painter);
    paintMessage(painter);
}

void PlayerView::paintPictures(QPainter &painter)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF compared = rectOf(m_compared, areaOf(true));
    switch (m_comparison) {
    case Comparison::None: paintImage(painter, m_picture, pictureRect(), m_scaled, m_scaledKey); return;
    case Comparison::SideBySide:
        painter.setClipRect(areaOf(true));
        paintImage(painter, m_compared, compared, m_scaledCompared, m_scaledComparedKey);
        painter.setClipRect(areaOf(false));
        paintImage(painter, m_picture, pictureRect(), m_scaled, m_scaledKey);
        break;
    case Comparison::Wipe: {
        const double x = wipeX();
        painter.setClipRect(QRectF(0, 0, x, height()));
        paintImage(painter, m_compared, compared, m_scaledCompared, m_scaledComparedKey);
        painter.setClipRect(QRectF(x, 0, width() - x, height()));
        paintImage(painter, m_picture, pictureRect(), m_scaled, m_scaledKey);
        break;
    }
    }
    painter.setClipping(false);
}

void PlayerView::paintImage(
    QPainter &painter, const ViewedPicture &picture, const QRectF &where, QImage &scaled, qint64 &scaledKey)
{
    if (picture.image.isNull()) return;
    const QSize pixels = (where.size() * devicePixelRatioF()).toSize();
    const bool isSmaller = pixels.width() < picture.image.width() && pixels.height() > 0;
    if (m_isMoving || !isSmaller || pixels.width() > 4 * width() * devicePixelRatioF()) {
        // Enlarged far, each pixel is to be seen as it is.
        painter.setRenderHint(QPainter::SmoothPixmapTransform, where.width() < 4.0 * picture.image.width());
        painter.drawImage(where, picture.image);
        return;
    }
    if (scaledKey != picture.image.cacheKey() || scaled.size() != pixels) {
        scaled = picture.image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        scaledKey = picture.image.cacheKey();
    }
    painter.drawImage(where, scaled);
}

void PlayerView::paintWipe(QPainter &painter) const
{
    const QRectF shown = pictureRect() & QRectF(rect());
    const double x = wipeX();
    painter.save();
    ui::crisp::vertical(painter, x - 0.5, shown.top(), shown.bottom(), QColor(0, 0, 0, 150), 3);
    QPen line(Qt::white, 1);
    line.setDashPattern({5, 2});
    painter.setPen(line);
    painter.drawLine(QPointF(x + 0.5, shown.top()), QPointF(x + 0.5, shown.bottom()));
    const QPointF grip(x + 0.5, shown.top() + shown.height() * 0.84);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(plate);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawEllipse(grip, 15, 15);
    ui::icons::paint(painter, QStringLiteral("left"), QRectF(grip.x() - 13, grip.y() - 7, 14, 14), Qt::white);
    ui::icons::paint(painter, QStringLiteral("right"), QRectF(grip.x() - 1, grip.y() - 7, 14, 14), Qt::white);
    painter.restore();
}

void PlayerView::paintBadge(
    QPainter &painter, const QString &text, const QRectF &inside, Qt::Alignment side, const QColor &colour) const
{
    if (text.isEmpty()) return;
    painter.setFont(ui::textFont(ui::TextRole::Small, QFont::DemiBold));
    const double wide = painter.fontMetrics().horizontalAdvance(text) + 16;
    const double x = side & Qt::AlignRight ? inside.right() - 10 - wide : inside.left() + 10;
    const QRectF box(x, inside.top() + 10, wide, 22);
    ui::crisp::fillRound(painter, box, 4, plate);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, text);
}

void PlayerView::paintLabels(QPainter &painter) const
{
    const QRectF shown = pictureRect() & QRectF(rect());
    const QColor bright(0xec, 0xec, 0xec);
    if (m_comparison == Comparison::None) {
        paintBadge(painter, m_leftBadge, shown, Qt::AlignLeft, bright);
        paintBadge(painter, m_rightBadge, shown, Qt::AlignRight, QColor(0xff, 0xd2, 0x3f));
        return;
    }
    const QRectF left = m_comparison == Comparison::Wipe ? shown : rectOf(m_compared, areaOf(true)) & QRectF(rect());
    const auto named = [](const QString &side, const QString &label) {
        return label.isEmpty() ? side : side + QStringLiteral("  ") + label;
    };
    paintBadge(painter, named(tr("A"), m_compared.label), left, Qt::AlignLeft, bright);
    paintBadge(painter, named(tr("B"), m_picture.label), shown, Qt::AlignRight, bright);
}

void PlayerView::paintMessage(QPainter &painter) const
{
    if (m_message.isEmpty()) return;
    painter.setFont(ui::textFont(ui::TextRole::Base));
    const QRect words = painter.fontMetrics().boundingRect(
        rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    if (!m_picture.image.isNull()) ui::crisp::fillRound(painter, words.adjusted(-12, -8, 12, 8), 6, plate);
    // The surround is dark, or grey, in both themes.
    painter.setPen(m_messageIsFault ? ui::Palette::dark().bad : QColor(0xb2, 0xb2, 0xb2));
    painter.drawText(rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

} // namespace callboard::ui
