// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterParser.h"

#include "ui/filter/FilterTokens.h"
#include "ui/values/FoldedText.h"

#include <QCoreApplication>

namespace callboard::ui {
namespace {

class Parser
{
    Q_DECLARE_TR_FUNCTIONS(FilterParser)

public:
    Parser(const QString &text, const FilterVocabulary &words)
        : m_text(text)
        , m_words(words)
    {}

    FilterExpression read()
    {
        const auto tokens = filterTokens(m_text);
        m_result.alternatives.resize(tokens.groups + 1);
        for (const auto &token : tokens.tokens) readToken(token);
        if (tokens.isOpen) unfinished({int(m_text.size()), 0}, tr("The union is not closed: “)” is missing."));
        return m_result;
    }

private:
    // A token's errors leave it out; the entries that are right still count.
    void readToken(const FilterToken &token)
    {
        FilterTerm term;
        term.span = token.span;
        term.isExcluded = token.isExcluded;
        if (token.isOpen) unfinished(token.span, tr("A bracket or a quote is not closed."));
        const bool isRead = token.hasEquals ? readComparison(token, term) : readWords(token, term);
        if (isRead && !(term.values.isEmpty() && term.subject != FilterSubject::Thumbnail))
            m_result.alternatives[token.group] << term;
    }

    bool readWords(const FilterToken &token, FilterTerm &term)
    {
        if (token.entries.size() == 1 && !token.entries.first().isPhrase
            && foldedText(token.entries.first().text) == QLatin1String("withthumbnail")) {
            term.subject = FilterSubject::Thumbnail;
            return true;
        }
        for (const auto &entry : token.entries) {
            FilterValue value;
            value.text = entry.text;
            value.isPhrase = entry.isPhrase;
            value.isExcluded = entry.isExcluded;
            if (!value.text.isEmpty()) term.values << value;
        }
        return true;
    }

    bool readComparison(const FilterToken &token, FilterTerm &term)
    {
        const auto name = foldedText(token.name);
        if (token.entries.isEmpty()) {
            if (!knowsColumn(token, name)) return false;
            unfinished(token.span, tr("A value is missing after “=”."));
            return false;
        }
        if (name == QLatin1String("status")) return readStatuses(token, term, FilterSubject::AnyStatus);
        if (name == QLatin1String("assignedto")) return readPeople(token, term);
        if (name == QLatin1String("priority")) return readPriority(token, term);
        if (name.startsWith(QLatin1String("priority-")) && token.argument.isEmpty()) return readPriority(token, term);
        if (name == QLatin1String("department"))
            return readNames(token, term, FilterSubject::Department, m_words.departments);
        if (name == QLatin1String("readyfor")) return readTaskTypes(token, term, FilterSubject::ReadyFor);
        if (name == QLatin1String("assetsready")) return readTaskTypes(token, term, FilterSubject::AssetsReady);
        if (name == m_words.groupWord()) return readNames(token, term, FilterSubject::Group, m_words.groups);
        if (name == QLatin1String("episode")) return readNames(token, term, FilterSubject::Episode, m_words.episodes);
        if (const auto *type = m_words.taskType(token.name)) return readTask(token, term, *type);
        if (const auto *column = m_words.metadata(token.name)) return readMetadata(token, term, *column);
        if (const auto kind = field(name)) {
            term.subject = FilterSubject::Field;
            term.column = ColumnKey{*kind, {}};
            return addPlain(token, term);
        }
        return unknownColumn(token);
    }

    static std::optional<ColumnKind> field(const QString &name)
    {
        if (name == QLatin1String("frames")) return ColumnKind::Frames;
        if (name == QLatin1String("fps")) return ColumnKind::FramesPerSecond;
        if (name == QLatin1String("resolution")) return ColumnKind::Resolution;
        if (name == QLatin1String("name")) return ColumnKind::Name;
        if (name == QLatin1String("description")) return ColumnKind::Description;
        return std::nullopt;
    }

    bool knowsColumn(const FilterToken &token, const QString &name)
    {
        for (const auto &known : m_words.columnNames())
            if (foldedText(known) == name) return true;
        if (name.startsWith(QLatin1String("priority"))) return true;
        if (m_words.taskType(token.name) || m_words.metadata(token.name)) return true;
        return unknownColumn(token);
    }

    bool unknownColumn(const FilterToken &token)
    {
        const auto names = m_words.columnNames();
        QStringList begins;
        for (const auto &name : names)
            if (foldedText(name).startsWith(foldedText(token.name))) begins << name;
        if (begins.size() > 1) {
            error(token.nameSpan, tr("“%1” may be %2.").arg(token.name, begins.join(tr(" or "))), begins.first());
            return false;
        }
        const auto near = FilterVocabulary::nearest(token.name, names);
        error(token.nameSpan,
            near.isEmpty() ? tr("There is no column “%1”.").arg(token.name)
                           : tr("There is no column “%1”. Did you mean “%2”?").arg(token.name, near),
            near);
        return false;
    }

    bool readTask(const FilterToken &token, FilterTerm &term, const TaskTypeColumn &type)
    {
        term.column = ColumnKey{ColumnKind::Task, type.id};
        const auto first = foldedText(token.entries.first().text);
        if (token.entries.size() == 1 && (first == QLatin1String("assigned") || first == QLatin1String("unassigned"))) {
            term.subject = FilterSubject::TaskAssignment;
            FilterValue value;
            value.text = first;
            value.isExcluded = (first == QLatin1String("unassigned")) != token.entries.first().isExcluded;
            term.values << value;
            return true;
        }
        return readStatuses(token, term, FilterSubject::TaskStatus);
    }

    bool readStatuses(const FilterToken &token, FilterTerm &term, FilterSubject subject)
    {
        term.subject = subject;
        for (const auto &entry : token.entries) {
            const auto *status = m_words.status(entry.text);
            if (!status) {
                const auto near = FilterVocabulary::nearest(entry.text, m_words.statusNames());
                error(entry.span,
                    near.isEmpty() ? tr("There is no status “%1”.").arg(entry.text)
                                   : tr("There is no status “%1”. Did you mean “%2”?").arg(entry.text, near),
                    near);
                continue;
            }
            addValue(term, entry, status->shortName, status->id);
        }
        return true;
    }

    bool readArgument(const FilterToken &token, const QString &name, FilterTerm &term)
    {
        const auto *type = m_words.taskType(name);
        if (type)
            term.column = ColumnKey{ColumnKind::Task, type->id};
        else
            unknownTaskType(token.nameSpan, name);
        return type;
    }

    bool readPeople(const FilterToken &token, FilterTerm &term)
    {
        term.subject = FilterSubject::AssignedTo;
        if (!token.argument.isEmpty() && !readArgument(token, token.argument, term)) return false;
        for (const auto &entry : token.entries) {
            const auto *person = m_words.person(entry.text);
            if (person) {
                addValue(term, entry, person->fullName, person->id);
                continue;
            }
            const auto near = FilterVocabulary::nearest(entry.text, m_words.personNames());
            error(entry.span,
                near.isEmpty() ? tr("Nobody here is called “%1”.").arg(entry.text)
                               : tr("Nobody here is called “%1”. Did you mean “%2”?").arg(entry.text, near),
                near);
        }
        return true;
    }

    bool readPriority(const FilterToken &token, FilterTerm &term)
    {
        term.subject = FilterSubject::Priority;
        const auto name = token.argument.isEmpty() ? token.name.mid(9) : token.argument;
        if (!name.isEmpty() && !readArgument(token, name, term)) return false;
        for (const auto &entry : token.entries) {
            bool isNumber = false;
            const int priority = entry.text.toInt(&isNumber);
            if (isNumber && priority >= 0 && priority <= 3)
                addValue(term, entry, entry.text, {});
            else
                error(entry.span, tr("A priority is 0, 1, 2 or 3."), {});
        }
        return true;
    }

    bool readNames(const FilterToken &token, FilterTerm &term, FilterSubject subject, const QStringList &known)
    {
        term.subject = subject;
        for (const auto &entry : token.entries) {
            const auto wanted = foldedText(entry.text);
            QString exact;
            for (const auto &name : known)
                if (foldedText(name) == wanted) {
                    exact = name;
                    break;
                }
            if (!exact.isEmpty()) {
                addValue(term, entry, exact, {});
                continue;
            }
            const auto near = FilterVocabulary::nearest(entry.text, known);
            error(entry.span,
                near.isEmpty() ? tr("Nothing here is called “%1”.").arg(entry.text)
                               : tr("Nothing here is called “%1”. Did you mean “%2”?").arg(entry.text, near),
                near);
        }
        return true;
    }

    bool readTaskTypes(const FilterToken &token, FilterTerm &term, FilterSubject subject)
    {
        term.subject = subject;
        for (const auto &entry : token.entries) {
            if (const auto *type = m_words.taskType(entry.text))
                addValue(term, entry, type->name, type->id);
            else
                unknownTaskType(entry.span, entry.text);
        }
        return true;
    }

    bool readMetadata(const FilterToken &token, FilterTerm &term, const MetadataColumn &column)
    {
        term.subject = FilterSubject::Metadata;
        term.column = ColumnKey{ColumnKind::Metadata, column.id};
        if (column.type != MetadataType::Checklist) return addPlain(token, term);
        for (const auto &entry : token.entries) {
            const auto colon = entry.text.lastIndexOf(u':');
            const auto word = foldedText(entry.text.mid(colon + 1).trimmed());
            if (colon < 0 || (word != QLatin1String("true") && word != QLatin1String("false"))) {
                error(entry.span, tr("Write an item of a checklist as “item:true” or “item:false”."), {});
                continue;
            }
            addValue(term, entry, entry.text.left(colon).trimmed(), {});
            term.values.last().isChecked = word == QLatin1String("true");
        }
        return true;
    }

    bool addPlain(const FilterToken &token, FilterTerm &term)
    {
        for (const auto &entry : token.entries) addValue(term, entry, entry.text, {});
        return true;
    }

    static void addValue(FilterTerm &term, const FilterEntry &entry, const QString &text, const QString &id)
    {
        FilterValue value;
        value.text = text;
        value.id = id;
        value.isExcluded = entry.isExcluded;
        term.values << value;
    }

    void unknownTaskType(FilterSpan span, const QString &name)
    {
        QStringList names;
        for (const auto &type : m_words.subject.taskTypes) names << type.name;
        const auto near = FilterVocabulary::nearest(name, names);
        error(span,
            near.isEmpty() ? tr("There is no task type “%1”.").arg(name)
                           : tr("There is no task type “%1”. Did you mean “%2”?").arg(name, near),
            near);
    }

    void error(FilterSpan span, const QString &sentence, const QString &suggestion)
    {
        m_result.errors << FilterError{span, sentence, suggestion, false};
    }
    void unfinished(FilterSpan span, const QString &sentence)
    {
        m_result.errors << FilterError{span, sentence, {}, true};
    }

    const QString &m_text;
    const FilterVocabulary &m_words;
    FilterExpression m_result;
};

} // namespace

FilterExpression parseFilter(const QString &text, const FilterVocabulary &words)
{
    return Parser(text, words).read();
}

} // namespace callboard::ui
