// SPDX-License-Identifier: GPL-3.0-or-later
// What all imports from another Kitsu share: lists of records with their identifiers, told as this API tells them.
// Who is outside of a production reads nothing of it and writes nothing; in it, managers and admins import.
#pragma once

#include "core/api/Operation.h"
#include "core/records/KnownRows.h"

#include <string>
#include <vector>

namespace callboard::exchange {

/// A refusal as these routes tell it.
api::Error refusedImport(const std::string &sentence);
/// The entries of the body. 400 when it is no list.
std::vector<Json> kitsuEntries(const api::Request &request);
/// The text of a member; empty when it has none.
std::string textOf(const Json &entry, const char *member);
/// The identifier in a member, in lower case; empty when there is none or it is malformed.
std::string idIn(const Json &entry, const char *member);
/// The entry's own identifier. Throws 400.
std::string idOf(const Json &entry);
/// What the entries name in that member.
std::set<std::string> idsIn(const std::vector<Json> &entries, const char *member);
/// Takes away what lists tell beside the columns.
void leaveOut(Json &entry, std::initializer_list<const char *> members);
/// Leaves out references to rows that did not come along: pictures, authors. What is here keeps its own.
void forgetUnknown(
    records::KnownRows &known, const schema::Table &table, Json &entry, std::initializer_list<const char *> members);
/// The moment at which a new row was made where it comes from. Throws 400.
void keepCreation(const Json &entry, Json &columns);

/// Those entries whose production, named in project_id, is the caller's. Throws 403 where the caller is no manager.
std::vector<Json> ownEntries(api::Writing &writing, const std::vector<Json> &entries);
/// Throws 403 unless the caller manages each of these productions.
void requireManagerOfAll(const api::Reading &reading, const std::set<std::string> &projectIds);

/// Tells a change as these imports do: with the production alone.
void tellImport(api::Writing &writing, const std::string &event, const std::string &projectId);

/// Names the entry in what `take` refuses.
template<typename Take>
void forEntry(const Json &entry, Take take)
{
    try {
        take();
    } catch (const api::Error &error) {
        if (error.status() != 400) throw;
        std::string name = textOf(entry, "name");
        if (name.empty()) name = textOf(entry, "id");
        throw refusedImport(name.empty() ? std::string(error.what()) : name + ": " + error.what());
    }
}

/// Takes all entries and writes them.
template<typename Import>
api::Response takeAll(api::Writing &writing, const std::vector<Json> &entries)
{
    Import import(writing, entries);
    for (const Json &entry : entries) import.take(entry);
    return api::json(import.write());
}

} // namespace callboard::exchange
