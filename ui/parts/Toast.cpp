// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Toast.h"

#include "ui/parts/Label.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

#include <utility>

namespace callboard::ui {

namespace {

constexpr int wide = 600, life = 8000, comes = 120, goes = 160, between = 8, most = 4, edge = 4;
constexpr int r = metrics::rim;

Tone edgeTone(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Ok: return Tone::Ok;
    case NoticeKind::Warning: return Tone::Warning;
    case NoticeKind::Bad: return Tone::Bad;
    case NoticeKind::Plain: break;
    }
    return Tone::Accent;
}

} // namespace

Toast::Toast(const ToastText &text, QWidget *parent)
    : QFrame(parent)
    , m_kind(text.kind)
    , m_stays(text.stays)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(r + edge + 14, r + 12, r + 10, r + 12);
    layout->setSpacing(12);
    const bool warns = text.kind == NoticeKind::Warning || text.kind == NoticeKind::Bad;
    layout->addWidget(
        new IconLabel(warns ? QStringLiteral("warning") : QStringLiteral("check"), 18, edgeTone(text.kind)), 0,
        Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = new Label(text.title, TextRole::Base);
    title->setFont(textFont(TextRole::Base, QFont::DemiBold));
    title->setWordWrap(true);
    words->addWidget(title);
    if (!text.text.isEmpty()) {
        auto *why = new Label(text.text, TextRole::Secondary, Tone::Secondary);
        why->setWordWrap(true);
        words->addWidget(why);
    }
    if (!text.actions.isEmpty()) words->addWidget(actionRow(text));
    layout->addLayout(words, 1);
    auto *cross = new QToolButton;
    cross->setIcon(icons::icon(QStringLiteral("close")));
    cross->setAutoRaise(true);
    setControlSize(cross, ControlSize::Small);
    setTip(cross, tr("Close"), tr("Esc"));
    connect(cross, &QToolButton::clicked, this, &Toast::close);
    layout->addWidget(cross, 0, Qt::AlignTop);
    setAccessibleName(text.title + QStringLiteral(". ") + text.text);
    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &Toast::close);
    if (!text.stays) m_life.start(life);
}

QWidget *Toast::actionRow(const ToastText &text)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 8, 0, 0);
    for (const ToastAction &action : text.actions) {
        auto *button = new QPushButton(action.text);
        setControlSize(button, ControlSize::Small);
        if (!action.keys.isEmpty()) setShortcutHint(button, action.keys);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            if (run) run();
            close();
        });
        layout->addWidget(button);
    }
    layout->addStretch();
    return row;
}

void Toast::close()
{
    m_life.stop();
    auto *away = new QPropertyAnimation(this, "pos", this);
    away->setDuration(Theme::instance().duration(goes));
    away->setEasingCurve(QEasingCurve::OutCubic);
    away->setEndValue(QPoint(pos().x(), parentWidget()->height()));
    connect(away, &QPropertyAnimation::finished, this, [this] {
        hide();
        Q_EMIT gone();
        deleteLater();
    });
    away->start(QAbstractAnimation::DeleteWhenStopped);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(r, r, -r, -r);
    crisp::rim(painter, box, metrics::cardRadius, p.rim);
    crisp::fillRound(painter, box, metrics::cardRadius, p.isDark() ? p.bg3 : p.bg2);
    QPainterPath shape;
    shape.addRoundedRect(box, metrics::cardRadius, metrics::cardRadius);
    painter.setClipPath(shape);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    crisp::fill(painter, QRectF(mirrored ? box.right() - edge : box.left(), box.top(), edge, box.height()),
        toneColour(edgeTone(m_kind)));
    painter.setClipping(false);
    crisp::outline(painter, box, metrics::cardRadius, 1, p.line2);
    crisp::fill(painter, QRectF(mirrored ? box.right() - edge : box.left(), box.top() + 4, edge, box.height() - 8),
        toneColour(edgeTone(m_kind)));
}

void Toast::enterEvent(QEnterEvent *)
{
    // It does not vanish under the pointer.
    m_paused = m_life.isActive();
    m_life.stop();
}

void Toast::leaveEvent(QEvent *)
{
    if (m_paused) m_life.start(life);
    m_paused = false;
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

ToastStack &ToastStack::of(QWidget *widget)
{
    QWidget *window = widget->window();
    if (auto *stack = window->findChild<ToastStack *>(QString(), Qt::FindDirectChildrenOnly)) return *stack;
    return *new ToastStack(window);
}

ToastStack::ToastStack(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    window->installEventFilter(this);
}

Toast *ToastStack::show(const ToastText &text)
{
    m_toasts.removeIf([](const QPointer<Toast> &toast) { return toast.isNull(); });
    if (m_toasts.size() >= most) {
        const auto old =
            std::find_if(m_toasts.begin(), m_toasts.end(), [](const auto &toast) { return !toast->stays(); });
        Toast *giving = old == m_toasts.end() ? m_toasts.first() : *old;
        m_toasts.removeAll(QPointer<Toast>(giving));
        giving->hide();
        giving->deleteLater();
    }
    auto *toast = new Toast(text, m_window);
    m_toasts.append(toast);
    connect(toast, &Toast::gone, this, [this, toast] {
        m_toasts.removeAll(QPointer<Toast>(toast));
        arrange();
    });
    toast->show();
    arrange();
    const QPoint place = toast->pos();
    auto *in = new QPropertyAnimation(toast, "pos", toast);
    in->setDuration(Theme::instance().duration(comes));
    in->setEasingCurve(QEasingCurve::OutCubic);
    in->setStartValue(place + QPoint(0, 24));
    in->setEndValue(place);
    in->start(QAbstractAnimation::DeleteWhenStopped);
    return toast;
}

void ToastStack::clear()
{
    const auto toasts = std::exchange(m_toasts, {});
    for (const QPointer<Toast> &toast : toasts) delete toast;
}

void ToastStack::setBottom(int pixels)
{
    m_bottom = pixels;
    arrange();
}

bool ToastStack::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) arrange();
    return QObject::eventFilter(watched, event);
}

void ToastStack::arrange()
{
    const int width = std::min(wide + 2 * r, m_window->width() - 24);
    int bottom = m_window->height() - m_bottom - 4;
    for (auto i = m_toasts.crbegin(); i != m_toasts.crend(); ++i) {
        Toast *toast = *i;
        if (!toast) continue;
        const int height = toast->layout()->hasHeightForWidth() ? toast->layout()->totalHeightForWidth(width)
                                                                : toast->sizeHint().height();
        toast->setGeometry((m_window->width() - width) / 2, bottom - height, width, height);
        toast->raise();
        bottom -= height - 2 * r + between;
    }
}

} // namespace callboard::ui
