// SPDX-License-Identifier: GPL-3.0-or-later
// What is unknown, malformed or cannot be is told as such, and changes nothing.
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

constexpr const char *nobody = "00000000-0000-4000-8000-000000000000";

class Company
{
public:
    TestStudio studio;
    TestProduction alpha{studio, "Alpha"};
    const std::string sequence = alpha.sequence("SE01");
    const std::string shot = alpha.shot("SH010", sequence);
    const std::string llama = alpha.asset("Llama");
    const std::string animation = alpha.idNamed("task_type", "Animation");
    const std::string person = studio.get("/data/persons").body[0].value("id", "");

    int asked(const std::string &path) { return studio.get(path).status; }
};

} // namespace

class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotExistOrIsOfAnotherKindIsNotFound()
    {
        Company company;
        const std::string person = std::string("/data/persons/") + nobody;
        for (const std::string &path :
            {person + "/tasks", person + "/done-tasks", person + "/related-tasks/" + company.animation})
            QCOMPARE(company.asked(path), 404);
        for (const char *list : {"/tasks", "/task-types"})
            for (const std::string &id : {std::string(nobody), company.sequence})
                for (const char *kind : {"shots", "assets", "scenes"})
                    QCOMPARE(company.asked(std::string("/data/user/") + kind + '/' + id + list), 404);
        for (const char *list : {"/tasks", "/task-types", "/shots", "/scenes"}) {
            QCOMPARE(company.asked("/data/user/sequences/" + company.shot + list), 404);
            QCOMPARE(company.asked("/data/user/sequences/" + company.sequence + list), 200);
        }
        const std::string project = std::string("/data/user/projects/") + nobody;
        const auto character = company.alpha.idNamed("entity_type", "Character");
        for (const std::string &path : {project + "/sequences", project + "/episodes", project + "/asset-types",
                 project + "/asset-types/" + character + "/assets",
                 "/data/user/projects/" + company.alpha.id() + "/asset-types/" + nobody + "/assets"})
            QCOMPARE(company.asked(path), 404);
        QCOMPARE(company.asked("/data/user/assets/" + company.llama + "/tasks"), 200);
        QCOMPARE(
            company.asked("/data/user/projects/" + company.alpha.id() + "/asset-types/" + character + "/assets"), 200);
    }

    void anIdentifierThatIsNoneIsMalformed()
    {
        Company company;
        const std::string counts = "/set-shot-nb-frames";
        const std::string types = "/actions/projects/" + company.alpha.id() + "/task-types/";
        QCOMPARE(company.asked("/data/projects/nonsense/budgets/time-spents"), 400);
        QCOMPARE(company.asked(company.alpha.path("/budgets/nonsense/entries")), 400);
        QCOMPARE(company.studio.post(types + "nonsense" + counts, Json::object()).status, 400);
        QCOMPARE(
            company.studio.post(types + company.animation + counts + "?episode_id=nonsense", Json::object()).status,
            400);
        QCOMPARE(
            company.studio.post(types + company.animation + counts + "?episode_id=all", Json::object()).status, 200);
    }

    void boardsAreOfRolesThatThereAre()
    {
        Company company;
        auto &studio = company.studio;
        const Json link = {
            {"project_id", company.alpha.id()}, {"task_status_id", company.alpha.idNamed("task_status", "Todo")}};
        for (const Json &roles : {Json::array({"user", "king"}), Json("user"), Json::array({7})}) {
            Json given = link;
            given["roles_for_board"] = roles;
            QCOMPARE(studio.post("/data/task-status-links", given).status, 400);
            QCOMPARE(studio.post(company.alpha.path("/settings/task-status"), given).status, 400);
        }
        QCOMPARE(company.alpha.count("project_task_status_link"), std::int64_t(0));
        Json given = link;
        given["roles_for_board"] = Json::array({"user", "client"});
        QCOMPARE(studio.post("/data/task-status-links", given).status, 201);
    }

    void metadataAreValuesByName()
    {
        Company company;
        auto &studio = company.studio;
        for (const Json &data : {Json("text"), Json(7), Json::array({1})}) {
            QCOMPARE(studio.put("/data/entities/" + company.llama, {{"data", data}}).status, 400);
            QCOMPARE(studio.put("/data/shots/" + company.shot, {{"data", data}}).status, 400);
            QCOMPARE(studio
                         .post("/data/entities",
                             {{"name", "Stray"}, {"project_id", company.alpha.id()},
                                 {"entity_type_id", company.alpha.idNamed("entity_type", "Prop")}, {"data", data}})
                         .status,
                400);
        }
        QCOMPARE(company.alpha.count("entity WHERE name = 'Stray'"), std::int64_t(0));
        QCOMPARE(studio.put("/data/entities/" + company.llama, {{"data", nullptr}}).status, 200);
    }

    void aPositionHasOneSalaryInADepartment()
    {
        Company company;
        auto &studio = company.studio;
        const Json scales = studio.get("/data/salary-scales").body;
        Json second = {{"department_id", scales[0]["department_id"]}, {"position", scales[0]["position"]},
            {"seniority", scales[0]["seniority"]}, {"salary", 10}};
        QCOMPARE(studio.post("/data/salary-scales", second).status, 400);
        QCOMPARE(studio.put("/data/salary-scales/" + scales[0].value("id", ""), {{"salary", 300}}).status, 200);
        QCOMPARE(studio.get("/data/salary-scales").body.size(), scales.size());
    }

    void amountsAndFlagsMayBeTyped()
    {
        Company company;
        auto &studio = company.studio;
        const auto budget = studio.post(company.alpha.path("/budgets"), {{"name", "First"}}).body.value("id", "");
        const auto entries = company.alpha.path("/budgets/" + budget + "/entries");
        Json entry = {{"department_id", company.alpha.idNamed("department", "Animation")}, {"start_date", "2026-01-01"},
            {"months_duration", 4}, {"daily_salary", 220}, {"position", "artist"}, {"seniority", "junior"}};
        const auto id = studio.post(entries, entry).body.value("id", "");
        QVERIFY(!id.empty());
        entry["exceptions"] = {{"2026-02-01", "750"}, {"2026-03-01", "0"}, {"2026-04-01", 12.5}};
        const Json kept = {{"2026-02-01", 750}, {"2026-04-01", 12.5}};
        QCOMPARE(studio.put(entries + '/' + id, entry).body["exceptions"], kept);
        entry["exceptions"] = {{"2026-02-01", "much"}};
        QCOMPARE(studio.put(entries + '/' + id, entry).status, 400);
        QCOMPARE(studio.get(entries + '/' + id).body["exceptions"], kept);

        const auto descriptor =
            studio.post(company.alpha.path("/metadata-descriptors"), {{"name", "Mood"}, {"for_client", "True"}});
        QCOMPARE(descriptor.body["for_client"], Json(true));
        const auto path = company.alpha.path("/metadata-descriptors/" + descriptor.body.value("id", ""));
        QCOMPARE(studio.put(path, {{"name", "Mood"}, {"for_client", "False"}}).body["for_client"], Json(false));
        QCOMPARE(studio.put(path, {{"name", "Mood"}, {"for_client", "perhaps"}}).status, 400);
    }

    void aProductionIsMadeWhereTheStatusOpenIsGone()
    {
        Company company;
        auto &studio = company.studio;
        const auto open = company.alpha.idNamed("project_status", "Open");
        QCOMPARE(studio.put("/data/project-status/" + open, {{"name", "Ongoing"}}).status, 200);
        const auto made = studio.post("/data/projects", {{"name", "Gamma"}});
        QVERIFY2(made.status == 201, made.text.c_str());
        QCOMPARE(made.body["project_status_id"], Json(company.alpha.idNamed("project_status", "Open")));
        QCOMPARE(studio.post("/data/projects", {{"name", "Delta"}}).body["project_status_id"],
            made.body["project_status_id"]);
    }
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "test_refusals.moc"
