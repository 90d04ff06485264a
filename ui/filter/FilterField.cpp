// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterField.h"

#include "ui/filter/FilterCompletion.h"
#include "ui/filter/FilterLine.h"
#include "ui/filter/FilterParser.h"
#include "ui/parts/Label.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace callboard::ui {

FilterField::FilterField(QWidget *parent)
    : QWidget(parent)
    , m_line(new FilterLine(this))
    , m_count(new Label({}, TextRole::Secondary, Tone::Hint, this))
    , m_clear(new QToolButton(this))
    , m_offer(new QListWidget(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusProxy(m_line);
    setLayoutDirection(Qt::LeftToRight); // queries are not mirrored
    m_line->setAccessibleName(tr("Search"));
    m_line->setPlaceholderText(tr("Words, animation=wip, assignedto=[Name] …"));
    m_line->installEventFilter(this);
    m_clear->setIcon(icons::icon(QStringLiteral("close")));
    m_clear->setAutoRaise(true);
    m_clear->setAccessibleName(tr("Clear the search"));
    m_clear->setToolTip(tr("Clear the search (Esc)"));
    m_clear->setFixedSize(metrics::controlSmall, metrics::controlSmall);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_offer->setWindowFlags(Qt::ToolTip);
    m_offer->setFocusPolicy(Qt::NoFocus);
    m_offer->setFocusProxy(m_line);
    m_offer->setAccessibleName(tr("What may follow"));
    m_offer->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_offer->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(32, 0, 3, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_count);
    row->addWidget(m_clear);
    m_count->hide();
    m_clear->hide();
    connect(m_line, &QLineEdit::textChanged, this, &FilterField::read);
    connect(m_line, &QLineEdit::textEdited, this, &FilterField::offer);
    connect(m_clear, &QToolButton::clicked, this, &FilterField::clearAndEscape);
    connect(m_offer, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { take(m_offer->row(item)); });
}

QSize FilterField::sizeHint() const
{
    return {480, std::max(metrics::control, lineHeight(TextRole::Mono) + 10)};
}

void FilterField::setVocabulary(const FilterVocabulary &words)
{
    if (words == m_words) return;
    m_words = words;
    if (!m_line->text().isEmpty()) read();
}

QString FilterField::text() const
{
    return m_line->text();
}

void FilterField::setText(const QString &text)
{
    closeOffer();
    m_line->setText(text);
}

void FilterField::setCount(int shown, int total)
{
    const auto number = [](int value) { return QLocale::system().toString(value); };
    m_count->setText(tr("%1 of %2").arg(number(shown), number(total)));
    m_count->setVisible(!m_line->text().isEmpty());
}

void FilterField::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterField::read()
{
    const auto text = m_line->text();
    m_expression = parseFilter(text, m_words);
    m_line->setMarks(filterTokens(text), m_expression.errors);
    QStringList sentences;
    for (const auto &error : m_expression.errors)
        if (!error.isUnfinished) sentences << error.sentence;
    m_line->setAccessibleDescription(sentences.join(u' '));
    m_clear->setVisible(!text.isEmpty());
    m_count->setVisible(!text.isEmpty() && !m_count->text().isEmpty());
    Q_EMIT searched(m_expression);
}

void FilterField::offer()
{
    const auto completion = completeFilter(m_line->text(), m_line->cursorPosition(), m_words);
    m_offer->clear();
    m_insertions.clear();
    m_cursorBacks.clear();
    m_replaced = completion.replaced;
    const auto typed = m_line->text().mid(m_replaced.start, m_replaced.length);
    for (const auto &candidate : completion.candidates) {
        if (candidate.insertion == typed) continue;
        m_offer->addItem(candidate.explanation.isEmpty()
                ? candidate.label
                : candidate.label + QStringLiteral("    ") + candidate.explanation);
        m_insertions << candidate.insertion;
        m_cursorBacks << candidate.cursorBack;
    }
    if (m_insertions.isEmpty() || !m_line->hasFocus()) return closeOffer();
    m_offer->setCurrentRow(-1); // Enter leaves the text as it is until one is chosen
    const int rowHeight = std::max(metrics::control, m_offer->sizeHintForRow(0));
    m_offer->setFixedSize(std::min(width(), 360), rowHeight * int(std::min<qsizetype>(m_insertions.size(), 9)) + 4);
    m_offer->move(mapToGlobal(QPoint(0, height() + 2)));
    m_offer->show();
}

void FilterField::closeOffer()
{
    m_offer->hide();
    m_insertions.clear();
}

void FilterField::take(int row)
{
    if (row < 0 || row >= m_insertions.size()) return;
    const auto insertion = m_insertions[row];
    const int back = m_cursorBacks[row];
    auto text = m_line->text();
    text.replace(m_replaced.start, m_replaced.length, insertion);
    closeOffer();
    m_line->setText(text);
    m_line->setCursorPosition(m_replaced.start + int(insertion.size()) - back);
    if (back > 0) offer(); // what may stand in the bracket
}

bool FilterField::onKey(int key)
{
    const bool isOffering = m_offer->isVisible();
    switch (key) {
    case Qt::Key_Escape:
        if (isOffering)
            closeOffer();
        else
            clearAndEscape();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!isOffering) {
            if (key == Qt::Key_Down) Q_EMIT left();
            return true;
        }
        m_offer->setCurrentRow(
            std::clamp(m_offer->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, m_offer->count() - 1));
        return true;
    case Qt::Key_Tab:
        if (!isOffering) return false;
        take(std::max(0, m_offer->currentRow()));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOffering && m_offer->currentRow() >= 0)
            take(m_offer->currentRow());
        else {
            closeOffer();
            Q_EMIT left();
        }
        return true;
    default: return false;
    }
}

void FilterField::clearAndEscape()
{
    closeOffer();
    if (m_line->text().isEmpty()) {
        Q_EMIT left();
        return;
    }
    m_line->clear();
    Q_EMIT escaped();
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line) {
        if (event->type() == QEvent::KeyPress && onKey(static_cast<QKeyEvent *>(event)->key())) return true;
        if (event->type() == QEvent::FocusOut) closeOffer();
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    }
    return QWidget::eventFilter(watched, event);
}

void FilterField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &palette = colours();
    crisp::box(painter, rect(), metrics::controlRadius, palette.field, palette.line2);
    if (m_line->hasFocus()) crisp::outline(painter, rect(), metrics::controlRadius, 2, palette.accent);
    const QRect icon = QStyle::visualRect(
        layoutDirection(), rect(), QRect(9, (height() - metrics::icon) / 2, metrics::icon, metrics::icon));
    icons::paint(painter, QStringLiteral("filter"), icon, m_line->text().isEmpty() ? palette.text3 : palette.text2);
}

} // namespace callboard::ui
