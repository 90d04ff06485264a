// SPDX-License-Identifier: GPL-3.0-or-later
// GET /data/persons: everything for admins, short for everyone else.
#include "core/domain/people/Persons.h"

#include "core/domain/people/PersonJson.h"
#include "core/records/Paging.h"
#include "core/store/schema/Tables.h"

namespace callboard::people {

namespace {

PersonForm formFor(const api::Caller &caller, bool withDepartments)
{
    if (caller.isAdmin()) return withDepartments ? PersonForm::WithDepartments : PersonForm::Record;
    return withDepartments ? PersonForm::ShortWithDepartments : PersonForm::Short;
}

/// The name as it is told is no column, and yet a filter as one: a script that looks for a person by it must not be
/// given everybody.
records::Condition conditionOf(store::Dialect dialect, const api::Parameters &query)
{
    auto condition = records::filtersOf(dialect, schema::table("person"), query);
    if (const auto name = query.find("full_name"))
        condition.require(fullNameSql("person") + " = ?", {std::string(*name)});
    return condition;
}

} // namespace

api::Response listPersons(api::Reading &reading, const api::Request &request)
{
    const PersonForm form = formFor(reading.caller, request.isSwitchedOn("relations"));
    const auto dialect = reading.database.dialect();
    const auto condition = conditionOf(dialect, request.query);
    const auto page = records::pageAskedBy(request);
    // The switch once told password hashes; the name of the newest script token is all that is left of it.
    const bool namesToken = reading.caller.isAdmin() && request.isSwitchedOn("with_pass_hash");
    const std::string select =
        "SELECT " + personColumns(dialect, form) + (namesToken ? ", person.jti" : "") + " FROM person";
    return api::stream(
        [&database = reading.database, form, condition, page, select, namesToken](api::JsonWriter &writer) {
            records::writeList(writer, database, "person", select, condition, page,
                [&](api::JsonWriter &out, const store::Rows &rows) {
                    out.beginObject();
                    writePersonMembers(out, rows, form);
                    const int token = personColumnCount(form);
                    if (namesToken && rows.isNull(token))
                        out.key("jti").null();
                    else if (namesToken)
                        out.key("jti").string(rows.text(token));
                    out.endObject();
                });
        });
}

} // namespace callboard::people
