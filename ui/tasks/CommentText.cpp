// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/CommentText.h"

#include "ui/previews/FrameReference.h"
#include "ui/theme/Theme.h"

#include <QRegularExpression>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// "[1042]" as a link that leads to the frame.
void linkFrames(QString &html)
{
    const QList<FrameReference> frames = frameReferencesIn(html);
    for (auto frame = frames.crbegin(); frame != frames.crend(); ++frame) { // from the end: the places before stay
        const QString words = html.mid(frame->start + 1, frame->length - 2);
        html.replace(frame->start, frame->length,
            u"<a href=\"%1\" style=\"text-decoration:none;color:%2;background:%3;font-family:'JetBrains Mono'\">&nbsp;%4&nbsp;</a>"_s
                .arg(frameLink(frame->first), colours().text.name(), colours().bg4.name(), words));
    }
}

/// Links, code, strong and light words of a piece without mentions.
QString styled(const QString &piece)
{
    static const QRegularExpression link(u"(https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)])"_s);
    static const QRegularExpression code(u"`([^`\n]+)`"_s);
    static const QRegularExpression strong(u"\\*\\*([^*\n]+)\\*\\*"_s);
    static const QRegularExpression light(u"(?<![*\\w])\\*([^*\n]+)\\*(?![*\\w])"_s);
    const Palette &palette = colours();
    QString html = piece.toHtmlEscaped();
    html.replace(link, u"<a style=\"color:%1\" href=\"\\1\">\\1</a>"_s.arg(palette.accentText.name()));
    html.replace(code,
        u"<span style=\"font-family:'JetBrains Mono';background:%1\">&nbsp;\\1&nbsp;</span>"_s.arg(palette.bg4.name()));
    html.replace(strong, u"<b>\\1</b>"_s);
    html.replace(light, u"<i>\\1</i>"_s);
    linkFrames(html);
    return html;
}

} // namespace

QList<TextSpan> mentionsIn(const QString &text, const QStringList &names)
{
    QList<TextSpan> spans;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        qsizetype longest = 0;
        for (const QString &name : names) {
            if (name.size() <= longest || text.mid(at + 1, name.size()) != name) continue;
            const qsizetype end = at + 1 + name.size();
            if (end == text.size() || !text[end].isLetterOrNumber()) longest = name.size();
        }
        if (longest > 0) spans << TextSpan{at, longest + 1};
    }
    return spans;
}

QString commentHtml(const QString &text, const QStringList &names)
{
    QString html;
    qsizetype from = 0;
    for (const TextSpan &span : mentionsIn(text, names)) {
        html += styled(text.mid(from, span.start - from));
        html += u"<span style=\"color:%1\">%2</span>"_s.arg(
            colours().accentText.name(), text.mid(span.start, span.length).toHtmlEscaped());
        from = span.start + span.length;
    }
    html += styled(text.mid(from));
    html.replace(u'\n', u"<br>"_s);
    return html;
}

} // namespace callboard::ui
