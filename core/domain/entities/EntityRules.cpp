// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityRules.h"

namespace callboard::entities {

using namespace access;

namespace {


using Decision = std::function<void(Reading &, const KnownEntity &)>;

Access entityRule(const std::string &who, const std::string &parameter, Kind kind, Decision decide)
{
    return {who + " of the " + std::string(eventNameOf(kind)) + " of " + parameter, false,
        [parameter, kind, decide = std::move(decide)](Reading &reading, const Request &request) {
            decide(reading, getEntity(reading.database, request.pathId(parameter), kind));
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
    if (entity.kind != Kind::Episode) return false;
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
    const bool needsTask = reading.caller.isVendor() && entity.kind != Kind::Sequence;
    if (needsTask && !hasOwnTask(reading, entity)) throw api::forbidden();
}

Access readsEntity(std::string parameter, Kind kind)
{
    return entityRule("readers", parameter, kind, requireReadable);
}

Access readsAnyEntity(std::string parameter)
{
    return {"readers of the entity of " + parameter, false, [parameter](Reading &reading, const Request &request) {
                requireReadable(reading, getEntity(reading.database, request.pathId(parameter)));
            }};
}

Access listsBelowEntity(std::string parameter, Kind kind, std::string rows)
{
    return entityRule("readers, and everyone while it is empty,", parameter, kind,
        [rows = std::move(rows)](Reading &reading, const KnownEntity &entity) {
            const bool isOpen = !reading.caller.isVendor() && !reading.database.query(rows, entity.id).next();
            if (!isOpen) requireReadable(reading, entity);
        });
}

Access managesEntity(std::string parameter, Kind kind)
{
    return entityRule("managers of the production", parameter, kind,
        [](Reading &reading, const KnownEntity &entity) { requireManager(reading, entity.projectId); });
}

Access teamOfEntity(std::string parameter, Kind kind)
{
    return entityRule("team", parameter, kind,
        [](Reading &reading, const KnownEntity &entity) { requireTeam(reading, entity.projectId); });
}

Access staffOfEntity(std::string parameter, Kind kind)
{
    return entityRule(
        "team without clients and vendors", parameter, kind, [](Reading &reading, const KnownEntity &entity) {
            requireTeam(reading, entity.projectId);
            requireStaff(reading);
        });
}

Access notVendorsOfEntity(std::string parameter, Kind kind)
{
    return entityRule("team without vendors", parameter, kind, [](Reading &reading, const KnownEntity &entity) {
        requireTeam(reading, entity.projectId);
        if (reading.caller.isVendor()) throw api::forbidden();
    });
}

namespace {

void requireRemoval(Reading &reading, const KnownEntity &entity)
{
    const bool isAuthor = entity.createdBy == reading.caller.id && reading.caller.isInTeamOf(entity.projectId);
    if (!isAuthor) requireManager(reading, entity.projectId);
}

} // namespace

Access removesEntity(std::string parameter, Kind kind)
{
    return entityRule("author and managers", parameter, kind, requireRemoval);
}

Access removesAnyEntity(std::string parameter)
{
    return {"author and managers of the entity of " + parameter, false,
        [parameter](Reading &reading, const Request &request) {
            requireRemoval(reading, getEntity(reading.database, request.pathId(parameter)));
        }};
}

Access staffOf(std::string projectParameter)
{
    return both(teamOf(std::move(projectParameter)),
        {"without clients and vendors", false, [](Reading &reading, const Request &) { requireStaff(reading); }});
}

namespace {

void requireListedProject(Reading &reading, const Request &request, bool maySpan)
{
    if (reading.caller.isAdmin()) return;
    if (const auto project = request.query.find("project_id")) {
        if (!api::isUuid(*project) || !reading.database.query("SELECT 1 FROM project WHERE id = ?", *project).next())
            throw api::notFound("The production");
        requireTeam(reading, *project);
        return;
    }
    for (const char *name : {"sequence_id", "episode_id"}) {
        const auto id = request.query.find(name);
        const auto entity =
            id && api::isUuid(*id) ? findEntity(reading.database, std::string(*id)) : std::nullopt;
        if (!entity) continue;
        requireTeam(reading, entity->projectId);
        return;
    }
    if (!maySpan) throw api::forbidden("Name the production with project_id.");
}

} // namespace

Access listsEntities(bool maySpan)
{
    return {maySpan ? "one's productions" : "the team of project_id", false,
        [maySpan](Reading &reading, const Request &request) { requireListedProject(reading, request, maySpan); }};
}

Access listsConcepts()
{
    return both(
        {"without clients and vendors", false, [](Reading &reading, const Request &) { requireStaff(reading); }},
        listsEntities());
}

} // namespace callboard::entities
