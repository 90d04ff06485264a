// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of assets that come again with corrections, and lists of records that the API itself told.
#include "tests/support/TestPeople.h"
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;
using callboard::tests::upload;

namespace {

struct Film
{
    explicit Film(const std::string &type = "tvshow") { production.database().change(kind, type, production.id()); }

    TestStudio::Answer import(const std::string &table, const std::string &query = {})
    {
        return upload(studio, "/import/csv/projects/" + production.id() + "/assets" + query, "assets.csv", table);
    }
    TestStudio::Answer correct(const std::string &table) { return import(table, "?update=true"); }
    std::string type(const std::string &name) { return production.idNamed("entity_type", name); }
    std::int64_t assets(const std::string &name) { return production.count("entity WHERE name = '" + name + "'"); }

    static constexpr const char *kind = "UPDATE project SET production_type = ? WHERE id = ?";
    TestStudio studio;
    TestProduction production{studio};
};

} // namespace

class CsvAssetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAssetIsKnownByItsNameWhateverItsTypeAndEpisode()
    {
        Film film;
        const auto made = film.import("Episode,Name,Type\nE01,Tree,Prop\n").body[0];
        const auto same = film.import("Episode,Name,Type,Description\nE02,Tree,Character,other\n").body[0];
        QCOMPARE(same["id"], made["id"]);
        QCOMPARE(same["entity_type_id"], made["entity_type_id"]);
        QCOMPARE(same["source_id"], made["source_id"]);
        QCOMPARE(film.assets("Tree"), std::int64_t(1));
    }

    void aCorrectedTableMovesAssets()
    {
        Film film;
        const auto made = film.import("Episode,Name,Type\nE01,Tree,Prop\n").body[0];
        const auto moved = film.correct("Episode,Name,Type\nE02,Tree,Character\n").body[0];
        QCOMPARE(moved["id"], made["id"]);
        QCOMPARE(moved["entity_type_id"], Json(film.type("Character")));
        QCOMPARE(moved["source_id"], Json(film.production.idNamed("entity", "E02")));
        QCOMPARE(film.correct("Name,Type\nTree,Character\n").body[0]["source_id"], moved["source_id"]);
        QVERIFY(film.correct("Episode,Name,Type\nMP,Tree,Character\n").body[0]["source_id"].is_null());
        QCOMPARE(film.assets("Tree"), std::int64_t(1));
    }

    void lettersOfBothSizesAreTwoAssets()
    {
        Film film;
        film.import("Name,Type\nTree,Prop\ntree,Prop\n");
        QCOMPARE(film.assets("Tree") + film.assets("tree"), std::int64_t(2));
    }

    void anAssetIsNeverTakenForASequence()
    {
        Film film("short");
        film.production.sequence("SE01");
        const auto made = film.import("Name,Type\nSE01,Prop\n").body[0];
        QCOMPARE(made["entity_type_id"], Json(film.type("Prop")));
    }

    void amongSeveralOfANameTheOneOfTheRowsTypeAndEpisodeIsMeant()
    {
        Film film;
        const auto first = film.import("Episode,Name,Type\nE01,Tree,Prop\n").body[0];
        film.production.database().change("UPDATE entity SET name = 'Bush' WHERE name = 'Tree'");
        const auto second = film.import("Episode,Name,Type\nE02,Tree,Prop\n").body[0];
        film.production.database().change("UPDATE entity SET name = 'Tree' WHERE name = 'Bush'");
        QCOMPARE(film.correct("Episode,Name,Type,Description\nE01,Tree,Prop,a\nE02,Tree,Prop,b\n").body.size(),
            std::size_t(2));
        const auto description = [&](const Json &asset) {
            return film.studio.get("/data/entities/" + asset.value("id", "")).body["description"];
        };
        QCOMPARE(description(first), Json("a"));
        QCOMPARE(description(second), Json("b"));
    }

    void assetsGetReadyForTaskTypesOfShots()
    {
        Film film("short");
        const auto made = film.import("Name,Type,Ready for\nTree,Prop,Layout\n");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body[0]["ready_for"], Json(film.production.idNamed("task_type", "Layout")));
        QVERIFY(film.correct("Name,Type,Ready for\nTree,Prop,\n").body[0]["ready_for"].is_null());
        QCOMPARE(film.correct("Name,Type,Ready for\nTree,Prop,Modeling\n").status, 400);
    }

    void anAssetThatComesAgainGetsTheTasksThatItLacks()
    {
        Film film("short");
        const auto asset = film.production.asset("Tree");
        const std::string type = film.production.idNamed("task_type", "Modeling");
        film.studio.post(film.production.path("/settings/task-types"), {{"task_type_id", type}});
        film.import("Name,Type\nTree,Prop\n");
        QCOMPARE(film.production.count("task"), std::int64_t(0));
        film.correct("Name,Type\nTree,Prop\n");
        film.correct("Name,Type\nTree,Prop\n");
        QCOMPARE(film.production.count("task"), std::int64_t(1));
        const Json events = film.studio.get("/data/events/last?name=asset:update&limit=10").body;
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0]["data"]["asset_id"], Json(asset));
        QVERIFY(events[0]["data"].contains("episode_id"));
    }

    void statusesAreNamedInShortOrInFullInAnyCase()
    {
        Film film("short");
        const std::string type = film.production.idNamed("task_type", "Modeling");
        film.studio.post(film.production.path("/settings/task-types"), {{"task_type_id", type}});
        QCOMPARE(film.import("Name,Type,Modeling\nA,Prop,WFA\nB,Prop,Waiting For Approval\nC,Prop,WORK IN PROGRESS\n")
                     .status,
            201);
        const auto tasksOf = [&](const std::string &status) {
            return film.production.count(
                "task WHERE task_status_id = (SELECT id FROM task_status WHERE name = '" + status + "')");
        };
        QCOMPARE(tasksOf("Waiting For Approval"), std::int64_t(2));
        QCOMPARE(tasksOf("Work In Progress"), std::int64_t(1));
        QCOMPARE(film.import("Name,Type,Modeling\nD,Prop,somehow\n").status, 400);
    }

    void whatTheApiTellsMayBeSentBack()
    {
        Film film("short");
        const auto asset = film.production.asset("Tree");
        Json told = film.studio.get("/data/assets/" + asset).body;
        QCOMPARE(told["ready_for"], Json("None"));
        told["preview_file_id"] = "";
        told["description"] = "sent back";
        for (const char *computed : {"entities_out", "entities_in", "entity_concept_links", "instance_casting"})
            told.erase(computed);
        const auto taken = film.studio.post("/import/kitsu/entities", Json::array({told}));
        QCOMPARE(taken.status, 200);
        const Json after = film.studio.get("/data/entities/" + asset).body;
        QCOMPARE(after["description"], Json("sent back"));
        QVERIFY(after["ready_for"].is_null() && after["preview_file_id"].is_null());
    }

    void whatNamesNoTypeAndLiesInASequenceIsAShot()
    {
        Film film("short");
        const auto sequence = film.production.sequence("SE01");
        const Json shot = {{"id", "00000000-0000-4000-8000-000000000007"}, {"name", "SH010"},
            {"project_id", film.production.id()}, {"sequence_id", sequence}};
        QCOMPARE(film.studio.post("/import/kitsu/entities", Json::array({shot})).status, 200);
        QCOMPARE(film.studio.get("/data/shots/00000000-0000-4000-8000-000000000007").body["parent_id"], Json(sequence));
    }
};

QTEST_GUILESS_MAIN(CsvAssetsTest)
#include "test_csv_assets.moc"
