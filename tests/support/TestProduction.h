// SPDX-License-Identifier: GPL-3.0-or-later
// A production in a test studio, written straight into its database, and short words to fill it over the API.
#pragma once

#include "core/store/Connection.h"
#include "tests/support/TestStudio.h"

#include <QUuid>

namespace callboard::tests {

class TestProduction
{
public:
    explicit TestProduction(TestStudio &studio, const std::string &name = "Alpha")
        : m_studio(studio)
        , m_database(studio.openDatabase())
        , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString())
    {
        m_database->change("INSERT INTO project (id, name, production_type, production_style, project_status_id,"
                           " created_at, updated_at) VALUES (?, ?, 'short', '2d3d',"
                           " (SELECT id FROM project_status WHERE name = 'Open'), '2026-11-24T00:00:00.000000',"
                           " '2026-11-24T00:00:00.000000')",
            m_id, name);
    }

    const std::string &id() const { return m_id; }
    /// A connection of its own, for looking at rows and for what no route makes.
    store::Connection &database() { return *m_database; }
    std::string path(const std::string &rest) const { return "/data/projects/" + m_id + rest; }

    std::string idNamed(const std::string &table, const std::string &name)
    {
        auto rows = m_database->query("SELECT id FROM " + table + " WHERE name = ?", name);
        return rows.next() ? rows.string(0) : std::string();
    }
    std::string asset(const std::string &name, const std::string &type = "Character")
    {
        return made("/asset-types/" + idNamed("entity_type", type) + "/assets/new", {{"name", name}});
    }
    std::string sequence(const std::string &name, const std::string &episode = {})
    {
        Json given = {{"name", name}};
        if (!episode.empty()) given["episode_id"] = episode;
        return made("/sequences", given);
    }
    std::string shot(const std::string &name, const std::string &sequence)
    {
        return made("/shots", {{"name", name}, {"sequence_id", sequence}});
    }
    std::string episode(const std::string &name) { return made("/episodes", {{"name", name}}); }
    std::int64_t count(const std::string &sql)
    {
        auto rows = m_database->query("SELECT count(*) FROM " + sql);
        rows.next();
        return rows.integer(0);
    }

private:
    std::string made(const std::string &rest, const Json &given)
    {
        return m_studio.post(path(rest), given).body.value("id", "");
    }

    TestStudio &m_studio;
    std::unique_ptr<store::Connection> m_database;
    std::string m_id;
};

} // namespace callboard::tests
