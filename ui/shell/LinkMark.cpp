// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/LinkMark.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/shell/WaitingSheet.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QString linkWords(StudioGateway::Link link)
{
    switch (link) {
    case StudioGateway::Link::Live: return LinkMark::tr("Live");
    case StudioGateway::Link::Connecting: return LinkMark::tr("Connecting");
    case StudioGateway::Link::Offline: return LinkMark::tr("Offline");
    }
    return {};
}

} // namespace

LinkMark::LinkMark(OpenedStudio &studio, QWidget *parent)
    : QAbstractButton(parent)
    , m_studio(studio)
{
    setObjectName(u"link-mark"_s);
    setFocusPolicy(Qt::TabFocus);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, &LinkMark::showState);
    connect(&studio.outbox(), &Outbox::changed, this, &LinkMark::showState);
    connect(this, &QAbstractButton::clicked, this, [this] { (new WaitingSheet(m_studio.outbox(), this))->open(); });
    showState();
}

void LinkMark::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    showState();
}

void LinkMark::showState()
{
    const StudioGateway::Link link = m_studio.gateway().link();
    const Outbox &outbox = m_studio.outbox();
    const QString waiting = waitingWords(outbox);
    QStringList words{linkWords(link)};
    // While the link is live, what waits says more than that.
    if (!waiting.isEmpty() && link == StudioGateway::Link::Live) words.clear();
    if (!waiting.isEmpty()) words << waiting;
    const QString whole = words.join(u" · "_s);
    if (m_isNarrow && !waiting.isEmpty()) words.last() = QString::number(outbox.changes().size());
    setText(words.join(u" · "_s));
    setAccessibleName(tr("Connection: %1").arg(whole));
    setTip(this, waiting.isEmpty() ? linkWords(link) : tr("%1: show them").arg(whole));
    updateGeometry();
    update();
}

bool LinkMark::isWarning() const
{
    return m_studio.gateway().link() == StudioGateway::Link::Offline || !m_studio.outbox().changes().isEmpty();
}

QSize LinkMark::sizeHint() const
{
    return {QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(text()) + 28, metrics::control};
}

void LinkMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = colours();
    const bool isLive = m_studio.gateway().link() == StudioGateway::Link::Live;
    const QRectF box = QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5);
    if (isWarning() || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(palette.accent, 2) : QPen(isWarning() ? palette.warn : Qt::transparent, 1));
        painter.setBrush(underMouse() ? QBrush(palette.bg4) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box, metrics::chipRadius, metrics::chipRadius);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(isLive && !isWarning() ? palette.ok : palette.warn);
    painter.drawEllipse(QRectF(8, height() / 2.0 - 3, 6, 6));
    painter.setPen(isLive && !isWarning() ? palette.text2 : palette.warn);
    painter.setFont(textFont(TextRole::Secondary));
    painter.drawText(rect().adjusted(20, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace callboard::ui
