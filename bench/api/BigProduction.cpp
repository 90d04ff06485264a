// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/api/BigProduction.h"

#include "core/store/Connection.h"
#include "core/studio/Studio.h"

#include <QDateTime>
#include <QUuid>

namespace callboard::bench {

namespace {

constexpr int sequenceCount = 200;
constexpr int shotCount = 10'000;
constexpr int tasksOfShot = 5;
constexpr int assetCount = 2'000;
constexpr int tasksOfAsset = 3;
constexpr int castOfShot = 10;
constexpr int personCount = 60;
constexpr int commentsOfTask = 2;
constexpr const char *moment = "2026-11-24T10:00:00.000000";

std::string newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

/// Five minutes after the one before.
std::string momentNumber(int number)
{
    const auto when = QDateTime::fromString(QLatin1String("2026-01-01T00:00:00"), Qt::ISODate).addSecs(number * 300);
    return when.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString() + ".000000";
}

std::vector<std::string> idsOf(store::Connection &database, const std::string &sql)
{
    std::vector<std::string> ids;
    auto rows = database.query(sql);
    while (rows.next()) ids.push_back(rows.string(0));
    return ids;
}

class Filling
{
public:
    explicit Filling(store::Connection &database)
        : m_database(database)
        , m_project(newId())
        , m_status(idsOf(database, "SELECT id FROM task_status WHERE NOT for_concept ORDER BY priority, name"))
    {}

    BigProduction fill()
    {
        m_database.execute("BEGIN IMMEDIATE");
        m_database.change("INSERT INTO project (id, name, production_type, production_style, project_status_id,"
                          " created_at, updated_at) VALUES (?, 'Big', 'feature', '3d',"
                          " (SELECT id FROM project_status WHERE name = 'Open'), ?, ?)",
            m_project, moment, moment);
        addPersons();
        addAssets();
        addShots();
        addTalk();
        m_database.execute("COMMIT");
        return {m_project, m_shotTasks, m_status, m_persons.front()};
    }

private:
    void addPersons()
    {
        for (int i = 0; i < personCount; ++i) {
            m_persons.push_back(newId());
            m_database.change(
                "INSERT INTO person (id, first_name, last_name, email, role, active, created_at, updated_at)"
                " VALUES (?, ?, 'Artist', ?, 'user', TRUE, ?, ?)",
                m_persons.back(), "Person " + std::to_string(i), "person" + std::to_string(i) + "@example.com", moment,
                moment);
            m_database.change(
                "INSERT INTO project_person_link (project_id, person_id) VALUES (?, ?)", m_project, m_persons.back());
        }
    }

    std::string addEntity(const std::string &name, const std::string &type, const store::Value &parent)
    {
        const std::string id = newId();
        m_database.change(
            "INSERT INTO entity (id, name, description, nb_frames, project_id, entity_type_id, parent_id,"
            " data, is_shared, status, created_at, updated_at) VALUES (?, ?, 'A calm scene by the water.',"
            " 96, ?, (SELECT id FROM entity_type WHERE name = ?), ?,"
            " '{\"frame_in\": 1001, \"frame_out\": 1096, \"fps\": \"24\", \"difficulty\": \"hard\"}',"
            " FALSE, 'running', ?, ?)",
            id, name, m_project, type, parent, moment, moment);
        return id;
    }

    std::string addTask(const std::string &entity, const std::string &type, int number)
    {
        const std::string id = newId();
        const auto count = static_cast<int>(m_status.size());
        m_database.change(
            "INSERT INTO task (id, name, priority, difficulty, estimation, duration, start_date, due_date,"
            " project_id, task_type_id, task_status_id, entity_id, assigner_id, created_at, updated_at)"
            " VALUES (?, 'main', 1, 3, 960, 120, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id, moment, moment, m_project, type, m_status[static_cast<std::size_t>(number % count)], entity,
            m_persons.front(), moment, moment);
        m_database.change("INSERT INTO task_person_link (task_id, person_id) VALUES (?, ?)", id,
            m_persons[static_cast<std::size_t>(number % personCount)]);
        m_tasks.push_back(id);
        return id;
    }

    /// What was said of each task, what became of it as news, and what the administrator was told of it.
    void addTalk()
    {
        const std::string administrator = idsOf(m_database, "SELECT id FROM person WHERE role = 'admin'").front();
        int number = 0;
        for (const std::string &task : m_tasks)
            for (int i = 0; i < commentsOfTask; ++i, ++number) {
                const std::string comment = newId();
                const std::string &author = m_persons[static_cast<std::size_t>(number % personCount)];
                const std::string said = momentNumber(number);
                m_database.change("INSERT INTO comment (id, object_id, object_type, text, task_status_id, person_id,"
                                  " created_at, updated_at) VALUES (?, ?, 'Task', 'Please look at the left hand.', ?,"
                                  " ?, ?, ?)",
                    comment, task, m_status[static_cast<std::size_t>(number) % m_status.size()], author, said, said);
                m_database.change(
                    "INSERT INTO news (id, change, author_id, comment_id, task_id, created_at, updated_at)"
                    " VALUES (?, TRUE, ?, ?, ?, ?, ?)",
                    newId(), author, comment, task, said, said);
                if (number % 3 == 0)
                    m_database.change("INSERT INTO notification (id, read, change, type, person_id, author_id,"
                                      " comment_id, task_id, created_at, updated_at)"
                                      " VALUES (?, FALSE, TRUE, 'comment', ?, ?, ?, ?, ?, ?)",
                        newId(), administrator, author, comment, task, said, said);
            }
    }

    void addAssets()
    {
        const auto types = idsOf(m_database, "SELECT id FROM task_type WHERE for_entity = 'Asset' ORDER BY priority");
        for (int i = 0; i < assetCount; ++i) {
            m_assets.push_back(addEntity("Asset " + std::to_string(i), i % 3 == 0 ? "Character" : "Prop", {}));
            for (int task = 0; task < tasksOfAsset; ++task)
                addTask(m_assets.back(), types[static_cast<std::size_t>(task)], i + task);
        }
    }

    void addShots()
    {
        const auto types = idsOf(m_database, "SELECT id FROM task_type WHERE for_entity = 'Shot' ORDER BY priority");
        std::string sequence;
        for (int i = 0; i < shotCount; ++i) {
            if (i % (shotCount / sequenceCount) == 0) sequence = addEntity("SE" + std::to_string(i), "Sequence", {});
            const std::string shot = addEntity("SH" + std::to_string(i), "Shot", sequence);
            for (int task = 0; task < tasksOfShot; ++task)
                m_shotTasks.push_back(addTask(shot, types[static_cast<std::size_t>(task)], i + task));
            for (int cast = 0; cast < castOfShot; ++cast)
                m_database.change("INSERT INTO entity_link (id, entity_in_id, entity_out_id, nb_occurences, label,"
                                  " created_at, updated_at) VALUES (?, ?, ?, 1, 'animate', ?, ?)",
                    newId(), shot, m_assets[static_cast<std::size_t>((i * 7 + cast * 13) % assetCount)], moment,
                    moment);
        }
    }

    store::Connection &m_database;
    std::string m_project;
    std::vector<std::string> m_status;
    std::vector<std::string> m_persons;
    std::vector<std::string> m_assets;
    std::vector<std::string> m_shotTasks;
    std::vector<std::string> m_tasks; // of shots and assets
};

} // namespace

BigProduction makeBigProduction(const std::string &folder)
{
    StudioOptions options;
    options.folder = folder;
    {
        Studio studio(options); // makes the schema and what a new studio begins with
        studio.setAdministrator("admin@example.com", "mysecretpassword");
    }
    const auto database = store::openSqlite(folder + "/database/studio.db", false);
    return Filling(*database).fill();
}

} // namespace callboard::bench
