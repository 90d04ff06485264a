// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mytasks/TaskCards.h"

#include "ui/mytasks/MyTask.h"
#include "ui/mytasks/TaskChoice.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Boxes.h"
#include "ui/parts/Marks.h"
#include "ui/parts/StatusChip.h"
#include "ui/tasks/TaskFacts.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QPainter>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 8; // below a card
constexpr int pictureHeight = 100;
constexpr int side = 10;
constexpr int barWidth = 54;
constexpr QSize rowPicture{64, 36};

void drawText(QPainter &painter, const QRect &where, const QFont &font, const QColor &ink, const QString &text,
    Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(where, static_cast<int>(alignment | Qt::AlignVCenter),
        painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
}

QPixmap pictureOf(OpenedStudio &studio, const MyTask &task, bool large)
{
    if (task.previewId.isEmpty()) return {};
    const QString path =
        large ? PictureStore::previewPath(task.previewId) : PictureStore::thumbnailPath(task.previewId);
    return studio.pictures().picture(path);
}

/// Returns the width that it took.
int paintDue(QPainter &painter, const QRect &where, const MyTask &task, bool isDone)
{
    if (!task.due.isValid()) return 0;
    const Palette &palette = colours();
    const bool late = isLate(task.due, isDone);
    const QColor ink = late ? palette.bad : palette.text2;
    icons::paint(painter, late ? u"warning"_s : u"calendar"_s,
        QRectF(where.left(), where.center().y() - 6, metrics::smallIcon, metrics::smallIcon), ink);
    const QFont font = textFont(TextRole::Secondary, late ? QFont::DemiBold : QFont::Normal);
    drawText(painter, where.adjusted(19, 0, 0, 0), font, ink, dayWords(task.due));
    return 19 + QFontMetrics(font).horizontalAdvance(dayWords(task.due)) + 8;
}

/// Bar and words, from the trailing edge.
void paintTime(QPainter &painter, const QRect &where, const MyTask &task)
{
    if (task.estimation <= 0 && task.spent <= 0) return;
    const Palette &palette = colours();
    const bool isOver = task.estimation > 0 && task.spent > task.estimation;
    const QString words = spentWords(task.spent, task.estimation);
    const QFont font = textFont(TextRole::Secondary, isOver ? QFont::DemiBold : QFont::Normal);
    const int wide = QFontMetrics(font).horizontalAdvance(words) + 2;
    drawText(painter, where.adjusted(where.width() - wide, 0, 0, 0), font, isOver ? palette.bad : palette.text2, words,
        Qt::AlignRight);
    const int free = std::min(barWidth, where.width() - wide - 8);
    if (free < barWidth / 3) return; // too narrow to say anything
    const QRectF bar(where.right() - wide - 8 - free, where.center().y() - 1, free, 4);
    crisp::fillRound(painter, bar, 2, palette.bg0);
    const double part = task.estimation > 0 ? std::min(1.0, task.spent / task.estimation) : 1.0;
    if (part > 0)
        crisp::fillRound(
            painter, QRectF(bar.topLeft(), QSizeF(bar.width() * part, 4)), 2, isOver ? palette.bad : palette.accent);
}

void paintCardPicture(QPainter &painter, const QRect &where, const QPixmap &picture)
{
    painter.save();
    painter.setClipRect(where);
    if (picture.isNull()) {
        crisp::fill(painter, where, colours().bg4);
        icons::paint(painter, u"picture"_s, QRectF(where.center() - QPointF(14, 14), QSizeF(28, 28)), colours().text3);
    } else {
        QSizeF size = picture.size();
        size.scale(QSizeF(where.size()), Qt::KeepAspectRatioByExpanding);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(QRectF(QPointF(where.center()) - QPointF(size.width() / 2, size.height() / 2), size),
            picture, picture.rect());
    }
    painter.restore();
}

void paintRowHead(QPainter &painter, const TaskRowCells &cells, OpenedStudio &studio, const MyTask &task)
{
    const Palette &palette = colours();
    const QPixmap picture = pictureOf(studio, task, false);
    if (picture.isNull())
        paintAwaitedThumbnail(painter, cells.picture);
    else
        paintThumbnail(painter, cells.picture, picture);
    const int half = cells.name.height() / 2;
    const bool isTwoLines = !task.description.isEmpty();
    drawText(painter, isTwoLines ? cells.name.adjusted(0, 4, 0, -half + 2) : cells.name,
        textFont(TextRole::Base, QFont::DemiBold), palette.text, task.fullName());
    if (isTwoLines)
        drawText(painter, cells.name.adjusted(0, half - 2, 0, -4), textFont(TextRole::Secondary), palette.text2,
            task.description);
}

} // namespace

TaskCardDelegate::TaskCardDelegate(OpenedStudio &studio, const TaskChoice &tasks, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_studio(studio)
    , m_tasks(tasks)
{}

QSize TaskCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int words = lineHeight(TextRole::Base) + 2 * lineHeight(TextRole::Secondary) + 24;
    return {0, words + (m_hasPictures ? pictureHeight : 0) + gap};
}

void TaskCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = colours();
    const MyTask &task = m_tasks.task(index);
    const DirectoryTaskType *type = m_studio.directory().taskType(task.taskTypeId);
    const DirectoryStatus *status = m_studio.directory().status(task.statusId);
    const QRect card = option.rect.adjusted(0, 0, 0, -gap);
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    crisp::box(*painter, card, metrics::controlRadius, isHovered ? palette.bg4 : palette.bg3,
        isChosen ? palette.accent : palette.line2);
    int top = card.top() + 8;
    if (m_hasPictures) {
        const QRect picture(card.left() + 1, card.top() + 1, card.width() - 2, pictureHeight);
        paintCardPicture(*painter, picture, pictureOf(m_studio, task, true));
        if (task.priority > 0) {
            const QRect mark(picture.right() - 26, picture.top() + 6, 20, 20);
            crisp::fillRound(*painter, mark, metrics::pictureRadius, QColor(0x11, 0x11, 0x11, 0xd8));
            paintPriority(*painter, mark.adjusted(5, 0, 0, 0), task.priority);
        }
        top += pictureHeight;
    }
    if (task.isUnsent) paintUnsentMark(*painter, card);
    const QRect first(card.left() + side, top, card.width() - 2 * side, lineHeight(TextRole::Base));
    const QString typeName = type ? type->name : QString();
    const int typeWide = QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(typeName) + 8;
    const int bar = paintTaskTypeBar(*painter, first, type ? type->colour : palette.line2);
    drawText(*painter, first.adjusted(bar, 0, -typeWide, 0), textFont(TextRole::Base, QFont::DemiBold), palette.text,
        task.fullName());
    drawText(*painter, first, textFont(TextRole::Secondary), palette.text2, typeName, Qt::AlignRight);
    const QRect second(first.left(), first.bottom() + 1, first.width(), lineHeight(TextRole::Secondary));
    drawText(*painter, second, textFont(TextRole::Secondary), palette.text2,
        task.description.isEmpty() ? task.productionName : task.description);
    const QRect third = second.translated(0, second.height() + 6);
    const int taken = paintDue(*painter, third, task, status && status->isDone);
    paintTime(*painter, third.adjusted(taken, 0, 0, 0), task);
    if (isChosen) crisp::outline(*painter, card, metrics::controlRadius, 2, palette.accent);
    painter->restore();
}

TaskRowCells TaskRowCells::in(const QRect &row)
{
    TaskRowCells cells;
    int left = row.left() + 12;
    const auto take = [&](int width) {
        const QRect cell(left, row.top(), width, row.height());
        left += width + 12;
        return cell;
    };
    cells.picture = QRect(QPoint(left, row.center().y() - rowPicture.height() / 2 + 1), rowPicture);
    left += rowPicture.width() + 12;
    // Fixed columns from the trailing edge; the name and the last words share the rest.
    const int fixed = 150 + 130 + 110 + 120 + 140 + 7 * 12;
    const int rest = std::max(160, row.right() - left - fixed);
    const bool hasWords = rest > 420;
    cells.name = take(hasWords ? rest * 45 / 100 : rest);
    cells.production = take(150);
    cells.type = take(130);
    cells.status = take(110);
    cells.due = take(120);
    cells.time = take(140);
    cells.words = QRect(left, row.top(), std::max(0, row.right() - left - 12), row.height());
    return cells;
}

TaskRowDelegate::TaskRowDelegate(OpenedStudio &studio, const TaskChoice &tasks, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_studio(studio)
    , m_tasks(tasks)
{}

QSize TaskRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, std::max(metrics::rowSize(metrics::Density::Normal).height, 2 * lineHeight(TextRole::Secondary) + 12)};
}

void TaskRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = colours();
    const MyTask &task = m_tasks.task(index);
    const DirectoryTaskType *type = m_studio.directory().taskType(task.taskTypeId);
    const DirectoryStatus *status = m_studio.directory().status(task.statusId);
    const TaskRowCells cells = TaskRowCells::in(option.rect);
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    crisp::fill(*painter, option.rect,
        isChosen                                     ? palette.selRow
            : option.state & QStyle::State_MouseOver ? palette.bg3
                                                     : palette.bg2);
    if (isChosen)
        crisp::fill(*painter, QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), palette.accent);
    crisp::horizontal(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(), palette.line);
    paintRowHead(*painter, cells, m_studio, task);
    if (task.isUnsent) paintUnsentMark(*painter, option.rect);
    drawText(*painter, cells.production, textFont(TextRole::Secondary), palette.text2, task.productionName);
    const int bar = paintTaskTypeBar(*painter, cells.type, type ? type->colour : palette.line2);
    drawText(*painter, cells.type.adjusted(bar, 0, 0, 0), textFont(TextRole::Secondary), palette.text,
        type ? type->name : QString());
    if (status) {
        const QRect chip = paintChip(*painter, cells.status, *status);
        paintPriority(*painter, cells.status.adjusted(chip.width() + 6, 0, 0, 0), task.priority);
    }
    paintDue(*painter, cells.due, task, status && status->isDone);
    paintTime(*painter, cells.time, task);
    if (cells.words.width() > 60 && !task.lastWords.isEmpty()) {
        const QString author = m_studio.directory().look(task.lastAuthorId).name.section(u' ', 0, 0);
        QString words = task.lastWords;
        words.replace(u'\n', u' ');
        drawText(*painter, cells.words, textFont(TextRole::Secondary), palette.text2,
            author.isEmpty() ? words : author + u": "_s + words);
    }
    painter->restore();
}

} // namespace callboard::ui
