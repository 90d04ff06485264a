// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetPainter.h"

#include "ui/parts/Marks.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace callboard::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SheetPainter)
};

constexpr int padding = 8;
constexpr int pictureGap = 10;
constexpr int priorityGap = 4;

} // namespace

int sheetPictureEnd(metrics::Density density)
{
    return padding + metrics::rowSize(density).picture.width();
}

int sheetRowHeight(metrics::Density density)
{
    const auto row = metrics::rowSize(density);
    const int words =
        row.lines == 1 ? lineHeight(TextRole::Base) : lineHeight(TextRole::Base) + lineHeight(TextRole::Secondary);
    return std::max(row.height, words + 8);
}

int sheetGroupHeight()
{
    return std::max(metrics::groupRow, lineHeight(TextRole::Base) + 10);
}

int sheetHeaderHeight()
{
    return std::max(metrics::columnHeader, lineHeight(TextRole::Secondary) + 18);
}

SheetPainter::SheetPainter(QPainter &painter, const SheetScene &scene)
    : m_painter(painter)
    , m_scene(scene)
    , m_base(textFont(TextRole::Base))
    , m_name(textFont(TextRole::Base, QFont::DemiBold))
    , m_secondary(textFont(TextRole::Secondary))
    , m_small(textFont(TextRole::Small))
    , m_head(textFont(TextRole::Secondary, QFont::Medium))
{}

QRect SheetPainter::cellRect(const SheetScene &scene, int line, int column)
{
    return {scene.columns.leftInView(column, scene.scrolledX),
        sheetHeaderHeight() + scene.lines.top(line) - scene.scrolledY, scene.columns.at(column).width,
        scene.lines.height(line)};
}

QRect SheetPainter::headRect(const SheetScene &scene, int column)
{
    return {scene.columns.leftInView(column, scene.scrolledX), 0, scene.columns.at(column).width, sheetHeaderHeight()};
}

QRect SheetPainter::mirrored(const QRect &rect) const
{
    return m_scene.isMirrored ? QStyle::visualRect(Qt::RightToLeft, QRect(QPoint(), m_scene.size), rect) : rect;
}

void SheetPainter::text(
    const QRect &rect, const QString &words, const QFont &font, const QColor &colour, Qt::Alignment side)
{
    if (words.isEmpty() || rect.width() <= 0) return;
    const auto shown = mirrored(rect);
    m_painter.setFont(font);
    m_painter.setPen(colour);
    const QFontMetrics metrics(font);
    const auto alignment =
        QStyle::visualAlignment(m_scene.isMirrored ? Qt::RightToLeft : Qt::LeftToRight, side | Qt::AlignVCenter);
    const bool fits = metrics.horizontalAdvance(words) <= shown.width();
    m_painter.drawText(shown, int(alignment) | Qt::TextSingleLine,
        fits ? words : metrics.elidedText(words, Qt::ElideRight, shown.width()));
}

void SheetPainter::paint(const QRect &dirty)
{
    m_dirty = mirrored(dirty);
    m_painter.setLayoutDirection(m_scene.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    m_painter.fillRect(dirty, colours().bg2);
    if (m_scene.columns.count() == 0) return;
    paintRows(m_dirty);
    if (m_dirty.top() < sheetHeaderHeight()) paintHeader();
}

void SheetPainter::paintRows(const QRect &dirty)
{
    const int headerHeight = sheetHeaderHeight();
    const int count = m_scene.lines.count();
    if (count == 0) return;
    const int from = std::max(dirty.top(), headerHeight) - headerHeight + m_scene.scrolledY;
    const int to = dirty.bottom() - headerHeight + m_scene.scrolledY;
    const int first = std::max(0, m_scene.lines.lineAt(from));
    const int last = std::min(count - 1, m_scene.lines.lineAt(to));
    const QRect body(0, headerHeight, m_scene.size.width(), m_scene.size.height() - headerHeight);
    const int nameWidth = m_scene.columns.nameWidth();

    m_painter.save();
    m_painter.setClipRect(mirrored(body.adjusted(nameWidth, 0, 0, 0)).intersected(mirrored(dirty)));
    paintScrolledCells(first, last);
    paintSelection();
    m_painter.setClipRect(mirrored(body).intersected(mirrored(dirty)));
    paintNames(first, last);
    for (int line = first; line <= last; ++line) {
        if (!m_scene.lines.line(line).isHead()) continue;
        auto rect = cellRect(m_scene, line, 0);
        rect.setWidth(m_scene.size.width());
        paintGroupHead(m_scene.lines.line(line).group, rect);
    }
    paintDropTarget();
    paintStickyHead(std::max(0, m_scene.lines.lineAt(m_scene.scrolledY)));
    m_painter.restore();
}

QColor SheetPainter::background(int line, int column) const
{
    const auto &palette = colours();
    if (column > 0 && m_scene.selection.contains(line, column)) return palette.sel;
    if (column == 0 && m_scene.selection.hasLine(line)) return palette.selRow;
    return line == m_scene.hoveredLine ? palette.bg3 : palette.bg2;
}

void SheetPainter::paintScrolledCells(int first, int last)
{
    const auto &palette = colours();
    const int width = m_scene.size.width();
    const int contentRight = m_scene.columns.nameWidth() + m_scene.columns.contentWidth() - m_scene.scrolledX;
    for (int line = first; line <= last; ++line) {
        if (m_scene.lines.line(line).isHead()) continue;
        const auto nameRect = cellRect(m_scene, line, 0);
        const QRect row(0, nameRect.top(), width, nameRect.height());
        if (line == m_scene.hoveredLine) m_painter.fillRect(mirrored(row), palette.bg3);
        for (int column = 1; column < m_scene.columns.count(); ++column) {
            const auto rect = cellRect(m_scene, line, column);
            if (rect.left() >= width) break;
            if (rect.right() < nameRect.right() || !isShowing(rect)) continue;
            paintCell(line, column, rect);
        }
        crisp::horizontal(m_painter, 0, width, row.bottom(), palette.line);
    }
    // The lines between columns run through all rows at once; heads of groups are painted over them.
    const int top = cellRect(m_scene, first, 0).top(), bottom = cellRect(m_scene, last, 0).bottom() + 1;
    for (int column = 1; column < m_scene.columns.count(); ++column) {
        const auto edge = mirrored(QRect(cellRect(m_scene, first, column).right(), top, 1, bottom - top));
        if (edge.left() <= contentRight || m_scene.isMirrored)
            crisp::vertical(m_painter, edge.left(), top, bottom, palette.line);
    }
}

void SheetPainter::paintCell(int line, int column, const QRect &rect)
{
    const auto &shown = m_scene.columns.at(column);
    const int row = m_scene.lines.line(line).row;
    const auto fill = background(line, column);
    if (m_scene.selection.contains(line, column)) m_painter.fillRect(mirrored(rect), fill);
    const auto inner = rect.adjusted(0, 0, -1, -1);
    if (shown.key.kind == ColumnKind::Task)
        paintTask(row, shown, inner, fill);
    else
        paintValue(row, shown, inner);
    if (m_scene.model.isPending(row, shown.modelColumn)) paintUnsentMark(m_painter, mirrored(inner));
}

void SheetPainter::paintTask(int row, const ShownColumn &shown, const QRect &rect, const QColor &background)
{
    const auto *task = m_scene.model.task(row, shown.modelColumn);
    const auto &palette = colours();
    if (!task) {
        text(rect, QStringLiteral("–"), m_base, palette.text3, Qt::AlignHCenter);
        return;
    }
    const auto *status = m_scene.model.status(task->statusId);
    if (shown.isMinimised) {
        if (status) paintStatusGlyph(m_painter, mirrored(rect), *status);
        return;
    }
    QRect room = rect.adjusted(padding, 0, -padding, 0);
    const bool isRoomy = rect.width() >= minimumColumnWidth(ColumnKind::Task);
    if (!task->assigneeIds.isEmpty() && isRoomy) {
        QList<PersonLook> people;
        for (const auto &id : task->assigneeIds)
            if (const auto person = m_scene.people.constFind(id); person != m_scene.people.constEnd())
                people << *person;
        const int taken = paintAvatars(m_painter, mirrored(room), people, background);
        room.setRight(room.right() - taken - priorityGap);
    }
    if (status) {
        m_painter.save();
        m_painter.setClipRect(mirrored(room), Qt::IntersectClip);
        const auto chip = paintChip(m_painter, mirrored(room), *status);
        m_painter.restore();
        room.setLeft(room.left() + chip.width() + priorityGap);
    }
    if (task->priority > 0 && room.width() >= 10) paintPriority(m_painter, mirrored(room), task->priority);
    if (task->isUnread) paintUnreadMark(m_painter, mirrored(rect));
}

void SheetPainter::paintValue(int row, const ShownColumn &shown, const QRect &rect)
{
    if (shown.isMinimised) return;
    const auto words = m_scene.model.cellText(row, shown.modelColumn);
    const auto room = rect.adjusted(padding, 0, -padding, 0);
    const auto &column = m_scene.model.columns()[size_t(shown.modelColumn)];
    switch (shown.key.kind) {
    case ColumnKind::Frames:
    case ColumnKind::FramesPerSecond:
    case ColumnKind::MaxRetakes:
    case ColumnKind::Estimation:
    case ColumnKind::Spent: text(room, words, m_base, colours().text2, Qt::AlignRight); return;
    case ColumnKind::InOut: // frames run from left to right in every language
        m_painter.setLayoutDirection(Qt::LeftToRight);
        text(room, words, m_base, colours().text2);
        m_painter.setLayoutDirection(m_scene.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        return;
    case ColumnKind::Metadata:
        if (column.type == MetadataType::Boolean) {
            const auto value = m_scene.model.cellValue(row, shown.modelColumn);
            if (value.toBool())
                icons::paint(m_painter, QStringLiteral("check"),
                    mirrored(QRect(rect.center() - QPoint(7, 7), QSize(14, 14))), colours().text2);
            return;
        }
        text(
            room, words, m_base, colours().text2, column.type == MetadataType::Number ? Qt::AlignRight : Qt::AlignLeft);
        return;
    default: text(room, words, m_base, colours().text2); return;
    }
}

void SheetPainter::paintNames(int first, int last)
{
    const auto &palette = colours();
    for (int line = first; line <= last; ++line) {
        if (m_scene.lines.line(line).isHead()) continue;
        const auto rect = cellRect(m_scene, line, 0);
        if (!isShowing(rect)) continue;
        m_painter.fillRect(mirrored(rect), background(line, 0));
        paintName(line, rect.adjusted(0, 0, -1, -1));
        crisp::horizontal(m_painter, mirrored(rect).left(), mirrored(rect).right() + 1, rect.bottom(), palette.line);
        const auto edge = mirrored(QRect(rect.right(), rect.top(), 1, rect.height()));
        crisp::vertical(m_painter, edge.left(), rect.top(), rect.bottom() + 1, palette.line);
        if (m_scene.selection.hasLine(line))
            m_painter.fillRect(mirrored(QRect(rect.left(), rect.top(), 3, rect.height())), palette.accent);
        if (m_scene.current == SheetCell{line, 0})
            crisp::outline(m_painter, mirrored(rect.adjusted(0, 0, -1, -1)), 0, 2, palette.accent);
    }
}

void SheetPainter::paintName(int line, const QRect &rect)
{
    const int row = m_scene.lines.line(line).row;
    const auto &entity = m_scene.model.row(row);
    const auto &palette = colours();
    const auto size = metrics::rowSize(m_scene.layout.density);
    const QRect picture(
        QPoint(rect.left() + padding, rect.top() + (rect.height() - size.picture.height()) / 2), size.picture);
    paintPicture(entity, picture);
    QRect room(picture.right() + 1 + pictureGap, rect.top(), 0, rect.height());
    room.setRight(rect.right() - padding);
    const auto nameColour = entity.isCanceled ? palette.text3 : palette.text;
    QFont nameFont = m_name;
    nameFont.setStrikeOut(entity.isCanceled);
    const auto secondary = m_scene.selection.hasLine(line) ? palette.text2 : palette.text3;
    if (size.lines == 1) {
        text(room, entity.name, nameFont, nameColour);
        room.setLeft(room.left() + QFontMetrics(nameFont).horizontalAdvance(entity.name) + padding);
        text(room, entity.description, m_secondary, secondary);
    } else if (entity.description.isEmpty()) {
        text(room, entity.name, nameFont, nameColour);
    } else {
        const int nameHeight = lineHeight(TextRole::Base), wordsHeight = lineHeight(TextRole::Secondary);
        const int top = room.top() + (room.height() - nameHeight - wordsHeight) / 2;
        text(QRect(room.left(), top, room.width(), nameHeight), entity.name, nameFont, nameColour);
        text(QRect(room.left(), top + nameHeight, room.width(), wordsHeight), entity.description, m_secondary,
            palette.text2);
    }
    if (m_scene.model.isPending(row, 0)) paintUnsentMark(m_painter, mirrored(rect));
}

void SheetPainter::paintPicture(const EntityRow &entity, const QRect &rect)
{
    const auto shown = mirrored(rect);
    const auto *picture = entity.previewId.isEmpty() ? nullptr : m_scene.thumbnails.find(entity.previewId);
    if (!picture) {
        crisp::fillRound(m_painter, shown, metrics::pictureRadius, colours().bg4);
        return;
    }
    m_painter.drawPixmap(shown.topLeft(), *picture);
    crisp::outline(m_painter, shown.adjusted(-1, -1, 1, 1), metrics::pictureRadius, 1, QColor(0x0c, 0x0c, 0x0c));
}

void SheetPainter::paintSelection()
{
    const auto &palette = colours();
    const bool isSingle = m_scene.selection.rects().size() == 1;
    for (const auto &selected : m_scene.selection.rects()) {
        const int left = std::max(1, selected.left);
        if (selected.right < left || selected.bottom >= m_scene.lines.count()) continue;
        QRect rect = cellRect(m_scene, selected.top, left).united(cellRect(m_scene, selected.bottom, selected.right));
        if (!isShowing(rect.adjusted(-4, -4, 4, 4))) continue;
        rect.adjust(-1, -1, 0, 0); // on the lines around the cells
        crisp::outline(m_painter, mirrored(rect), 0, 1.5, palette.accent);
        if (isSingle) {
            const QRect grip(rect.right() - 3, rect.bottom() - 3, 7, 7);
            m_painter.fillRect(mirrored(grip.adjusted(-1, -1, 1, 1)), palette.bg2);
            m_painter.fillRect(mirrored(grip), palette.accent);
        }
    }
    const auto current = m_scene.current;
    if (current.isValid() && current.column > 0 && current.line < m_scene.lines.count()
        && !m_scene.lines.line(current.line).isHead())
        crisp::outline(m_painter, mirrored(cellRect(m_scene, current.line, current.column).adjusted(-1, -1, 0, 0)), 0,
            2, palette.accent);
}

void SheetPainter::paintDropTarget()
{
    const auto target = m_scene.dropTarget;
    if (!target.isValid() || target.line >= m_scene.lines.count()) return;
    const auto rect = cellRect(m_scene, target.line, target.column);
    crisp::box(m_painter, mirrored(rect.adjusted(-1, -1, 0, 0)), 0, colours().selRow, colours().accent);
    text(rect.adjusted(padding, 0, -padding, 0), Words::tr("Publish here"), m_secondary, colours().text);
}

void SheetPainter::paintHeader()
{
    const auto &palette = colours();
    const QRect header(0, 0, m_scene.size.width(), sheetHeaderHeight());
    m_painter.fillRect(header, palette.bg3);
    m_painter.save();
    m_painter.setClipRect(mirrored(header.adjusted(m_scene.columns.nameWidth(), 0, 0, 0)));
    for (int column = 1; column < m_scene.columns.count(); ++column) {
        const auto rect = headRect(m_scene, column);
        if (rect.left() < header.right() && rect.right() >= m_scene.columns.nameWidth()) paintHead(column, rect);
    }
    m_painter.setClipping(false);
    paintHead(0, headRect(m_scene, 0));
    m_painter.restore();
    crisp::horizontal(m_painter, 0, header.width(), header.bottom(), palette.line);
    for (int column = 1; column < m_scene.columns.count(); ++column) {
        if (!m_scene.selection.hasColumn(column)) continue;
        auto under = headRect(m_scene, column);
        under.setLeft(std::max(under.left(), m_scene.columns.nameWidth()));
        if (under.width() > 0)
            m_painter.fillRect(mirrored(QRect(under.left(), under.bottom() - 1, under.width() - 1, 2)), palette.accent);
    }
    if (m_scene.moveTarget >= 1) {
        const int x = m_scene.moveTarget < m_scene.columns.count()
            ? headRect(m_scene, m_scene.moveTarget).left()
            : m_scene.columns.nameWidth() + m_scene.columns.contentWidth() - m_scene.scrolledX;
        m_painter.fillRect(mirrored(QRect(x - 1, 0, 2, m_scene.size.height())), palette.accent);
    }
}

HeadAreas SheetPainter::headAreas(const SheetScene &scene, int column, const QRect &head)
{
    HeadAreas areas;
    const auto &shown = scene.columns.at(column);
    const auto &known = scene.model.columns()[size_t(shown.modelColumn)];
    int left = head.left() + padding;
    if (shown.key.kind == ColumnKind::Task) left += metrics::taskTypeBarWidth + 7;
    const auto font = textFont(TextRole::Secondary, column == 0 ? QFont::DemiBold : QFont::Medium);
    const int trailing = scene.filteredColumns.contains(shown.key) || column == 0 ? 28 : padding;
    const int room = std::max(0, head.right() - trailing - left);
    const int words = std::min(room, QFontMetrics(font).horizontalAdvance(known.title) + 2);
    areas.title = QRect(left, head.top(), words, head.height());
    areas.sort = QRect(left + words + 2, head.top(), 18, head.height());
    if (scene.changedRows > 0 && (shown.key == scene.layout.sortColumn)) {
        const auto count = Words::tr("%n changed", nullptr, scene.changedRows);
        const int width = QFontMetrics(textFont(TextRole::Small)).horizontalAdvance(count) + 12;
        areas.changed = QRect(areas.sort.right() + 2, head.center().y() - 9, width, 18);
    }
    return areas;
}

void SheetPainter::paintHead(int column, const QRect &rect)
{
    const auto &palette = colours();
    const auto &shown = m_scene.columns.at(column);
    const auto &known = m_scene.model.columns()[size_t(shown.modelColumn)];
    const bool isSelected = column > 0 && m_scene.selection.hasColumn(column);
    const bool isHovered = column == m_scene.hoveredHead;
    m_painter.fillRect(mirrored(rect), isSelected ? palette.selRow : isHovered ? palette.bg4 : palette.bg3);
    if (shown.key.kind == ColumnKind::Task) {
        if (shown.isMinimised) {
            const QRect bar(rect.center().x() - 1, rect.top(), metrics::taskTypeBarWidth, rect.height());
            paintTaskTypeBar(m_painter, mirrored(bar), known.colour);
        } else {
            paintTaskTypeBar(m_painter, mirrored(rect.adjusted(padding, 0, 0, 0)), known.colour);
        }
    }
    if (!shown.isMinimised) {
        const auto areas = headAreas(m_scene, column, rect);
        const auto font = column == 0 ? textFont(TextRole::Secondary, QFont::DemiBold) : m_head;
        const bool isRight = shown.key.kind == ColumnKind::Frames;
        text(isRight ? rect.adjusted(padding, 0, -padding, 0) : areas.title, known.title, font,
            isSelected || column == 0 ? palette.text : palette.text2, isRight ? Qt::AlignRight : Qt::AlignLeft);
        const bool isSorted = shown.key == m_scene.layout.sortColumn;
        if ((isSorted || isHovered) && !isRight && areas.sort.right() < rect.right()) {
            const bool showsDown = isSorted && m_scene.layout.isDescending;
            icons::paint(m_painter, showsDown ? QStringLiteral("down") : QStringLiteral("up"),
                mirrored(QRect(areas.sort.left() + 2, rect.center().y() - 6, 12, 12)),
                isSorted ? palette.text2 : palette.text3);
        }
        if (!areas.changed.isNull()) {
            const auto count = Words::tr("%n changed", nullptr, m_scene.changedRows);
            crisp::fillRound(m_painter, mirrored(areas.changed), metrics::chipRadius, palette.selRow);
            text(areas.changed, count, m_small, palette.accentText, Qt::AlignHCenter);
        }
        const QRect mark(rect.right() - 22, rect.center().y() - 7, 14, 14);
        if (m_scene.filteredColumns.contains(shown.key))
            icons::paint(m_painter, QStringLiteral("filter"), mirrored(mark), palette.accent);
        else if (column == 0)
            icons::paint(m_painter, QStringLiteral("pin"), mirrored(mark), palette.text3);
    }
    const auto edge = mirrored(QRect(rect.right(), rect.top(), 1, rect.height()));
    crisp::vertical(m_painter, edge.left(), rect.top(), rect.bottom() + 1, palette.line);
}

} // namespace callboard::ui
