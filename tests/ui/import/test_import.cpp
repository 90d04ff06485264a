// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would do, and the whole way of one: from a file's bytes to the studio and back.
#include "tests/support/TestDesktop.h"
#include "ui/import/ImportModel.h"
#include "ui/import/ImportPage.h"
#include "ui/import/ImportView.h"

#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestImport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<tests::TestDesktop> m_desktop;

    static ImportSubject subject()
    {
        ImportSubject subject;
        for (const auto &key : {u"sequence"_s, u"name"_s, u"description"_s})
            subject.fields << ImportField{key, key, MetadataType::Text, {}};
        for (const auto &key : {u"frames"_s, u"frame_in"_s, u"frame_out"_s})
            subject.fields << ImportField{key, key, MetadataType::Number, {}};
        subject.parents[u"SQ010"_s] = u"sequence-id"_s;
        ExistingEntity shot;
        shot.id = u"shot-id"_s;
        shot.parent = u"SQ010"_s;
        shot.name = u"SH0020"_s;
        shot.description = u"Boat"_s;
        shot.frames = u"88"_s;
        shot.data = {{"frame_in", 1001}, {"frame_out", 1088}};
        subject.existing << shot;
        subject.taskTypeIds << u"layout"_s;
        return subject;
    }
    static ImportTable table(std::string_view rows)
    {
        ImportTable table = ImportTable::read(
            "sequence,name,description,frames,frame_in,frame_out\n" + std::string(rows), u"shots.csv"_s);
        table.keys = table.headings;
        return table;
    }

    /// As studios export from their spreadsheets: quoted cells, commas and quotes in descriptions, blank lines.
    static QByteArray shotList(int shots)
    {
        QByteArray csv = "Sequence,Shot,Description,Frames,In,Out,Editor notes\r\n";
        for (int i = 1; i <= shots; ++i) {
            const int sequence = (i - 1) / 10 + 1;
            if (i % 10 == 1 && i > 1) csv += "\r\n,,,,,,\r\n";
            csv +=
                QStringLiteral("SQ%1,SH%2,\"Wave %3, high \"\"and\"\" wet,\r\nthen calm\",%4,1001,%5,\"cut, 3 f\"\r\n")
                    .arg(sequence * 10, 3, 10, QChar(u'0'))
                    .arg(i * 10, 4, 10, QChar(u'0'))
                    .arg(i)
                    .arg(40 + i)
                    .arg(1000 + 40 + i)
                    .toUtf8();
        }
        return csv;
    }
    Json shots(const QString &productionId) { return m_desktop->get(u"/data/projects/%1/shots"_s.arg(productionId)); }
    static Json named(const Json &rows, const std::string &name)
    {
        for (const Json &row : rows)
            if (row["name"] == name) return row;
        return nullptr;
    }
    static bool write(ImportPage &page)
    {
        QSignalSpy done(&page, &ImportPage::written);
        page.write();
        return done.count() > 0 || done.wait(20000);
    }

private Q_SLOTS:
    void initTestCase() { m_desktop = std::make_unique<tests::TestDesktop>(); }
    void cleanupTestCase() { m_desktop.reset(); }

    void aRowIsNewChangedOrUnchanged()
    {
        const auto plan = planImport(
            table("SQ010,SH0020,Boat,96,1001,1096\nsq010,sh0020b,New,10,,\nSQ040,SH0010,,,,\n"), subject(), {});
        QCOMPARE(plan.rows[0].change, RowChange::Changed);
        QCOMPARE(plan.rows[0].happens, u"8 frames longer"_s);
        QCOMPARE(plan.rows[1].parentKey, u"SQ010"_s); // the spelling that is there
        QCOMPARE(plan.count(RowChange::New), 2);
        QCOMPARE(plan.newParents, 1);
        QCOMPARE(plan.tasks, 2);
        QCOMPARE(planImport(table("SQ010,SH0020,,,,\n"), subject(), {}).rows[0].change, RowChange::Unchanged);
    }

    void anEmptyCellErasesOnlyWhenAsked()
    {
        ImportRules rules;
        rules.emptyErases = true;
        const auto plan = planImport(table("SQ010,SH0020,,88,1001,1088\n"), subject(), rules);
        QCOMPARE(plan.rows[0].change, RowChange::Changed);
        QVERIFY(plan.rows[0].values[u"description"_s].after.isEmpty());
    }

    void framesThatDisagreeAreMendedInPlace()
    {
        ImportModel model;
        model.setImport(table("SQ010,SH0040,,124,1001,1142\n"), subject());
        QCOMPARE(model.plan().count(RowChange::Error), 1);
        QCOMPARE(model.rowCount(), 2); // the row and its sentence
        model.mend(0, model.plan().rows[0].mends[0]);
        QCOMPARE(model.plan().rows[0].change, RowChange::New);
        QCOMPARE(model.plan().rows[0].values[u"frames"_s].after, u"142"_s);
        QCOMPARE(model.rowCount(), 1);
    }

    void ofTwoEqualRowsOneIsKept()
    {
        ImportModel model;
        model.setImport(table("SQ010,SH0430,,24,,\nSQ010,SH0430,,31,,\n"), subject());
        QCOMPARE(model.plan().count(RowChange::Error), 1);
        model.mend(1, model.plan().rows[1].mends[0]);
        QVERIFY(model.plan().rows[0].isLeftOut);
        QCOMPARE(model.plan().count(RowChange::New), 1);
        QCOMPARE(model.plan().count(RowChange::Error), 0);
    }

    void aListOfOneHundredAndTwentyShotsIsReadWrittenAndTakenBack()
    {
        const QString id = m_desktop->production(u"Alpha"_s);
        ImportPage page(m_desktop->studio());
        page.resize(1400, 900);
        page.setVisible(true);
        page.show({u"import"_s, id, {}, {}, u"shots"_s});
        const QString path = m_desktop->folder() + u"/list.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(shotList(120));
        file.close();
        page.readFile(path);
        auto &model = *page.findChild<ImportModel *>();
        QTRY_COMPARE(model.plan().count(RowChange::New), 120);
        QCOMPARE(model.plan().count(RowChange::Error), 0);
        QCOMPARE(model.plan().newParents, 12);
        QVERIFY(shots(id).empty()); // Nothing reaches the studio before Write.

        QVERIFY(write(page));
        const Json made = shots(id);
        QCOMPARE(made.size(), std::size_t(120));
        const Json shot = named(made, "SH0110");
        QCOMPARE(textOf(shot, "description"), u"Wave 11, high \"and\" wet,\nthen calm"_s);
        QCOMPARE(shot["nb_frames"], Json(51));
        QCOMPARE(shot["data"]["frame_out"], Json(1051));
        QCOMPARE(shot["parent_id"], named(m_desktop->get(u"/data/projects/%1/sequences"_s.arg(id)), "SQ020")["id"]);
        const auto types = m_desktop->directory().taskTypesOf(*m_desktop->directory().production(id), u"Shot"_s).size();
        QCOMPARE(qsizetype(m_desktop->get(u"/data/projects/%1/tasks"_s.arg(id)).size()), 120 * types);
        QTRY_COMPARE(model.plan().count(RowChange::Unchanged), 120);

        QPushButton *undo = nullptr;
        for (auto *button : page.window()->findChildren<QPushButton *>())
            if (button->text() == u"Undo"_s) undo = button;
        QVERIFY(undo);
        QSignalSpy done(&page, &ImportPage::written);
        undo->click();
        QVERIFY(done.wait(60000));
        QVERIFY(shots(id).empty());
        QVERIFY(m_desktop->get(u"/data/projects/%1/sequences"_s.arg(id)).empty());
    }

    void whatAFileDoesNotNameStays()
    {
        const QString id = m_desktop->production(u"Beta"_s);
        const QString sequence = m_desktop->sequence(id, u"SQ010"_s);
        const QString shot = m_desktop->shot(id, sequence, u"SH0010"_s);
        const QString boat = textOf(m_desktop->post(u"/data/projects/%1/asset-types/%2/assets/new"_s.arg(
                                                        id, m_desktop->directory().assetTypes().first().id),
                                        {{"name", "Boat"}}),
            "id");
        m_desktop->put(u"/data/entities/"_s + shot,
            {{"description", "Kept"}, {"nb_frames", 10}, {"data", {{"frame_in", 1001}, {"difficulty", "hard"}}}});
        const Json casting =
            Json::array({Json{{"asset_id", boat.toStdString()}, {"nb_occurences", 2}, {"label", "fixed"}}});
        m_desktop->put(u"/data/projects/%1/entities/%2/casting"_s.arg(id, shot), casting);

        ImportPage page(m_desktop->studio());
        page.show({u"import"_s, id, {}, {}, u"shots"_s});
        page.readPasted(u"Sequence\tShot\tDescription\tFrames\nSQ010\tSH0010\t\t24\n"_s);
        auto &model = *page.findChild<ImportModel *>();
        QTRY_COMPARE(model.plan().count(RowChange::Changed), 1);
        QVERIFY(write(page));
        const Json after = m_desktop->get(u"/data/entities/"_s + shot);
        QCOMPARE(after["nb_frames"], Json(24));
        QCOMPARE(after["data"]["frame_out"], Json(1024)); // follows from the length
        QCOMPARE(textOf(after, "description"), u"Kept"_s);
        QCOMPARE(after["data"]["difficulty"], Json("hard"));
        QCOMPARE(m_desktop->get(u"/data/projects/%1/entities/%2/casting"_s.arg(id, shot)).size(), std::size_t(1));
    }
};

QTEST_MAIN(TestImport)
#include "test_import.moc"
