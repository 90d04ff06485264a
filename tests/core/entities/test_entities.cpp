// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

class EntitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTakenNameGivesTheShotThatIsThere()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        const auto sequence = alpha.sequence("SE01");
        const auto shot = alpha.shot("SH010", sequence);
        QVERIFY(!shot.empty());
        QCOMPARE(alpha.shot("SH010", sequence), shot);
        QVERIFY(alpha.shot("SH010", alpha.sequence("SE02")) != shot);
        QVERIFY(alpha.asset("Llama") != alpha.asset("Llama"));
    }

    void aShotNeedsASequenceOfItsOwnProduction()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        TestProduction beta(studio, "Beta");
        const auto foreign = beta.sequence("SQ01");
        QCOMPARE(studio.post(alpha.path("/shots"), {{"name", "Stray"}, {"sequence_id", foreign}}).status, 404);
        QCOMPARE(studio.post(alpha.path("/shots"), {{"name", "Loose"}}).status, 400);
        QCOMPARE(alpha.count("entity WHERE name IN ('Stray', 'Loose')"), std::int64_t(0));
    }

    void aRefusedCastingLeavesTheOldOne()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        TestProduction beta(studio, "Beta");
        const auto shot = alpha.shot("SH010", alpha.sequence("SE01"));
        const auto llama = alpha.asset("Llama");
        const auto foreign = beta.asset("Lamp", "Prop");
        const auto path = alpha.path("/entities/" + shot + "/casting");
        QCOMPARE(studio.put(path, {{{"asset_id", llama}, {"nb_occurences", 2}}}).status, 200);
        const auto events = alpha.count("api_event");
        QCOMPARE(studio.put(path, {{{"asset_id", foreign}, {"nb_occurences", 1}}}).status, 403);
        QCOMPARE(
            alpha.count("entity_link WHERE entity_out_id = '" + llama + "' AND nb_occurences = 2"), std::int64_t(1));
        QCOMPARE(alpha.count("api_event"), events);
    }

    void castingInAShotOfASeriesReachesItsEpisodeAndLeavesWithIt()
    {
        TestStudio studio;
        TestProduction beta(studio, "Beta");
        const auto episode = beta.episode("E01");
        const auto shot = beta.shot("P001", beta.sequence("SQ01", episode));
        const auto lamp = beta.asset("Lamp", "Prop");
        studio.put(beta.path("/entities/" + shot + "/casting"), {{{"asset_id", lamp}, {"nb_occurences", 4}}});
        QCOMPARE(
            beta.count("entity_link WHERE entity_in_id = '" + episode + "' AND nb_occurences = 1"), std::int64_t(1));
        studio.put(beta.path("/entities/" + episode + "/casting"), Json::array());
        QCOMPARE(beta.count("entity_link"), std::int64_t(0));
        QCOMPARE(beta.count("entity WHERE nb_entities_out <> 0"), std::int64_t(0));
    }

    void deletionCancelsWhatHasTasksAndForceTakesAll()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        const auto sequence = alpha.sequence("SE01");
        const auto shot = alpha.shot("SH010", sequence);
        QCOMPARE(studio.remove("/data/sequences/" + sequence).status, 400);
        alpha.database().change("INSERT INTO task (id, name, project_id, task_type_id, task_status_id, entity_id)"
                                " VALUES ('11111111-1111-4111-8111-111111111111', 'main', ?,"
                                " (SELECT id FROM task_type WHERE name = 'Animation'),"
                                " (SELECT id FROM task_status WHERE short_name = 'todo'), ?)",
            alpha.id(), shot);
        QCOMPARE(studio.remove("/data/shots/" + shot).status, 204);
        QCOMPARE(studio.get("/data/shots/" + shot).body["canceled"], Json(true));
        QCOMPARE(studio.remove("/data/sequences/" + sequence + "?force=true").status, 204);
        QCOMPARE(alpha.count("entity"), std::int64_t(0));
        QCOMPARE(alpha.count("task"), std::int64_t(0));
    }

    void shotsWithTasksNameTheirProductionUnlessAnAdministratorAsks()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        const auto shot = alpha.shot("SH010", alpha.sequence("SE01"));
        const auto list = studio.get("/data/shots/with-tasks?project_id=" + alpha.id());
        QCOMPARE(list.body.size(), std::size_t(1));
        QCOMPARE(list.body[0]["sequence_name"], Json("SE01"));
        QCOMPARE(list.body[0]["data"], Json::object());
        QCOMPARE(studio.get("/data/shots/with-tasks?project_id=nonsense").status, 400);
        QCOMPARE(studio.get("/data/shots/" + shot).body["data"], Json());
    }

    void instancesCountBySceneAndAsset()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        const auto sequence = alpha.sequence("SE01");
        const std::string scene =
            studio.post(alpha.path("/scenes"), {{"name", "SC01"}, {"sequence_id", sequence}}).body["id"];
        const auto bird = alpha.asset("Bird of prey, big");
        const auto path = "/data/scenes/" + scene + "/asset-instances";
        QCOMPARE(studio.post(path, {{"asset_id", bird}}).body["name"], Json("Bird_of_prey_big_0001"));
        QCOMPARE(studio.post(path, {{"asset_id", bird}}).body["number"], Json(2));
    }
};

QTEST_GUILESS_MAIN(EntitiesTest)
#include "test_entities.moc"
