// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for people, and what is told of their work and time.
#include "tests/support/TestPeople.h"
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestPeople;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

struct Shot
{
    TestStudio studio;
    TestProduction production{studio};
    TestPeople people{studio};
    const std::string task = studio
                                 .post("/data/tasks",
                                     {{"name", "main"}, {"project_id", production.id()},
                                         {"entity_id", production.shot("SH010", production.sequence("SE01"))},
                                         {"task_type_id", production.idNamed("task_type", "Animation")}})
                                 .body.value("id", "");

    void assign(const std::string &person)
    {
        studio.put("/actions/persons/" + person + "/assign", {{"task_ids", {task}}});
    }
    Json spend(const std::string &person, int minutes)
    {
        return studio
            .post("/actions/tasks/" + task + "/time-spents/2026-03-02/persons/" + person, {{"duration", minutes}})
            .body;
    }
};

} // namespace

class PeopleFiltersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullNameFindsThatPersonAlone()
    {
        TestStudio studio;
        TestPeople people(studio);
        const auto ann = people.add("user", "", "Ode");
        people.add("manager", "", "Ode");
        const auto found = studio.get("/data/persons?full_name=user%20Ode").body;
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0]["id"], Json(ann));
        QCOMPARE(
            studio.get("/data/persons?full_name=user+Ode&is_bot=false&relations=true").body.size(), std::size_t(1));
        QCOMPARE(studio.get("/data/persons?full_name=user+Ode&is_bot=true").body, Json::array());
        QCOMPARE(studio.get("/data/persons?full_name=Nobody").body, Json::array());
        QCOMPARE(studio.get("/data/persons?full_name=user%20Ode", people.token(ann)).body.size(), std::size_t(1));
    }

    void aPersonOfOneNameIsFoundByIt()
    {
        TestStudio studio;
        const Json cher = {{"first_name", "Cher"}, {"last_name", ""}, {"email", "cher@example.com"}};
        QCOMPARE(studio.post("/data/persons", cher).status, 201);
        QCOMPARE(studio.get("/data/persons?full_name=Cher").body.size(), std::size_t(1));
    }

    void addressesAreStoredInLowerCaseWhereverTheyAreWritten()
    {
        TestStudio studio;
        const auto made = studio.post(
            "/data/persons", {{"first_name", "Full"}, {"last_name", "House"}, {"email", "Full.House@Example.com"}});
        QCOMPARE(made.body["email"], Json("full.house@example.com"));
        QCOMPARE(studio.get("/data/persons?email=full.house@example.com").body.size(), std::size_t(1));
        const std::string path = "/data/persons/" + made.body.value("id", "");
        QCOMPARE(studio.put(path, {{"email", "F.House@Example.com"}}).body["email"], Json("f.house@example.com"));
        const auto imported = callboard::tests::upload(studio, "/import/csv/persons", "people.csv",
            "First Name,Last Name,Email\nEmpty,House,Empty.House@Example.com\n");
        QCOMPARE(imported.body[0]["email"], Json("empty.house@example.com"));
        const auto bot = studio.post("/data/persons",
            {{"first_name", "Bot"}, {"last_name", "One"}, {"email", "Bot@Example.com"}, {"is_bot", true}});
        QCOMPARE(bot.body["email"], Json("bot@example.com"));
    }

    void aPersonNeedsNoAddress()
    {
        TestStudio studio;
        const auto made = studio.post("/data/persons", {{"first_name", "No"}, {"last_name", "Mail"}});
        QCOMPARE(made.status, 201);
        QVERIFY(made.body["email"].is_null());
        const std::string path = "/data/persons/" + made.body.value("id", "");
        QCOMPARE(studio.put(path, {{"email", nullptr}, {"first_name", "Still"}}).status, 200);
        QCOMPARE(
            studio.post("/data/persons", {{"first_name", "Also"}, {"last_name", "Mail"}, {"email", nullptr}}).status,
            400);
    }

    void whoWorksInClosedProductionsAloneHasNoDates()
    {
        Shot of;
        of.assign(of.people.add("user", of.production.id()));
        QCOMPARE(of.studio.get("/data/persons/task-dates").body.size(), std::size_t(1));
        of.production.database().change("UPDATE project SET project_status_id ="
                                        " (SELECT id FROM project_status WHERE name = 'Closed') WHERE id = ?",
            of.production.id());
        QCOMPARE(of.studio.get("/data/persons/task-dates").body, Json::array());
    }

    void vendorsReadTheirOwnTasksAndClientsNobodys()
    {
        Shot of;
        const auto vendor = of.people.add("vendor", of.production.id());
        const auto client = of.people.add("client", of.production.id());
        const auto artist = of.people.add("user", of.production.id());
        of.assign(vendor);
        for (const std::string list : {"/tasks", "/done-tasks"}) {
            QCOMPARE(of.studio.get("/data/persons/" + vendor + list, of.people.token(vendor)).status, 200);
            QCOMPARE(of.studio.get("/data/persons/" + artist + list, of.people.token(vendor)).status, 403);
            QCOMPARE(of.studio.get("/data/persons/" + vendor + list, of.people.token(client)).body, Json::array());
            QCOMPARE(of.studio.get("/data/persons/" + vendor + list, of.people.token(artist)).status, 200);
        }
        QCOMPARE(
            of.studio.get("/data/persons/" + vendor + "/tasks", of.people.token(vendor)).body.size(), std::size_t(1));
    }

    void timeIsTakenBackByItsPersonAndTheTeamsManagers()
    {
        Shot of;
        const auto artist = of.people.add("user", of.production.id());
        const auto other = of.people.add("user", of.production.id(), "Other");
        const auto manager = of.people.add("manager", of.production.id());
        const auto stranger = of.people.add("manager", "", "Stranger");
        of.assign(artist);
        const auto path = [&] { return "/data/time-spents/" + of.spend(artist, 90).value("id", ""); };
        const auto duration = [&] { return of.studio.get("/data/tasks/" + of.task).body["duration"]; };
        const std::string first = path();
        QCOMPARE(duration(), Json(90.0));
        QCOMPARE(of.studio.remove(first, of.people.token(other)).status, 403);
        QCOMPARE(of.studio.remove(first, of.people.token(stranger)).status, 403);
        QCOMPARE(of.studio.remove(first, of.people.token(artist)).status, 204);
        QCOMPARE(duration(), Json(0.0));
        QCOMPARE(of.studio.remove(path(), of.people.token(manager)).status, 204);
        QCOMPARE(of.studio.remove(path()).status, 204);
        QCOMPARE(duration(), Json(0.0));
    }
};

QTEST_GUILESS_MAIN(PeopleFiltersTest)
#include "test_people_filters.moc"
