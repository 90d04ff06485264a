// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/BellButton.h"

#include "ui/openstudio/StudioDirectory.h"
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
constexpr int most = 99; // more are "99+"
}

BellButton::BellButton(StudioDirectory &directory, QWidget *parent)
    : QAbstractButton(parent)
{
    setFixedSize(36, 32);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&directory, &StudioDirectory::notificationsChanged, this, &BellButton::setUnread);
    setUnread(directory.unreadNotifications());
}

void BellButton::setUnread(int unread)
{
    m_unread = unread;
    const QString words = unread > 0 ? tr("Notifications, %n unread", nullptr, unread) : tr("Notifications");
    setAccessibleName(words);
    setTip(this, words);
    update();
}

void BellButton::paintEvent(QPaintEvent *)
{
    const Palette &palette = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        crisp::fillRound(painter, rect(), metrics::controlRadius, isDown() ? palette.bg0 : palette.bg4);
    icons::paint(
        painter, u"bell"_s, QRectF(8, height() / 2.0 - 9, 18, 18), underMouse() ? palette.text : palette.text2);
    if (m_unread > 0) {
        painter.setFont(textFont(TextRole::Small, QFont::DemiBold));
        const QString count = m_unread > most ? tr("%1+").arg(most) : QString::number(m_unread);
        const int wide = std::max(15, painter.fontMetrics().horizontalAdvance(count) + 7);
        const QRectF badge(width() - wide - 1, 1, wide, 15);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.accent);
        painter.drawRoundedRect(badge, 7.5, 7.5);
        painter.setPen(palette.onAccent);
        painter.drawText(badge, Qt::AlignCenter, count);
    }
    if (hasFocus()) crisp::outline(painter, rect(), metrics::controlRadius, 2, palette.accent);
}

} // namespace callboard::ui
