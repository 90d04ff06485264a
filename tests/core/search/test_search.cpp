// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProduction.h"

#include <QTest>

using namespace callboard;
using namespace callboard::tests;

class TestSearch : public QObject
{
    Q_OBJECT

    static Json search(TestStudio &studio, const Json &body, const std::optional<std::string> &token = std::nullopt)
    {
        const auto answer = studio.post("/data/search", body, token);
        if (answer.status != 200) qWarning("%d %s", answer.status, answer.text.c_str());
        return answer.body;
    }

private Q_SLOTS:
    void namesDescriptionsAndMetadataAreFoundTheNameItselfFirst()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        const auto sequence = alpha.sequence("SQ01");
        const auto shot = alpha.shot("SH0040", sequence);
        alpha.shot("SH00401", sequence);
        const auto lamp = alpha.asset("Lamp");
        alpha.asset("Old Lamp");
        studio.put("/data/entities/" + shot, {{"description", "The lamp room"}, {"data", {{"mood", "Nocturne"}}}});
        Json found = search(studio, {{"query", "sh0040"}});
        QCOMPARE(found["shots"].size(), std::size_t(2));
        QCOMPARE(found["shots"][0]["id"], Json(shot));
        QCOMPARE(found["shots"][0]["sequence_name"], Json("SQ01"));
        QCOMPARE(found["shots"][0]["type"], Json("Shot"));
        found = search(studio, {{"query", "lamp"}, {"index_names", {"assets", "shots"}}});
        QCOMPARE(found["assets"].size(), std::size_t(2));
        QCOMPARE(found["assets"][0]["id"], Json(lamp));
        QCOMPARE(found["assets"][0]["asset_type_name"], Json("Character"));
        QCOMPARE(found["shots"].size(), std::size_t(1));
        QVERIFY(!found.contains("persons"));
        QCOMPARE(search(studio, {{"query", "nocturne"}})["shots"].size(), std::size_t(1));
        QCOMPARE(search(studio, {{"query", "mood"}})["shots"].size(),
            std::size_t(0)); // names of fields are none of its words
        QCOMPARE(search(studio, {{"query", "character old"}})["assets"].size(), std::size_t(1));
    }

    void signsAreNoPatternsAndShortWordsFindNothing()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        alpha.asset("Lamp");
        QCOMPARE(search(studio, {{"query", "La"}}), Json::object());
        QCOMPARE(search(studio, {{"query", "L%p"}})["assets"].size(), std::size_t(0));
        QCOMPARE(search(studio, {{"query", "___"}})["assets"].size(), std::size_t(0));
        QCOMPARE(search(studio, {{"query", "admin"}})["persons"].size(), std::size_t(1));
        QCOMPARE(studio.post("/data/search", {{"query", 7}}).status, 400);
    }

    void onlyOnesOwnProductionsAreSearched()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        alpha.asset("Lamp");
        studio.post("/data/persons",
            {{"first_name", "Mia"}, {"last_name", "Okafor"}, {"email", "mia@example.com"}, {"role", "user"},
                {"password", "mysecretpassword"}});
        const auto token = studio.signIn("mia@example.com");
        QVERIFY(!token.empty());
        QCOMPARE(search(studio, {{"query", "lamp"}}, token)["assets"].size(), std::size_t(0));
        QCOMPARE(search(studio, {{"query", "lamp"}})["assets"].size(), std::size_t(1));
        QCOMPARE(search(studio, {{"query", "lamp"}, {"project_id", "00000000-0000-4000-8000-000000000000"}})["assets"]
                     .size(),
            std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"
