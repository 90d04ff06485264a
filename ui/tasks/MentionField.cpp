// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/MentionField.h"

#include "ui/tasks/CommentText.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStringListModel>
#include <QUrl>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60; // characters looked back for an "@"
constexpr int mostNames = 8;
constexpr int padding = 12; // frame and margins of the document, above and below

QStringList filesIn(const QMimeData *source)
{
    QStringList files;
    for (const QUrl &url : source->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

} // namespace

MentionField::MentionField(const QString &placeholder, QWidget *parent)
    : QTextEdit(parent)
    , m_completer(new QCompleter(this))
    , m_model(new QStringListModel(this))
{
    setAcceptRichText(false);
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setTabChangesFocus(true);
    setFont(textFont(TextRole::Base));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_completer->setModel(m_model);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(mostNames);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &MentionField::take);
    connect(this, &QTextEdit::textChanged, this, [this] {
        fit();
        colourMentions();
    });
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        if (prefix().isNull()) m_completer->popup()->hide();
    });
    connect(&Theme::instance(), &Theme::changed, this, &MentionField::colourMentions);
    fit();
}

void MentionField::setNames(const QStringList &names)
{
    m_names = names;
    m_model->setStringList(names);
    colourMentions();
}

void MentionField::setLines(int least, int most)
{
    m_least = least;
    m_most = most;
    fit();
}

void MentionField::fit()
{
    const int line = lineHeight(TextRole::Base);
    const int least = hasFocus() ? std::max(2, m_least) : m_least;
    const int content =
        static_cast<int>(document()->size().height()) - 2 * static_cast<int>(document()->documentMargin());
    const int wanted = std::clamp(content, least * line, m_most * line);
    setVerticalScrollBarPolicy(content > m_most * line ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(wanted + padding);
}

QString MentionField::prefix() const
{
    const QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock()).right(longestName);
    const qsizetype at = before.lastIndexOf(u'@');
    if (at < 0 || (at > 0 && before[at - 1].isLetterOrNumber())) return {};
    const QString typed = before.mid(at + 1);
    const bool isPossible = std::any_of(
        m_names.begin(), m_names.end(), [&](const QString &name) { return name.contains(typed, Qt::CaseInsensitive); });
    return isPossible ? (typed.isNull() ? u""_s : typed) : QString();
}

void MentionField::complete()
{
    const QString typed = prefix();
    if (typed.isNull() || m_names.contains(typed)) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(typed);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect at = cursorRect();
    at.setWidth(220);
    m_completer->complete(at.translated(0, 4));
}

void MentionField::take(const QString &name)
{
    QTextCursor cursor = textCursor();
    const QString typed = prefix();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(typed.size()));
    cursor.insertText(name + u' ');
    setTextCursor(cursor);
}

void MentionField::beginMention()
{
    setFocus();
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    cursor.insertText(before.isEmpty() || before.back().isSpace() ? u"@"_s : u" @"_s);
    setTextCursor(cursor);
    complete();
}

void MentionField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer->popup()->isVisible()
        && (isEnter || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape)) {
        event->ignore(); // The list takes them.
        return;
    }
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT sendAsked();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveAsked();
        event->ignore();
        return;
    }
    QTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty()) complete();
}

void MentionField::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    fit();
}

void MentionField::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) fit();
}

void MentionField::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

void MentionField::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit();
}

bool MentionField::canInsertFromMimeData(const QMimeData *source) const
{
    return !filesIn(source).isEmpty() || QTextEdit::canInsertFromMimeData(source);
}

void MentionField::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = filesIn(source);
    if (files.isEmpty())
        QTextEdit::insertFromMimeData(source);
    else
        Q_EMIT filesGiven(files);
}

/// Laid over the text as selections: the document itself stays plain.
void MentionField::colourMentions()
{
    QList<ExtraSelection> selections;
    for (const TextSpan &span : mentionsIn(toPlainText(), m_names)) {
        ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(span.start));
        selection.cursor.setPosition(static_cast<int>(span.start + span.length), QTextCursor::KeepAnchor);
        selection.format.setForeground(colours().accentText);
        selections << selection;
    }
    setExtraSelections(selections);
}

} // namespace callboard::ui
