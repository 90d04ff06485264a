// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection keeps prepared, by the statement's text. Lists and filters make ever new texts, so only so many
// are kept: those that were not used for the longest make room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace callboard::store {

/// Tells how many texts a connection keeps prepared; tests look at it.
class KeepsStatements
{
public:
    virtual ~KeepsStatements() = default;
    virtual std::size_t keptStatements() const = 0;
};

/// `Statement` says by isIdle() whether it may be dropped.
template<typename Statement>
class StatementTexts
{
public:
    static constexpr std::size_t greatest = 200;

    /// What is kept for the text, made when it is missing. It stays where it is until it is given to `drop`.
    template<typename Drop>
    Statement &of(std::string_view sql, const Drop &drop)
    {
        auto found = m_kept.find(sql);
        if (found == m_kept.end()) {
            if (m_kept.size() >= greatest) makeRoom(drop);
            found = m_kept.try_emplace(std::string(sql)).first;
        }
        found->second.lastUse = ++m_uses;
        return found->second.statement;
    }
    void forget(std::string_view sql)
    {
        if (const auto found = m_kept.find(sql); found != m_kept.end()) m_kept.erase(found);
    }
    template<typename Drop>
    void clear(const Drop &drop)
    {
        for (auto &[sql, kept] : m_kept) drop(kept.statement);
        m_kept.clear();
    }
    std::size_t size() const { return m_kept.size(); }

private:
    struct Kept
    {
        Statement statement;
        std::uint64_t lastUse = 0;
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Map = std::unordered_map<std::string, Kept, TextHash, std::equal_to<>>;

    /// A quarter goes at once, so that looking for them is rare.
    template<typename Drop>
    void makeRoom(const Drop &drop)
    {
        std::vector<typename Map::iterator> idle;
        for (auto entry = m_kept.begin(); entry != m_kept.end(); ++entry)
            if (entry->second.statement.isIdle()) idle.push_back(entry);
        const auto last = idle.begin() + static_cast<std::ptrdiff_t>(std::min(idle.size(), greatest / 4));
        std::partial_sort(idle.begin(), last, idle.end(),
            [](const auto &one, const auto &other) { return one->second.lastUse < other->second.lastUse; });
        for (auto entry = idle.begin(); entry != last; ++entry) {
            drop((*entry)->second.statement);
            m_kept.erase(*entry);
        }
    }

    Map m_kept;
    std::uint64_t m_uses = 0;
};

} // namespace callboard::store
