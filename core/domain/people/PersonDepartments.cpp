// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/PersonDepartments.h"

#include "core/api/Fields.h"
#include "core/domain/people/PersonJson.h"
#include "core/domain/people/Persons.h"
#include "core/records/Record.h"

namespace callboard::people {

namespace {

std::string existingPerson(api::Writing &writing, const api::Request &request)
{
    const std::string id = request.pathId("person_id");
    if (!records::exists(writing.database, "person", id)) throw api::notFound("The person");
    return id;
}

std::string existingDepartment(api::Writing &writing, const std::string &id)
{
    if (!api::isUuid(id) || !records::exists(writing.database, "department", id))
        throw api::Error(400, "There is no such department.", {{"data", nullptr}});
    return id;
}

} // namespace

api::Response addToDepartment(api::Writing &writing, api::Request &request)
{
    const std::string personId = existingPerson(writing, request);
    const std::string departmentId = existingDepartment(writing, api::Fields(request).text("department_id"));
    writing.database.change(
        "INSERT INTO department_link (person_id, department_id) VALUES (?, ?) ON CONFLICT DO NOTHING", personId,
        departmentId);
    writing.tell("person:update", {{"person_id", personId}});
    return api::json(changedPerson(writing, personId), 201);
}

api::Response removeFromDepartment(api::Writing &writing, api::Request &request)
{
    const std::string personId = existingPerson(writing, request);
    const std::string departmentId = existingDepartment(writing, std::string(request.pathValue("department_id")));
    const auto left = writing.database.change(
        "DELETE FROM department_link WHERE person_id = ? AND department_id = ?", personId, departmentId);
    if (left > 0) writing.tell("person:update", {{"person_id", personId}});
    return api::noContent();
}

} // namespace callboard::people
