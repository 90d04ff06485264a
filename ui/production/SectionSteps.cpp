// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/SectionSteps.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int width176 = 176, stepHeight = 44, top = 8, inset = 14;

}

SectionSteps::SectionSteps(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(width176);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Sections"));
}

void SectionSteps::add(const QString &name)
{
    m_steps << Step{name, {}, Mark::None};
    update();
}

void SectionSteps::setState(int step, const QString &words, Mark mark)
{
    m_steps[step].words = words;
    m_steps[step].mark = mark;
    update();
}

void SectionSteps::setCurrent(int step)
{
    if (step == m_current) return;
    m_current = step;
    setAccessibleDescription(m_steps[step].name + u", "_s + m_steps[step].words);
    update();
}

QSize SectionSteps::sizeHint() const
{
    return {width176, top + stepHeight * static_cast<int>(m_steps.size())};
}

QRect SectionSteps::rectOf(int step) const
{
    return {0, top + step * stepHeight, width(), stepHeight};
}

void SectionSteps::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    crisp::fill(painter, rect(), p.bg1);
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRect where = rectOf(i);
        if (i == m_current) {
            crisp::fill(painter, where, p.bg4);
            crisp::fill(painter,
                QStyle::visualRect(layoutDirection(), where, QRect(where.left(), where.top(), 3, where.height())),
                p.accent);
        }
        const QRect words = where.adjusted(inset, 4, -inset, -4);
        painter.setPen(p.text);
        painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
        painter.drawText(words, Qt::AlignTop | Qt::AlignLeading, m_steps[i].name);
        painter.setPen(p.text2);
        painter.setFont(textFont(TextRole::Small));
        painter.drawText(words, Qt::AlignBottom | Qt::AlignLeading, m_steps[i].words);
        const Mark mark = m_steps[i].mark;
        if (mark == Mark::None) continue;
        const QRect icon =
            QStyle::visualRect(layoutDirection(), words, QRect(words.right() - 14, words.center().y() - 7, 14, 14));
        icons::paint(painter, mark == Mark::Fine ? u"check"_s : u"warning"_s, icon,
            mark == Mark::Fine          ? p.ok
                : mark == Mark::Warning ? p.warn
                                        : p.bad);
    }
    if (hasFocus() && !m_steps.isEmpty()) crisp::outline(painter, rectOf(m_current), 0, 2, p.accent);
    crisp::vertical(painter, width() - 1, 0, height(), p.line);
}

void SectionSteps::mouseReleaseEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_steps.size(); ++i)
        if (rectOf(i).contains(event->pos())) Q_EMIT chosen(i);
}

void SectionSteps::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step != 0)
        setCurrent(std::clamp(m_current + step, 0, static_cast<int>(m_steps.size()) - 1));
    else if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier)
        Q_EMIT chosen(m_current);
    else
        QWidget::keyPressEvent(event);
}

} // namespace callboard::ui
