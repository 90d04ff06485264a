// SPDX-License-Identifier: GPL-3.0-or-later
// A person as it is told: never with secrets, with full_name and the names of security keys; or short, for
// those who may not see the record. One place for every answer that holds people.
#pragma once

#include "core/api/JsonWriter.h"
#include "core/store/Connection.h"

#include <optional>
#include <string>
#include <string_view>

namespace callboard::people {

enum class PersonForm {
    Record,               // every field that may be told, without departments
    WithDepartments,      // and the identifiers of the departments
    Short,                // 12 fields; departments is an empty list
    ShortWithDepartments, // 12 fields
};

/// For the SELECT: the columns of a person under that alias, in the order that writePerson() reads them.
std::string personColumns(store::Dialect dialect, PersonForm form, std::string_view alias = "person");
/// Number of columns that personColumns() names.
int personColumnCount(PersonForm form);
/// Writes the object for the cursor's columns from `first` on.
void writePerson(api::JsonWriter &writer, const store::Rows &rows, PersonForm form, int first = 0);
/// The members alone, inside an object already begun.
void writePersonMembers(api::JsonWriter &writer, const store::Rows &rows, PersonForm form, int first = 0);
/// The same as a value, for small answers.
Json personJson(const store::Rows &rows, PersonForm form, int first = 0);
/// The person with that id; nothing when there is none.
std::optional<Json> findPerson(store::Connection &database, const std::string &id, PersonForm form);

/// "Ari Artist"; without a last name the first one alone.
std::string fullName(std::string_view firstName, std::string_view lastName);
/// The same of the row of `alias`, as an SQL expression.
std::string fullNameSql(std::string_view alias);

} // namespace callboard::people
