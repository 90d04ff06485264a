// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterPrinter.h"

#include <algorithm>

namespace callboard::ui {
namespace {

bool isBare(const QString &name)
{
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
}

QString columnWord(const QString &name)
{
    const auto lower = name.toLower();
    return isBare(lower) ? lower : u'[' + lower + u']';
}

QString taskTypeName(const ColumnKey &column, const FilterVocabulary &words)
{
    for (const auto &type : words.subject.taskTypes)
        if (type.id == column.id) return type.name;
    return column.id;
}

QString metadataName(const ColumnKey &column, const FilterVocabulary &words)
{
    for (const auto &known : words.subject.metadata)
        if (known.id == column.id) return known.name;
    return column.id;
}

QString fieldWord(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Frames: return QStringLiteral("frames");
    case ColumnKind::FramesPerSecond: return QStringLiteral("fps");
    case ColumnKind::Resolution: return QStringLiteral("resolution");
    case ColumnKind::Description: return QStringLiteral("description");
    default: return QStringLiteral("name");
    }
}

QString bracketed(const FilterTerm &term)
{
    QStringList entries;
    for (const auto &value : term.values) {
        QString text = value.text;
        if (value.isChecked) text += *value.isChecked ? QStringLiteral(":true") : QStringLiteral(":false");
        if (value.isPhrase || text.contains(u',') || text.contains(u']')) text = u'"' + text + u'"';
        entries << (value.isExcluded ? u'-' + text : text);
    }
    return u'[' + entries.join(u',') + u']';
}

QString words(const FilterTerm &term)
{
    if (term.values.size() != 1 || term.values.first().isExcluded) return bracketed(term);
    const auto &value = term.values.first();
    return value.isPhrase || value.text.contains(u' ') ? u'"' + value.text + u'"' : value.text;
}

QString argument(const FilterTerm &term, const FilterVocabulary &words)
{
    return term.column ? u'[' + taskTypeName(*term.column, words) + u']' : QString();
}

} // namespace

QString printTerm(const FilterTerm &term, const FilterVocabulary &vocabulary)
{
    const QString sign = term.isExcluded ? QStringLiteral("-") : QString();
    const auto compared = [&](const QString &name) { return sign + name + u'=' + bracketed(term); };
    switch (term.subject) {
    case FilterSubject::Text: return sign + words(term);
    case FilterSubject::Thumbnail: return sign + QStringLiteral("withthumbnail");
    case FilterSubject::AnyStatus: return compared(QStringLiteral("status"));
    case FilterSubject::TaskStatus: return compared(columnWord(taskTypeName(*term.column, vocabulary)));
    case FilterSubject::TaskAssignment:
        return sign + columnWord(taskTypeName(*term.column, vocabulary))
            + (term.values.first().isExcluded ? QStringLiteral("=unassigned") : QStringLiteral("=assigned"));
    case FilterSubject::AssignedTo: return compared(QStringLiteral("assignedto") + argument(term, vocabulary));
    case FilterSubject::Group: return compared(vocabulary.groupWord());
    case FilterSubject::Episode: return compared(QStringLiteral("episode"));
    case FilterSubject::Field: return compared(fieldWord(term.column->kind));
    case FilterSubject::Metadata: return compared(columnWord(metadataName(*term.column, vocabulary)));
    case FilterSubject::Department: return compared(QStringLiteral("department"));
    case FilterSubject::Priority:
        return compared(
            term.column ? QStringLiteral("priority-") + argument(term, vocabulary) : QStringLiteral("priority"));
    case FilterSubject::ReadyFor: return compared(QStringLiteral("readyfor"));
    case FilterSubject::AssetsReady: return compared(QStringLiteral("assetsready"));
    }
    return {};
}

QString printFilter(const FilterExpression &expression, const FilterVocabulary &vocabulary)
{
    QStringList parts;
    for (int i = 0; i < expression.alternatives.size(); ++i) {
        QStringList terms;
        for (const auto &term : expression.alternatives[i]) terms << printTerm(term, vocabulary);
        if (i == 0)
            parts << terms;
        else
            parts << QStringLiteral("+(") + terms.join(u' ') + u')';
    }
    return parts.join(u' ');
}

} // namespace callboard::ui
