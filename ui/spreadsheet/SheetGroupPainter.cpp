// SPDX-License-Identifier: GPL-3.0-or-later
// The heads of groups: name, counts, how far its tasks are.
#include "ui/spreadsheet/SheetPainter.h"

#include "ui/parts/Marks.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace callboard::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SheetPainter)
};

QString counted(const SheetModel &model, const GroupSums &group)
{
    using Entity = SheetSubject::Entity;
    QString counts;
    switch (model.subject().entity) {
    case Entity::Shot: counts = Words::tr("%Ln shot(s)", nullptr, group.total); break;
    case Entity::Asset: counts = Words::tr("%Ln asset(s)", nullptr, group.total); break;
    default: counts = QLocale().toString(group.total); break;
    }
    // "5 of 18 shots": how much of the group a filter leaves.
    if (group.shown != group.total) counts = Words::tr("%L1 of %2").arg(group.shown).arg(counts);
    if (group.frames > 0) counts += QStringLiteral("  ·  ") + Words::tr("%Ln frame(s)", nullptr, group.frames);
    return counts;
}

// From done to not begun, in the colours of the chips.
QList<SpreadPart> spread(const GroupSums &group)
{
    const auto &palette = colours();
    QList<SpreadPart> parts;
    for (const auto kind : {StatusKind::Done, StatusKind::WaitingForApproval, StatusKind::InProgress, StatusKind::Ready,
             StatusKind::Retake, StatusKind::Other, StatusKind::OnHold, StatusKind::ToDo}) {
        const int count = group.tasks[size_t(kind)];
        const auto todo = palette.isDark() ? QColor(0x4a, 0x4a, 0x4a) : QColor(0xc4, 0xc4, 0xc4);
        const auto colour = kind == StatusKind::ToDo ? todo : chipColours(kind, {}, palette.appearance).text;
        if (count > 0) parts << SpreadPart{colour, qreal(count)};
    }
    return parts;
}

} // namespace

void SheetPainter::paintGroupHead(int index, const QRect &rect)
{
    if (!isShowing(rect)) return;
    const auto &palette = colours();
    const auto &group = m_scene.lines.groups()[size_t(index)];
    const bool isCurrent = m_scene.current.isValid() && m_scene.current.line < m_scene.lines.count()
        && m_scene.lines.line(m_scene.current.line).isHead() && m_scene.lines.line(m_scene.current.line).group == index;
    m_painter.fillRect(mirrored(rect), palette.bg1);
    crisp::horizontal(m_painter, 0, rect.width(), rect.bottom(), palette.line);
    const auto chevron = group.isCollapsed ? (m_scene.isMirrored ? QStringLiteral("left") : QStringLiteral("right"))
                                           : QStringLiteral("down");
    icons::paint(m_painter, chevron, mirrored(QRect(rect.left() + 8, rect.center().y() - 6, 13, 13)), palette.text2);

    constexpr int barWidth = 120, barHeight = 6, percentWidth = 42, edge = 8, gap = 8;
    const QRect percent(rect.right() + 1 - edge - percentWidth, rect.top(), percentWidth, rect.height());
    const QRect bar(percent.left() - barWidth, rect.top() + (rect.height() - barHeight) / 2, barWidth, barHeight);
    int left = rect.left() + 30;
    const auto word = [&](const QString &what, const QFont &font, const QColor &colour) {
        if (what.isEmpty()) return;
        const int width = std::min(QFontMetrics(font).horizontalAdvance(what) + 1, bar.left() - gap - left);
        if (width <= 0) return;
        text(QRect(left, rect.top(), width, rect.height() - 1), what, font, colour);
        left += width + gap;
    };
    word(group.name.isEmpty() ? Words::tr("Without a group") : group.name, m_name, palette.text);
    word(group.description, m_base, palette.text);
    word(counted(m_scene.model, group), m_base, palette.text3);
    const auto parts = spread(group);
    if (!parts.isEmpty()) {
        paintSpread(m_painter, mirrored(bar), parts);
        text(percent, Words::tr("%1 %").arg(group.percentDone()), m_secondary, palette.text2, Qt::AlignRight);
    }
    if (isCurrent) crisp::outline(m_painter, mirrored(rect.adjusted(0, 0, 0, -1)), 0, 2, palette.accent);
}

// The head of the group that is being looked at stays below the header; the next one pushes it up.
void SheetPainter::paintStickyHead(int first)
{
    if (!m_scene.layout.isGrouped || m_scene.scrolledY <= 0 || first >= m_scene.lines.count()) return;
    const int group = m_scene.lines.line(first).group;
    const int height = sheetGroupHeight();
    int top = sheetHeaderHeight();
    for (int line = first + 1; line < m_scene.lines.count(); ++line) {
        const int lineTop = cellRect(m_scene, line, 0).top();
        if (lineTop >= top + height) break;
        if (m_scene.lines.line(line).isHead() && m_scene.lines.line(line).group != group) {
            top = lineTop - height;
            break;
        }
    }
    paintGroupHead(group, QRect(0, top, m_scene.size.width(), height));
}

} // namespace callboard::ui
