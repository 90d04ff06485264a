// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProduction.h"

#include <QTest>

using namespace callboard;
using namespace callboard::tests;

namespace {

std::string idNumber(int number)
{
    const std::string digits = std::to_string(number);
    return "70000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

} // namespace

class KitsuImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAssetComesWithoutThePictureAndTheAuthorThatDidNotComeAlong()
    {
        TestStudio studio;
        TestProduction production(studio);
        const auto made = studio.post("/import/kitsu/entities",
            Json::array({{{"id", idNumber(1)}, {"type", "Asset"}, {"name", "Fox"}, {"project_id", production.id()},
                {"entity_type_id", production.idNamed("entity_type", "Character")}, {"created_by", idNumber(8)},
                {"preview_file_id", idNumber(9)}, {"created_at", "2020-01-02T03:04:05"}}}));
        QVERIFY2(made.status == 200, made.text.c_str());
        QCOMPARE(made.body[0]["id"], Json(idNumber(1)));
        QCOMPARE(made.body[0]["created_by"], Json());
        QCOMPARE(made.body[0]["preview_file_id"], Json());
        QCOMPARE(made.body[0]["created_at"], Json("2020-01-02T03:04:05"));
    }

    void aChangeThatNamesNoParentLeavesItInItsPlace()
    {
        TestStudio studio;
        TestProduction production(studio);
        const auto sequence = production.sequence("SE01");
        const auto shot = production.shot("SH010", sequence);
        const auto changed = studio.post("/import/kitsu/entities",
            Json::array(
                {{{"id", shot}, {"project_id", production.id()}, {"nb_frames", 24}, {"entities_out", nullptr}}}));
        QVERIFY2(changed.status == 200 && changed.body.size() == 1, changed.text.c_str());
        QCOMPARE(changed.body[0]["nb_frames"], Json(24));
        QCOMPARE(changed.body[0]["parent_id"], Json(sequence));
    }

    void ofAListWithAFaultNothingIsTakenAndTheEntryIsNamed()
    {
        TestStudio studio;
        TestProduction production(studio);
        const auto sequence = production.sequence("SE01");
        const auto shot = production.shot("SH010", sequence);
        const auto layout = production.idNamed("task_type", "Layout");
        const auto events = production.count("api_event");
        Json tasks = Json::array();
        for (int i = 0; i < 40; ++i)
            tasks.push_back({{"id", idNumber(i)}, {"name", "take " + std::to_string(i)},
                {"project_id", production.id()}, {"task_type_id", layout}, {"entity_id", shot}});
        tasks.push_back(tasks[3]);
        tasks[40]["id"] = idNumber(99);
        const auto refused = studio.post("/import/kitsu/tasks", tasks);
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.text.find("take 3") != std::string::npos);
        QCOMPARE(production.count("task"), std::int64_t(0));
        QCOMPARE(production.count("api_event"), events);
        tasks.erase(40);
        QCOMPARE(studio.post("/import/kitsu/tasks", tasks).body.size(), std::size_t(40));
        QCOMPARE(production.count("notification"), std::int64_t(0));
        // The same again changes nothing but the moment.
        QCOMPARE(studio.post("/import/kitsu/tasks", tasks).status, 200);
        QCOMPARE(production.count("task"), std::int64_t(40));
    }

    void commentsComeWithAuthorAndDateAndLeaveTheStatus()
    {
        TestStudio studio;
        TestProduction production(studio);
        const auto shot = production.shot("SH010", production.sequence("SE01"));
        studio.post("/import/kitsu/tasks",
            Json::array({{{"id", idNumber(1)}, {"name", "main"}, {"project_id", production.id()},
                {"task_type_id", production.idNamed("task_type", "Layout")}, {"entity_id", shot},
                {"task_status_id", production.idNamed("task_status", "Done")}}}));
        const auto author = studio.get("/data/persons").body[0]["id"].get<std::string>();
        const Json comments = Json::array(
            {{{"id", idNumber(11)}, {"type", "Comment"}, {"object_id", idNumber(1)}, {"object_type", "Task"},
                 {"text", "First"}, {"person_id", author},
                 {"task_status_id", production.idNamed("task_status", "Retake")}, {"created_at", "2020-01-02T03:04:05"},
                 {"previews", Json::array()}, {"person", {{"id", author}}}, {"replies", Json::array()}},
                {{"id", idNumber(12)}, {"object_id", idNumber(77)}, {"text", "Of no task"}, {"person_id", author}}});
        const auto made = studio.post("/import/kitsu/comments", comments);
        QVERIFY2(made.status == 200, made.text.c_str());
        QCOMPARE(made.body.size(), std::size_t(1));
        QCOMPARE(made.body[0]["created_at"], Json("2020-01-02T03:04:05"));
        const auto task = studio.get("/data/tasks/" + idNumber(1)).body;
        QCOMPARE(task["task_status_id"], Json(production.idNamed("task_status", "Done")));
        QCOMPARE(task["last_comment_date"], Json("2020-01-02T03:04:05"));
        QCOMPARE(studio.get("/data/tasks/" + idNumber(1) + "/comments").body[0]["text"], Json("First"));
        QCOMPARE(production.count("news"), std::int64_t(0));
        Json again = comments;
        again[0]["text"] = "Second";
        QCOMPARE(studio.post("/import/kitsu/comments", again).body[0]["text"], Json("Second"));
        QCOMPARE(production.count("comment"), std::int64_t(1));
    }

    void aSeriesKeepsItsEpisodesAndGetsNoneBesides()
    {
        TestStudio studio;
        TestProduction other(studio, "Other");
        const auto made = studio.post("/import/kitsu/projects",
            Json::array({{{"id", idNumber(1)}, {"name", "Series"}, {"production_type", "tvshow"},
                {"project_status_name", "Open"}, {"task_types", {other.idNamed("task_type", "Layout")}}}}));
        QVERIFY2(made.status == 200, made.text.c_str());
        const Json entities =
            Json::array({{{"id", idNumber(2)}, {"type", "Episode"}, {"name", "E01"}, {"project_id", idNumber(1)}},
                {{"id", idNumber(3)}, {"type", "Sequence"}, {"name", "SE01"}, {"project_id", idNumber(1)},
                    {"parent_id", idNumber(2)}},
                {{"id", idNumber(4)}, {"type", "Shot"}, {"name", "SH010"}, {"project_id", idNumber(1)},
                    {"sequence_id", idNumber(3)}, {"data", Json::object()}}});
        QCOMPARE(studio.post("/import/kitsu/entities", entities).body.size(), std::size_t(3));
        QCOMPARE(studio.get("/data/projects/" + idNumber(1) + "/episodes").body.size(), std::size_t(1));
        QCOMPARE(studio.get("/data/episodes/" + idNumber(2) + "/shots").body[0]["id"], Json(idNumber(4)));
    }

    void aThousandShotsAreOneChange()
    {
        TestStudio studio;
        TestProduction production(studio);
        const auto sequence = production.sequence("SE01");
        Json shots = Json::array();
        Json links = Json::array();
        const auto fox = production.asset("Fox");
        for (int i = 0; i < 1000; ++i) {
            shots.push_back({{"id", idNumber(i)}, {"type", "Shot"}, {"name", "SH" + std::to_string(i)},
                {"sequence_id", sequence}, {"project_id", production.id()}, {"data", {{"frame_in", i}}}});
            links.push_back({{"type", "EntityLink"}, {"entity_in_id", idNumber(i)}, {"entity_out_id", fox}});
        }
        QCOMPARE(studio.post("/import/kitsu/entities", shots).body.size(), std::size_t(1000));
        QCOMPARE(studio.post("/import/kitsu/entity-links", links).body.size(), std::size_t(1000));
        QCOMPARE(studio.post("/import/kitsu/entity-links", links).body.size(), std::size_t(1000));
        QCOMPARE(production.count("entity_link"), std::int64_t(1000));
        QCOMPARE(production.count("entity WHERE parent_id IS NOT NULL"), std::int64_t(1000));
    }
};

QTEST_GUILESS_MAIN(KitsuImportTest)
#include "test_kitsu_import.moc"
