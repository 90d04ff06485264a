// SPDX-License-Identifier: GPL-3.0-or-later
// What the API tells may be changed and sent back, and a change of an entity reaches what hangs on it.
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

class Company
{
public:
    TestStudio studio;
    TestProduction alpha{studio, "Alpha"};
    const std::string shot = alpha.shot("SH010", alpha.sequence("SE01"));
    const std::string llama = alpha.asset("Llama");

    std::string newTask(const std::string &type, const std::string &entity)
    {
        return studio
            .post("/data/tasks",
                {{"name", "main"}, {"project_id", alpha.id()}, {"entity_id", entity},
                    {"task_type_id", alpha.idNamed("task_type", type)}})
            .body.value("id", "");
    }
    std::string signIn(const std::string &role, const std::string &department)
    {
        const std::string email = role + "@example.com";
        const auto person = studio.post("/data/persons",
            {{"first_name", role}, {"last_name", department}, {"email", email}, {"password", "mysecretpassword"},
                {"role", role}, {"departments", {alpha.idNamed("department", department)}}});
        studio.post(alpha.path("/team"), {{"person_id", person.body.value("id", "")}});
        return studio.signIn(email);
    }
};

} // namespace

class WrittenBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntityThatWasReadIsTakenBack()
    {
        Company company;
        auto &studio = company.studio;
        company.newTask("Modeling", company.llama);
        std::vector<Json> told{studio.get("/data/assets/" + company.llama).body,
            studio.get("/data/assets/with-tasks?project_id=" + company.alpha.id()).body[0],
            studio.get(company.alpha.path("/assets")).body[0], studio.get("/data/entities/" + company.llama).body};
        int turn = 0;
        for (Json &asset : told) {
            asset["description"] = "Turn " + std::to_string(++turn);
            asset["source_id"] = asset.value("episode_id", Json("")); // as gazu's update_asset does
            const auto answer = studio.put("/data/entities/" + company.llama, asset);
            QVERIFY2(answer.status == 200, answer.text.c_str());
            const Json stored = studio.get("/data/entities/" + company.llama).body;
            QCOMPARE(stored["description"], asset["description"]);
            for (const char *none : {"source_id", "preview_file_id", "ready_for", "parent_id"})
                QVERIFY2(stored[none].is_null(), none);
        }
        Json shot = studio.get("/data/shots/" + company.shot).body;
        shot["description"] = "Again";
        QCOMPARE(studio.put("/data/shots/" + company.shot, shot).status, 200);
        QCOMPARE(studio.put("/data/entities/" + company.llama, {{"ready_for", "Nothing"}}).status, 400);
    }

    void linksOfAConceptAreReplaced()
    {
        Company company;
        auto &studio = company.studio;
        const auto lamp = company.alpha.asset("Lamp", "Prop");
        const auto sky = studio.post(company.alpha.path("/concepts"), {{"name", "Sky"}}).body.value("id", "");
        const auto link = [&](const Json &ids) {
            Json links =
                studio.put("/data/entities/" + sky, {{"entity_concept_links", ids}}).body["entity_concept_links"];
            std::sort(links.begin(), links.end());
            return links;
        };
        Json both = Json::array({company.llama, lamp});
        std::sort(both.begin(), both.end());
        QCOMPARE(link(Json::array({company.llama})), Json::array({company.llama}));
        QCOMPARE(link(both), both);
        QCOMPARE(link(Json::array({lamp, company.llama, lamp})), both);
        QCOMPARE(link(Json::array({lamp})), Json::array({lamp}));
        QCOMPARE(company.alpha.count("entity_concept_link"), std::int64_t(1));
    }

    void anAutomationThatMakesAnAssetReadyCountsTheShotsAgain()
    {
        Company company;
        auto &studio = company.studio;
        auto &alpha = company.alpha;
        const auto modeling = company.newTask("Modeling", company.llama);
        const auto layout = company.newTask("Layout", company.shot);
        const auto done = alpha.idNamed("task_status", "Done");
        studio.put(alpha.path("/entities/" + company.shot + "/casting"),
            {{{"asset_id", company.llama}, {"nb_occurences", 1}}});
        const auto automation = studio.post("/data/status-automations",
            {{"entity_type", "asset"}, {"in_task_type_id", alpha.idNamed("task_type", "Modeling")},
                {"in_task_status_id", done}, {"out_field_type", "ready_for"},
                {"out_task_type_id", alpha.idNamed("task_type", "Layout")}});
        QVERIFY2(automation.status == 201, automation.text.c_str());
        studio.post(alpha.path("/settings/status-automations"), {{"status_automation_id", automation.body["id"]}});
        QCOMPARE(studio.get("/data/tasks/" + layout).body["nb_assets_ready"], Json(0));
        QCOMPARE(studio.post("/actions/tasks/" + modeling + "/comment", {{"task_status_id", done}}).status, 201);
        QCOMPARE(
            studio.get("/data/assets/" + company.llama).body["ready_for"], Json(alpha.idNamed("task_type", "Layout")));
        QCOMPARE(studio.get("/data/tasks/" + layout).body["nb_assets_ready"], Json(1));
    }

    void aSupervisorOfAnotherDepartmentNeitherCommentsNorReplies()
    {
        Company company;
        auto &studio = company.studio;
        const auto task = company.newTask("Animation", company.shot);
        const Json status = company.alpha.idNamed("task_status", "Todo");
        const auto path = "/actions/tasks/" + task + "/comment";
        const auto comment = studio.post(path, {{"task_status_id", status}}).body.value("id", "");
        const auto reply = "/data/tasks/" + task + "/comments/" + comment + "/reply";
        const auto foreign = company.signIn("supervisor", "Modeling");
        QCOMPARE(studio.post(path, {{"task_status_id", status}}, foreign).status, 403);
        QCOMPARE(studio.post(reply, {{"text", "Hm"}}, foreign).status, 403);
        QCOMPARE(studio.get("/data/tasks/" + task + "/comments", foreign).status, 200);
        // An artist of the team may answer, as before.
        QCOMPARE(studio.post(reply, {{"text", "Yes"}}, company.signIn("user", "Modeling")).status, 200);
        QCOMPARE(studio.get("/data/comments/" + comment).body["replies"].size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(WrittenBackTest)
#include "test_written_back.moc"
