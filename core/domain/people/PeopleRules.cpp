// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/PeopleRules.h"

namespace callboard::people {

using namespace access;

namespace {

std::string existingHuman(Reading &reading, const Request &request, const std::string &parameter)
{
    const std::string id = request.pathId(parameter);
    auto person = reading.database.query("SELECT is_bot FROM person WHERE id = ?", id);
    if (!person.next()) throw api::notFound("The person");
    if (person.boolean(0)) throw api::forbidden("Bots have neither days off nor hours.");
    return id;
}

} // namespace

Access ownDays(std::string personParameter)
{
    return {"the person of " + personParameter + ", and admins", false,
        [personParameter](Reading &reading, const Request &request) {
            if (existingHuman(reading, request, personParameter) != reading.caller.id) requireAdmin(reading);
        }};
}

Access seesTimeOf(std::string personParameter)
{
    return {"the person of " + personParameter + ", managers, supervisors and admins", false,
        [personParameter](Reading &reading, const Request &request) {
            const auto &caller = reading.caller;
            const bool leads = caller.isAdmin() || caller.isManager() || caller.isSupervisor();
            if (existingHuman(reading, request, personParameter) != caller.id && !leads) throw api::forbidden();
        }};
}

Access selfOrManagers(std::string personParameter)
{
    return {"the person of " + personParameter + ", managers and admins", false,
        [personParameter](Reading &reading, const Request &request) {
            const bool leads = reading.caller.isAdmin() || reading.caller.isManager();
            if (!leads && request.pathId(personParameter) != reading.caller.id) throw api::forbidden();
        }};
}

Access teamOfTask(std::string taskParameter)
{
    return {"team of the production of " + taskParameter + " without clients, vendors where it is theirs", false,
        [taskParameter](Reading &reading, const Request &request) {
            const std::string id = request.pathId(taskParameter);
            auto task = reading.database.query("SELECT project_id FROM task WHERE id = ?", id);
            if (!task.next()) throw api::notFound("The task");
            requireTeam(reading, task.text(0));
            if (reading.caller.isClient()) throw api::forbidden(); // Hours are the studio's own.
            if (!reading.caller.isVendor()) return;
            auto own = reading.database.query(
                "SELECT 1 FROM task_person_link WHERE task_id = ? AND person_id = ?", id, reading.caller.id);
            if (!own.next()) throw api::forbidden();
        }};
}

TimeCondition timeSeenBy(const Reading &reading)
{
    const auto &caller = reading.caller;
    if (caller.isAdmin()) return {"1 = 1", {}};
    TimeCondition condition{"time_spent.person_id = ?", {caller.id}};
    if ((!caller.isManager() && !caller.isSupervisor()) || caller.projectIds.empty()) return condition;
    const auto append = [&](const std::vector<std::string> &ids) {
        condition.values.insert(condition.values.end(), ids.begin(), ids.end());
        return " IN (" + store::placeholders(ids.size()) + ")";
    };
    condition.sql = "(" + condition.sql + " OR (task.project_id" + append(caller.projectIds);
    if (caller.isSupervisor() && !caller.departmentIds.empty())
        condition.sql += " AND task_type.department_id" + append(caller.departmentIds);
    condition.sql += "))";
    return condition;
}

} // namespace callboard::people
