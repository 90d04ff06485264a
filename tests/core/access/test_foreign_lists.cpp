// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every reading route with words that filter, as members of one production's team: nothing of another
// production may be told, however it is asked for.
#include "tests/support/TestStudio.h"

#include <QtTest>

#include <map>

using callboard::Json;
using callboard::api::Route;
using callboard::api::Verb;
using callboard::tests::TestStudio;

namespace {

/// Two productions that have the same: the team knows the first alone.
class Company
{
public:
    struct Production
    {
        std::string id, sequence, shot, asset, task, comment, playlist;
    };

    std::string made(const std::string &path, const Json &body)
    {
        const auto answer = studio.post(path, body);
        if (answer.status >= 300) qWarning("%s: %s", path.c_str(), answer.text.c_str());
        return answer.body.value("id", "");
    }
    std::string listed(const std::string &path, const std::string &name)
    {
        for (const Json &row : studio.get(path).body)
            if (row["name"] == name) return row["id"];
        return {};
    }
    /// A member of the first production's team of that role.
    std::string signIn(const std::string &role)
    {
        const std::string email = role + "@example.com";
        const std::string person = made("/data/persons",
            {{"first_name", role}, {"last_name", "Example"}, {"email", email}, {"password", "mysecretpassword"},
                {"role", role}});
        made("/data/projects/" + own.id + "/team", {{"person_id", person}});
        return studio.signIn(email, "mysecretpassword");
    }

    TestStudio studio;
    const std::string animation = listed("/data/task-types", "Animation");
    const std::string prop = listed("/data/entity-types", "Prop");
    const Production own = production("Alpha");
    const Production foreign = production("Beta");

private:
    Production production(const std::string &name)
    {
        Production p;
        p.id = made("/data/projects", {{"name", name}});
        const std::string project = "/data/projects/" + p.id;
        p.sequence = made(project + "/sequences", {{"name", "SE01"}});
        p.shot = made(project + "/shots", {{"name", "SH010"}, {"sequence_id", p.sequence}});
        p.asset = made(project + "/asset-types/" + prop + "/assets/new", {{"name", "Lamp"}, {"description", ""}});
        p.task = made("/data/tasks",
            {{"name", "main"}, {"project_id", p.id}, {"task_type_id", animation}, {"entity_id", p.shot}});
        p.comment = made("/actions/tasks/" + p.task + "/comment",
            {{"task_status_id", listed("/data/task-status", "Work In Progress")}, {"comment", "On it"}});
        p.playlist = made("/data/playlists", {{"name", "Dailies"}, {"project_id", p.id}, {"for_client", true}});
        return p;
    }
};

/// The path with the placeholders filled by what is one's own.
std::string filled(const Company &company, const Route &route)
{
    const std::map<std::string, std::string> values = {{"project_id", company.own.id}, {"shot_id", company.own.shot},
        {"sequence_id", company.own.sequence}, {"entity_id", company.own.shot}, {"asset_id", company.own.asset},
        {"task_id", company.own.task}, {"comment_id", company.own.comment}, {"playlist_id", company.own.playlist},
        {"task_type_id", company.animation}, {"asset_type_id", company.prop}, {"year", "2026"}, {"month", "3"},
        {"week", "10"}, {"day", "2"}, {"date", "2026-03-02"}, {"month_date", "2026-03"}};
    std::string path = route.path;
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
        const auto close = path.find('}', open);
        const auto known = values.find(path.substr(open + 1, close - open - 1));
        path.replace(open, close - open + 1, known == values.end() ? company.own.shot : known->second);
    }
    return path;
}

} // namespace

class ForeignListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfAnotherProductionIsTold_data()
    {
        QTest::addColumn<QString>("role");
        for (const char *role : {"user", "manager", "supervisor", "client", "vendor"})
            QTest::newRow(role) << QString::fromLatin1(role);
    }

    void nothingOfAnotherProductionIsTold()
    {
        QFETCH(QString, role);
        Company company;
        const auto token = company.signIn(role.toStdString());
        const auto &foreign = company.foreign;
        const std::vector<std::string> secrets = {
            foreign.sequence, foreign.shot, foreign.asset, foreign.task, foreign.comment, foreign.playlist};
        const std::vector<std::string> queries = {"", "?relations=true", "?page=1", "?project_id=" + foreign.id,
            "?sequence_id=" + company.own.sequence, "?sequence_id=" + foreign.sequence, "?episode_id=all",
            "?project_id=" + company.own.id + "&project_id=" + foreign.id, "?task_type_id=" + company.animation};
        QStringList told;
        for (const Route &route : company.studio.studio().routes().all()) {
            if (route.verb != Verb::Get || route.path.starts_with("/auth/")) continue;
            for (const std::string &query : queries) {
                const std::string target = filled(company, route) + query;
                const auto answer = company.studio.get(target, token);
                for (const std::string &secret : secrets)
                    if (answer.status < 400 && answer.text.find(secret) != std::string::npos)
                        told << QString::fromStdString(route.path + query);
            }
        }
        QVERIFY2(told.isEmpty(), qPrintable(told.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(ForeignListsTest)
#include "test_foreign_lists.moc"
