// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/SidePanel.h"

#include "ui/parts/Label.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr int headHeight = 44, edgeWidth = 5, moves = 120;

/// The edge that is dragged: 1 px to see, 5 px to grasp.
class Edge : public QWidget
{
public:
    explicit Edge(QWidget *parent)
        : QWidget(parent)
    {
        setCursor(Qt::SplitHCursor);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        crisp::vertical(painter, edgeWidth / 2, 0, height(), underMouse() ? colours().accent : colours().line,
            underMouse() ? 2 : 1);
    }
};

/// Clear, and takes the click that closes the drawer.
class Veil : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QColor dim = colours().dim;
        dim.setAlphaF(dim.alphaF() / 2);
        painter.fillRect(rect(), dim);
    }
};

} // namespace

Panel::Panel(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_title(new Label(title, TextRole::PanelTitle))
    , m_subtitle(new Label({}, TextRole::Base, Tone::Secondary))
    , m_close(new QToolButton)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    head->setLayout(m_head);
    m_head->setContentsMargins(metrics::panelPadding, 0, 6, 0);
    m_head->setSpacing(8);
    m_title->setTextFormat(Qt::PlainText); // names of shots and types may hold anything
    m_subtitle->setTextFormat(Qt::PlainText);
    m_head->addWidget(m_title);
    m_head->addWidget(m_subtitle);
    m_head->addStretch();
    m_close->setIcon(icons::icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    setTip(m_close, tr("Close the panel"), tr("Esc"));
    connect(m_close, &QToolButton::clicked, this, &Panel::closeAsked);
    m_head->addWidget(m_close);
    m_layout->addWidget(head);
    m_layout->addWidget(new Separator);
}

void Panel::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Panel::setSubtitle(const QString &words)
{
    m_subtitle->setText(words);
}

void Panel::addToHead(QWidget *widget)
{
    m_head->insertWidget(m_head->count() - 1, widget);
}

void Panel::setClosable(bool on)
{
    m_close->setVisible(on);
}

void Panel::setContent(QWidget *content)
{
    m_layout->addWidget(content, 1);
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    crisp::fill(painter, rect(), colours().bg1);
}

SidePanelHost::SidePanelHost(QWidget *content, QWidget *panel, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_panel(panel)
    , m_edge(new Edge(this))
    , m_veil(new Veil(this))
    , m_motion(this, "opened")
    , m_usual(metrics::taskPanel)
    , m_least(metrics::taskPanelMin)
    , m_most(metrics::taskPanelMax)
    , m_width(m_usual)
    , m_drawerBelow(metrics::panelToDrawer)
{
    m_content->setParent(this);
    m_panel->setParent(this);
    m_edge->installEventFilter(this);
    m_veil->installEventFilter(this);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QPropertyAnimation::finished, this, &SidePanelHost::arrange);
    if (auto *titled = qobject_cast<Panel *>(panel))
        connect(titled, &Panel::closeAsked, this, [this] { setOpen(false); });
}

void SidePanelHost::setWidths(int usual, int least, int most)
{
    m_usual = usual, m_least = least, m_most = most;
    setPanelWidth(m_width);
}

void SidePanelHost::setDrawerBelow(int width)
{
    m_drawerBelow = width;
    arrange();
}

void SidePanelHost::setPanelWidth(int width)
{
    m_width = width < m_least || width > m_most ? m_usual : width;
    arrange();
}

void SidePanelHost::setOpen(bool open)
{
    if (open == m_open) return;
    m_open = open;
    m_motion.stop();
    m_motion.setDuration(isVisible() ? Theme::instance().duration(moves) : 0);
    m_motion.setStartValue(m_opened);
    m_motion.setEndValue(open ? 1.0 : 0.0);
    m_motion.start();
    if (!open && m_panel->isAncestorOf(window()->focusWidget())) m_content->setFocus(Qt::OtherFocusReason);
    Q_EMIT openChanged(open);
}

void SidePanelHost::setOpened(double part)
{
    m_opened = part;
    arrange();
}

void SidePanelHost::arrange()
{
    const bool drawer = isDrawer();
    const int shown = qRound(m_width * m_opened);
    const int beside = drawer ? 0 : shown;
    const auto place = [this](QWidget *widget, const QRect &logical) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), logical));
    };
    place(m_content, QRect(0, 0, width() - beside, height()));
    place(m_panel, QRect(width() - shown, 0, m_width, height()));
    place(m_edge, QRect(width() - shown - edgeWidth / 2, 0, edgeWidth, height()));
    m_panel->setVisible(shown > 0);
    m_edge->setVisible(shown > 0);
    m_veil->setGeometry(m_content->geometry());
    m_veil->setVisible(drawer && m_open && shown > 0);
    m_content->lower();
    m_veil->raise();
    m_panel->raise();
    m_edge->raise();
}

void SidePanelHost::resizeEvent(QResizeEvent *)
{
    arrange();
}

void SidePanelHost::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_open && (isDrawer() || m_panel->isAncestorOf(window()->focusWidget())))
        setOpen(false);
    else
        QWidget::keyPressEvent(event);
}

bool SidePanelHost::dragEdge(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        setPanelWidth(m_usual);
        Q_EMIT panelWidthChanged(m_width);
        return true;
    }
    auto *mouse = event->type() == QEvent::MouseMove ? static_cast<QMouseEvent *>(event) : nullptr;
    if (!mouse || !(mouse->buttons() & Qt::LeftButton)) return event->type() == QEvent::MouseButtonPress;
    const int x = mapFromGlobal(mouse->globalPosition().toPoint()).x();
    const int wanted = layoutDirection() == Qt::RightToLeft ? x : width() - x;
    m_width = std::clamp(wanted, m_least, std::min(m_most, std::max(m_least, width() - 40)));
    arrange();
    Q_EMIT panelWidthChanged(m_width);
    return true;
}

bool SidePanelHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edge && dragEdge(event)) return true;
    if (watched == m_veil && event->type() == QEvent::MouseButtonPress) {
        setOpen(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace callboard::ui
