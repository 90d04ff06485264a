// SPDX-License-Identifier: GPL-3.0-or-later
// The memory that the bodies of all running requests may take together, and the uploads that each person has
// arriving. Lives on the network thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace callboard::server {

class BodyBudget
{
public:
    explicit BodyBudget(std::uint64_t bytes)
        : m_limit(bytes)
    {}

    /// What one request has of it; given back with it.
    class Share
    {
    public:
        explicit Share(BodyBudget &budget)
            : m_budget(budget)
        {}
        ~Share() { m_budget.m_taken -= m_bytes; }
        Share(const Share &) = delete;
        Share &operator=(const Share &) = delete;

        /// False when nothing is left.
        bool grow(std::uint64_t bytes)
        {
            if (m_budget.m_taken + bytes > m_budget.m_limit) return false;
            m_budget.m_taken += bytes;
            m_bytes += bytes;
            return true;
        }

    private:
        BodyBudget &m_budget;
        std::uint64_t m_bytes = 0;
    };

private:
    const std::uint64_t m_limit;
    std::uint64_t m_taken = 0;
};

/// How many uploads each person has arriving.
class RunningUploads
{
public:
    explicit RunningUploads(std::size_t most)
        : m_most(most)
    {}

    /// One upload of a person, for as long as it lives.
    class Place
    {
    public:
        Place(RunningUploads &uploads, std::string personId)
            : m_uploads(uploads)
            , m_personId(std::move(personId))
        {
            ++m_uploads.m_counts[m_personId];
        }
        ~Place()
        {
            const auto found = m_uploads.m_counts.find(m_personId);
            if (--found->second == 0) m_uploads.m_counts.erase(found);
        }
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;

    private:
        RunningUploads &m_uploads;
        const std::string m_personId;
    };

    bool hasPlaceFor(const std::string &personId) const
    {
        const auto found = m_counts.find(personId);
        return found == m_counts.end() || found->second < m_most;
    }

private:
    const std::size_t m_most;
    std::map<std::string, std::size_t> m_counts;
};

} // namespace callboard::server
