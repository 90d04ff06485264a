// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ShotgunTasks.h"

#include "core/domain/entities/EntityKind.h"
#include "core/domain/exchange/ShotgunImport.h"

namespace callboard::exchange {

namespace {

using entities::Kind;

Json orNull(const std::optional<std::string> &id)
{
    return id ? Json(*id) : Json();
}

std::optional<std::string> found(const Numbered &numbers, const std::optional<std::int64_t> &number)
{
    const auto at = number ? numbers.find(*number) : numbers.end();
    return at == numbers.end() ? std::nullopt : std::optional(at->second);
}

/// The numbers that entries name in a member.
std::set<std::int64_t> numbersOf(const std::vector<Json> &entries, const char *member)
{
    std::set<std::int64_t> numbers;
    for (const Json &entry : entries)
        if (const auto number = numberIn(entry, member)) numbers.insert(*number);
    return numbers;
}

class TaskImport
{
public:
    TaskImport(api::Writing &writing, const std::vector<Json> &entries)
        : m_writing(writing)
        , m_projects(writing)
        , m_people(allNumbered(writing, "person"))
        , m_types(allNumbered(writing, "task_type"))
    {
        auto statuses = writing.database.query("SELECT lower(short_name), id FROM task_status");
        while (statuses.next()) m_statuses[statuses.string(0)] = statuses.string(1);
        readEntities(entries);
        readTasks(entries);
    }

    void take(const Json &entry)
    {
        if (lacks(entry, {"step", "project"})) throw api::badRequest("A task needs its step and its project.");
        const auto number = numberIn(entry, "id");
        const auto name = wordIn(entry, "cached_display_name");
        const auto project = m_projects.find(entry);
        const auto type = found(m_types, numberIn(entry, "step"));
        const auto entity = entityOf(entry);
        if (!number || !name || !project || !type || !entity
            || lacks(entry,
                {"sg_status_list", "created_by", "task_assignees", "start_date", "due_date", "sg_sort_order",
                    "duration"}))
            return;
        if (entity->projectId != *project) throw api::badRequest("Its entity is of another production.");
        std::vector<std::string> assignees;
        for (const std::int64_t person : numbersIn(entry, "task_assignees")) {
            const auto known = found(m_people, person);
            if (!known) return; // Tasks of strangers wait until their people are here.
            assignees.push_back(*known);
        }
        place(*number, columnsOf(entry, *name, *project, *type, entity->id), assignees);
    }

    Json write()
    {
        Json told = m_rows.write(m_writing);
        records::setRelations(m_writing, *schema::table("task").relation("assignees"), m_assignees);
        for (const auto &[id, project, isNew] : m_taken)
            tellQuietly(m_writing, isNew ? "task:new" : "task:update", {{"task_id", id}}, project);
        return told;
    }

private:
    struct Entity
    {
        std::string id;
        std::string projectId;
    };
    using Place = std::tuple<std::string, std::string, std::string, std::string>; // production, type, entity, name

    /// ShotGrid counts the records of each type for themselves.
    static std::optional<Kind> kindOf(const Json &link)
    {
        const auto type = wordIn(link, "type");
        for (const Kind kind : {Kind::Asset, Kind::Shot, Kind::Sequence, Kind::Episode, Kind::Scene})
            if (type && *type == nameOf(kind)) return kind;
        return std::nullopt;
    }

    void readEntities(const std::vector<Json> &entries)
    {
        const auto kinds = entities::EntityKinds::read(m_writing.database);
        records::forRows(m_writing.database,
            "SELECT id, entity_type_id, project_id, shotgun_id FROM entity WHERE shotgun_id",
            numbersOf(entries, "entity"), [&](const store::Rows &rows) {
                m_entities[{kinds.kindOf(rows.text(1)), rows.integer(3)}] = {rows.string(0), rows.string(2)};
            });
    }

    void readTasks(const std::vector<Json> &entries)
    {
        m_numbers = numbered(m_writing, "task", numbersOf(entries, "id"));
        std::set<std::string> ids;
        for (const auto &[key, entity] : m_entities) ids.insert(entity.id);
        records::forRows(m_writing.database,
            "SELECT id, project_id, task_type_id, entity_id, name FROM task WHERE entity_id", ids,
            [this](const store::Rows &rows) {
                m_names[{rows.string(1), rows.string(2), rows.string(3), rows.string(4)}] = rows.string(0);
            });
    }

    std::optional<Entity> entityOf(const Json &entry) const
    {
        const auto link = entry.find("entity");
        if (link == entry.end() || !link->is_object()) return std::nullopt;
        const auto number = numberIn(entry, "entity");
        const auto kind = kindOf(*link);
        if (!number || !kind) return std::nullopt;
        const auto entity = m_entities.find({*kind, *number});
        return entity == m_entities.end() ? std::nullopt : std::optional(entity->second);
    }

    Json columnsOf(const Json &entry, const std::string &name, const std::string &project, const std::string &type,
        const std::string &entity) const
    {
        const auto status = wordIn(entry, "sg_status_list");
        const auto known =
            m_statuses.find(QString::fromStdString(status.value_or(std::string())).toLower().toStdString());
        const auto orZero = [](const Json &value) { return value.is_null() ? Json(0) : value; };
        return {{"name", columnOf("task", "name", name)}, {"project_id", project}, {"task_type_id", type},
            {"entity_id", entity}, {"task_status_id", known == m_statuses.end() ? Json() : Json(known->second)},
            {"assigner_id", orNull(found(m_people, numberIn(entry, "created_by")))},
            {"start_date", columnOf("task", "start_date", entry["start_date"])},
            {"due_date", columnOf("task", "due_date", entry["due_date"])},
            {"sort_order", columnOf("task", "sort_order", orZero(entry["sg_sort_order"]))},
            {"duration", columnOf("task", "duration", orZero(entry["duration"]))}};
    }

    void place(std::int64_t number, Json columns, const std::vector<std::string> &assignees)
    {
        const Place place{columns["project_id"], columns["task_type_id"], columns["entity_id"], columns["name"]};
        columns["shotgun_id"] = number;
        const auto byName = m_names.find(place);
        auto id = found(m_numbers, number);
        if (id && byName != m_names.end() && byName->second != *id)
            throw api::badRequest("The entity has another task of this name and type.");
        if (!id && byName != m_names.end()) id = byName->second;
        const bool isNew = !id;
        if (isNew) {
            id = m_writing.newId();
            columns["id"] = *id;
            m_rows.make(columns);
        } else {
            m_rows.change(*id, columns);
        }
        m_numbers[number] = *id;
        m_names[place] = *id;
        m_assignees[*id] = assignees;
        m_taken.emplace_back(*id, std::get<0>(place), isNew);
    }

    api::Writing &m_writing;
    ShotgunProjects m_projects;
    Numbered m_people;
    Numbered m_types;
    Numbered m_numbers;
    std::map<std::string, std::string> m_statuses; // by short name in lower case
    std::map<std::pair<Kind, std::int64_t>, Entity> m_entities;
    std::map<Place, std::string> m_names;
    records::ManyRows m_rows{"task"};
    records::Links m_assignees;
    std::vector<std::tuple<std::string, std::string, bool>> m_taken; // identifier, production, is new
};

class NoteImport
{
public:
    NoteImport(api::Writing &writing, const std::vector<Json> &entries)
        : m_writing(writing)
        , m_people(allNumbered(writing, "person"))
        , m_numbers(numbered(writing, "comment", numbersOf(entries, "id")))
    {
        std::set<std::int64_t> tasks;
        for (const Json &entry : entries)
            for (const std::int64_t task : numbersIn(entry, "tasks")) tasks.insert(task);
        m_tasks = numbered(writing, "task", tasks);
    }

    void take(const Json &entry)
    {
        if (lacks(entry, {"tasks"})) throw api::badRequest("A note needs its tasks.");
        const auto number = numberIn(entry, "id");
        const auto task = firstTask(entry);
        if (!number || !task || lacks(entry, {"content", "created_at"})) return;
        const auto person = found(m_people, numberIn(entry, "user"));
        if (!person) throw api::badRequest("Its author is not here.");
        const Json content = columnOf("comment", "text", entry["content"]);
        Json columns = {{"text", content.is_null() ? Json("") : content}, {"person_id", *person}, {"object_id", *task},
            {"object_type", "Task"}, {"shotgun_id", *number}};
        if (const Json moment = columnOf("comment", "created_at", entry["created_at"]); !moment.is_null())
            columns["created_at"] = moment;
        if (const auto known = found(m_numbers, number)) {
            m_rows.change(*known, columns);
            return;
        }
        columns["id"] = m_writing.newId();
        columns["replies"] = Json::array();
        m_numbers[*number] = columns["id"];
        m_rows.make(columns);
    }

    Json write() { return m_rows.write(m_writing); }

private:
    std::optional<std::string> firstTask(const Json &entry) const
    {
        for (const std::int64_t number : numbersIn(entry, "tasks"))
            if (auto task = found(m_tasks, number)) return task;
        return std::nullopt;
    }

    api::Writing &m_writing;
    Numbered m_people;
    Numbered m_numbers;
    Numbered m_tasks;
    records::ManyRows m_rows{"comment"};
};

class VersionImport
{
public:
    VersionImport(api::Writing &writing, const std::vector<Json> &entries)
        : m_writing(writing)
        , m_people(allNumbered(writing, "person"))
        , m_tasks(numbered(writing, "task", numbersOf(entries, "sg_task")))
        , m_numbers(numbered(writing, "preview_file", numbersOf(entries, "id")))
    {
        std::set<std::string> tasks;
        for (const auto &[number, task] : m_tasks) tasks.insert(task);
        records::forRows(writing.database, "SELECT id, task_id, name FROM preview_file WHERE task_id", tasks,
            [this](const store::Rows &rows) {
                m_names[{rows.string(1), rows.string(2)}] = rows.string(0);
            });
    }

    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        const auto name = wordIn(entry, "code");
        const auto task = found(m_tasks, numberIn(entry, "sg_task"));
        if (!number || !name || !task || lacks(entry, {"description", "sg_uploaded_movie"})) return;
        const Json &movie = entry["sg_uploaded_movie"];
        const auto ofMovie = [&](const char *member, const char *column) {
            return movie.is_object() ? columnOf("preview_file", column, movie.value(member, Json())) : Json();
        };
        Json columns = {{"name", columnOf("preview_file", "name", *name)},
            {"description", columnOf("preview_file", "description", entry["description"])}, {"task_id", *task},
            {"person_id", orNull(found(m_people, numberIn(entry, "user")))}, {"source", "Shotgun"},
            {"uploaded_movie_url", ofMovie("url", "uploaded_movie_url")},
            {"uploaded_movie_name", ofMovie("name", "uploaded_movie_name")}, {"shotgun_id", *number}};
        place(*number, {*task, *name}, std::move(columns));
    }

    Json write() { return m_rows.write(m_writing); }

private:
    using Place = std::pair<std::string, std::string>; // task, name

    void place(std::int64_t number, const Place &place, Json columns)
    {
        auto id = found(m_numbers, number);
        const auto byName = m_names.find(place);
        if (id && byName != m_names.end() && byName->second != *id)
            throw api::badRequest("The task has another version of this name.");
        if (!id && byName != m_names.end()) id = byName->second;
        if (id) {
            m_rows.change(*id, columns);
        } else {
            id = m_writing.newId();
            columns["id"] = *id;
            m_rows.make(columns);
        }
        m_numbers[number] = *id;
        m_names[place] = *id;
    }

    api::Writing &m_writing;
    Numbered m_people;
    Numbered m_tasks;
    Numbered m_numbers;
    std::map<Place, std::string> m_names;
    records::ManyRows m_rows{"preview_file"};
};

} // namespace

api::Response importShotgunTasks(api::Working &working, api::Request &request)
{
    return takeAllNumbered<TaskImport>(working, request);
}

api::Response importShotgunNotes(api::Working &working, api::Request &request)
{
    return takeAllNumbered<NoteImport>(working, request);
}

api::Response importShotgunVersions(api::Working &working, api::Request &request)
{
    return takeAllNumbered<VersionImport>(working, request);
}

} // namespace callboard::exchange
