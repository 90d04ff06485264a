// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Sheet.h"

#include "ui/parts/Label.h"
#include "ui/parts/Toast.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace callboard::ui {

namespace {

constexpr int margin = 24, headHeight = 48, r = metrics::rim;

/// Lies over the whole window and lets nothing through.
class Dim : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), colours().dim);
    }
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
    void mouseReleaseEvent(QMouseEvent *event) override { event->accept(); }
    void wheelEvent(QWheelEvent *event) override { event->accept(); }
};

} // namespace

Sheet::Sheet(const QString &title, QWidget *anyInWindow)
    : QFrame(nullptr)
    , m_dim(new Dim(anyInWindow->window()))
    , m_layout(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_subtitle(new Label({}, TextRole::Secondary, Tone::Secondary))
{
    setParent(m_dim);
    m_dim->hide();
    m_dim->window()->installEventFilter(this);
    m_layout->setContentsMargins(r + 1, r + 1, r + 1, r + 1);
    m_layout->setSpacing(0);
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    head->setLayout(m_head);
    m_head->setContentsMargins(20, 0, 12, 0);
    m_head->setSpacing(12);
    m_head->addWidget(new Label(title, TextRole::Section));
    m_head->addWidget(m_subtitle);
    m_head->addStretch();
    auto *cross = new QToolButton;
    cross->setIcon(icons::icon(QStringLiteral("close")));
    cross->setAutoRaise(true);
    setTip(cross, tr("Close"), tr("Esc"));
    connect(cross, &QToolButton::clicked, this, &Sheet::close);
    m_head->addWidget(cross);
    m_layout->addWidget(head);
    m_layout->addWidget(new Separator);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
}

void Sheet::setSubtitle(const QString &words)
{
    m_subtitle->setText(words);
}

void Sheet::addToHead(QWidget *widget)
{
    m_head->insertWidget(m_head->count() - 1, widget);
}

void Sheet::setContent(QWidget *content)
{
    m_layout->insertWidget(2, content, 1);
}

void Sheet::setFoot(QWidget *foot)
{
    m_layout->addWidget(foot);
}

void Sheet::setWanted(const QSize &size)
{
    m_wanted = size;
    arrange();
}

void Sheet::open()
{
    m_before = QApplication::focusWidget();
    arrange();
    m_dim->show();
    m_dim->raise();
    ToastStack::of(m_dim).raise();
    show();
    setFocus(Qt::OtherFocusReason);
    focusNextPrevChild(true);
}

void Sheet::close()
{
    m_dim->hide();
    if (m_before) m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void Sheet::arrange()
{
    QWidget *window = m_dim->window();
    m_dim->setGeometry(window->rect());
    const QSize room = window->size() - QSize(2 * margin, 2 * margin);
    const QSize size = m_wanted.boundedTo(room) + QSize(2 * r, 2 * r);
    setGeometry(QRect(QPoint((window->width() - size.width()) / 2, (window->height() - size.height()) / 2), size));
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_dim->isVisible()) arrange();
    return QFrame::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    // Qt walks through the whole window; here it turns round at the sheet's ends.
    QWidget *start = window()->focusWidget();
    if (!start || !isAncestorOf(start)) start = this;
    for (QWidget *widget = next ? start->nextInFocusChain() : start->previousInFocusChain(); widget != start;
         widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain())
        if (widget != this && isAncestorOf(widget) && widget->focusPolicy() & Qt::TabFocus && widget->isVisible()
            && widget->isEnabled() && !widget->focusProxy()) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return false;
}

void Sheet::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(r, r, -r, -r);
    crisp::rim(painter, box, metrics::paletteRadius, p.rim);
    crisp::box(painter, box, metrics::paletteRadius, p.bg2, p.line2);
}

} // namespace callboard::ui
