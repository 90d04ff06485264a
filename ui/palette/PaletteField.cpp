// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/PaletteField.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/KeyCap.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

PaletteField::PaletteField(QWidget *parent)
    : QAbstractButton(parent)
{
    setText(tr("Jump to, or run a command"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTip(this, text(), u"Ctrl+K"_s);
}

void PaletteField::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    updateGeometry();
    update();
}

QSize PaletteField::sizeHint() const
{
    return {m_isNarrow ? metrics::control : 264, metrics::control};
}

void PaletteField::paintEvent(QPaintEvent *)
{
    const Palette &palette = colours();
    QPainter painter(this);
    const QString keys = tr("Ctrl K");
    crisp::box(painter, QRectF(rect()), metrics::controlRadius, palette.field,
        hasFocus()         ? palette.accent
            : underMouse() ? palette.text3
                           : palette.line2);
    icons::paint(painter, u"search"_s, QRectF(m_isNarrow ? (width() - 14) / 2.0 : 9, (height() - 14) / 2.0, 14, 14),
        palette.text2);
    if (m_isNarrow) return;
    const int caps = keyCapsWidth(keys);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(palette.text3);
    const QRect words = rect().adjusted(32, 0, -caps - 16, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    paintKeyCaps(painter, QRect(width() - caps - 8, 0, caps, height()), keys, palette.text3, palette.line2);
}

} // namespace callboard::ui
