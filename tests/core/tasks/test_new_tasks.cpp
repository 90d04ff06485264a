// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks made for many entities, or for those that a page or a script names.
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

/// A series with two of each kind of entity.
class Series
{
public:
    TestStudio studio;
    TestProduction alpha{studio, "Alpha"};
    const std::string episode = alpha.episode("E01");
    const std::string sequence = alpha.sequence("SQ01", episode);
    const std::string other = alpha.sequence("SQ02", episode);
    const std::string shot = alpha.shot("SH010", sequence);
    const std::string second = alpha.shot("SH020", other);
    const std::string asset = alpha.asset("Llama");
    const std::string prop = alpha.asset("Lamp", "Prop");
    const std::string edit = made("/edits", "Cut");
    const std::string sky = made("/concepts", "Sky");

    std::string made(const char *path, const char *name)
    {
        return studio.post(alpha.path(path), {{"name", name}}).body.value("id", "");
    }
    std::string type(const std::string &entity)
    {
        for (const Json &known : studio.get("/data/task-types").body)
            if (known["for_entity"] == entity) return known["id"];
        return studio.post("/data/task-types", {{"name", entity + " work"}, {"for_entity", entity}})
            .body.value("id", "");
    }
    TestStudio::Answer make(const std::string &entity, const std::string &rest, const Json &body)
    {
        return studio.post("/actions/projects/" + alpha.id() + "/task-types/" + type(entity) + rest, body);
    }
    std::int64_t tasks() { return alpha.count("task"); }
};

std::string entityOf(const TestStudio::Answer &answer)
{
    return answer.body.is_array() && answer.body.size() == 1 ? answer.body[0].value("entity_id", "") : std::string();
}

} // namespace

class NewTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageMakesTheTasksOfANewEntityWithAnEmptyObject()
    {
        Series series;
        series.made("/edits", "Other cut");
        series.made("/concepts", "Other sky");
        for (const auto &[kind, path, id] :
            {std::tuple("Shot", "/shots", series.shot), std::tuple("Asset", "/assets", series.asset),
                std::tuple("Edit", "/edits", series.edit), std::tuple("Concept", "/concepts", series.sky)}) {
            const auto answer = series.make(kind, std::string(path) + "/create-tasks?id=" + id, Json::object());
            QVERIFY2(answer.status == 201, answer.text.c_str());
            QCOMPARE(entityOf(answer), id);
        }
        QCOMPARE(entityOf(series.make("Episode", "/create-tasks/episode", Json::object())), series.episode);
        QCOMPARE(series.make("Sequence", "/create-tasks/sequence", Json::object()).body.size(), std::size_t(2));
    }

    void theQueryNarrowsAndNeverWidens()
    {
        Series series;
        QCOMPARE(entityOf(series.make("Shot", "/shots/create-tasks?id=" + series.shot, Json::array())), series.shot);
        const auto before = series.tasks();
        for (const char *words : {"?id=nonsense", "?id=", "?episode_id=nonsense"})
            QCOMPARE(series.make("Asset", std::string("/assets/create-tasks") + words, Json::array()).status, 400);
        QCOMPARE(series.make("Asset", "/assets/create-tasks?id=" + series.shot, Json::array()).status, 404);
        // What the list names and what the query names have nothing in common: nothing, not everything.
        const auto none = series.make("Asset", "/assets/create-tasks?id=" + series.asset, Json::array({series.prop}));
        QCOMPARE(none.status, 201);
        QCOMPARE(none.body.size(), std::size_t(0));
        QCOMPARE(series.tasks(), before);
    }

    void aListWithoutAnyIdentifierDoesNotMeanEverything()
    {
        Series series;
        for (const Json &body : {Json::array({"nonsense"}), Json({{"entities", Json::array()}}), Json(7)})
            QCOMPARE(series.make("Asset", "/assets/create-tasks", body).status, 400);
        QCOMPARE(series.tasks(), std::int64_t(0));
        QCOMPARE(
            series.make("Asset", "/assets/create-tasks?episode_id=all", Json::array()).body.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(NewTasksTest)
#include "test_new_tasks.moc"
