// SPDX-License-Identifier: GPL-3.0-or-later
// The look of a column of the board: head with its sums, and what would happen to a card held above it.
#include "ui/mytasks/MyTask.h"
#include "ui/mytasks/TaskBoard.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QPainter>

namespace callboard::ui {

void BoardColumn::paintEvent(QPaintEvent *)
{
    const Palette &palette = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    crisp::box(painter, rect(), metrics::controlRadius, m_isTarget ? palette.selRow : palette.bg1,
        m_isTarget         ? palette.accent
            : m_isRefusing ? palette.bad
                           : palette.line);
    if (m_isTarget) crisp::outline(painter, rect(), metrics::controlRadius, 2, palette.accent);
    const QRect head(12, 0, width() - 24, metrics::columnHeader);
    crisp::horizontal(painter, 1, width() - 1, metrics::columnHeader, palette.line);
    const DirectoryStatus *status = m_studio.directory().status(m_statusId);
    if (!status) return;
    paintStatusGlyph(painter, QRectF(head.left(), head.center().y() - 7, 14, 14), *status, 14);
    QRect words = head.adjusted(22, 0, 0, 0);
    if (!m_dropWords.isEmpty()) {
        painter.setFont(textFont(TextRole::Secondary, QFont::DemiBold));
        painter.setPen(m_isRefusing ? palette.bad : palette.accentText);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(m_dropWords, Qt::ElideRight, words.width()));
        return;
    }
    const QString sums = m_choice->estimation() > 0 ? workWords(m_choice->estimation()) : QString();
    painter.setFont(textFont(TextRole::Small));
    painter.setPen(palette.text2);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, sums);
    words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(sums) - 8);
    const QString count = QString::number(m_choice->rowCount());
    painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
    const QString name = painter.fontMetrics().elidedText(status->name, Qt::ElideRight, words.width() - 28);
    painter.setPen(palette.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, name);
    words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(name) + 8);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(palette.text3);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, count);
}

} // namespace callboard::ui
