// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NotificationDelegate.h"

#include "ui/notifications/NotificationsModel.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Avatar.h"
#include "ui/parts/Marks.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int faceSize = 28;
constexpr int side = 16;

/// From the trailing edge; returns what is left of the line.
QRect takeEnd(const QRect &line, int width)
{
    return line.adjusted(0, 0, -width - 12, 0);
}

} // namespace

NotificationDelegate::NotificationDelegate(
    OpenedStudio &studio, const NotificationsModel &all, const NotificationChoice &choice, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_studio(studio)
    , m_all(all)
    , m_choice(choice)
{}

QSize NotificationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, lineHeight(TextRole::Base) + lineHeight(TextRole::Secondary) + 22};
}

void NotificationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = colours();
    const StudioNotification &notification = m_choice.notification(index);
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    crisp::fill(*painter, option.rect,
        isChosen                                     ? palette.selRow
            : option.state & QStyle::State_MouseOver ? palette.bg3
                                                     : palette.bg2);
    crisp::horizontal(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(), palette.line);
    if (!notification.isRead) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.accent);
        painter->drawEllipse(QRectF(option.rect.left() + 6, option.rect.center().y() - 3, 6, 6));
    }
    const QRect all = option.rect.adjusted(side + 4, 8, -side, -8);
    paintAvatar(*painter, QPointF(all.left(), all.center().y() - faceSize / 2), faceSize,
        m_studio.directory().look(notification.authorId));
    QRect first(all.left() + faceSize + 12, all.top(), all.width() - faceSize - 12, lineHeight(TextRole::Base));
    const QRect second(first.left(), first.bottom() + 2, first.width(), lineHeight(TextRole::Secondary));

    const QString when = momentWords(notification.moment, QDateTime::currentDateTime());
    painter->setFont(textFont(TextRole::Secondary));
    painter->setPen(palette.text2);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignRight, when);
    first = takeEnd(first, painter->fontMetrics().horizontalAdvance(when));
    if (const DirectoryStatus *status = m_studio.directory().status(notification.statusId)) {
        const int wide = chipSize(*status).width();
        paintChip(*painter, QRect(first.right() - wide, first.top(), wide + 1, first.height()), *status);
        first = takeEnd(first, wide);
    }
    painter->setFont(textFont(TextRole::Base, notification.isRead ? QFont::Normal : QFont::DemiBold));
    painter->setPen(palette.text);
    const QString sentence =
        painter->fontMetrics().elidedText(m_all.sentence(notification), Qt::ElideRight, first.width() - 130);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft, sentence);
    first.setLeft(first.left() + painter->fontMetrics().horizontalAdvance(sentence) + 14);
    if (const DirectoryTaskType *type = m_studio.directory().taskType(notification.taskTypeId);
        type && first.width() > 40) {
        first.setLeft(first.left() + paintTaskTypeBar(*painter, first, type->colour));
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(palette.text2);
        painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(type->name, Qt::ElideRight, first.width()));
    }
    QString words = notification.words;
    words.replace(u'\n', u' ');
    painter->setFont(textFont(TextRole::Secondary));
    painter->setPen(words.isEmpty() ? palette.text3 : palette.text2);
    painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(
            words.isEmpty() ? notification.productionName : words, Qt::ElideRight, second.width()));
    painter->restore();
}

} // namespace callboard::ui
