// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterTokens.h"

namespace callboard::ui {
namespace {

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {}

    FilterTokens all()
    {
        FilterTokens found;
        int group = 0;
        while (skipSpace(), !atEnd()) {
            if (startsWith(u'+') && peek(1) == u'(' && group == 0) {
                group = ++found.groups;
                m_at += 2;
            } else if (group > 0 && startsWith(u')')) {
                group = 0;
                ++m_at;
            } else {
                auto token = one(group > 0);
                token.group = group;
                found.tokens << token;
            }
        }
        found.isOpen = group > 0;
        return found;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek(int ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    bool startsWith(char16_t c) const { return peek() == c; }
    void skipSpace()
    {
        while (!atEnd() && peek().isSpace()) ++m_at;
    }

    FilterToken one(bool inUnion)
    {
        FilterToken token;
        const int start = m_at;
        if (startsWith(u'-') && m_at + 1 < m_text.size() && !peek(1).isSpace()) {
            token.isExcluded = true;
            ++m_at;
        }
        const int nameStart = m_at;
        if (startsWith(u'"')) {
            token.entries << quoted(token);
        } else if (startsWith(u'[')) {
            bracketFirst(token);
        } else {
            bareFirst(token, inUnion);
        }
        if (token.hasEquals)
            readValue(token, inUnion);
        else
            token.valueSpan = {nameStart, m_at - nameStart};
        if (m_at == start) ++m_at; // a lone ")" is a word: never stand still
        token.span = {start, m_at - start};
        return token;
    }

    // [a,b] are words, [name]=… is a column.
    void bracketFirst(FilterToken &token)
    {
        const int open = m_at;
        auto entries = bracketed(token);
        if (!startsWith(u'=')) {
            token.entries = entries;
            return;
        }
        token.nameSpan = {open, m_at - open};
        token.name = m_text.mid(open + 1, m_at - open - 2).trimmed();
        token.hasEquals = true;
        ++m_at;
    }

    // word, name=…, assignedto[Type]=…, priority-[Type]=…
    void bareFirst(FilterToken &token, bool inUnion)
    {
        const int start = m_at;
        while (!atEnd() && !peek().isSpace() && peek() != u'=' && peek() != u'[' && !(inUnion && peek() == u')'))
            ++m_at;
        int nameEnd = m_at;
        if (startsWith(u'[')) {
            const int open = m_at;
            bracketed(token);
            token.argument = m_text.mid(open + 1, m_at - open - (token.isOpen ? 1 : 2)).trimmed();
            if (nameEnd > start && m_text[nameEnd - 1] == u'-') --nameEnd;
        }
        token.name = m_text.mid(start, nameEnd - start);
        token.nameSpan = {start, m_at - start};
        if (startsWith(u'=')) {
            token.hasEquals = true;
            ++m_at;
            return;
        }
        FilterEntry word;
        word.text = m_text.mid(start, m_at - start);
        word.span = {start, m_at - start};
        token.entries << word;
    }

    void readValue(FilterToken &token, bool inUnion)
    {
        const int start = m_at;
        if (startsWith(u'[')) {
            token.entries = bracketed(token);
        } else {
            while (!atEnd() && !peek().isSpace() && !(inUnion && peek() == u')')) {
                if (startsWith(u'"')) {
                    token.entries << quoted(token);
                } else {
                    const int from = m_at;
                    while (!atEnd() && !peek().isSpace() && peek() != u',' && !(inUnion && peek() == u')')) ++m_at;
                    addEntry(token.entries, from, m_at);
                }
                if (startsWith(u','))
                    ++m_at;
                else
                    break;
            }
        }
        token.valueSpan = {start, m_at - start};
    }

    QList<FilterEntry> bracketed(FilterToken &token)
    {
        QList<FilterEntry> entries;
        ++m_at; // "["
        int from = m_at;
        while (!atEnd() && peek() != u']') {
            if (peek() == u',') {
                addEntry(entries, from, m_at);
                from = m_at + 1;
            } else if (peek() == u'"') {
                FilterToken inner; // commas within quotes do not part
                quoted(inner);
                continue;
            }
            ++m_at;
        }
        addEntry(entries, from, m_at);
        if (atEnd())
            token.isOpen = true;
        else
            ++m_at;
        return entries;
    }

    void addEntry(QList<FilterEntry> &entries, int from, int to)
    {
        while (from < to && m_text[from].isSpace()) ++from;
        while (to > from && m_text[to - 1].isSpace()) --to;
        FilterEntry entry;
        entry.span = {from, to - from};
        if (to - from > 1 && m_text[from] == u'-') {
            entry.isExcluded = true;
            ++from;
        }
        if (to - from > 1 && m_text[from] == u'"' && m_text[to - 1] == u'"') {
            entry.isPhrase = true;
            ++from;
            --to;
        }
        entry.text = m_text.mid(from, to - from).trimmed();
        if (!entry.text.isEmpty()) entries << entry;
    }

    FilterEntry quoted(FilterToken &token)
    {
        const int open = m_at;
        ++m_at;
        while (!atEnd() && peek() != u'"') ++m_at;
        FilterEntry entry;
        entry.isPhrase = true;
        entry.text = m_text.mid(open + 1, m_at - open - 1);
        if (atEnd())
            token.isOpen = true;
        else
            ++m_at;
        entry.span = {open, m_at - open};
        return entry;
    }

    const QString &m_text;
    int m_at = 0;
};

} // namespace

FilterTokens filterTokens(const QString &text)
{
    return Reader(text).all();
}

} // namespace callboard::ui
