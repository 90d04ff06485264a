// SPDX-License-Identifier: GPL-3.0-or-later
// The demo production: usable before its pictures are made, and whole whenever the program ended in between.
#include "core/demo/DemoProduction.h"
#include "tests/support/TestStudio.h"

#include <QElapsedTimer>
#include <QTest>

using namespace callboard;
using namespace callboard::tests;

namespace {

const demo::Administrator administrator{"admin@example.com", "mysecretpassword"};

/// Makes the demo and ends, as a killed program would, when that is begun.
bool breaksOffAt(Studio &studio, const std::string &words)
{
    try {
        demo::makeDemoProduction(studio, administrator, [&](const std::string &said) {
            if (said.find(words) != std::string::npos) throw std::runtime_error("The program ends.");
        });
    } catch (const std::runtime_error &) {
        return true;
    }
    return false;
}

std::size_t count(TestStudio &studio, const std::string &path)
{
    return studio.get(path).body.size();
}

/// The jobs that make the demo's files, by their state.
std::map<std::string, int> filesByState(TestStudio &studio)
{
    std::map<std::string, int> states;
    for (const Json &job : studio.get("/data/jobs").body)
        if (job.value("kind", "") == "demo-file") ++states[job.value("state", "")];
    return states;
}

} // namespace

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProductionIsThereBeforeItsPictures();
    void aBrokenOffDemoIsMadeAnew();
    void aStudioWithAProductionGetsNone();
};

void DemoTest::theProductionIsThereBeforeItsPictures()
{
    TestStudio studio;
    demo::makeDemoProduction(studio.studio(), administrator);
    QVERIFY(!demo::isUnfinished(studio.folder()));
    QCOMPARE(count(studio, "/data/projects"), std::size_t(1));
    QVERIFY(count(studio, "/data/tasks") > 200);
    // One for each person, the production, each drawing and each movie.
    QVERIFY(filesByState(studio)["waiting"] > 40);

    QElapsedTimer clock;
    clock.start();
    bool hasPortrait = false;
    while (!hasPortrait && clock.elapsed() < 60'000) {
        QTest::qWait(50);
        for (const Json &person : studio.get("/data/persons").body)
            hasPortrait = hasPortrait || person.value("has_avatar", false);
    }
    QVERIFY(hasPortrait);
    QCOMPARE(filesByState(studio).count("failed"), std::size_t(0));
}

void DemoTest::aBrokenOffDemoIsMadeAnew()
{
    TestStudio studio;
    QVERIFY(breaksOffAt(studio.studio(), "tasks"));
    QVERIFY(demo::isUnfinished(studio.folder()));
    QCOMPARE(filesByState(studio).size(), std::size_t(0));

    demo::makeDemoProduction(studio.studio(), administrator);
    QVERIFY(!demo::isUnfinished(studio.folder()));
    QCOMPARE(count(studio, "/data/projects"), std::size_t(1));
    QCOMPARE(count(studio, "/data/persons"), std::size_t(12)); // with the administrator
    QVERIFY(count(studio, "/data/tasks") > 200);
}

void DemoTest::aStudioWithAProductionGetsNone()
{
    TestStudio studio;
    QCOMPARE(studio.post("/data/projects", {{"name", "Ours"}}).status, 201);
    demo::makeDemoProduction(studio.studio(), administrator);
    QCOMPARE(count(studio, "/data/projects"), std::size_t(1));
    QCOMPARE(count(studio, "/data/persons"), std::size_t(1));
    QVERIFY(!demo::isUnfinished(studio.folder()));
}

QTEST_GUILESS_MAIN(DemoTest)
#include "test_demo.moc"
