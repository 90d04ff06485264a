// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/PeopleModels.h"

#include "core/domain/people/SalaryScales.h"
#include "core/domain/people/TimeHooks.h"
#include "core/records/UsualModels.h"

namespace callboard::people {

namespace {

using namespace access;
using namespace records;

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
    model.creating = refuseTakenStep;
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
    model.changed = hooks::clearTimeOfDayOff;
    return model;
}

Model timeSpents()
{
    Model model = closed("/data/time-spents", "time_spent");
    model.rows = hooks::timeSpentInSpan;
    model.remove = hooks::removersOfTime();
    model.created = hooks::keepTimeSpent;
    model.changed = hooks::moveTimeSpent;
    model.removed = hooks::dropTimeSpent;
    return model;
}

} // namespace

std::vector<records::Model> peopleModels()
{
    return {organisations(), salaryScales(), dayOffs(), timeSpents(), shared("/data/departments", "department"),
        shared("/data/studios", "studio"), shared("/data/softwares", "software"),
        closed("/data/hardware-items", "hardware_item")};
}

} // namespace callboard::people
