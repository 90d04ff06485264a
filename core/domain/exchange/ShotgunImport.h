// SPDX-License-Identifier: GPL-3.0-or-later
// What all imports from ShotGrid (once Shotgun) share: lists of its records, known again by their numbers. An entry
// that lacks a field is passed over. The requests are administrators' alone.
#pragma once

#include "core/api/Operation.h"
#include "core/records/ManyRows.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace callboard::exchange {

/// The entries of the body. 400 when it is no list of objects.
std::vector<Json> shotgunEntries(const api::Request &request);

/// One of these members is missing; null is there.
bool lacks(const Json &entry, std::initializer_list<const char *> members);
/// A member that is text; nothing when it is missing or empty.
std::optional<std::string> wordIn(const Json &entry, const char *member);
/// The record's number, or that of another record it names ("project": {"id": 101}); nothing when it has none.
/// Throws 400 for what is no number.
std::optional<std::int64_t> numberIn(const Json &entry, const char *member);
/// The numbers in a list of records that it names.
std::vector<std::int64_t> numbersIn(const Json &entry, const char *member);
/// ShotGrid's own fields ("sg_…") that have a value, without these.
Json ownFields(const Json &entry, std::initializer_list<std::string_view> except);
/// "#0a0b0c" for "10,11,12"; nothing when it is no colour.
std::optional<std::string> colourIn(const Json &entry, const char *member);
/// A member as a column holds it; null stays null. Throws 400.
Json columnOf(std::string_view table, const char *column, const Json &value);

/// Rows of a table by their numbers.
using Numbered = std::map<std::int64_t, std::string>;
Numbered allNumbered(api::Reading &reading, const std::string &table);
Numbered numbered(api::Reading &reading, const std::string &table, const std::set<std::int64_t> &numbers);

/// Productions as entries name them: by their number, else by their name.
class ShotgunProjects
{
public:
    explicit ShotgunProjects(api::Reading &reading);
    /// Nothing when the entry names none, or one that is not here.
    std::optional<std::string> find(const Json &entry) const;
    std::optional<std::string> numbered(std::int64_t number) const;
    std::optional<std::string> named(const std::string &name) const;

private:
    Numbered m_byNumber;
    std::map<std::string, std::string> m_byName;
};

/// The record of that name, made when there is none: departments, production statuses.
std::string ensureNamed(api::Writing &writing, const std::string &table, const std::string &name, Json columns);

/// Tells a change at once, without keeping it among the events: imports would bury all others.
void tellQuietly(api::Writing &writing, const std::string &event, Json payload, const std::string &projectId);

/// Takes all entries and writes them; names the entry in what is refused.
template<typename Import>
api::Response takeAllNumbered(api::Working &working, api::Request &request)
{
    const auto entries = shotgunEntries(request);
    return working.write([&](api::Writing &writing) {
        Import import(writing, entries);
        for (const Json &entry : entries) {
            try {
                import.take(entry);
            } catch (const api::Error &error) {
                if (error.status() != 400) throw;
                const auto number = entry.value("id", Json());
                throw api::badRequest("Record " + toText(number) + ": " + error.what());
            }
        }
        return api::json(import.write());
    });
}

} // namespace callboard::exchange
