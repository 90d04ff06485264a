// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestStudio.h"

#include "core/store/SqliteLike.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestStudio;

namespace {

std::size_t countOf(TestStudio &studio, const std::string &path)
{
    return studio.get(path).body.size();
}

std::string message(const TestStudio::Answer &answer)
{
    return answer.body.value("message", "");
}

} // namespace

class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheDefaultsOfANewRow()
    {
        TestStudio studio;
        const auto made = studio.post("/data/task-types", {{"name", "Groom"}, {"color", nullptr}, {"priority", "3"}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body["color"], Json("#FFFFFF"));
        QCOMPARE(made.body["priority"], Json(3));
        QCOMPARE(made.body["for_entity"], Json("Asset"));
        QCOMPARE(made.body["type"], Json("TaskType"));
    }

    void tellsAllFaultsOfABodyAtOnce()
    {
        TestStudio studio;
        const auto refused =
            studio.post("/data/milestones", {{"date", "soon"}, {"project_id", "nonsense"}, {"colour", "red"}});
        QCOMPARE(refused.status, 400);
        for (const char *part : {"date", "project_id", "colour", "name is needed"})
            QVERIFY2(message(refused).find(part) != std::string::npos, part);
    }

    void aRefusedWriteLeavesNeitherRowNorEvent()
    {
        TestStudio studio;
        const auto rows = countOf(studio, "/data/studios");
        const auto events = countOf(studio, "/data/events");
        QCOMPARE(studio.post("/data/studios", {{"name", "North"}, {"color", "#111111"}, {"wings", 2}}).status, 400);
        QCOMPARE(
            studio.post("/data/task-status", {{"name", "Held"}, {"short_name", "wip"}, {"color", "#111111"}}).status,
            400);
        QCOMPARE(countOf(studio, "/data/studios"), rows);
        QCOMPARE(countOf(studio, "/data/events"), events);
    }

    void passesOverUnknownMembersOfAChange()
    {
        TestStudio studio;
        const auto id =
            studio.post("/data/studios", {{"name", "North"}, {"color", "#111111"}}).body["id"].get<std::string>();
        const auto changed = studio.put("/data/studios/" + id,
            {{"name", "Nord"}, {"wings", 2}, {"id", "11111111-1111-4111-8111-111111111111"}, {"type", "X"}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body["name"], Json("Nord"));
        QCOMPARE(changed.body["id"], Json(id));
        QCOMPARE(studio.put("/data/studios/" + id, {{"name", nullptr}}).status, 400);
    }

    void filtersByEveryKindOfValue()
    {
        TestStudio studio;
        studio.post("/data/softwares",
            {{"name", "Été"}, {"short_name", "ete"}, {"file_extension", "e"}, {"monthly_cost", 7}, {"archived", true}});
        studio.post("/data/softwares", {{"name", "Blender"}, {"short_name", "bld"}, {"file_extension", "blend"}});
        QCOMPARE(countOf(studio, "/data/softwares?name=%C3%A9T%25"), 1u);
        QCOMPARE(countOf(studio, "/data/softwares?archived=yes"), 1u);
        QCOMPARE(countOf(studio, "/data/softwares?monthly_cost=%5B7,0%5D"), 2u);
        QCOMPARE(countOf(studio, "/data/softwares?short_name=%5B%5D"), 0u);
        QCOMPARE(countOf(studio, "/data/softwares?unknown=x"), 2u);
        for (const char *bad :
            {"monthly_cost=x", "archived=perhaps", "id=nonsense", "created_at=soon", "short_name=%5Bx"})
            QCOMPARE(studio.get(std::string("/data/softwares?") + bad).status, 400);
    }

    void pagesFromTheLastChangedOn()
    {
        TestStudio studio;
        const auto page = studio.get("/data/task-types?page=2&limit=5").body;
        QCOMPARE(page["data"].size(), 5u);
        QCOMPARE(page["total"], Json(12));
        QCOMPARE(page["nb_pages"], Json(3));
        QCOMPARE(page["offset"], Json(5));
        const auto beyond = studio.get("/data/task-types?page=9&limit=5").body;
        QCOMPARE(beyond["data"].size(), 0u);
        QCOMPARE(beyond["total"], Json(0));
        QCOMPARE(countOf(studio, "/data/task-types?page=-1"), 12u);
        QCOMPARE(studio.get("/data/task-types?page=first").status, 400);
    }

    void refusesToDeleteWhatIsInUse()
    {
        TestStudio studio;
        const auto project = studio.post("/data/projects", {{"name", "Alpha"}}).body["id"].get<std::string>();
        const auto type = studio.post("/data/task-types", {{"name", "Groom"}}).body["id"].get<std::string>();
        QCOMPARE(
            studio.post("/data/projects/" + project + "/settings/task-types", {{"task_type_id", type}}).status, 201);
        QCOMPARE(studio.remove("/data/task-types/" + type).status, 400);
        QCOMPARE(studio.remove("/data/projects/" + project + "/settings/task-types/" + type).status, 204);
        QCOMPARE(studio.remove("/data/task-types/" + type).status, 204);
        QCOMPARE(studio.remove("/data/task-types/" + type).status, 404);
        QCOMPARE(studio.remove("/data/task-types/nonsense").status, 400);
    }

    void aClosedProductionGoesWithAllItsContent()
    {
        TestStudio studio;
        const auto project = studio.post("/data/projects", {{"name", "Alpha"}, {"production_type", "tvshow"}}).body;
        const auto path = "/data/projects/" + project["id"].get<std::string>();
        QVERIFY(project["first_episode_id"].is_string());
        studio.post("/data/milestones", {{"name", "Cut"}, {"project_id", project["id"]}});
        QCOMPARE(studio.remove(path + "?force=true").status, 400);
        Json closed;
        for (const Json &status : studio.get("/data/project-status").body)
            if (status["name"] == "Closed") closed = status["id"];
        QCOMPARE(studio.put(path, {{"project_status_id", closed}}).status, 200);
        QCOMPARE(studio.remove(path).status, 400);
        QCOMPARE(studio.remove(path + "?force=true").status, 204);
        QCOMPARE(studio.get(path).status, 404);
        QCOMPARE(countOf(studio, "/data/milestones"), 0u);
        QVERIFY(studio.studio().faults().empty());
    }

    void aNewNameMovesTheValuesOfTheEntities()
    {
        TestStudio studio;
        const auto project = studio.post("/data/projects", {{"name", "Alpha"}, {"production_type", "tvshow"}}).body;
        const auto path = "/data/projects/" + project["id"].get<std::string>() + "/metadata-descriptors";
        const auto made =
            studio.post(path, {{"name", "Air Date"}, {"data_type", "string"}, {"entity_type", "Episode"}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body["field_name"], Json("air_date"));
        QCOMPARE(studio.post(path, {{"name", "air date"}, {"entity_type", "Episode"}}).status, 400);
        const auto one = path + "/" + made.body["id"].get<std::string>();
        QCOMPARE(studio.put(one, {{"name", "Broadcast"}}).body["field_name"], Json("broadcast"));
        QCOMPARE(studio.remove(one).status, 204);
    }

    void matchesNamesAsPatternsInAnyCase()
    {
        using callboard::store::isLike;
        QVERIFY(isLike("été%", "ÉTÉ 日本 🎬", 0));
        QVERIFY(isLike("_hot", "Shot", 0));
        QVERIFY(!isLike("shot", "Shots", 0));
        QVERIFY(isLike("100\\%%", "100% paint", U'\\'));
        QVERIFY(!isLike("100\\%", "1000", U'\\'));
        QVERIFY(isLike("%a%b%", "xxaxxbxx", 0));
    }

    void aMalformedIdentifierIsUnknownWhereARecordIsReadAlone()
    {
        TestStudio studio;
        for (const char *path : {"/data/working-files/x", "/data/output-files/x", "/data/softwares/x",
                 "/data/working-files/x/file", "/data/comments/x"})
            QCOMPARE(studio.get(path).status, 404);
        QCOMPARE(studio.put("/actions/working-files/x/comment", {{"comment", "y"}}).status, 404);
        QCOMPARE(studio.put("/data/working-files/x", Json::object()).status, 400);
        QCOMPARE(studio.get("/data/preview-files/x").status, 400);
        QCOMPARE(studio.post("/actions/persons/x/departments/add", {{"department_id", "y"}}).status, 404);
    }
};

QTEST_GUILESS_MAIN(RecordsTest)
#include "test_records.moc"
