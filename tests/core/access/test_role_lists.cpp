// SPDX-License-Identifier: GPL-3.0-or-later
// What lists tell to each role: one's own productions, vendors' own work, and no secrets.
#include "tests/support/TestStudio.h"

#include <QtTest>

#include <algorithm>
#include <map>

using callboard::Json;
using callboard::tests::TestStudio;

namespace {

/// Two productions with a shot and a task each; the people of the first are named by their role. They are made when
/// a test first needs them, for passwords take their time.
class Company
{
public:
    struct Production
    {
        std::string id, sequence, shot, task, scene;
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
    /// The person of that role; "stranger" is an artist of no team.
    const std::string &person(const std::string &role)
    {
        auto &id = m_people[role];
        if (!id.empty()) return id;
        id = made("/data/persons",
            {{"first_name", role}, {"last_name", "Example"}, {"email", role + "@example.com"},
                {"password", "mysecretpassword"}, {"role", role == "stranger" ? "user" : role}});
        if (role != "stranger") made("/data/projects/" + alpha.id + "/team", {{"person_id", id}});
        return id;
    }
    const std::string &tokenOf(const std::string &role)
    {
        person(role);
        auto &token = m_tokens[role];
        if (token.empty()) token = studio.signIn(role + "@example.com", "mysecretpassword");
        return token;
    }
    Json read(const std::string &role, const std::string &path) { return studio.get(path, tokenOf(role)).body; }
    int statusFor(const std::string &role, const std::string &path) { return studio.get(path, tokenOf(role)).status; }
    /// The identifiers in a list as that role is told it.
    std::vector<std::string> idsFor(const std::string &role, const std::string &path)
    {
        std::vector<std::string> ids;
        for (const Json &row : read(role, path)) ids.push_back(row["id"]);
        return ids;
    }
    void assign(const std::string &role)
    {
        studio.put("/actions/persons/" + person(role) + "/assign", {{"task_ids", {alpha.task}}});
    }
    /// A comment of the administrator on the first production's task.
    std::string comment()
    {
        return made("/actions/tasks/" + alpha.task + "/comment",
            {{"task_status_id", listed("/data/task-status", "Work In Progress")}, {"comment", "Look"}});
    }

private:
    Production production(const std::string &name)
    {
        Production own;
        own.id = made("/data/projects", {{"name", name}});
        const std::string project = "/data/projects/" + own.id;
        own.sequence = made(project + "/sequences", {{"name", "SE01"}});
        own.shot = made(project + "/shots", {{"name", "SH010"}, {"sequence_id", own.sequence}});
        own.scene = made(project + "/scenes", {{"name", "SC01"}, {"sequence_id", own.sequence}});
        own.task = made("/data/tasks",
            {{"name", "main"}, {"project_id", own.id}, {"task_type_id", animation}, {"entity_id", own.shot}});
        return own;
    }

public:
    TestStudio studio;
    const std::string animation = listed("/data/task-types", "Animation");
    const Production alpha = production("Alpha");
    const Production beta = production("Beta");

private:
    std::map<std::string, std::string> m_people;
    std::map<std::string, std::string> m_tokens;
};

bool contains(const std::vector<std::string> &ids, const std::string &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

class RoleListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entitiesWithTasksAreThoseOfTheOwnProductionsHoweverTheyAreAskedFor()
    {
        Company company;
        const auto shots = company.idsFor("user", "/data/shots/with-tasks?sequence_id=" + company.alpha.sequence);
        QVERIFY(contains(shots, company.alpha.shot));
        QVERIFY(!contains(shots, company.beta.shot));
        QCOMPARE(company.statusFor("user", "/data/assets/with-tasks"), 200);
    }

    void aVendorIsToldTheOpenTasksOfAProductionThatAreTheOwn()
    {
        Company company;
        const std::string path = "/data/tasks/open-tasks?project_id=" + company.alpha.id;
        QVERIFY(company.read("vendor", path)["data"].empty());
        company.assign("vendor");
        QCOMPARE(company.read("vendor", path)["data"].size(), std::size_t(1));
    }

    void aVendorReadsThePlanOfScenesAndSequencesButNoShotOfOthers()
    {
        Company company;
        const std::string sequence = "/data/sequences/" + company.alpha.sequence;
        QVERIFY(contains(company.idsFor("vendor", sequence + "/scenes"), company.alpha.scene));
        QVERIFY(contains(company.idsFor("vendor", sequence + "/task-types"), company.animation));
        QVERIFY(company.idsFor("vendor", sequence + "/shots").empty());
        QCOMPARE(company.statusFor("vendor", "/data/scenes/" + company.alpha.scene), 403);
    }

    void theListsOfASceneAreClosedOutsideTheTeamUnlessThereIsNothing()
    {
        Company company;
        const std::string shots = "/data/scenes/" + company.alpha.scene + "/shots";
        QCOMPARE(company.read("stranger", shots), Json::array());
        company.made(shots, {{"shot_id", company.alpha.shot}});
        QVERIFY(contains(company.idsFor("user", shots), company.alpha.shot));
        QCOMPARE(company.statusFor("stranger", shots), 403);
        QCOMPARE(company.statusFor("vendor", shots), 403);
    }

    void theKeysOfChatsAreToldToAdministratorsAlone()
    {
        Company company;
        const std::string id = company.studio.get("/data/organisations").body[0]["id"];
        company.studio.put("/data/organisations/" + id, {{"chat_token_slack", "xoxb-1"}});
        QCOMPARE(company.studio.get("/data/organisations").body[0]["chat_token_slack"], "xoxb-1");
        QCOMPARE(company.read("manager", "/data/organisations")[0]["chat_token_slack"], "");
        QVERIFY(!company.read("manager", "/data/organisations/" + id).contains("chat_token_slack"));
    }

    void whoPlansSeesTheTasksOfSomebodyWhoLeftTheTeam()
    {
        Company company;
        company.assign("user");
        company.studio.remove("/data/projects/" + company.alpha.id + "/team/" + company.person("user"));
        const std::string tasks = "/data/persons/" + company.person("user") + "/tasks";
        QVERIFY(contains(company.idsFor("manager", tasks), company.alpha.task));
        QVERIFY(company.idsFor("user", "/data/user/tasks").empty());
        QVERIFY(company.idsFor("stranger", tasks).empty());
    }

    void aClosedProductionIsNewsToItsTeamButNotToAdministrators()
    {
        Company company;
        company.comment();
        company.studio.put("/data/projects/" + company.alpha.id,
            {{"project_status_id", company.listed("/data/project-status", "Closed")}});
        QCOMPARE(company.read("user", "/data/projects/news")["total"], 1);
        QCOMPARE(company.studio.get("/data/projects/news").body["total"], 0);
        const auto tasks = company.idsFor("user", "/data/projects/" + company.alpha.id + "/tasks");
        QVERIFY(contains(tasks, company.alpha.task));
    }

    void whoIsMentionedInAReplyHearsOfTheReplyAndOfTheMention()
    {
        Company company;
        company.assign("user");
        company.studio.post("/data/tasks/" + company.alpha.task + "/comments/" + company.comment() + "/reply",
            {{"text", "Here @user Example"}}, company.tokenOf("manager"));
        QCOMPARE(company.read("user", "/data/user/notifications?type=reply").size(), std::size_t(1));
        QCOMPARE(company.read("user", "/data/user/notifications?type=reply-mention").size(), std::size_t(1));
    }

    void aVersionNamesTheOneItWasCopiedFromAndIsAppliedWithThePeople()
    {
        Company company;
        const auto version = [&](const char *name) {
            return company.made(
                "/data/production-schedule-versions", {{"name", name}, {"project_id", company.alpha.id}});
        };
        const std::string first = version("V1");
        const std::string second = version("V2");
        const std::string actions = "/actions/production-schedule-versions/";
        company.studio.post(actions + first + "/set-task-links-from-production", Json::object());
        company.studio.post(actions + second + "/set-task-links-from-production-schedule-version",
            {{"production_schedule_version_id", first}});
        const auto copied = company.studio.get("/data/production-schedule-versions/" + second);
        QCOMPARE(copied.body["production_schedule_from"], first);
        company.assign("user");
        const auto applied = company.studio.post(actions + second + "/apply-to-production", Json::object());
        QCOMPARE(applied.body[0]["assignees"], Json::array({company.person("user")}));
    }

    void desktopLoginsAreReadByThePersonManagersAndAdministrators()
    {
        Company company;
        const std::string path = "/data/persons/" + company.person("user") + "/desktop-login-logs";
        QCOMPARE(company.statusFor("user", path), 200);
        QCOMPARE(company.statusFor("manager", path), 200);
        QCOMPARE(company.statusFor("supervisor", path), 403);
        QCOMPARE(company.statusFor("stranger", path), 403);
    }

    void attachmentsAreAddedByTheAuthorAndManagers()
    {
        Company company;
        const std::string path =
            "/actions/tasks/" + company.alpha.task + "/comments/" + company.comment() + "/add-attachment";
        QCOMPARE(company.studio.post(path, Json::object(), company.tokenOf("supervisor")).status, 403);
        QCOMPARE(company.studio.post(path, Json::object(), company.tokenOf("manager")).status, 201);
    }
};

QTEST_GUILESS_MAIN(RoleListsTest)
#include "test_role_lists.moc"
