// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/ProductionModels.h"

#include "core/access/Belonging.h"
#include "core/domain/production/ProjectHooks.h"
#include "core/records/Reach.h"
#include "core/records/UsualModels.h"

namespace callboard::production {

namespace {

using namespace access;
using namespace records;

Model projects()
{
    Model model = closed("/data/projects", "project");
    model.list = signedIn();
    model.read = membersOfRecord("project", Members::All);
    model.change = membersOfRecord("project", Members::Managers);
    model.rows = [](const Reading &reading, const Request &) {
        Condition condition;
        condition.sql = inTeams(reading, "project.id", condition.values, true);
        return condition;
    };
    model.readingChange = hooks::readProjectChange;
    model.changing = hooks::checkProjectChange;
    model.changed = hooks::continueProject;
    model.creating = hooks::checkNewProject;
    model.readingNew = hooks::fillProjectDefaults;
    model.telling = hooks::tellFirstEpisode;
    model.tellingOne = hooks::tellStatusName;
    model.created = hooks::startProject;
    model.removing = hooks::removeProject;
    return model;
}

Model milestones()
{
    Model model = closed("/data/milestones", "milestone");
    model.create = membersOfBody("project_id", Members::Managers);
    model.read = membersOfRecord("milestone", Members::NotVendors);
    model.change = membersOfRecord("milestone", Members::Managers);
    model.changing = keepInOwnProductions;
    return model;
}

Model descriptors()
{
    Model model = closed("/data/metadata-descriptors", "metadata_descriptor");
    model.list = signedIn();
    model.rows = ofOwnTeams("metadata_descriptor.project_id");
    model.isListedWhole = true;
    model.readingNew = hooks::refuseNullDataType;
    return model;
}

} // namespace

std::vector<records::Model> productionModels()
{
    return {projects(), milestones(), descriptors(), shared("/data/project-status", "project_status"), closed("/data/plugins", "plugin"), listedForStaff("/data/custom-actions", "custom_action")};
}

} // namespace callboard::production
