// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Segments.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace callboard::ui {

namespace {

class Segment : public QAbstractButton
{
public:
    Segment(const QString &text, QString icon)
        : m_icon(std::move(icon))
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int icon = m_icon.isEmpty() ? 0 : metrics::icon;
        const int words = QFontMetrics(textFont(TextRole::Base, QFont::DemiBold)).horizontalAdvance(text());
        const int between = icon && words ? 6 : 0;
        return {std::max(32, icon + between + words + 20), controlHeight(parentWidget())};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette &p = colours();
        QPainter painter(this);
        QStyleOption option;
        option.initFrom(this);
        const bool hovered = isEnabled() && underMouse();
        if (isChecked() || hovered || isDown()) {
            painter.setClipPath(shape());
            crisp::fill(painter, rect(), isChecked() ? p.sel : isDown() ? p.bg0 : p.bg4);
            painter.setClipping(false);
        }
        const QColor colour = !isEnabled() ? p.disabledText() : isChecked() || hovered ? p.text : p.text2;
        QRect words = rect();
        if (!m_icon.isEmpty()) {
            const QRect icon = text().isEmpty() ? rect() : QRect(10, 0, metrics::icon, height());
            icons::paint(
                painter, m_icon, QRectF(icon.center() + QPointF(0.5, 0.5) - QPointF(8, 8), QSizeF(16, 16)), colour);
            words.setLeft(10 + metrics::icon + 6);
        }
        painter.setFont(textFont(TextRole::Base, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(colour);
        painter.drawText(words, (m_icon.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter, text());
        if (style::showsFocus(option)) crisp::outline(painter, rect(), metrics::controlRadius, 2, p.accent);
    }

private:
    /// Round only where the whole control ends.
    QPainterPath shape() const
    {
        QPainterPath whole;
        whole.addRoundedRect(QRectF(mapFromParent(QPoint(0, 0)), parentWidget()->size()).adjusted(0.5, 0.5, -0.5, -0.5),
            metrics::controlRadius, metrics::controlRadius);
        return whole;
    }

    QString m_icon;
};

} // namespace

Segments::Segments(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on) Q_EMIT changed(index);
    });
}

Segments::Segments(const QStringList &choices, QWidget *parent)
    : Segments(parent)
{
    for (const QString &choice : choices) add(choice);
}

int Segments::add(const QString &text, const QString &icon, const QString &tip)
{
    const int index = static_cast<int>(m_group->buttons().size());
    auto *segment = new Segment(text, icon);
    if (!tip.isEmpty()) setTip(segment, tip);
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    if (m_stretched) static_cast<QHBoxLayout *>(layout())->setStretchFactor(segment, 1);
    if (index == 0) segment->setChecked(true);
    return index;
}

void Segments::setCurrent(int index)
{
    if (auto *button = m_group->button(index)) button->setChecked(true);
}

void Segments::setStretched(bool on)
{
    m_stretched = on;
    for (auto *button : m_group->buttons()) static_cast<QHBoxLayout *>(layout())->setStretchFactor(button, on ? 1 : 0);
    setSizePolicy(on ? QSizePolicy::Expanding : QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Segments::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    crisp::box(painter, rect(), metrics::controlRadius, p.field, p.line2);
    const auto buttons = m_group->buttons();
    for (qsizetype i = 0; i + 1 < buttons.size(); ++i) {
        const QRect place = buttons[i]->geometry();
        const int x = layoutDirection() == Qt::RightToLeft ? place.left() : place.right();
        crisp::vertical(painter, x, 1, height() - 1, p.line2);
    }
}

} // namespace callboard::ui
