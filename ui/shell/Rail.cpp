// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rail.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace callboard::ui {

namespace {

constexpr int buttonHeight = 50;
constexpr int narrowHeight = 44;
constexpr int badgeHeight = 16;

} // namespace

RailButton::RailButton(QString icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(std::move(icon))
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RailButton::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    updateGeometry();
    update();
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleName(count > 0 ? tr("%1, %2 new").arg(text()).arg(count) : text());
    update();
}

QSize RailButton::sizeHint() const
{
    return m_isNarrow ? QSize(metrics::railNarrow, narrowHeight) : QSize(metrics::rail, buttonHeight);
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = colours();
    const QRectF box = QRectF(rect()).adjusted(4, 2, -4, -2);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? palette.bg4 : palette.bg3);
        painter.drawRoundedRect(box, metrics::controlRadius, metrics::controlRadius);
    }
    if (isChecked()) {
        const int bar = layoutDirection() == Qt::RightToLeft ? width() - 3 : 0;
        painter.fillRect(QRect(bar, 8, 3, height() - 16), palette.accent);
    }
    const QColor ink = isChecked() || underMouse() ? palette.text : palette.text2;
    const int top = m_isNarrow ? (height() - metrics::railIcon) / 2 : 7;
    const QRectF iconBox((width() - metrics::railIcon) / 2.0, top, metrics::railIcon, metrics::railIcon);
    icons::paint(painter, m_icon, iconBox, ink);
    if (!m_isNarrow) {
        painter.setFont(textFont(TextRole::Small, isChecked() ? QFont::Medium : QFont::Normal));
        painter.setPen(ink);
        const QRect words(2, 28, width() - 4, 18);
        painter.drawText(
            words, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }
    if (m_badge > 0) {
        const QString count = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        painter.setFont(textFont(TextRole::Small, QFont::DemiBold));
        const int breadth = std::max(badgeHeight, painter.fontMetrics().horizontalAdvance(count) + 8);
        const QRectF badge(iconBox.right() - 4, iconBox.top() - 5, breadth, badgeHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.accent);
        painter.drawRoundedRect(badge, badgeHeight / 2.0, badgeHeight / 2.0);
        painter.setPen(palette.onAccent);
        painter.drawText(badge, Qt::AlignCenter, count);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.accent, 2));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), metrics::controlRadius, metrics::controlRadius);
    }
}

void RailButton::enterEvent(QEnterEvent *)
{
    update();
}

void RailButton::leaveEvent(QEvent *)
{
    update();
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 6, 1, 6);
    m_layout->setSpacing(0);
    setAccessibleName(tr("Sections"));
    setFixedWidth(metrics::rail);
}

void Rail::add(const QString &id, const QString &icon, const QString &name)
{
    auto *button = new RailButton(icon, name, this);
    button->setNarrow(m_isNarrow);
    m_buttons[id] = button;
    m_layout->addWidget(button, 0, Qt::AlignHCenter);
    connect(button, &QAbstractButton::clicked, this, [this, id, button] {
        button->setChecked(true); // A second click on the section that is shown leaves it shown.
        Q_EMIT chosen(id);
    });
}

void Rail::addStretch()
{
    m_layout->addStretch(1);
}

void Rail::clear()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) delete item;
}

void Rail::setCurrent(const QString &id)
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it) it.value()->setChecked(it.key() == id);
}

void Rail::setBadge(const QString &id, int count)
{
    if (RailButton *button = m_buttons.value(id)) button->setBadge(count);
}

void Rail::setNarrow(bool narrow)
{
    if (narrow == m_isNarrow) return;
    m_isNarrow = narrow;
    setFixedWidth(narrow ? metrics::railNarrow : metrics::rail);
    for (RailButton *button : std::as_const(m_buttons)) button->setNarrow(narrow);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().bg1);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), colours().line);
}

} // namespace callboard::ui
