// SPDX-License-Identifier: GPL-3.0-or-later
// The news of productions: pages, and the news of an episode.
#include "tests/support/TestStudio.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestStudio;

namespace {

/// A series with an episode that has a shot and an asset; both tasks have a comment.
class Series
{
public:
    std::string made(const std::string &path, const Json &body) { return studio.post(path, body).body.value("id", ""); }
    std::string listed(const std::string &path, const std::string &name)
    {
        for (const Json &row : studio.get(path).body)
            if (row["name"] == name) return row["id"];
        return {};
    }
    void comment(const std::string &entity, const char *taskType)
    {
        const std::string task = made("/data/tasks",
            {{"name", "main"}, {"project_id", project}, {"task_type_id", listed("/data/task-types", taskType)},
                {"entity_id", entity}});
        made("/actions/tasks/" + task + "/comment",
            {{"task_status_id", listed("/data/task-status", "Work In Progress")}, {"comment", "On it"}});
    }

    TestStudio studio;
    const std::string project = made("/data/projects", {{"name", "Beta"}, {"production_type", "tvshow"}});
    const std::string address = "/data/projects/" + project;
    const std::string episode = made(address + "/episodes", {{"name", "E07"}});
    const std::string sequence = made(address + "/sequences", {{"name", "SQ01"}, {"episode_id", episode}});
    const std::string shot = made(address + "/shots", {{"name", "P001"}, {"sequence_id", sequence}});
    const std::string asset = made(address + "/asset-types/" + listed("/data/entity-types", "Prop") + "/assets/new",
        {{"name", "Lamp"}, {"description", ""}, {"episode_id", episode}});
};

} // namespace

class NewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewsOfAnEpisodeAreThoseOfItsShotsAndNotOfAssetsThatManyUse()
    {
        Series series;
        series.comment(series.shot, "Animation");
        series.comment(series.asset, "Modeling");
        const auto all = series.studio.get(series.address + "/news").body;
        const auto ofEpisode = series.studio.get(series.address + "/news?episode_id=" + series.episode).body;
        QCOMPARE(all["total"], 2);
        QCOMPARE(ofEpisode["total"], 1);
        QCOMPARE(ofEpisode["data"][0]["task_entity_id"], series.shot);
    }

    void aPageIsAsLongAsAsked()
    {
        Series series;
        series.comment(series.shot, "Animation");
        series.comment(series.asset, "Modeling");
        const auto second = series.studio.get(series.address + "/news?limit=1&page=2").body;
        QCOMPARE(second["data"].size(), std::size_t(1));
        QCOMPARE(second["limit"], 1);
        QCOMPARE(second["nb_pages"], 2);
        QCOMPARE(series.studio.get(series.address + "/news").body["limit"], 50);
        QCOMPARE(series.studio.get(series.address + "/news?limit=many").status, 400);
    }
};

QTEST_GUILESS_MAIN(NewsTest)
#include "test_news.moc"
