// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ShotgunStudio.h"

#include "core/domain/exchange/ImportPersons.h"
#include "core/domain/exchange/ShotgunImport.h"
#include "core/domain/files/FileTree.h"
#include "core/domain/people/PersonFields.h"
#include "core/domain/people/PersonJson.h"
#include "core/domain/people/Persons.h"
#include "core/records/Record.h"

namespace callboard::exchange {

namespace {

class ProjectImport
{
public:
    ProjectImport(api::Writing &writing, const std::vector<Json> &)
        : m_writing(writing)
        , m_numbers(allNumbered(writing, "project"))
    {}

    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        const auto name = wordIn(entry, "name");
        if (!number || !name) return;
        const auto status = wordIn(entry, "sg_status");
        if (!status) throw api::badRequest("A production needs its sg_status.");
        Json columns = {{"name", columnOf("project", "name", *name)}, {"shotgun_id", *number},
            {"data", ownFields(entry, {"sg_status"})}, {"project_status_id", statusNamed(*status)}};
        if (const auto present = m_numbers.find(*number); present != m_numbers.end()) {
            m_rows.change(present->second, columns);
            m_told.emplace_back(present->second, "project:update");
            return;
        }
        columns["id"] = m_writing.newId();
        columns["file_tree"] = *files::fileTreeNamed("default");
        m_rows.make(columns);
        m_numbers[*number] = columns["id"];
        m_told.emplace_back(columns["id"], "project:new");
    }

    Json write()
    {
        Json rows = m_rows.write(m_writing);
        for (const auto &[id, event] : m_told) tellQuietly(m_writing, event, Json::object(), id);
        return rows;
    }

private:
    std::string statusNamed(const std::string &name)
    {
        std::string &id = m_statuses[name];
        if (id.empty()) id = ensureNamed(m_writing, "project_status", name, {{"color", "#000000"}});
        return id;
    }

    api::Writing &m_writing;
    Numbered m_numbers;
    std::map<std::string, std::string> m_statuses; // by name
    records::ManyRows m_rows{"project"};
    std::vector<std::pair<std::string, std::string>> m_told; // production, event
};

class PersonImport
{
public:
    PersonImport(api::Writing &writing, const std::vector<Json> &)
        : m_writing(writing)
    {
        auto rows = writing.database.query("SELECT id, shotgun_id, email FROM person WHERE NOT is_bot");
        while (rows.next()) remember(rows.string(0), rows.isNull(1) ? Json() : Json(rows.integer(1)), rows.string(2));
    }

    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        const auto mail = wordIn(entry, "email");
        const auto first = wordIn(entry, "firstname");
        const auto last = wordIn(entry, "lastname");
        // The last is the address of ShotGrid's own template.
        if (!number || !mail || !first || !last || lacks(entry, {"login"}) || *mail == "changeme@email.com") return;
        Json body = Json::object();
        if (const auto department = departmentOf(entry)) body["departments"] = Json::array({*department});
        std::string id = known(*number, *mail);
        const std::string today = dayOf(m_writing.now);
        if (!id.empty()) {
            if (!body.empty())
                people::changePerson(m_writing, id, people::changedPersonFields(body, today, m_writing.caller));
        } else {
            body.update({{"first_name", *first}, {"last_name", *last}, {"email", *mail}, {"shotgun_id", *number},
                {"role", roleOf(entry)}, {"active", entry.value("sg_status_list", Json()) != "dis"}});
            if (const auto login = wordIn(entry, "login")) body["desktop_login"] = *login;
            id = people::makePerson(m_writing, people::newPersonFields(body, today));
            remember(id, *number, *mail);
        }
        m_taken.push_back(id);
    }

    Json write()
    {
        Json told = Json::array();
        for (const std::string &id : m_taken) {
            Json person = people::changedPerson(m_writing, id);
            person.erase("departments");
            told.push_back(std::move(person));
        }
        return told;
    }

private:
    static std::string folded(const std::string &text) { return QString::fromStdString(text).toLower().toStdString(); }

    void remember(const std::string &id, const Json &number, const std::string &mail)
    {
        if (number.is_number()) m_byNumber[number] = id;
        m_byMail[folded(mail)] = id;
    }

    std::string known(std::int64_t number, const std::string &mail) const
    {
        if (const auto found = m_byNumber.find(number); found != m_byNumber.end()) return found->second;
        const auto found = m_byMail.find(folded(mail));
        return found == m_byMail.end() ? std::string() : found->second;
    }

    std::optional<std::string> departmentOf(const Json &entry)
    {
        const auto department = entry.find("department");
        const auto name =
            department != entry.end() && department->is_object() ? wordIn(*department, "name") : std::nullopt;
        if (!name) return std::nullopt;
        std::string &id = m_departments[*name];
        if (id.empty()) id = ensureNamed(m_writing, "department", *name, {{"color", "#000000"}});
        return id;
    }

    static std::string roleOf(const Json &entry)
    {
        const auto rules = entry.find("permission_rule_set");
        const auto word = rules != entry.end() && rules->is_object() ? wordIn(*rules, "name") : std::nullopt;
        return word ? roleByWord(*word).value_or("user") : "user";
    }

    api::Writing &m_writing;
    Numbered m_byNumber;
    std::map<std::string, std::string> m_byMail;
    std::map<std::string, std::string> m_departments; // by name
    std::vector<std::string> m_taken;
};

class ConnectionImport
{
public:
    ConnectionImport(api::Writing &writing, const std::vector<Json> &)
        : m_writing(writing)
        , m_projects(writing)
        , m_people(allNumbered(writing, "person"))
    {}

    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        const auto project = m_projects.find(entry);
        if (!number || !project || lacks(entry, {"user"})) return;
        m_taken.push_back(*project);
        const auto person = numberIn(entry, "user");
        const auto found = person ? m_people.find(*person) : m_people.end();
        if (found != m_people.end()) m_links.push_back({*project, found->second, *number});
    }

    Json write()
    {
        records::inBatches(m_links.size(), [this](std::size_t first, std::size_t size) {
            std::string places;
            std::vector<store::Value> values;
            for (std::size_t i = first; i < first + size; ++i) {
                places += (i > first ? ", (?, ?, ?)" : "(?, ?, ?)");
                values.insert(values.end(), {m_links[i].projectId, m_links[i].personId, m_links[i].number});
            }
            m_writing.database.runChange("INSERT INTO project_person_link (project_id, person_id, shotgun_id) VALUES "
                    + places + " ON CONFLICT DO NOTHING",
                values);
        });
        records::ManyRows rows("project");
        for (const std::string &id : m_taken) {
            rows.change(id, Json::object());
            tellQuietly(m_writing, "project:update", Json::object(), id);
        }
        return rows.write(m_writing);
    }

private:
    struct Link
    {
        std::string projectId;
        std::string personId;
        std::int64_t number = 0;
    };

    api::Writing &m_writing;
    ShotgunProjects m_projects;
    Numbered m_people;
    std::vector<Link> m_links;
    std::vector<std::string> m_taken; // productions
};

/// Task types and task statuses: few, so all that there are is read.
class TypeImport
{
public:
    TypeImport(api::Writing &writing, std::string table, std::string keyColumns)
        : m_writing(writing)
        , m_table(std::move(table))
        , m_rows(m_table)
    {
        auto rows = writing.database.query("SELECT id, shotgun_id, " + keyColumns + " FROM " + m_table);
        while (rows.next()) {
            if (!rows.isNull(1)) m_byNumber[rows.integer(1)] = rows.string(0);
            m_byKey[rows.string(2)] = rows.string(0);
        }
    }

    Json write() { return m_rows.write(m_writing); }

protected:
    /// Changes the record of that number or key, or makes it with what new ones have beside.
    void place(const std::string &key, Json columns, const Json &ofNewOnes)
    {
        const std::int64_t number = columns["shotgun_id"];
        const auto byNumber = m_byNumber.find(number);
        const auto byKey = m_byKey.find(key);
        std::string id = byNumber != m_byNumber.end() ? byNumber->second
            : byKey != m_byKey.end()                  ? byKey->second
                                                      : std::string();
        if (id.empty()) {
            id = m_writing.newId();
            columns["id"] = id;
            columns.update(ofNewOnes);
            m_rows.make(columns);
        } else {
            m_rows.change(id, columns);
        }
        m_byNumber[number] = id;
        m_byKey[key] = id;
    }

    api::Writing &m_writing;

private:
    std::string m_table;
    Numbered m_byNumber;
    std::map<std::string, std::string> m_byKey;
    records::ManyRows m_rows;
};

class StepImport : public TypeImport
{
public:
    StepImport(api::Writing &writing, const std::vector<Json> &)
        : TypeImport(writing, "task_type", "for_entity || '/' || name")
    {}

    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        const auto code = wordIn(entry, "code");
        if (!number || !code || lacks(entry, {"short_name", "color", "entity_type"})) return;
        const std::string kind = wordIn(entry, "entity_type").value_or("Asset");
        const std::string department = code->substr(0, code->find(' '));
        std::string &departmentId = m_departments[department];
        if (departmentId.empty())
            departmentId = ensureNamed(m_writing, "department", department, {{"color", "#000000"}});
        Json columns = {{"name", columnOf("task_type", "name", *code)},
            {"short_name", columnOf("task_type", "short_name", entry["short_name"])},
            {"for_entity", columnOf("task_type", "for_entity", kind)}, {"department_id", departmentId},
            {"shotgun_id", *number}};
        if (const auto colour = colourIn(entry, "color")) columns["color"] = *colour;
        place(kind + '/' + *code, std::move(columns), Json::object());
    }

private:
    std::map<std::string, std::string> m_departments; // by name
};

class StatusImport : public TypeImport
{
public:
    StatusImport(api::Writing &writing, const std::vector<Json> &)
        : TypeImport(writing, "task_status", "lower(short_name)")
    {}

    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        const auto code = wordIn(entry, "code");
        const auto name = wordIn(entry, "name");
        if (!number || !code || !name) return;
        Json columns = {{"name", columnOf("task_status", "name", *name)}, {"shotgun_id", *number}};
        const auto colour = colourIn(entry, "bg_color");
        if (colour) columns["color"] = *colour;
        const std::string key = QString::fromStdString(*code).toLower().toStdString();
        place(key, std::move(columns),
            {{"short_name", columnOf("task_status", "short_name", *code)}, {"color", colour.value_or("#999999")}});
    }
};

} // namespace

api::Response importShotgunProjects(api::Working &working, api::Request &request)
{
    return takeAllNumbered<ProjectImport>(working, request);
}

api::Response importShotgunPersons(api::Working &working, api::Request &request)
{
    return takeAllNumbered<PersonImport>(working, request);
}

api::Response importShotgunConnections(api::Working &working, api::Request &request)
{
    return takeAllNumbered<ConnectionImport>(working, request);
}

api::Response importShotgunSteps(api::Working &working, api::Request &request)
{
    return takeAllNumbered<StepImport>(working, request);
}

api::Response importShotgunStatuses(api::Working &working, api::Request &request)
{
    return takeAllNumbered<StatusImport>(working, request);
}

} // namespace callboard::exchange
