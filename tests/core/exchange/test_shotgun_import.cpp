// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProduction.h"

#include <QTest>

using namespace callboard;
using namespace callboard::tests;

namespace {

/// A studio with what came from ShotGrid first: a film, a step, a person.
class FromShotGrid
{
public:
    explicit FromShotGrid(TestStudio &studio)
        : other(studio, "Other")
        , m_studio(studio)
    {
        send("projects", {{{"id", 101}, {"name", "Film"}, {"sg_status", "Open"}}});
        send("persons",
            {{{"id", 201}, {"firstname", "Ana"}, {"lastname", "Arroyo"}, {"email", "ana@example.com"},
                {"login", "ana"}}});
        send("steps",
            {{{"id", 1001}, {"code", "Groom"}, {"short_name", "grm"}, {"color", "10,200,30"},
                {"entity_type", "Shot"}}});
        send("shots",
            {{{"id", 801}, {"code", "S1"}, {"project", {{"id", 101}}}, {"sg_cut_in", 1001}, {"sg_cut_duration", 48}}});
    }

    Json send(const std::string &what, const Json &records)
    {
        const auto answer = m_studio.post("/import/shotgun/" + what, records);
        return answer.status == 200 ? answer.body : Json(answer.text);
    }
    Json task(int number, const std::string &name) const
    {
        return {{"id", number}, {"cached_display_name", name}, {"project", {{"id", 101}}}, {"step", {{"id", 1001}}},
            {"entity", {{"id", 801}, {"type", "Shot"}}}, {"sg_status_list", "WIP"}, {"created_by", {{"id", 201}}},
            {"task_assignees", Json::array({{{"id", 201}}})}, {"start_date", nullptr}, {"due_date", nullptr},
            {"sg_sort_order", nullptr}, {"duration", nullptr}};
    }

    TestProduction other;

private:
    TestStudio &m_studio;
};

} // namespace

class ShotgunImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepIsATaskTypeOfItsDepartment()
    {
        TestStudio studio;
        FromShotGrid shotgrid(studio);
        const auto type = shotgrid.other.idNamed("task_type", "Groom");
        const auto row = studio.get("/data/task-types/" + type).body;
        QCOMPARE(row["color"], Json("#0ac81e"));
        QCOMPARE(row["department_id"], Json(shotgrid.other.idNamed("department", "Groom")));
    }

    void aStatusIsKnownByItsNumberOrItsShortName()
    {
        TestStudio studio;
        FromShotGrid shotgrid(studio);
        const auto known = shotgrid.other.idNamed("task_status", "Work In Progress");
        const auto made = shotgrid.send("status",
            {{{"id", 1}, {"code", "WIP"}, {"name", "In Progress"}, {"bg_color", "1,2,3"}},
                {{"id", 2}, {"code", "hld"}, {"name", "On Hold"}}, {{"id", 3}, {"code", "noname"}}});
        QCOMPARE(made.size(), std::size_t(2));
        QCOMPARE(made[0]["id"], Json(known));
        QCOMPARE(made[0]["color"], Json("#010203"));
        QCOMPARE(
            shotgrid.send("status", {{{"id", 2}, {"code", "xxx"}, {"name", "Held"}}})[0]["short_name"], Json("hld"));
        QCOMPARE(shotgrid.send("remove/status", {{"id", 2}})["success"], Json(true));
        QCOMPARE(shotgrid.other.count("task_status WHERE short_name = 'hld'"), std::int64_t(0));
    }

    void ofAListWithAFaultNothingIsTaken()
    {
        TestStudio studio;
        FromShotGrid shotgrid(studio);
        const auto before = shotgrid.other.count("entity");
        const Json good = {
            {"id", 802}, {"code", "S2"}, {"project", {{"id", 101}}}, {"sg_cut_in", 1}, {"sg_cut_duration", 1}};
        Json bad = good;
        bad["id"] = 803;
        bad["sg_cut_in"] = "one";
        QVERIFY(shotgrid.send("shots", {good, bad}).get<std::string>().find("803") != std::string::npos);
        QCOMPARE(shotgrid.other.count("entity"), before);
        for (const Json &entry :
            {Json{{"id", "x"}}, Json{{"id", -1}}, Json{{"id", 1e30}}, Json{{"id", Json::array()}}}) {
            Json wrong = good;
            wrong.update(entry);
            QVERIFY(shotgrid.send("shots", Json::array({wrong})).is_string());
        }
    }

    void theSameNumberTwiceInAListIsOneRecord()
    {
        TestStudio studio;
        FromShotGrid shotgrid(studio);
        const auto told = shotgrid.send("tasks", {shotgrid.task(1, "First"), shotgrid.task(1, "Second")});
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[0]["id"], told[1]["id"]);
        QCOMPARE(shotgrid.other.count("task"), std::int64_t(1));
        QCOMPARE(told[1]["name"], Json("Second"));
        // A shot and an asset may have the same number.
        shotgrid.send("assets",
            {{{"id", 801}, {"code", "Fox"}, {"description", ""}, {"sg_asset_type", "Prop"},
                {"project", {{"id", 101}}}}});
        QCOMPARE(shotgrid.send("remove/asset", {{"id", 801}})["success"], Json(true));
        QCOMPARE(shotgrid.other.count("entity WHERE shotgun_id = 801"), std::int64_t(1));
    }

    void whatHasWorkStaysAndTheAnswerSaysSo()
    {
        TestStudio studio;
        FromShotGrid shotgrid(studio);
        shotgrid.send("tasks", Json::array({shotgrid.task(1, "Groom it")}));
        shotgrid.send("notes",
            {{{"id", 7}, {"content", "Good"}, {"tasks", Json::array({{{"id", 1}}})}, {"user", {{"id", 201}}},
                {"created_at", "2024-03-05T10:11:12Z"}}});
        for (const auto &[what, number] : {std::pair{"shot", 801}, {"task", 1}, {"step", 1001}, {"person", 201}})
            QCOMPARE(shotgrid.send(std::string("remove/") + what, {{"id", number}})["success"], Json(false));
        QCOMPARE(shotgrid.send("remove/note", {{"id", 7}})["success"], Json(true));
        QCOMPARE(shotgrid.send("remove/task", {{"id", 1}})["success"], Json(true));
        QCOMPARE(shotgrid.send("remove/shot", {{"id", 801}})["success"], Json(true));
        QCOMPARE(shotgrid.send("remove/step", {{"id", 1001}})["success"], Json(true));
        QCOMPARE(shotgrid.send("remove/person", {{"id", 201}})["success"], Json(true));
        QCOMPARE(shotgrid.send("remove/project", {{"id", 101}})["success"], Json(true));
        QCOMPARE(shotgrid.other.count("entity"), std::int64_t(0));
    }

    void aConnectionCanBeTakenBack()
    {
        TestStudio studio;
        FromShotGrid shotgrid(studio);
        const Json connection = {{{"id", 301}, {"project", {{"id", 101}}}, {"user", {{"id", 201}}}}};
        QCOMPARE(shotgrid.send("projectconnections", connection).size(), std::size_t(1));
        QCOMPARE(shotgrid.send("projectconnections", connection).size(), std::size_t(1));
        QCOMPARE(shotgrid.other.count("project_person_link"), std::int64_t(1));
        QCOMPARE(shotgrid.send("remove/projectconnection", {{"id", 301}})["success"], Json(true));
        QCOMPARE(shotgrid.other.count("project_person_link"), std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(ShotgunImportTest)
#include "test_shotgun_import.moc"
