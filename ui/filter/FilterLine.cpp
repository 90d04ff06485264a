// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterLine.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QPainter>
#include <QTextCharFormat>
#include <QToolTip>

namespace callboard::ui {

FilterLine::FilterLine(QWidget *parent)
    : QLineEdit(parent)
{
    setFrame(false);
    setFont(textFont(TextRole::Mono));
    setAttribute(Qt::WA_MacShowFocusRect, false);
    QPalette transparent; // this one role; the others follow the theme
    transparent.setColor(QPalette::Base, Qt::transparent);
    setPalette(transparent);
}

void FilterLine::setMarks(const FilterTokens &tokens, const QList<FilterError> &errors)
{
    m_tokens = tokens;
    m_errors = errors;
    colourNames();
    update();
}

// QLineEdit has formats only for text that an input method composes; composing nothing carries them too.
void FilterLine::colourNames()
{
    QList<QInputMethodEvent::Attribute> attributes;
    for (const auto &token : m_tokens.tokens) {
        if (!token.hasEquals) continue;
        QTextCharFormat format;
        format.setForeground(colours().accentText);
        attributes << QInputMethodEvent::Attribute(
            QInputMethodEvent::TextFormat, token.nameSpan.start - cursorPosition(), token.nameSpan.length + 1, format);
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

QRectF FilterLine::spanRect(FilterSpan span) const
{
    const QFontMetricsF metrics(font());
    const auto x = [&](int position) { return metrics.horizontalAdvance(text().left(position)); };
    // The line scrolls by itself; the cursor tells by how much.
    const qreal origin = cursorRect().center().x() - x(cursorPosition());
    return {
        origin + x(span.start), (height() - metrics::chip) / 2.0, x(span.end()) - x(span.start), qreal(metrics::chip)};
}

void FilterLine::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        for (const auto &token : m_tokens.tokens)
            if (token.hasEquals || token.isExcluded || token.entries.size() > 1)
                crisp::fillRound(
                    painter, spanRect(token.span).adjusted(-2, 0, 2, 0), metrics::chipRadius, colours().sel);
    }
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    for (const auto &error : m_errors) {
        if (error.isUnfinished) continue;
        const auto rect = spanRect(error.span);
        crisp::horizontal(painter, rect.left(), rect.right(), rect.bottom() - 2, colours().bad, 2);
    }
}

void FilterLine::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange) return;
    setFont(textFont(TextRole::Mono)); // the size of text may be another
    colourNames();
}

bool FilterLine::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) return QLineEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const auto &error : m_errors)
        if (spanRect(error.span).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), error.sentence, this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

} // namespace callboard::ui
