// SPDX-License-Identifier: GPL-3.0-or-later
// Work that outlasts a request: cancelled, tried again, and carried on after a restart.
#include "core/media/Movie.h"
#include "tests/support/TestProduction.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

namespace {

/// A shot with a task, and movies uploaded to it.
class Movies
{
public:
    explicit Movies(TestStudio &studio)
        : m_studio(studio)
        , m_production(studio)
    {
        // Small movies are made quickly.
        m_production.database().change("UPDATE project SET resolution = '160x90' WHERE id = ?", m_production.id());
        m_shot = m_production.shot("SH010", m_production.sequence("SE01"));
        m_status = m_production.idNamed("task_status", "Todo");
        m_task = studio
                     .post("/data/tasks",
                         {{"name", "main"}, {"project_id", m_production.id()},
                             {"task_type_id", m_production.idNamed("task_type", "Animation")}, {"entity_id", m_shot},
                             {"task_status_id", m_status}})
                     .body.value("id", "");
    }

    /// Uploads a movie of that many seconds; the preview's identifier.
    std::string upload(int seconds)
    {
        const auto comment =
            m_studio.post("/actions/tasks/" + m_task + "/comment", {{"task_status_id", m_status}, {"comment", "Take"}})
                .body.value("id", "");
        const auto preview =
            m_studio.post("/actions/tasks/" + m_task + "/comments/" + comment + "/add-preview", Json::object())
                .body.value("id", "");
        const auto path = m_studio.studio().uploadFolder() / (preview + ".mp4");
        // Not by media::runChild: its children stand back behind everything else, and would be cut on a busy machine.
        if (QProcess::execute(u"ffmpeg"_s,
                {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                    u"testsrc=size=320x180:rate=25:duration=%1"_s.arg(seconds), u"-c:v"_s, u"libx264"_s, u"-preset"_s,
                    u"ultrafast"_s, QString::fromStdString(path.string())})
            != 0)
            return {};
        api::Request request;
        request.verb = api::Verb::Post;
        request.path = "/pictures/preview-files/" + preview;
        request.headers.set("Authorization", "Bearer " + m_studio.signIn());
        request.files.emplace_back("file", "take.mp4", "video/mp4", path, std::filesystem::file_size(path));
        return m_studio.studio().handleNow(std::move(request)).status == 201 ? preview : std::string();
    }

    /// The route that sets the shots' lengths by their movies.
    std::string framesAction()
    {
        return "/actions/projects/" + m_production.id() + "/task-types/"
            + m_production.idNamed("task_type", "Animation") + "/set-shot-nb-frames";
    }
    /// A playlist of these previews; its identifier.
    std::string playlist(const std::vector<std::string> &previews)
    {
        Json entries = Json::array();
        for (const auto &preview : previews) entries.push_back({{"entity_id", m_shot}, {"preview_file_id", preview}});
        return m_studio
            .post("/data/playlists", {{"name", "Dailies"}, {"project_id", m_production.id()}, {"shots", entries}})
            .body.value("id", "");
    }

private:
    TestStudio &m_studio;
    TestProduction m_production;
    std::string m_shot;
    std::string m_status;
    std::string m_task;
};

/// The job that makes a preview's movie.
Json jobOf(TestStudio &studio, const std::string &preview)
{
    const Json jobs = studio.get("/data/jobs").body;
    for (const Json &job : jobs)
        if (job["input"]["preview_file_id"] == preview) return job;
    return {};
}

std::string statusOf(TestStudio &studio, const std::string &preview)
{
    return studio.get("/data/preview-files/" + preview).body.value("status", "");
}

bool reaches(TestStudio &studio, const std::string &preview, const std::string &state, int seconds = 60)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < seconds * 1000) {
        if (jobOf(studio, preview).value("state", "") == state) return true;
        QTest::qWait(50);
    }
    return false;
}

/// The file that a request is answered with; empty when it is refused.
std::filesystem::path fileOf(TestStudio &studio, const std::string &path)
{
    api::Request request;
    request.verb = api::Verb::Get;
    request.path = path;
    request.headers.set("Authorization", "Bearer " + studio.signIn());
    const auto response = studio.studio().handleNow(std::move(request));
    const auto *file = std::get_if<api::FileBody>(&response.body);
    return file ? file->path : std::filesystem::path();
}

std::string job(const Json &told, const char *action)
{
    return "/actions/jobs/" + told.value("id", "") + '/' + action;
}

} // namespace

class JobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunningJobIsCancelledAndTheNextOneBegins();
    void aCancelledJobIsTriedAgain();
    void aJobGoesOnAfterARestart();
    void aJobThatEndedItsServerEachTimeFailsAndSaysSo();
    void aPlaylistBecomesOneMovieAndAnArchive();
    void jobsAreForAdministrators();
};

void JobsTest::aRunningJobIsCancelledAndTheNextOneBegins()
{
    TestStudio studio;
    Movies movies(studio);
    const auto longOne = movies.upload(150);
    const auto shortOne = movies.upload(1);
    QVERIFY(!longOne.empty() && !shortOne.empty());
    QVERIFY(reaches(studio, longOne, "running"));
    const auto cancelled = studio.put(job(jobOf(studio, longOne), "cancel"), Json::object());
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(cancelled.body["state"], Json("cancelled"));
    QCOMPARE(statusOf(studio, longOne), std::string("broken"));
    QVERIFY(reaches(studio, shortOne, "succeeded")); // The thread was freed long before the first was done.
    QCOMPARE(jobOf(studio, longOne)["state"], Json("cancelled"));
    QCOMPARE(studio.put(job(jobOf(studio, longOne), "cancel"), Json::object()).status, 409);
    QCOMPARE(studio.put(job(jobOf(studio, shortOne), "retry"), Json::object()).status, 409);
}

void JobsTest::aCancelledJobIsTriedAgain()
{
    TestStudio studio;
    Movies movies(studio);
    const auto first = movies.upload(150); // keeps the thread busy
    const auto second = movies.upload(1);
    QVERIFY(reaches(studio, first, "running"));
    QCOMPARE(studio.put(job(jobOf(studio, second), "cancel"), Json::object()).status, 200);
    QCOMPARE(statusOf(studio, second), std::string("broken"));
    QCOMPARE(studio.put(job(jobOf(studio, second), "retry"), Json::object()).status, 200);
    QCOMPARE(statusOf(studio, second), std::string("processing"));
    QCOMPARE(studio.put(job(jobOf(studio, first), "cancel"), Json::object()).status, 200);
    QVERIFY(reaches(studio, second, "succeeded"));
    QCOMPARE(statusOf(studio, second), std::string("ready"));
}

void JobsTest::aJobGoesOnAfterARestart()
{
    QTemporaryDir folder;
    const auto options = TestStudio::keptIn(folder.path().toStdString());
    std::string preview;
    {
        TestStudio studio(options);
        preview = Movies(studio).upload(40);
        QVERIFY(reaches(studio, preview, "running"));
    }
    TestStudio studio(options);
    QVERIFY(statusOf(studio, preview) == "processing" || statusOf(studio, preview) == "ready");
    QVERIFY(reaches(studio, preview, "succeeded", 120));
    QCOMPARE(statusOf(studio, preview), std::string("ready"));
    QCOMPARE(jobOf(studio, preview)["attempts"], Json(1)); // Being stopped in good order is no failed attempt.
}

void JobsTest::aJobThatEndedItsServerEachTimeFailsAndSaysSo()
{
    QTemporaryDir folder;
    const auto options = TestStudio::keptIn(folder.path().toStdString());
    const std::string id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    {
        TestStudio studio(options);
        TestProduction production(studio);
        production.database().change("INSERT INTO job (id, kind, state, input, progress, attempts, taken_by, taken_at,"
                                     " created_at, updated_at) VALUES (?, 'normalise-movie', 'running', ?, 0.4, 3,"
                                     " 'a server that is no more', ?, ?, ?)",
            id, Json({{"preview_file_id", id}}).dump(), "2020-01-01T00:00:00.000000", "2020-01-01T00:00:00.000000",
            "2020-01-01T00:00:00.000000");
    }
    TestStudio studio(options);
    const auto job = [&] { return studio.get("/data/jobs/" + id).body; };
    QTRY_COMPARE(job().value("state", ""), std::string("failed"));
    QVERIFY2(job().value("message", "").find("server") != std::string::npos, job().dump().c_str());
}

void JobsTest::aPlaylistBecomesOneMovieAndAnArchive()
{
    TestStudio studio;
    Movies movies(studio);
    const auto first = movies.upload(1);
    const auto second = movies.upload(2);
    QVERIFY(reaches(studio, first, "succeeded") && reaches(studio, second, "succeeded"));
    const auto playlist = movies.playlist({first, second, "00000000-0000-4000-8000-000000000000"});
    const auto empty = movies.playlist({});
    QCOMPARE(studio.get("/data/playlists/" + empty + "/build/mp4").status, 400);

    const auto build = studio.get("/data/playlists/" + playlist + "/build/mp4").body;
    QCOMPARE(build["status"], Json("running"));
    const auto path = "/data/playlists/" + playlist + "/jobs/" + build["id"].get<std::string>();
    QTRY_COMPARE_WITH_TIMEOUT(studio.get(path).body["status"], Json("succeeded"), 60'000);
    const auto facts = media::probeMovie(fileOf(studio, path + "/build/mp4"));
    QVERIFY(facts);
    QCOMPARE(facts->frameCount, std::int64_t(75));
    QCOMPARE(studio.get("/data/playlists/" + empty + "/jobs/" + build["id"].get<std::string>()).status, 404);

    const auto archive = fileOf(studio, "/data/playlists/" + playlist + "/download/zip");
    QProcess unpacker;
    unpacker.start(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-l"_s, QString::fromStdString(archive.string())});
    QVERIFY(unpacker.waitForFinished());
    const auto listed = unpacker.readAllStandardOutput();
    QVERIFY2(listed.contains("001_alpha_se01_sh010_animation_v1.mp4"), listed.constData());
    QVERIFY2(listed.contains("002_alpha_se01_sh010_animation_v2.mp4"), listed.constData());

    const auto counted = studio.post(movies.framesAction(), Json::object());
    QCOMPARE(counted.status, 200);
    QCOMPARE(counted.body[0]["nb_frames"], Json(50)); // two seconds of the newest, at 25 a second
    // Told also where the number stays.
    QCOMPARE(studio.post(movies.framesAction(), Json::object()).body, counted.body);

    const auto made = fileOf(studio, path + "/build/mp4");
    QCOMPARE(studio.remove(path).status, 204);
    QTRY_VERIFY(!std::filesystem::exists(made));
}

void JobsTest::jobsAreForAdministrators()
{
    TestStudio studio;
    studio.post("/data/persons",
        {{"first_name", "Mia"}, {"last_name", "Manager"}, {"email", "mia@example.com"}, {"password", "miapassword1"},
            {"role", "manager"}, {"departments", Json::array()}});
    const auto token = studio.signIn("mia@example.com", "miapassword1");
    QVERIFY(!token.empty());
    QCOMPARE(studio.get("/data/jobs", token).status, 403);
    const std::string unknown = "jobs/00000000-0000-4000-8000-000000000000";
    QCOMPARE(studio.put("/actions/" + unknown + "/cancel", Json::object(), token).status, 403);
    QCOMPARE(studio.get("/data/" + unknown).status, 404);
    QCOMPARE(studio.get("/data/jobs/nonsense").status, 404);
}

QTEST_GUILESS_MAIN(JobsTest)
#include "test_jobs.moc"
