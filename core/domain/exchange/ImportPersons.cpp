// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ImportPersons.h"

#include "core/domain/exchange/ImportedTable.h"
#include "core/domain/people/PersonFields.h"
#include "core/domain/people/PersonJson.h"
#include "core/domain/people/Persons.h"

namespace callboard::exchange {

namespace {

using Row = ImportedTable::Row;

std::string roleNamed(const Row &row, const std::string &text)
{
    const auto role = roleByWord(text);
    if (!role) throw row.fault("There is no role " + text + ".");
    return *role;
}

Json bodyOf(const Row &row)
{
    Json body = {{"first_name", row.required("First Name")}, {"last_name", row.required("Last Name")},
        {"email", row.filled("Email")}};
    if (const auto phone = row.cell("Phone")) body["phone"] = *phone;
    if (const auto role = row.cell("Role"); role && !role->empty()) body["role"] = roleNamed(row, *role);
    if (const auto contract = row.cell("Contract Type"); contract && !contract->empty())
        body["contract_type"] = slug(*contract);
    if (const auto active = row.cell("Active"); active && !active->empty()) body["active"] = row.yesNo("Active");
    return body;
}

Json takePerson(api::Writing &writing, const Row &row, bool updates)
{
    const Json body = bodyOf(row);
    auto present = writing.database.query(
        "SELECT id FROM person WHERE lower(email) = lower(?) AND NOT is_bot", body["email"].get<std::string>());
    std::string id;
    try {
        if (!present.next())
            id = people::makePerson(writing, people::newPersonFields(body, dayOf(writing.now)));
        else {
            id = present.string(0);
            if (updates)
                people::changePerson(
                    writing, id, people::changedPersonFields(body, dayOf(writing.now), writing.caller));
        }
    } catch (const api::Error &error) {
        if (error.status() != 400) throw;
        throw row.fault(error.what());
    }
    return *people::findPerson(writing.database, id, people::PersonForm::Record);
}

} // namespace

std::optional<std::string> roleByWord(std::string_view word)
{
    static const std::map<std::string, std::string> roles{{"artist", "user"}, {"user", "user"}, {"admin", "admin"},
        {"administrator", "admin"}, {"studio-manager", "admin"}, {"manager", "manager"},
        {"production-manager", "manager"}, {"supervisor", "supervisor"}, {"client", "client"}, {"vendor", "vendor"}};
    const auto found = roles.find(slug(word));
    return found == roles.end() ? std::nullopt : std::optional(found->second);
}

api::Response importPersons(api::Working &working, api::Request &request)
{
    const ImportedTable table = ImportedTable::read(request);
    return working.write([&](api::Writing &writing) {
        Json told = Json::array();
        for (std::size_t i = 0; i < table.size(); ++i)
            told.push_back(takePerson(writing, table.row(i), request.isSwitchedOn("update")));
        return api::json(told, 201);
    });
}

} // namespace callboard::exchange
