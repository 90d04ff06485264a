// SPDX-License-Identifier: GPL-3.0-or-later
// Time spent and days off: what a change of one does to the other, and what is told of it.
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
    const std::string animation = newTask("Animation");
    const std::string layout = newTask("Layout");
    const std::string person = studio.get("/data/persons").body[0].value("id", "");

    std::string newTask(const std::string &type)
    {
        return studio
            .post("/data/tasks",
                {{"name", "main"}, {"project_id", alpha.id()}, {"entity_id", shot},
                    {"task_type_id", alpha.idNamed("task_type", type)}})
            .body.value("id", "");
    }
    std::string spend(const std::string &task, const std::string &date, int minutes)
    {
        return studio
            .post(
                "/data/time-spents", {{"task_id", task}, {"person_id", person}, {"date", date}, {"duration", minutes}})
            .body.value("id", "");
    }
    double duration(const std::string &task) { return studio.get("/data/tasks/" + task).body["duration"]; }
    /// Of the tasks that were told as changed by `change`.
    template<typename Change>
    std::multiset<std::string> told(const std::string &event, const std::string &key, Change change)
    {
        const auto before = alpha.count("api_event");
        change();
        std::multiset<std::string> ids;
        const auto now = alpha.count("api_event");
        for (const Json &row : studio.get("/data/events/last?limit=" + std::to_string(now - before)).body)
            if (now > before && row["name"] == event) ids.insert(row["data"].value(key, ""));
        return ids;
    }
};

} // namespace

class TimeRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeThatChangesTellsTheTasksWhoseDurationChanged()
    {
        Company company;
        using Ids = std::multiset<std::string>;
        std::string id;
        const auto told = [&](auto change) { return company.told("task:update", "task_id", change); };
        QCOMPARE(told([&] { id = company.spend(company.animation, "2026-02-02", 60); }), Ids{company.animation});
        const std::string path = "/data/time-spents/" + id;
        QCOMPARE(told([&] { company.studio.put(path, {{"duration", 90}}); }), Ids{company.animation});
        QCOMPARE(company.duration(company.animation), 90.0);
        QCOMPARE(told([&] {
            company.studio.put(path, {{"task_id", company.layout}});
        }),
            (Ids{company.animation, company.layout}));
        QCOMPARE(company.duration(company.animation), 0.0);
        QCOMPARE(company.duration(company.layout), 90.0);
        QCOMPARE(told([&] { company.studio.remove(path); }), Ids{company.layout});
        QCOMPARE(company.duration(company.layout), 0.0);
    }

    void aLaterDayOfWorkTellsThePerson()
    {
        Company company;
        company.studio.put("/actions/persons/" + company.person + "/assign", {{"task_ids", {company.animation}}});
        const auto spend = [&](const char *date) {
            return company.told("person:update", "person_id", [&] {
                company.studio.post(
                    "/actions/tasks/" + company.animation + "/time-spents/" + date + "/persons/" + company.person,
                    {{"duration", 60}});
            });
        };
        QCOMPARE(spend("2026-02-02").count(company.person), std::size_t(1));
        QCOMPARE(spend("2026-02-03").count(company.person), std::size_t(1));
        QCOMPARE(spend("2026-02-01").size(), std::size_t(0));
    }

    void aDayOffThatMovesClearsTheTimeOfItsDays()
    {
        Company company;
        company.spend(company.animation, "2026-02-02", 60);
        company.spend(company.animation, "2026-02-10", 60);
        const auto dayOff = company.studio.post(
            "/data/day-offs", {{"person_id", company.person}, {"date", "2026-02-04"}, {"end_date", "2026-02-05"}});
        const std::string path = "/data/day-offs/" + dayOff.body.value("id", "");
        QCOMPARE(company.studio.put(path, {{"description", "Sea"}}).status, 200);
        QCOMPARE(company.alpha.count("time_spent"), std::int64_t(2));
        QCOMPARE(company.studio.put(path, {{"date", "2026-02-01"}}).status, 200);
        QCOMPARE(company.alpha.count("time_spent"), std::int64_t(1));
        QCOMPARE(company.duration(company.animation), 60.0);
        QCOMPARE(company.studio.put(path, {{"end_date", "2026-02-10"}}).status, 200);
        QCOMPARE(company.duration(company.animation), 0.0);
    }

    void anEditThatIsMadeTellsItsParent()
    {
        Company company;
        company.studio.post(company.alpha.path("/edits"), {{"name", "Cut"}});
        const Json told = company.studio.get("/data/events/last?limit=1&name=edit:new").body[0]["data"];
        QVERIFY(told.contains("parent_id"));
        QVERIFY(!told.contains("episode_id"));
    }
};

QTEST_GUILESS_MAIN(TimeRecordsTest)
#include "test_time_records.moc"
