// SPDX-License-Identifier: GPL-3.0-or-later
// Productions, and what belongs to one: tasks, comments, schedule, playlists, descriptors.
#include "core/records/Model.h"

#include "core/access/Belonging.h"
#include "core/records/RecordHooks.h"

namespace callboard::records {

namespace {

using namespace access;

/// Read and written by administrators unless a line below says otherwise.
Model inProduction(std::string path, std::string table)
{
    Model model;
    model.path = std::move(path);
    model.table = std::move(table);
    for (Access *right : {&model.list, &model.create, &model.read, &model.change, &model.remove}) *right = admins();
    return model;
}

/// The list shows rows of the caller's productions.
std::function<Condition(const Reading &, const Request &)> ofOwnTeams(std::string column)
{
    return [column = std::move(column)](const Reading &reading, const Request &) {
        Condition condition;
        condition.sql = inTeams(reading, column, condition.values);
        return condition;
    };
}

Model projects()
{
    Model model = inProduction("/data/projects", "project");
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

Model tasks()
{
    Model model = inProduction("/data/tasks", "task");
    model.list = signedIn();
    model.create = hooks::makersOfTasks();
    model.read = readersOfRecord("task");
    model.change = membersOfRecord("task", Members::Leaders);
    model.remove = membersOfRecord("task", Members::Managers);
    model.isToldWholeWhenNew = true;
    model.rows = hooks::tasksInReach;
    model.readingNew = hooks::requireKnownTaskPlace;
    model.creating = hooks::checkNewTask;
    model.changing = hooks::checkTaskChange;
    model.removing = hooks::removeTask;
    model.completingEvent = hooks::completeTaskEvent;
    return model;
}

Model comments()
{
    Model model = inProduction("/data/comments", "comment");
    model.read = hooks::readersOfComment();
    model.change = hooks::writersOfComment();
    model.remove = hooks::removersOfComment();
    model.tellingOne = hooks::tellAttachments;
    model.changing = hooks::editComment;
    model.changed = hooks::followComment;
    model.removing = hooks::removeComment;
    model.removed = hooks::recountAfterComment;
    return model;
}

Model milestones()
{
    Model model = inProduction("/data/milestones", "milestone");
    model.create = membersOfBody("project_id", Members::Managers);
    model.read = membersOfRecord("milestone", Members::NotVendors);
    model.change = membersOfRecord("milestone", Members::Managers);
    model.changing = hooks::keepInOwnProductions;
    return model;
}

Model scheduleItems()
{
    Model model = inProduction("/data/schedule-items", "schedule_item");
    model.change = hooks::plannersOfItem();
    model.creating = hooks::refuseSecondItem;
    model.readingChange = hooks::dropWrittenManDays;
    model.changing = hooks::keepInOwnProductions;
    return model;
}

Model scheduleVersions()
{
    Model model = inProduction("/data/production-schedule-versions", "production_schedule_version");
    model.list = hooks::staffOfAskedProject();
    model.create = membersOfBody("project_id", Members::Managers);
    model.read = membersOfRecord("production_schedule_version", Members::Staff);
    model.change = membersOfRecord("production_schedule_version", Members::Managers);
    model.changing = hooks::keepInOwnProductions;
    model.removing = hooks::removeScheduleVersion;
    return model;
}

Model scheduleVersionLinks()
{
    Model model = inProduction("/data/production-schedule-version-task-links", "production_schedule_version_task_link");
    const std::string table = model.table;
    model.list = hooks::staffOfAskedProject();
    model.create = hooks::managersOfBodysVersion();
    model.read = membersOfRecord(table, Members::Staff);
    model.change = membersOfRecord(table, Members::Managers);
    model.remove = membersOfRecord(table, Members::Managers);
    model.rows = hooks::linksOfAskedProject;
    model.creating = hooks::checkVersionLink;
    model.changing = hooks::keepVersionLink;
    return model;
}

Model descriptors()
{
    Model model = inProduction("/data/metadata-descriptors", "metadata_descriptor");
    model.list = signedIn();
    model.rows = ofOwnTeams("metadata_descriptor.project_id");
    model.isListedWhole = true;
    model.readingNew = hooks::refuseNullDataType;
    return model;
}

Model playlists()
{
    Model model = inProduction("/data/playlists", "playlist");
    model.list = signedIn();
    model.create = membersOfBody("project_id", Members::Leaders);
    model.read = hooks::readersOfPlaylist();
    model.change = membersOfRecord("playlist", Members::Leaders);
    model.remove = membersOfRecord("playlist", Members::Leaders);
    model.rows = hooks::playlistsInReach;
    model.readingNew = hooks::readNewPlaylistWords;
    model.readingChange = hooks::readChangedPlaylistWords;
    model.creating = hooks::checkNewPlaylist;
    model.changing = hooks::checkPlaylistChange;
    model.removing = hooks::removePlaylist;
    model.completingEvent = hooks::leaveOutRemover;
    return model;
}

Model timeSpents()
{
    Model model = inProduction("/data/time-spents", "time_spent");
    model.rows = hooks::timeSpentInSpan;
    model.created = hooks::sumTimeSpent;
    model.changed = [](api::Writing &writing, const Json &before, const Json &row) {
        hooks::sumTimeSpent(writing, before);
        hooks::sumTimeSpent(writing, row);
    };
    model.removed = hooks::sumTimeSpent;
    return model;
}

Model assetInstances()
{
    Model model = inProduction("/data/asset-instances", "asset_instance");
    model.read = membersOfRecord("asset_instance", Members::All);
    model.change = membersOfRecord("asset_instance", Members::Staff);
    model.changing = hooks::keepInstanceInReach;
    return model;
}

} // namespace

std::vector<Model> productionModels()
{
    return {projects(), tasks(), comments(), milestones(), scheduleItems(), scheduleVersions(), scheduleVersionLinks(),
        descriptors(), playlists(), timeSpents(), assetInstances(), inProduction("/data/entity-links", "entity_link")};
}

} // namespace callboard::records
