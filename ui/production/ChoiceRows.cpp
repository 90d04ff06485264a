// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ChoiceRows.h"

#include "ui/parts/Marks.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 28, headHeight = 26, gripWidth = 24, checkWidth = 24, inset = 8;

} // namespace

ChoiceRows::ChoiceRows(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChoiceRows::setRows(const QList<ChoiceRow> &rows)
{
    m_rows = rows;
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(rows.size()) - 1));
    m_isDragging = false;
    m_pressed = -1;
    updateGeometry();
    update();
    announce();
}

QStringList ChoiceRows::chosen() const
{
    QStringList ids;
    for (const ChoiceRow &row : m_rows)
        if (row.isChosen) ids << row.id;
    return ids;
}

bool ChoiceRows::hasHeads() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const ChoiceRow &row) { return !row.group.isEmpty(); });
}

QSize ChoiceRows::sizeHint() const
{
    return {320, m_rows.isEmpty() ? rowHeight : rowRect(static_cast<int>(m_rows.size()) - 1).bottom() + 2};
}

QSize ChoiceRows::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

QRect ChoiceRows::rowRect(int row) const
{
    int top = 1;
    QString group;
    bool isFirst = true;
    for (int i = 0; i <= row; ++i) {
        if (hasHeads() && (isFirst || m_rows[i].group != group)) top += headHeight;
        group = m_rows[i].group;
        isFirst = false;
        if (i < row) top += rowHeight;
    }
    return {1, top, width() - 2, rowHeight};
}

int ChoiceRows::rowAt(const QPoint &point) const
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (rowRect(i).contains(point)) return i;
    return -1;
}

void ChoiceRows::tick(int row)
{
    if (!m_isTickable) return;
    m_rows[row].isChosen = !m_rows[row].isChosen;
    update();
    announce();
    Q_EMIT ticked(m_rows[row].id, m_rows[row].isChosen);
    Q_EMIT changed();
}

void ChoiceRows::moveRow(int row, int before)
{
    if (before == row || before == row + 1) return;
    const QString id = m_rows[row].id;
    m_rows.move(row, before > row ? before - 1 : before);
    m_current = before > row ? before - 1 : before;
    update();
    announce();
    Q_EMIT moved(id);
    Q_EMIT changed();
}

/// Before which row of its group the dragged one would land.
int ChoiceRows::landing(int row, int y) const
{
    int before = -1;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].group != m_rows[row].group) continue;
        if (before < 0 || y > rowRect(i).center().y()) before = y > rowRect(i).center().y() ? i + 1 : i;
    }
    return before;
}

QString ChoiceRows::landingWords(int row, int before) const
{
    if (before < m_rows.size() && m_rows[before].group == m_rows[row].group)
        return tr("before %1").arg(m_rows[before].text);
    return tr("last");
}

void ChoiceRows::announce()
{
    if (m_rows.isEmpty()) return;
    const ChoiceRow &row = m_rows[m_current];
    QString words = row.text;
    if (!row.group.isEmpty()) words = row.group + u", "_s + words;
    if (m_isTickable) words += u", "_s + (row.isChosen ? tr("chosen") : tr("not chosen"));
    if (!row.detail.isEmpty()) words += u", "_s + row.detail;
    setAccessibleDescription(words);
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void ChoiceRows::paintHead(QPainter &painter, int firstRow) const
{
    const Palette &p = colours();
    const QRect head = rowRect(firstRow).translated(0, -headHeight);
    const QRect where(head.left(), head.top(), head.width(), headHeight);
    crisp::fill(painter, where, p.bg3);
    painter.setFont(textFont(TextRole::Secondary, QFont::DemiBold));
    painter.setPen(p.text);
    const QString &group = m_rows[firstRow].group;
    const QRect words = where.adjusted(inset, 0, -inset, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, group);
    if (!m_isTickable) return;
    const auto inGroup = [&](const ChoiceRow &row) { return row.group == group; };
    const auto all = std::count_if(m_rows.begin(), m_rows.end(), inGroup);
    const auto some =
        std::count_if(m_rows.begin(), m_rows.end(), [&](const ChoiceRow &row) { return inGroup(row) && row.isChosen; });
    const int taken = painter.fontMetrics().horizontalAdvance(group) + 8;
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(p.text2);
    painter.drawText(QStyle::visualRect(layoutDirection(), words, words.adjusted(taken, 0, 0, 0)),
        Qt::AlignVCenter | Qt::AlignLeading, tr("%1 of %2").arg(some).arg(all));
}

void ChoiceRows::paintRow(QPainter &painter, int row, const QRect &where, bool isLifted) const
{
    const Palette &p = colours();
    const ChoiceRow &choice = m_rows[row];
    const bool isMoving = m_isDragging && row == m_pressed;
    if (isLifted)
        crisp::box(painter, where, metrics::chipRadius, p.selRow, p.accent);
    else if (row == m_hovered && !m_isDragging)
        crisp::fill(painter, where, p.bg3);
    painter.save();
    if (isMoving && !isLifted) painter.setOpacity(0.35);
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(
            layoutDirection(), where, QRect(where.left() + left, where.top(), width, where.height()));
    };
    int left = inset;
    if (m_isOrderable) {
        icons::paint(painter, u"drag"_s, place(left - 2, 16).adjusted(0, 7, 0, -7), p.text3);
        left = gripWidth;
    }
    if (m_isTickable) {
        QStyleOptionButton check;
        check.rect = place(left, 16).adjusted(0, 6, 0, -6);
        check.state = QStyle::State_Enabled | (choice.isChosen ? QStyle::State_On : QStyle::State_Off);
        style::checkIndicator(check, painter, this);
        left += checkWidth;
    }
    const QRect content = place(left, where.width() - left - inset);
    const QString detail = isLifted ? landingWords(row, landing(row, m_dragY)) : choice.detail;
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(isLifted ? p.accentText : p.text2);
    painter.drawText(content, Qt::AlignVCenter | Qt::AlignTrailing, detail);
    const int detailWidth = painter.fontMetrics().horizontalAdvance(detail) + 8;
    if (choice.status) {
        paintChip(painter, content, *choice.status);
    } else {
        const int bar = choice.bar.isValid() ? paintTaskTypeBar(painter, content, choice.bar) : 0;
        painter.setFont(textFont(TextRole::Base));
        painter.setPen(choice.isChosen || !m_isTickable ? p.text : p.text2);
        const QRect words = QStyle::visualRect(layoutDirection(), content, content.adjusted(bar, 0, -detailWidth, 0));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading,
            painter.fontMetrics().elidedText(choice.text, Qt::ElideRight, words.width()));
    }
    painter.restore();
    if (row == m_current && hasFocus() && !isLifted) crisp::outline(painter, where, 0, 2, p.accent);
}

void ChoiceRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    crisp::box(painter, rect(), metrics::cardRadius, colours().bg1, colours().line);
    QString group;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (hasHeads() && (i == 0 || m_rows[i].group != group))
            paintHead(painter, i);
        else if (i > 0)
            crisp::horizontal(painter, 1, width() - 1, rowRect(i).top(), colours().line);
        group = m_rows[i].group;
        paintRow(painter, i, rowRect(i), false);
    }
    if (!m_isDragging) return;
    const int before = landing(m_pressed, m_dragY);
    const bool isEnd = before >= m_rows.size() || m_rows[before].group != m_rows[m_pressed].group;
    const int y = isEnd ? rowRect(before - 1).bottom() : rowRect(before).top();
    crisp::horizontal(painter, 1, width() - 1, y - 1, colours().accent, 2);
    QRect lifted = rowRect(m_pressed).adjusted(gripWidth, 0, 0, 0);
    lifted.moveTop(std::clamp(m_dragY - rowHeight / 2, 1, height() - rowHeight - 1));
    paintRow(painter, m_pressed, lifted, true);
}

void ChoiceRows::keyPressEvent(QKeyEvent *event)
{
    if (m_rows.isEmpty()) return QWidget::keyPressEvent(event);
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int next = std::clamp(m_current + step, 0, static_cast<int>(m_rows.size()) - 1);
    if (step != 0 && event->modifiers() & Qt::AltModifier) {
        if (m_isOrderable && m_rows[next].group == m_rows[m_current].group)
            moveRow(m_current, step > 0 ? m_current + 2 : m_current - 1);
    } else if (step != 0) {
        m_current = next;
        update();
        announce();
    } else if (event->key() == Qt::Key_Space) {
        tick(m_current);
    } else if (event->key() == Qt::Key_Return && !(event->modifiers() & Qt::ControlModifier)) {
        Q_EMIT activated(m_rows[m_current].id);
    } else if (event->key() == Qt::Key_Escape && m_isDragging) {
        m_isDragging = false;
        m_pressed = -1;
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ChoiceRows::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) return;
    m_pressed = rowAt(event->pos());
    m_pressedAt = event->pos();
    if (m_pressed >= 0) m_current = m_pressed;
    update();
    announce();
}

void ChoiceRows::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed >= 0 && m_isOrderable && event->buttons() & Qt::LeftButton
        && (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        m_isDragging = true;
    m_dragY = event->pos().y();
    m_hovered = rowAt(event->pos());
    update();
}

void ChoiceRows::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0) return;
    if (std::exchange(m_isDragging, false))
        moveRow(pressed, landing(pressed, event->pos().y()));
    else if (rowAt(event->pos()) == pressed)
        tick(pressed);
    update();
}

void ChoiceRows::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_isTickable) return mousePressEvent(event); // Two quick ticks are two ticks.
    if (const int row = rowAt(event->pos()); row >= 0) Q_EMIT activated(m_rows[row].id);
}

void ChoiceRows::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    announce();
}

void ChoiceRows::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ChoiceRows::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

} // namespace callboard::ui
