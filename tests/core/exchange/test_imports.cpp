// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestStudio.h"

#include <QTest>

#include <fstream>

using namespace callboard;
using callboard::tests::TestStudio;

namespace {

/// A film with task types for assets and shots, made through the API.
class Film
{
public:
    explicit Film(TestStudio &studio)
        : m_studio(studio)
        , project(studio.post("/data/projects", {{"name", "Alpha"}, {"fps", "25"}}).body["id"])
    {
        for (const char *type : {"Modeling", "Animation"})
            studio.post(
                "/data/projects/" + project + "/settings/task-types", {{"task_type_id", idOf("task-types", type)}});
    }

    std::string idOf(const std::string &model, const std::string &name)
    {
        for (const Json &record : m_studio.get("/data/" + model).body)
            if (record["name"] == name) return record["id"];
        return {};
    }

    TestStudio::Answer import(const std::string &target, const std::string &table)
    {
        // A file of its own: the studio removes it when it has done with the request.
        const std::string path = m_studio.folder() + "/table" + std::to_string(++m_files) + ".csv";
        std::ofstream(path) << table;
        api::Request request;
        request.verb = api::Verb::Post;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        if (question != std::string::npos) request.query = api::Parameters::fromUrlEncoded(target.substr(question + 1));
        request.headers.set("Authorization", "Bearer " + m_studio.signIn());
        request.files.emplace_back("file", "table.csv", "text/csv", path, table.size());
        const auto response = m_studio.studio().handleNow(std::move(request));
        const auto text = std::get<std::string>(response.body);
        return {response.status, Json::parse(text, nullptr, false), text};
    }
    TestStudio::Answer importShots(const std::string &table, const std::string &query = {})
    {
        return import("/import/csv/projects/" + project + "/shots" + query, table);
    }
    TestStudio::Answer importAssets(const std::string &table)
    {
        return import("/import/csv/projects/" + project + "/assets", table);
    }

    std::int64_t count(const std::string &table)
    {
        auto database = m_studio.openDatabase();
        auto rows = database->query("SELECT COUNT(*) FROM " + table);
        rows.next();
        return rows.integer(0);
    }

private:
    TestStudio &m_studio;
    int m_files = 0;

public:
    const std::string project;
};

} // namespace

class ImportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBadLineIsToldWithItsNumberAndNothingIsStored()
    {
        TestStudio studio;
        Film film(studio);
        const auto entities = film.count("entity");
        const auto events = film.count("api_event");
        const auto refused = film.importShots("Sequence,Name,Nb Frames\nSE01,SH010,48\nSE01,SH020,many\n");
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.body["line_number"], Json(2));
        QCOMPARE(film.count("entity"), entities);
        QCOMPARE(film.count("api_event"), events);
    }

    void aShotThatIsThereIsChangedOnlyWhenAskedTo()
    {
        TestStudio studio;
        Film film(studio);
        const auto made = film.importShots("Sequence,Name,Nb Frames,FPS\nSE01,SH010,48,25\n");
        QCOMPARE(made.status, 201);
        const std::string id = made.body[0]["id"];
        QCOMPARE(film.importShots("Sequence,Name,Nb Frames\nSE01,SH010,99\n").body[0]["nb_frames"], Json(48));
        const auto changed = film.importShots("Sequence,Name,Nb Frames,In\nSE01,SH010,99,1001\n", "?update=true");
        QCOMPARE(changed.body[0]["id"], Json(id));
        QCOMPARE(changed.body[0]["nb_frames"], Json(99));
        QCOMPARE(changed.body[0]["data"], Json({{"fps", "25"}, {"frame_in", "1001"}}));
        QCOMPARE(film.count("entity"), std::int64_t(2)); // the sequence and the shot
    }

    void newAssetsGetTheTasksOfTheirKindAndAStatusComesAsAComment()
    {
        TestStudio studio;
        Film film(studio);
        const auto made =
            film.importAssets("Name,Type,Modeling,Modeling comment\nFox,Character,WIP,Started\nHen,Character,,\n");
        QCOMPARE(made.status, 201);
        const auto tasks = studio.get("/data/assets/" + made.body[0]["id"].get<std::string>() + "/tasks").body;
        QCOMPARE(tasks.size(), std::size_t(1)); // Animation is for shots
        QCOMPARE(tasks[0]["task_status_name"], Json("Work In Progress"));
        const auto comments = studio.get("/data/tasks/" + tasks[0]["id"].get<std::string>() + "/comments").body;
        QCOMPARE(comments.size(), std::size_t(1));
        QCOMPARE(comments[0]["text"], Json("Started"));
        QCOMPARE(film.count("comment"), std::int64_t(1));
        QCOMPARE(film.importAssets("Name,Type,Modeling\nFox,Character,sleeping\n").status, 400);
    }

    void theLastAdministratorIsNotDemotedByAFile()
    {
        TestStudio studio;
        Film film(studio);
        const std::string table = "First Name,Last Name,Email,Role\nAri,Artist,ari@example.com,Artist\n"
                                  "Super,Admin,admin@example.com,Artist\n";
        const auto refused = film.import("/import/csv/persons?update=true", table);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.body["line_number"], Json(2));
        QCOMPARE(film.count("person"), std::int64_t(1));
        const auto taken = film.import("/import/csv/persons", table);
        QVERIFY2(taken.status == 201, taken.text.c_str()); // the administrator is left as is
    }

    void rowsOfOneRequestKeepTheirOrder()
    {
        TestStudio studio;
        Film film(studio);
        QCOMPARE(film.importShots("Sequence,Name\nSE01,C\nSE01,A\nSE01,B\n").status, 201);
        auto database = studio.openDatabase();
        auto rows = database->query("SELECT name FROM entity WHERE parent_id IS NOT NULL ORDER BY created_at");
        std::string names;
        while (rows.next()) names += rows.string(0);
        QCOMPARE(names, std::string("CAB"));
    }

    void quotasShareAShotOutOverTheTimeThatWasSpent()
    {
        TestStudio studio;
        Film film(studio);
        const std::string shot = film.importShots("Sequence,Name,Nb Frames\nSE01,SH010,50\n").body[0]["id"];
        const std::string task = studio.get("/data/shots/" + shot + "/tasks").body[0]["id"];
        const std::string admin = studio.get("/data/persons").body[0]["id"];
        QCOMPARE(studio.put("/actions/persons/" + admin + "/assign", {{"task_ids", {task}}}).status, 200);
        for (const auto &[day, minutes] :
            {std::pair{"2026-03-10", 60}, std::pair{"2026-03-11", 60}, std::pair{"2026-03-12", 60}})
            QCOMPARE(studio
                         .post("/actions/tasks/" + task + "/time-spents/" + day + "/persons/" + admin,
                             {{"duration", minutes}})
                         .status,
                201);
        QCOMPARE(studio.put("/data/tasks/" + task, {{"end_date", "2026-03-12T10:00:00"}}).status, 200);
        const auto quotas =
            studio.get("/data/projects/" + film.project + "/quotas/" + film.idOf("task-types", "Animation")).body;
        // 50 frames in three equal parts: whole frames that sum up to 50.
        QCOMPARE(quotas["total"]["day"]["frames"], Json({{"2026-03-10", 17}, {"2026-03-11", 16}, {"2026-03-12", 17}}));
        QCOMPARE(quotas[admin]["month"]["frames"], Json({{"2026-03", 50}}));
        QCOMPARE(quotas[admin]["day"]["entries"], Json({{"2026-03", 3}}));
    }
};

QTEST_GUILESS_MAIN(ImportsTest)
#include "test_imports.moc"
