// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/EntityRules.h"

namespace callboard::access {

namespace {

using entities::Kind;
using entities::KnownEntity;

using Decision = std::function<void(Reading &, const KnownEntity &)>;

Access entityRule(const std::string &who, const std::string &parameter, Kind kind, Decision decide)
{
    return {who + " of the " + std::string(entities::eventNameOf(kind)) + " of " + parameter, false,
        [parameter, kind, decide = std::move(decide)](Reading &reading, const Request &request) {
            decide(reading, entities::getEntity(reading.database, request.pathId(parameter), kind));
        }};
}

void requireStaff(const Reading &reading)
{
    if (reading.caller.isClient() || reading.caller.isVendor()) throw api::forbidden();
}

} // namespace

bool hasOwnTask(Reading &reading, const KnownEntity &entity)
{
    constexpr std::string_view own = " JOIN task_person_link ON task_person_link.task_id = task.id"
                                     " WHERE task_person_link.person_id = ? AND ";
    const std::string base = "SELECT 1 FROM task" + std::string(own);
    const std::string &person = reading.caller.id;
    if (reading.database.query(base + "task.entity_id = ?", person, entity.id).next()) return true;
    if (entity.kind != Kind::Sequence && entity.kind != Kind::Episode) return false;
    return reading.database
        .query("SELECT 1 FROM task JOIN entity ON entity.id = task.entity_id"
               " LEFT JOIN entity parent ON parent.id = entity.parent_id"
                + std::string(own) + "(entity.parent_id = ? OR parent.parent_id = ?)",
            person, entity.id, entity.id)
        .next();
}

void requireReadable(Reading &reading, const KnownEntity &entity)
{
    requireTeam(reading, entity.projectId);
    if (entity.kind == Kind::Concept) requireStaff(reading);
    if (reading.caller.isVendor() && !hasOwnTask(reading, entity)) throw api::forbidden();
}

Access readsEntity(std::string parameter, Kind kind)
{
    return entityRule("readers", parameter, kind, requireReadable);
}

Access readsAnyEntity(std::string parameter)
{
    return {"readers of the entity of " + parameter, false, [parameter](Reading &reading, const Request &request) {
                requireReadable(reading, entities::getEntity(reading.database, request.pathId(parameter)));
            }};
}

Access managesEntity(std::string parameter, Kind kind)
{
    return entityRule("managers of the production", parameter, kind,
        [](Reading &reading, const KnownEntity &entity) { requireManager(reading, entity.projectId); });
}

Access worksOnEntity(std::string parameter, Kind kind)
{
    return entityRule("team without clients and vendors", parameter, kind,
        [](Reading &reading, const KnownEntity &entity) {
            requireTeam(reading, entity.projectId);
            requireStaff(reading);
        });
}

Access removesEntity(std::string parameter, Kind kind)
{
    return entityRule("author and managers", parameter, kind, [](Reading &reading, const KnownEntity &entity) {
        const bool isAuthor = entity.createdBy == reading.caller.id && reading.caller.isInTeamOf(entity.projectId);
        if (!isAuthor) requireManager(reading, entity.projectId);
    });
}

Access staffOf(std::string projectParameter)
{
    return both(teamOf(std::move(projectParameter)),
        {"without clients and vendors", false, [](Reading &reading, const Request &) { requireStaff(reading); }});
}

void requireListedProject(Reading &reading, const Request &request)
{
    const auto project = request.query.find("project_id");
    if (!project) {
        if (!reading.caller.isAdmin()) throw api::forbidden("Name the production with project_id.");
        return;
    }
    requireTeam(reading, *project);
}

} // namespace callboard::access
