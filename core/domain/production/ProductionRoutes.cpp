// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/ProductionRoutes.h"
#include "core/access/PathIds.h"

#include "core/access/RecordRules.h"
#include "core/domain/entities/EntityRules.h"
#include "core/domain/production/Budgets.h"
#include "core/domain/production/Descriptors.h"
#include "core/domain/production/Dumps.h"
#include "core/domain/production/EpisodeStatistics.h"
#include "core/domain/production/ProjectLists.h"
#include "core/domain/production/Quotas.h"
#include "core/domain/production/Settings.h"
#include "core/domain/production/Team.h"

namespace callboard::production {

namespace {

using api::Verb;
using namespace access;

api::Routes ownRoutes()
{
    const std::string project = "/data/projects/{project_id}";
    const std::string descriptor = project + "/metadata-descriptors/{descriptor_id}";
    const std::string budget = project + "/budgets/{budget_id}";
    return {
        {Verb::Get, "/data/projects/open", signedIn(), listOpenProjects},
        {Verb::Get, "/data/projects/all", signedIn(), listAllProjects},

        {Verb::Get, "/data/user/projects/open", signedIn(), listOpenProjects},

        {Verb::Get, project + "/tasks", teamOf(), dumpTasks},
        {Verb::Get, project + "/comments", leadersOf(), dumpComments},
        {Verb::Get, project + "/attachment-files", both(admins(), teamOf()), dumpAttachments},
        {Verb::Get, project + "/notifications", both(admins(), teamOf()), dumpNotifications},
        {Verb::Get, project + "/subscriptions", both(admins(), teamOf()), dumpSubscriptions},
        {Verb::Get, project + "/playlists/all", both(admins(), teamOf()), dumpPlaylists},

        {Verb::Get, project + "/team", teamOf(), listTeam},
        {Verb::Get, project + "/task-types", teamOf(), listTaskTypes},
        {Verb::Get, project + "/settings/task-status", teamOf(), listStatuses},
        {Verb::Get, project + "/settings/status-automations", managersOf(), listAutomations},
        {Verb::Get, project + "/settings/preview-background-files", teamOf(), listBackgrounds},
        {Verb::Post, "/data/task-type-links", membersOfBody("project_id", Members::Managers), linkTaskType},
        {Verb::Post, "/data/task-status-links", membersOfBody("project_id", Members::Managers), linkTaskStatus},

        {Verb::Get, project + "/metadata-descriptors", teamOf(), listDescriptors},
        {Verb::Post, project + "/metadata-descriptors", leadersOf(), createDescriptor},
        {Verb::Get, descriptor, teamOf(), readDescriptor},
        {Verb::Put, descriptor, leadersOf(), changeDescriptor},
        {Verb::Delete, descriptor, leadersOf(), removeDescriptor},

        {Verb::Get, project + "/episodes/stats", teamOf(), readEpisodeStatistics},
        {Verb::Get, project + "/episodes/retake-stats", teamOf(), readRetakeStatistics},
        {Verb::Get, project + "/quotas/{task_type_id}", entities::staffOf(), readQuotasOfTaskType},
        {Verb::Get, project + "/quotas/persons/{person_id}", entities::staffOf(), readQuotasOfPerson},

        {Verb::Get, project + "/budgets", managersOf(), listBudgets},
        {Verb::Post, project + "/budgets", managersOf(), createBudget},
        {Verb::Get, project + "/budgets/time-spents", withIds({"project_id"}, both(admins(), teamOf())),
            listSpentTimes},
        {Verb::Get, budget, managersOf(), readBudget},
        {Verb::Put, budget, managersOf(), changeBudget},
        {Verb::Delete, budget, managersOf(), removeBudget},
        {Verb::Get, budget + "/entries", withIds({"project_id", "budget_id"}, managersOf()), listBudgetEntries},
        {Verb::Post, budget + "/entries", managersOf(), createBudgetEntry},
        {Verb::Get, budget + "/entries/{entry_id}", managersOf(), readBudgetEntry},
        {Verb::Put, budget + "/entries/{entry_id}", managersOf(), changeBudgetEntry},
        {Verb::Delete, budget + "/entries/{entry_id}", managersOf(), removeBudgetEntry},
    };
}

} // namespace

api::Routes productionRoutes()
{
    api::Routes routes = ownRoutes();
    for (auto &route : settingRoutes()) routes.push_back(std::move(route));
    return routes;
}

} // namespace callboard::production
