// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole studio shares: everybody reads it, administrators write it.
#include "core/records/Model.h"

#include "core/records/RecordHooks.h"

namespace callboard::records {

namespace {

using namespace access;

/// Read by everyone who is signed in, written by administrators.
Model shared(std::string path, std::string table)
{
    Model model;
    model.path = std::move(path);
    model.table = std::move(table);
    model.list = signedIn();
    model.read = signedIn();
    model.create = admins();
    model.change = admins();
    model.remove = admins();
    return model;
}

/// Administrators alone.
Model closed(std::string path, std::string table)
{
    Model model = shared(std::move(path), std::move(table));
    model.list = admins();
    model.read = admins();
    return model;
}

/// Lists for all but vendors, the rest for administrators.
Model listedForStaff(std::string path, std::string table)
{
    Model model = closed(std::move(path), std::move(table));
    model.list = notVendors();
    return model;
}

Model entityTypes()
{
    Model model = shared("/data/entity-types", "entity_type");
    model.event = "asset-type";
    model.eventKey = "asset_type_id";
    model.isToldWholeWhenNew = true;
    model.isToldWholeWhenChanged = true;
    model.creating = hooks::refuseTakenEntityTypeName;
    return model;
}

Model taskTypes()
{
    Model model = shared("/data/task-types", "task_type");
    model.creating = hooks::refuseTakenTaskTypeName;
    model.changing = hooks::refuseTakenTaskTypeNameOfOther;
    return model;
}

Model taskStatuses()
{
    Model model = shared("/data/task-status", "task_status");
    model.created = hooks::keepOneDefaultStatus;
    model.changed = [](api::Writing &writing, const Json &, const Json &row) {
        hooks::keepOneDefaultStatus(writing, row);
    };
    return model;
}

Model organisations()
{
    Model model = shared("/data/organisations", "organisation");
    model.hidden = [](const Caller &caller) -> std::vector<std::string> {
        if (caller.isAdmin()) return {};
        return {"chat_token_slack", "chat_webhook_mattermost", "chat_token_discord"};
    };
    model.listsHiddenAsEmpty = true;
    return model;
}

Model salaryScales()
{
    Model model = closed("/data/salary-scales", "salary_scale");
    model.list = {}; // makes what is missing: core/people
    return model;
}

Model dayOffs()
{
    Model model = closed("/data/day-offs", "day_off");
    model.read = ownerOfRecord("day_off");
    model.create = {}; // core/people
    model.change = ownerOfRecord("day_off");
    model.remove = ownerOfRecord("day_off");
    model.changing = hooks::refuseOverlappingDayOff;
    return model;
}

} // namespace

std::vector<Model> studioModels()
{
    return {shared("/data/departments", "department"), shared("/data/studios", "studio"), organisations(),
        entityTypes(), taskTypes(), taskStatuses(), shared("/data/project-status", "project_status"),
        shared("/data/softwares", "software"), shared("/data/output-types", "output_type"),
        shared("/data/file-status", "file_status"), closed("/data/hardware-items", "hardware_item"),
        closed("/data/plugins", "plugin"), listedForStaff("/data/custom-actions", "custom_action"),
        listedForStaff("/data/status-automations", "status_automation"), salaryScales(), dayOffs()};
}

} // namespace callboard::records
