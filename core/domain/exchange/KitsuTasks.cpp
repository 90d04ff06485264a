// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/KitsuTasks.h"

#include "core/access/Rules.h"
#include "core/domain/exchange/KitsuImport.h"
#include "core/records/ManyRows.h"
#include "core/records/Record.h"
#include "core/records/Validation.h"
#include "core/domain/tasks/Task.h"

namespace callboard::exchange {

namespace {

const schema::Table &taskTable()
{
    return schema::table("task");
}

Json columnsOf(Json entry)
{
    leaveOut(entry,
        {"id", "type", "created_at", "updated_at", "project_name", "task_type_name", "task_status_name",
            "entity_type_name", "entity_name"});
    return entry;
}

/// One list on its way in.
class TaskImport
{
public:
    TaskImport(api::Writing &writing, const std::vector<Json> &entries)
        : m_writing(writing)
        , m_known(writing.database)
    {
        m_known.lookAhead(taskTable(), entries);
        m_known.lookAhead("preview_file", idsIn(entries, "last_preview_file_id"));
        readTasks(entries);
    }

    void take(const Json &entry)
    {
        const std::string id = idOf(entry);
        forEntry(entry, [&] {
            Json columns = columnsOf(entry);
            forgetUnknown(m_known, taskTable(), columns, {"assigner_id"});
            // A picture comes along later, if at all.
            if (const auto preview = idIn(columns, "last_preview_file_id");
                !preview.empty() && !m_known.has("preview_file", preview))
                columns.erase("last_preview_file_id");
            const bool isNew = !m_places.contains(id);
            if (!isNew) columns.erase("project_id");
            records::Input input = isNew ? newTask(columns) : records::readChanges(m_known, taskTable(), columns);
            place(id, placeAfter(id, input));
            input.columns["id"] = id;
            if (isNew) {
                keepCreation(entry, input.columns);
                m_rows.make(input.columns);
            } else {
                m_rows.change(id, input.columns);
            }
            for (auto &[name, ids] : input.relations) m_assignees[id] = std::move(ids);
            m_taken.emplace_back(id, isNew);
        });
    }

    Json write()
    {
        Json written = m_rows.write(m_writing);
        records::setRelations(m_writing, *taskTable().relation("assignees"), m_assignees);
        for (const auto &[id, isNew] : m_taken)
            tellImport(m_writing, isNew ? "task:new" : "task:update", m_places.at(id).projectId);
        return written;
    }

private:
    struct Placed
    {
        std::string projectId;
        std::string taskTypeId;
        std::string entityId;
        std::string name;
        bool operator<(const Placed &other) const
        {
            return std::tie(projectId, taskTypeId, entityId, name)
                < std::tie(other.projectId, other.taskTypeId, other.entityId, other.name);
        }
    };

    void readTasks(const std::vector<Json> &entries)
    {
        const std::string select = "SELECT id, project_id, task_type_id, entity_id, name FROM task WHERE ";
        const auto take = [this](const store::Rows &rows) {
            place(rows.string(0), {rows.string(1), rows.string(2), rows.string(3), rows.string(4)});
        };
        records::forRows(m_writing.database, select + "id", idsIn(entries, "id"), take);
        std::set<std::string> projects;
        for (const auto &[id, task] : m_places) projects.insert(task.projectId);
        requireManagerOfAll(m_writing, projects);
        auto entities = idsIn(entries, "entity_id");
        for (const auto &[id, task] : m_places) entities.insert(task.entityId);
        records::forRows(m_writing.database, select + "entity_id", entities, take);
        records::forRows(m_writing.database, "SELECT id, project_id FROM entity WHERE id", entities,
            [this](const store::Rows &rows) { m_entities[rows.string(0)] = rows.string(1); });
    }

    records::Input newTask(const Json &columns)
    {
        records::Input input = records::readNewRow(m_known, taskTable(), columns);
        for (const char *needed : {"entity_id", "task_type_id"})
            if (input.text(needed).empty()) throw api::badRequest(std::string(needed) + " is needed.");
        if (input.text("task_status_id").empty()) {
            if (m_defaultStatus.empty()) m_defaultStatus = tasks::defaultStatusId(m_writing, false);
            input.columns["task_status_id"] = m_defaultStatus;
        }
        return input;
    }

    /// Where the task will be. A name is taken once for an entity and a type; the entity is of the production.
    Placed placeAfter(const std::string &id, const records::Input &input)
    {
        Placed after = m_places.contains(id) ? m_places.at(id) : Placed();
        for (const auto &[column, text] : {std::pair{"project_id", &after.projectId},
                 {"task_type_id", &after.taskTypeId}, {"entity_id", &after.entityId}, {"name", &after.name}})
            if (input.contains(column)) *text = input.text(column);
        if (after.entityId.empty() || m_entities[after.entityId] != after.projectId)
            throw api::badRequest("The entity is none of this production.");
        const auto same = m_taskAt.find(after);
        if (same != m_taskAt.end() && same->second != id)
            throw api::badRequest("The entity has a task of this name and type.");
        const auto difficulty = input.columns.find("difficulty");
        if (difficulty != input.columns.end() && (*difficulty < 1 || *difficulty > 5))
            throw api::badRequest("Difficulty goes from 1 to 5.");
        return after;
    }

    void place(const std::string &id, const Placed &place)
    {
        if (const auto before = m_places.find(id); before != m_places.end()) m_taskAt.erase(before->second);
        m_places[id] = place;
        m_taskAt[place] = id;
    }

    api::Writing &m_writing;
    records::KnownRows m_known;
    records::ManyRows m_rows{"task"};
    records::Links m_assignees;
    std::map<std::string, Placed> m_places; // by identifier
    std::map<Placed, std::string> m_taskAt;
    std::map<std::string, std::string> m_entities; // production by entity
    std::string m_defaultStatus;
    std::vector<std::pair<std::string, bool>> m_taken; // identifier, is new
};

const schema::Table &commentTable()
{
    return schema::table("comment");
}

/// One list of comments on its way in.
class CommentImport
{
public:
    CommentImport(api::Writing &writing, const std::vector<Json> &entries)
        : m_writing(writing)
        , m_known(writing.database)
    {
        m_known.lookAhead(commentTable(), entries);
        const auto readTask = [this](const store::Rows &rows) { m_projects[rows.string(0)] = rows.string(1); };
        const std::string tasks = "SELECT id, project_id FROM task WHERE id";
        records::forRows(writing.database, tasks, idsIn(entries, "object_id"), readTask);
        std::set<std::string> present;
        records::forRows(writing.database, "SELECT id, object_id FROM comment WHERE id", idsIn(entries, "id"),
            [&](const store::Rows &rows) {
                m_tasks[rows.string(0)] = rows.string(1);
                present.insert(rows.string(1));
            });
        records::forRows(writing.database, tasks, present, readTask);
    }

    void take(const Json &entry)
    {
        const auto project = m_projects.find(idIn(entry, "object_id"));
        if (project == m_projects.end() || !access::isTeamOrAdmin(m_writing, project->second)) return;
        const std::string id = idOf(entry);
        forEntry(entry, [&] {
            access::requireManager(m_writing, project->second);
            Json columns = entry;
            leaveOut(columns,
                {"id", "type", "created_at", "updated_at", "person", "task_status", "attachment_files", "object_type"});
            columns["object_type"] = "Task";
            forgetUnknown(m_known, commentTable(), columns, {"editor_id", "preview_file_id"});
            const auto present = m_tasks.find(id);
            records::Input input = present == m_tasks.end() ? records::readNewRow(m_known, commentTable(), columns)
                                                            : records::readChanges(m_known, commentTable(), columns);
            input.columns["id"] = id;
            if (present == m_tasks.end()) {
                keepCreation(entry, input.columns);
                m_rows.make(input.columns);
            } else {
                access::requireManager(m_writing, m_projects[present->second]);
                m_touched.insert(present->second);
                m_rows.change(id, input.columns);
            }
            m_tasks[id] = project->first;
            m_touched.insert(project->first);
            for (auto &[name, ids] : input.relations) m_links[name][id] = std::move(ids);
            m_taken.emplace_back(project->second, present == m_tasks.end());
        });
    }

    Json write()
    {
        Json written = m_rows.write(m_writing);
        for (const auto &[name, links] : m_links)
            records::setRelations(m_writing, *commentTable().relation(name), links);
        dateTasks();
        for (const auto &[project, isNew] : m_taken)
            tellImport(m_writing, isNew ? "comment:new" : "comment:update", project);
        return written;
    }

private:
    /// When a task was last spoken of.
    void dateTasks()
    {
        records::ManyRows tasks("task");
        records::forRows(m_writing.database, "SELECT object_id, created_at FROM comment WHERE object_id", m_touched,
            [&](const store::Rows &rows) {
                std::string &last = m_lastWords[rows.string(0)];
                last = std::max(last, rows.string(1));
            });
        for (const auto &[task, moment] : m_lastWords)
            tasks.change(task, {{"last_comment_date", *records::storedMoment(moment)}});
        tasks.write(m_writing);
    }

    api::Writing &m_writing;
    records::KnownRows m_known;
    records::ManyRows m_rows{"comment"};
    std::map<std::string, std::string> m_projects;     // by task
    std::map<std::string, std::string> m_tasks;        // by comment
    std::map<std::string, std::string> m_lastWords;    // moment by task
    std::set<std::string> m_touched;                   // tasks
    std::map<std::string, records::Links> m_links;     // by relation
    std::vector<std::pair<std::string, bool>> m_taken; // production, is new
};

} // namespace

api::Response importKitsuTasks(api::Working &working, api::Request &request)
{
    const auto entries = kitsuEntries(request);
    return working.write(
        [&](api::Writing &writing) { return takeAll<TaskImport>(writing, ownEntries(writing, entries)); });
}

api::Response importKitsuComments(api::Working &working, api::Request &request)
{
    const auto entries = kitsuEntries(request);
    return working.write([&](api::Writing &writing) { return takeAll<CommentImport>(writing, entries); });
}

} // namespace callboard::exchange
