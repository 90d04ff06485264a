// SPDX-License-Identifier: GPL-3.0-or-later
// Names as parts of paths: of every script, and never two alike.
#include "core/base/Slug.h"
#include "tests/support/TestProduction.h"

#include <QtTest>

#include <set>

using callboard::slugOf;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

class SlugsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersOfAllScriptsAreWrittenAsTheySound()
    {
        for (const auto &[name, slug] :
            std::initializer_list<std::pair<const char *, const char *>>{{"Straße", "Strasse"}, {"Łódź", "Lodz"},
                {"Æsir", "AEsir"}, {"Bjørn", "Bjorn"}, {"日本", "ri_ben"}, {"熊", "xiong"}, {"犬", "quan"},
                {"Медведь", "Medved"}, {"Σφίγγα", "Sphinga"}, {"Bär", "Bar"}, {"Ba\u0308r", "Bar"}, {"Llama", "Llama"},
                {"SH010 (night), v2", "SH010_night_v2"}, {"__x__", "x"}, {"", ""}})
            QCOMPARE(slugOf(name, '_'), std::string(slug));
        QCOMPARE(slugOf("Bird of prey!", '-'), std::string("Bird-of-prey"));
    }

    void aNameWithoutLettersHasAPathOfItsOwn()
    {
        QVERIFY(!slugOf("🐻", '_').empty());
        QVERIFY(slugOf("🐻", '_') != slugOf("🐕", '_'));
    }

    void workingFilesOfDifferentAssetsLieInDifferentFolders()
    {
        TestStudio studio;
        TestProduction alpha(studio);
        studio.post("/actions/projects/" + alpha.id() + "/set-file-tree", {{"tree_name", "simple"}});
        std::set<std::string> paths;
        for (const char *name : {"熊", "犬", "Медведь", "Straße", "★", "☆"}) {
            const auto task = studio.post("/data/tasks",
                {{"name", "main"}, {"project_id", alpha.id()}, {"entity_id", alpha.asset(name)},
                    {"task_type_id", alpha.idNamed("task_type", "Modeling")}});
            const auto path = studio.post(
                "/data/tasks/" + task.body.value("id", "") + "/working-file-path", {{"name", "main"}, {"revision", 1}});
            QVERIFY2(path.status == 200, path.text.c_str());
            QVERIFY(
                paths.insert(path.body["path"].get<std::string>() + '/' + path.body["name"].get<std::string>()).second);
            for (const char letter : *paths.rbegin()) QVERIFY(static_cast<unsigned char>(letter) < 128);
        }
    }
};

QTEST_GUILESS_MAIN(SlugsTest)
#include "test_slugs.moc"
