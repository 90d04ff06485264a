// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/NewStudio.h"

#include "core/records/Record.h"

namespace callboard {

namespace {

using Ids = std::map<std::string, std::string, std::less<>>;

Ids addDepartments(api::Writing &writing)
{
    constexpr std::array<std::pair<const char *, const char *>, 6> departments{
        {{"Modeling", "#78909C"}, {"Animation", "#009688"}, {"FX", "#26C6DA"}, {"Compositing", "#F06292"},
            {"Concept", "#8D6E63"}, {"Layout", "#7CB342"}}};
    Ids ids;
    for (const auto &[name, color] : departments)
        ids[name] = records::insert(writing, "department", {{"name", name}, {"color", color}})["id"];
    return ids;
}

struct TaskTypeSeed
{
    const char *name;
    const char *color;
    int priority;
    const char *entity;
    const char *department; // empty: none
};

constexpr std::array<TaskTypeSeed, 12> taskTypes{
    {{"Concept", "#8D6E63", 1, "Concept", ""}, {"Modeling", "#78909C", 2, "Asset", "Modeling"},
        {"Shading", "#64B5F6", 3, "Asset", "Modeling"}, {"Rigging", "#9CCC65", 4, "Asset", "Animation"},
        {"Storyboard", "#43A047", 1, "Shot", "Concept"}, {"Layout", "#7CB342", 2, "Shot", "Layout"},
        {"Animation", "#009688", 3, "Shot", "Animation"}, {"Lighting", "#F9A825", 4, "Shot", "Compositing"},
        {"FX", "#26C6DA", 5, "Shot", "FX"}, {"Rendering", "#F06292", 6, "Shot", "Compositing"},
        {"Compositing", "#ff5252", 7, "Shot", "Compositing"}, {"Edit", "#9b298c", 8, "Edit", "Compositing"}}};

void addTaskTypes(api::Writing &writing, const Ids &departments)
{
    for (const TaskTypeSeed &seed : taskTypes) {
        Json values = {{"name", seed.name}, {"short_name", ""}, {"color", seed.color}, {"priority", seed.priority},
            {"for_entity", seed.entity}};
        if (const auto department = departments.find(seed.department); department != departments.end())
            values["department_id"] = department->second;
        records::insert(writing, "task_type", values);
    }
}

void addTaskStatuses(api::Writing &writing)
{
    const auto add = [&](const char *name, const char *shortName, const char *color, Json flags) {
        flags["name"] = name;
        flags["short_name"] = shortName;
        flags["color"] = color;
        records::insert(writing, "task_status", flags);
    };
    add("Todo", "todo", "#f5f5f5", {{"is_default", true}});
    add("Ready To Start", "ready", "#fbc02d", Json::object());
    add("Work In Progress", "wip", "#3273dc", {{"is_wip", true}});
    add("Waiting For Approval", "wfa", "#ab26ff", {{"is_feedback_request", true}});
    add("Retake", "retake", "#ff3860", {{"is_retake", true}});
    add("Done", "done", "#22d160", {{"is_done", true}});
    const Json concepts = {
        {"priority", nullptr}, {"for_concept", true}, {"is_artist_allowed", false}, {"is_client_allowed", false}};
    Json neutral = concepts;
    neutral["is_default"] = true;
    add("Neutral", "neutral", "#CCCCCC", neutral);
    add("Approved", "approved", "#66BB6A", concepts);
    add("Rejected", "rejected", "#E81123", concepts);
}

} // namespace

void fillNewStudio(api::Writing &writing)
{
    records::insert(writing, "organisation", {{"name", "Kitsu"}});
    addTaskTypes(writing, addDepartments(writing));
    addTaskStatuses(writing);
    // The types of scenes and concepts are made with the first of each.
    for (const char *name : {"Character", "Prop", "Environment", "FX", "Shot", "Sequence", "Episode", "Edit"})
        records::insert(writing, "entity_type", {{"name", name}});
    for (const char *name : {"Open", "Closed"})
        records::insert(writing, "project_status", {{"name", name}, {"color", "#000000"}});
}

void ensureAdministrator(api::Writing &writing, const std::string &email, const std::string &passwordHash)
{
    const Json rights = {{"role", "admin"}, {"active", true}, {"password", passwordHash}};
    auto rows = writing.database.query("SELECT id FROM person WHERE lower(email) = lower(?) AND NOT is_bot", email);
    if (rows.next()) {
        records::update(writing, "person", rows.string(0), rights);
        return;
    }
    Json person = rights;
    person["email"] = QString::fromStdString(email).toLower().toStdString();
    person["first_name"] = "Super";
    person["last_name"] = "Admin";
    person["phone"] = "";
    person["desktop_login"] = "";
    records::insert(writing, "person", person);
}

} // namespace callboard
