// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterCompletion.h"

#include "ui/filter/FilterTokens.h"
#include "ui/values/FoldedText.h"

#include <QCoreApplication>
#include <algorithm>

namespace callboard::ui {
namespace {

constexpr int mostCandidates = 12;

class Completer
{
    Q_DECLARE_TR_FUNCTIONS(FilterCompletion)

public:
    Completer(const QString &text, int cursor, const FilterVocabulary &words)
        : m_text(text)
        , m_cursor(cursor)
        , m_words(words)
    {}

    FilterCompletion find()
    {
        const auto tokens = filterTokens(m_text);
        const FilterToken *current = nullptr;
        for (const auto &token : tokens.tokens)
            if (token.span.start < m_cursor && m_cursor <= token.span.end()) current = &token;
        if (!current) return {};
        if (current->hasEquals && m_cursor >= current->valueSpan.start)
            values(*current);
        else
            columns(*current);
        return m_found;
    }

private:
    void columns(const FilterToken &token)
    {
        if (token.entries.size() == 1 && token.entries.first().isPhrase) return;
        const int start = token.span.start + (token.isExcluded ? 1 : 0);
        m_found.replaced = {start, m_cursor - start};
        m_typed = foldedText(m_text.mid(start, m_cursor - start));
        if (m_typed.startsWith(u'[')) m_typed.remove(0, 1);
        for (const auto &type : m_words.subject.taskTypes) offerColumn(type.name, tr("Status of the task"));
        for (const auto &column : m_words.subject.metadata) offerColumn(column.name, tr("Column"));
        offerColumn(QStringLiteral("status"), tr("Any task's status"));
        offerColumn(QStringLiteral("assignedto"), tr("Somebody's tasks"));
        offerColumn(m_words.groupWord(), {});
        if (!m_words.episodes.isEmpty()) offerColumn(QStringLiteral("episode"), {});
        if (!m_words.departments.isEmpty()) offerColumn(QStringLiteral("department"), {});
        for (const auto *field : {"frames", "fps", "resolution"}) offerColumn(QString::fromLatin1(field), {});
        if (m_words.subject.entity == SheetSubject::Entity::Asset)
            offerColumn(QStringLiteral("readyfor"), tr("Ready for a task"));
        else
            offerColumn(QStringLiteral("assetsready"), tr("The cast is ready for a task"));
        offer(QStringLiteral("withthumbnail"), QStringLiteral("withthumbnail "), tr("Has a picture"));
        for (const auto &type : m_words.subject.taskTypes)
            offer(QStringLiteral("priority-[%1]").arg(type.name), QStringLiteral("priority-[%1]=").arg(type.name),
                tr("Priority of the task"));
        sortByFit();
    }

    void values(const FilterToken &token)
    {
        const FilterEntry *entry = nullptr;
        for (const auto &candidate : token.entries)
            if (candidate.span.contains(m_cursor)) entry = &candidate;
        int start = entry ? entry->span.start : m_cursor;
        if (entry && entry->isExcluded) ++start;
        m_found.replaced = {start, m_cursor - start};
        m_typed = foldedText(m_text.mid(start, m_cursor - start));
        const auto name = foldedText(token.name);
        const auto offerAll = [this](const QStringList &names) {
            for (const auto &each : names) offer(each, each, {});
        };
        if (name == QLatin1String("status"))
            offerStatuses();
        else if (name == QLatin1String("assignedto"))
            offerAll(m_words.personNames());
        else if (name == QLatin1String("department"))
            offerAll(m_words.departments);
        else if (name == QLatin1String("episode"))
            offerAll(m_words.episodes);
        else if (name == m_words.groupWord())
            offerAll(m_words.groups);
        else if (name.startsWith(QLatin1String("priority")))
            offerAll({QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("0")});
        else if (name == QLatin1String("readyfor") || name == QLatin1String("assetsready"))
            offerTaskTypes();
        else if (m_words.taskType(token.name)) {
            offerStatuses();
            offer(QStringLiteral("assigned"), QStringLiteral("assigned"), tr("Somebody has it"));
            offer(QStringLiteral("unassigned"), QStringLiteral("unassigned"), tr("Nobody has it"));
        } else if (const auto *column = m_words.metadata(token.name))
            offerChoices(*column);
        sortByFit();
        // Names with spaces need the bracket.
        if (!m_text.mid(token.valueSpan.start, 1).startsWith(u'['))
            for (auto &candidate : m_found.candidates)
                if (candidate.insertion.contains(u' ')) candidate.insertion = u'[' + candidate.insertion + u']';
    }

    void offerStatuses()
    {
        for (const auto &status : m_words.subject.statuses) {
            if (fit(status.shortName) < 0 && fit(status.name) < 0) continue;
            m_found.candidates << FilterCandidate{
                status.shortName.toLower(), status.shortName.toUpper(), status.name, 0};
        }
    }
    void offerTaskTypes()
    {
        for (const auto &type : m_words.subject.taskTypes) offer(type.name, type.name, {});
    }
    void offerChoices(const MetadataColumn &column)
    {
        if (column.type == MetadataType::Boolean) {
            offer(QStringLiteral("true"), QStringLiteral("true"), {});
            offer(QStringLiteral("false"), QStringLiteral("false"), {});
        }
        for (const auto &choice : column.choices) {
            if (column.type != MetadataType::Checklist)
                offer(choice, choice, {});
            else
                for (const auto *state : {":true", ":false"}) {
                    const QString item = choice + QString::fromLatin1(state);
                    offer(item, item, {});
                }
        }
    }

    void offerColumn(const QString &name, const QString &explanation)
    {
        const auto lower = name.toLower();
        const bool isBare = std::all_of(lower.begin(), lower.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (fit(name) < 0) return;
        const auto word = isBare ? lower : u'[' + lower + u']';
        m_found.candidates << FilterCandidate{word + QStringLiteral("=[]"), name, explanation, 1};
    }

    void offer(const QString &label, const QString &insertion, const QString &explanation)
    {
        if (fit(label) >= 0) m_found.candidates << FilterCandidate{insertion, label, explanation, 0};
    }

    // 0 begins so, 1 a word of it begins so, 2 it is within, -1 not at all.
    int fit(const QString &name) const
    {
        const auto folded = foldedText(name);
        if (folded.startsWith(m_typed)) return 0;
        const auto at = folded.indexOf(m_typed);
        if (at < 0) return -1;
        return folded[at - 1].isLetterOrNumber() ? 2 : 1;
    }

    void sortByFit()
    {
        std::stable_sort(m_found.candidates.begin(), m_found.candidates.end(),
            [this](const auto &a, const auto &b) { return unsigned(fit(a.label)) < unsigned(fit(b.label)); });
        if (m_found.candidates.size() > mostCandidates) m_found.candidates.resize(mostCandidates);
    }

    const QString &m_text;
    int m_cursor;
    const FilterVocabulary &m_words;
    QString m_typed;
    FilterCompletion m_found;
};

} // namespace

FilterCompletion completeFilter(const QString &text, int cursor, const FilterVocabulary &words)
{
    return Completer(text, cursor, words).find();
}

} // namespace callboard::ui
