// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and actions that hold what was asked for, and no more; settings and answers as clients rely on them.
#include "tests/support/TestPeople.h"
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestPeople;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

struct Film
{
    TestStudio studio;
    TestProduction production{studio};
    TestPeople people{studio};

    std::string taskType(const std::string &name) { return production.idNamed("task_type", name); }
    std::string newTask(const std::string &entity, const std::string &type)
    {
        return studio
            .post("/data/tasks",
                {{"name", "main"}, {"project_id", production.id()}, {"entity_id", entity},
                    {"task_type_id", taskType(type)}})
            .body.value("id", "");
    }
    void close()
    {
        production.database().change("UPDATE project SET project_status_id ="
                                     " (SELECT id FROM project_status WHERE name = 'Closed') WHERE id = ?",
            production.id());
    }
};

std::set<std::string> namesIn(const Json &list)
{
    std::set<std::string> names;
    for (const Json &row : list) names.insert(row.value("name", ""));
    return names;
}

} // namespace

class ListFiltersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void administratorsAreToldAllOpenProductionsAsTheirOwn()
    {
        Film film;
        TestProduction beta(film.studio, "Beta");
        const auto artist = film.people.add("user", film.production.id());
        QCOMPARE(namesIn(film.studio.get("/data/user/projects/open").body), (std::set<std::string>{"Alpha", "Beta"}));
        QCOMPARE(namesIn(film.studio.get("/data/user/projects/open?name=Beta").body), (std::set<std::string>{"Beta"}));
        QCOMPARE(namesIn(film.studio.get("/data/user/projects/open", film.people.token(artist)).body),
            (std::set<std::string>{"Alpha"}));
    }

    void shotsBelowASequenceAreFilteredByTheirColumns()
    {
        Film film;
        const auto sequence = film.production.sequence("SE01");
        film.production.shot("SH010", sequence);
        const auto gone = film.production.shot("SH020", sequence);
        film.production.database().change("UPDATE entity SET canceled = TRUE, nb_frames = 12 WHERE id = ?", gone);
        const std::string shots = "/data/sequences/" + sequence + "/shots";
        QCOMPARE(namesIn(film.studio.get(shots).body).size(), std::size_t(2));
        QCOMPARE(namesIn(film.studio.get(shots + "?canceled=false").body), (std::set<std::string>{"SH010"}));
        QCOMPARE(namesIn(film.studio.get(shots + "?name=SH010").body), (std::set<std::string>{"SH010"}));
        QCOMPARE(namesIn(film.studio.get(shots + "?nb_frames=12").body), (std::set<std::string>{"SH020"}));
        QCOMPARE(film.studio.get(shots + "?nb_frames=many").status, 400);
    }

    void tasksAreMadeForTheAssetsOfTheTypeThatIsAskedFor()
    {
        Film film;
        film.production.asset("Llama", "Character");
        const auto fence = film.production.asset("Fence", "Prop");
        const std::string path = "/actions/projects/" + film.production.id() + "/task-types/"
            + film.taskType("Modeling") + "/assets/create-tasks?entity_type_id=";
        QCOMPARE(film.studio.post(path + "prop", Json::array()).status, 400);
        QCOMPARE(film.production.count("task"), std::int64_t(0));
        const auto made = film.studio.post(path + film.production.idNamed("entity_type", "Prop"), Json::array()).body;
        QCOMPARE(made.size(), std::size_t(1));
        QCOMPARE(made[0]["entity_id"], Json(fence));
    }

    void outputFilesAreFilteredByNameAndLastAmongThoseOfAStatus()
    {
        Film film;
        const auto asset = film.production.asset("Llama");
        const auto type = film.studio.post("/data/output-types", {{"name", "Cache"}, {"short_name", "abc"}}).body;
        const auto approved = film.studio.post("/data/file-status", {{"name", "approved"}, {"color", "#00FF00"}}).body;
        const auto file = [&](const std::string &name, int revision, const Json &status) {
            const auto made = film.studio.post("/data/output-files",
                {{"name", name}, {"revision", revision}, {"entity_id", asset}, {"output_type_id", type["id"]},
                    {"task_type_id", film.taskType("Modeling")}, {"representation", ""}, {"file_status_id", status},
                    {"comment", ""}});
            if (made.status != 201) qWarning("%s", made.text.c_str());
        };
        const auto other = film.studio.post("/data/file-status", {{"name", "draft"}, {"color", "#FF0000"}}).body;
        file("main", 1, approved["id"]);
        file("main", 2, other["id"]);
        file("hair", 1, other["id"]);
        QCOMPARE(namesIn(film.studio.get(film.production.path("/output-files?name=hair")).body),
            (std::set<std::string>{"hair"}));
        const std::string last = "/data/entities/" + asset + "/output-files/last-revisions";
        const auto ofStatus = film.studio.get(last + "?file_status_id=" + approved.value("id", "")).body;
        QCOMPARE(ofStatus.size(), std::size_t(1));
        QCOMPARE(ofStatus[0]["revision"], Json(1));
        QCOMPARE(film.studio.get(last).body.size(), std::size_t(2));
        QCOMPARE(film.studio.get(last + "?file_status_id=x").status, 400);
    }

    void theTypesAndStatusesOfAProductionAreReplacedAsLists()
    {
        Film film;
        const auto animation = film.taskType("Animation");
        const auto done = film.production.idNamed("task_status", "Done");
        const auto prop = film.production.idNamed("entity_type", "Prop");
        film.studio.post(film.production.path("/settings/task-types"), {{"task_type_id", film.taskType("Layout")}});
        const Json lists = {{"task_types", {animation, "00000000-0000-4000-8000-000000000000"}},
            {"asset_types", Json::array({{{"id", prop}}})}, {"task_statuses", {done}}};
        QCOMPARE(film.studio.put(film.production.path(""), lists).status, 200);
        const Json told = film.studio.get(film.production.path("")).body;
        QCOMPARE(told["task_types"], Json({animation}));
        QCOMPARE(told["asset_types"], Json({prop}));
        QCOMPARE(told["task_statuses"], Json({done}));
        QCOMPARE(film.studio.put(film.production.path(""), {{"task_types", "Animation"}}).status, 400);
        QCOMPARE(film.studio.get(film.production.path("")).body["task_types"], Json({animation}));
    }

    void timeSpentIsTotalledByDepartmentAndPerson()
    {
        Film film;
        const auto task = film.newTask(film.production.shot("SH010", film.production.sequence("SE01")), "Animation");
        const auto artist = film.people.add("user", film.production.id());
        film.studio.put("/actions/persons/" + artist + "/assign", {{"task_ids", {task}}});
        for (const auto &[day, minutes] : {std::pair("2026-03-02", 60), {"2026-03-03", 30}, {"2026-04-01", 10}})
            film.studio.post(
                "/actions/tasks/" + task + "/time-spents/" + day + "/persons/" + artist, {{"duration", minutes}});
        const Json spent = film.studio.get(film.production.path("/budgets/time-spents")).body;
        QCOMPARE(spent.size(), std::size_t(1));
        const Json &department = spent.begin().value();
        QCOMPARE(department["total"], Json(100.0));
        QCOMPARE(department[artist].size(), std::size_t(3));
        QCOMPARE(department[artist]["total"], Json(100.0));
        QCOMPARE(department[artist]["2026-03"], Json(90.0));
        QCOMPARE(department[artist]["2026-04"], Json(10.0));
    }

    void aSceneOfASeriesTellsItsEpisode()
    {
        Film film;
        film.production.database().change("UPDATE project SET production_type = 'tvshow'");
        const auto episode = film.production.episode("E01");
        const auto scene = [&](const std::string &sequence) {
            const auto made =
                film.studio.post(film.production.path("/scenes"), {{"name", "SC01"}, {"sequence_id", sequence}});
            return film.studio.get("/data/scenes/" + made.body.value("id", "")).body;
        };
        const Json ofEpisode = scene(film.production.sequence("SE01", episode));
        QCOMPARE(ofEpisode["episode_id"], Json(episode));
        QCOMPARE(ofEpisode["episode_name"], Json("E01"));
        QCOMPARE(ofEpisode["sequence_name"], Json("SE01"));
        QVERIFY(!scene(film.production.sequence("SE02")).contains("episode_id"));
    }

    void allEpisodesHaveNoSequencesOfTheirOwn()
    {
        Film film;
        for (const char *which : {"all", "main"}) {
            const auto answer = film.studio.get("/data/episodes/" + std::string(which) + "/sequences");
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, Json::array());
        }
        QCOMPARE(film.studio.get("/data/episodes/all/sequences", "").status, 401);
        QCOMPARE(film.studio.get("/data/episodes/other/sequences").status, 404);
    }

    void administratorsSeeTheUploadsThatFailed()
    {
        Film film;
        const auto task = film.newTask(film.production.shot("SH010", film.production.sequence("SE01")), "Animation");
        for (const char *status : {"processing", "broken", "ready"})
            film.production.database().change(
                "INSERT INTO preview_file (id, name, revision, extension, status, task_id, person_id, created_at,"
                " updated_at) SELECT ?, ?, 1, 'mp4', ?, ?, id, '2026-11-24T00:00:00.000000',"
                " '2026-11-24T00:00:00.000000' FROM person LIMIT 1",
                QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), status, status, task);
        std::set<std::string> statuses;
        for (const Json &preview : film.studio.get("/data/playlists/preview-files/running").body)
            statuses.insert(preview.value("status", ""));
        QCOMPARE(statuses, (std::set<std::string>{"broken", "processing"}));
    }

    void vendorsAreToldTheFieldsOfTheirOwnDepartments()
    {
        Film film;
        const auto vendor = film.people.add("vendor", film.production.id());
        const auto artist = film.people.add("user", film.production.id());
        const auto own = film.production.idNamed("department", "Animation");
        film.studio.put("/data/persons/" + vendor, {{"departments", {own}}});
        const auto field = [&](const std::string &name, const Json &departments) {
            film.studio.post(film.production.path("/metadata-descriptors"),
                {{"name", name}, {"data_type", "string"}, {"entity_type", "Shot"}, {"choices", Json::array()},
                    {"for_client", false}, {"departments", departments}});
        };
        field("For all", Json::array());
        field("Own", {own});
        field("Foreign", {film.production.idNamed("department", "Modeling")});
        const std::set<std::string> all{"For all", "Own", "Foreign"};
        const std::set<std::string> some{"For all", "Own"};
        const auto open = [&](const std::string &person) {
            return namesIn(film.studio.get("/data/projects/open", film.people.token(person)).body[0]["descriptors"]);
        };
        QCOMPARE(open(vendor), some);
        QCOMPARE(open(artist), all);
        const Json context = film.studio.get("/data/user/context", film.people.token(vendor)).body;
        QCOMPARE(namesIn(context["projects"][0]["descriptors"]), some);
        const auto path = film.production.path("/metadata-descriptors");
        QCOMPARE(namesIn(film.studio.get(path, film.people.token(vendor)).body), all);
    }

    void theDeskTellsNothingOfAClosedProduction()
    {
        Film film;
        const auto sequence = film.production.sequence("SE01");
        const auto shot = film.production.shot("SH010", sequence);
        const auto task = film.newTask(shot, "Animation");
        const auto artist = film.people.add("user", film.production.id());
        film.studio.put("/actions/persons/" + artist + "/assign", {{"task_ids", {task}}});
        const std::vector<std::string> lists{"/data/user/projects/" + film.production.id() + "/sequences",
            "/data/user/sequences/" + sequence + "/shots", "/data/user/shots/" + shot + "/tasks",
            "/data/user/shots/" + shot + "/task-types", "/data/user/tasks", "/data/user/projects/open"};
        for (const auto &list : lists)
            QCOMPARE(film.studio.get(list, film.people.token(artist)).body.size(), std::size_t(1));
        film.close();
        for (const auto &list : lists) QCOMPARE(film.studio.get(list, film.people.token(artist)).body, Json::array());
    }
};

QTEST_GUILESS_MAIN(ListFiltersTest)
#include "test_list_filters.moc"
