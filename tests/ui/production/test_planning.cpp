// SPDX-License-Identifier: GPL-3.0-or-later
// A new production and its first shots and assets, through the real sheets on a real studio.
#include "tests/support/TestDesktop.h"
#include "ui/parts/Pill.h"
#include "ui/production/EntityNames.h"
#include "ui/production/EntityWriting.h"
#include "ui/production/NewEntitiesSheet.h"
#include "ui/production/NewProductionSheet.h"
#include "ui/production/PictureBox.h"
#include "ui/production/ProductionBasics.h"
#include "ui/production/ProductionMaking.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonWith(QWidget &window, const QString &text)
{
    for (auto *button : window.findChildren<QPushButton *>())
        if (button->isVisible() && button->text().contains(text)) return button;
    return nullptr;
}

QStringList namesOf(const Json &rows)
{
    QStringList names;
    for (const Json &row : rows) names << textOf(row, "name");
    names.sort();
    return names;
}

} // namespace

class TestPlanning : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<tests::TestDesktop> m_desktop;
    std::unique_ptr<QWidget> m_window;

    Json ofProduction(const QString &id, const QString &what)
    {
        return m_desktop->get(u"/data/projects/%1/%2"_s.arg(id, what));
    }
    NewEntitiesSheet *openEntities(const QString &productionId, NewEntitiesSheet::Kind kind)
    {
        auto *sheet = new NewEntitiesSheet(m_desktop->studio(), productionId, kind, m_window.get());
        sheet->open();
        return sheet;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desktop = std::make_unique<tests::TestDesktop>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1600, 1000);
        m_window->show();
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_desktop.reset();
    }

    void aProductionIsMadeWithAllThatWasChosen()
    {
        const QString mia = m_desktop->person(u"Mia"_s, u"user"_s);
        m_desktop->reload();
        auto *sheet = new NewProductionSheet(m_desktop->studio(), m_window.get());
        QSignalSpy made(sheet, &NewProductionSheet::made);
        sheet->open();
        QVERIFY(!buttonWith(*sheet, u"Make production"_s)->isEnabled()); // It has no name.
        auto *name = sheet->findChild<ProductionBasics *>()->nameField();
        QTest::keyClicks(name, u"The Ferryman"_s);
        QVERIFY(buttonWith(*sheet, u"Make production"_s)->isEnabled());
        QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(made.count(), 1);
        const QString id = made[0][0].toString();
        const auto *production = m_desktop->directory().production(id);
        QVERIFY(production);
        QCOMPARE(production->name, u"The Ferryman"_s);
        QVERIFY(production->taskTypeIds.size() >= 8);
        QVERIFY(!production->taskStatusIds.isEmpty());
        QCOMPARE(production->teamIds, QStringList{m_desktop->studio().session().person().id});
        QVERIFY(!production->teamIds.contains(mia));
        QTRY_VERIFY(m_window->findChildren<NewProductionSheet *>().isEmpty());
    }

    void aProductionIsMadeWithItsPicture()
    {
        auto *sheet = new NewProductionSheet(m_desktop->studio(), m_window.get());
        sheet->open();
        auto *box = sheet->findChild<PictureBox *>();
        QVERIFY(box);
        const QString noPicture = m_desktop->folder() + u"/words.png"_s;
        QFile words(noPicture);
        QVERIFY(words.open(QIODevice::WriteOnly) && words.write("no picture") > 0);
        words.close();
        box->setFile(noPicture);
        QVERIFY2(box->file().isEmpty() && box->text().contains(u"is no picture"_s), qPrintable(box->text()));

        const QString picture = m_desktop->folder() + u"/picture.png"_s;
        QImage image(320, 180, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QVERIFY(image.save(picture));
        box->setFile(picture);
        sheet->findChild<ProductionBasics *>()->nameField()->setText(u"With a picture"_s);
        QSignalSpy made(sheet->findChild<ProductionMaking *>(), &ProductionMaking::made);
        auto *make = buttonWith(*sheet, u"Make production"_s);
        QVERIFY(make && make->isEnabled());
        make->click();
        QTRY_COMPARE(made.count(), 1);
        const Json production = m_desktop->get(u"/data/projects/"_s + made.first().first().toString());
        QCOMPARE(production["has_avatar"], Json(true));
    }

    void anOrderByHandIsKept()
    {
        ProductionDraft draft = ProductionDraft::ofStudio(m_desktop->directory());
        draft.name = u"Reordered"_s;
        QStringList ofShots;
        for (const QString &id : draft.taskTypeIds)
            if (m_desktop->directory().taskType(id)->forEntity == u"Shot"_s) ofShots << id;
        draft.taskTypeIds.swapItemsAt(draft.taskTypeIds.indexOf(ofShots[0]), draft.taskTypeIds.indexOf(ofShots[1]));
        auto *sheet = new NewProductionSheet(m_desktop->studio(), m_window.get());
        auto *making = sheet->findChild<ProductionMaking *>();
        QSignalSpy made(making, &ProductionMaking::made);
        making->make(draft);
        QTRY_COMPARE(made.count(), 1);
        const auto *production = m_desktop->directory().production(made[0][0].toString());
        const auto types = m_desktop->directory().taskTypesOf(*production, u"Shot"_s);
        QCOMPARE(types[0].id, ofShots[1]);
        QCOMPARE(types[1].id, ofShots[0]);
        QCOMPARE(types.size(), ofShots.size());
    }

    void aTakenCodeIsRefusedWhereItStands()
    {
        m_desktop->production(u"The Lighthouse Keeper"_s, {{"code", "LHK"}});
        QVERIFY(productionWithCode(u"lhk"_s, m_desktop->directory()));
        const QStringList free = freeCodes(u"The Lighthouse Kitchen"_s, m_desktop->directory());
        QVERIFY(!free.isEmpty());
        QVERIFY(!free.contains(u"LHK"_s));
    }

    void shotsAreMadeByNumberWithTheirTasksAndTakenBackAtOnce()
    {
        const QString id = m_desktop->production(u"Alpha"_s);
        auto *sheet = openEntities(id, NewEntitiesSheet::Kind::Shots);
        QSignalSpy made(sheet, &NewEntitiesSheet::made);
        QTRY_COMPARE(sheet->findChild<QComboBox *>()->currentText(), u"SQ010"_s);
        for (auto *box : sheet->findChildren<QSpinBox *>())
            if (box->value() == 10 && box->maximum() == 500) box->setValue(12);
        QCOMPARE(sheet->newNames().size(), 12);
        QCOMPARE(sheet->newNames().last(), u"SH0120"_s);
        QTest::mouseClick(buttonWith(*sheet, u"Make"_s), Qt::LeftButton);
        QTRY_COMPARE(made.count(), 1);
        QCOMPARE(made[0][0].toInt(), 12);
        QCOMPARE(namesOf(ofProduction(id, u"shots"_s)).size(), 12);
        QCOMPARE(namesOf(ofProduction(id, u"sequences"_s)), QStringList{u"SQ010"_s});
        const auto types = m_desktop->directory().taskTypesOf(*m_desktop->directory().production(id), u"Shot"_s).size();
        QCOMPARE(qsizetype(ofProduction(id, u"tasks"_s).size()), 12 * types);

        auto *undo = buttonWith(*m_window, u"Undo"_s);
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY(ofProduction(id, u"sequences"_s).empty());
        QVERIFY(ofProduction(id, u"shots"_s).empty());
    }

    void aSeriesGetsANewEpisodeWithItsFirstShots()
    {
        const QString id = m_desktop->production(u"Series"_s, {{"production_type", "tvshow"}});
        auto *sheet = openEntities(id, NewEntitiesSheet::Kind::Shots);
        QSignalSpy made(sheet, &NewEntitiesSheet::made);
        QTRY_COMPARE(sheet->findChildren<QComboBox *>()[0]->count(), 1); // E01 is made with a series.
        sheet->findChildren<QComboBox *>()[0]->setEditText(u"E02"_s);
        QTRY_COMPARE(sheet->findChildren<QComboBox *>()[1]->currentText(), u"SQ010"_s);
        QTest::mouseClick(buttonWith(*sheet, u"Make"_s), Qt::LeftButton);
        QTRY_COMPARE(made.count(), 1);
        QCOMPARE(made[0][0].toInt(), 10);
        QCOMPARE(namesOf(ofProduction(id, u"episodes"_s)), QStringList({u"E01"_s, u"E02"_s}));
        const Json sequence = ofProduction(id, u"sequences"_s)[0];
        QCOMPARE(textOf(m_desktop->get(u"/data/episodes/"_s + textOf(sequence, "parent_id")), "name"), u"E02"_s);
    }

    void whatIsThereStaysAndNumbersGoOn()
    {
        const QString id = m_desktop->production(u"Beta"_s);
        const QString sequence = m_desktop->sequence(id, u"SQ020"_s);
        m_desktop->shot(id, sequence, u"SH0030"_s);
        auto *sheet = openEntities(id, NewEntitiesSheet::Kind::Shots);
        QTRY_COMPARE(sheet->newNames().value(0), u"SH0040"_s);
        sheet->close();
    }

    void assetsAreMadeByName()
    {
        const QString id = m_desktop->production(u"Gamma"_s);
        auto *sheet = openEntities(id, NewEntitiesSheet::Kind::Assets);
        QSignalSpy made(sheet, &NewEntitiesSheet::made);
        sheet->findChild<QPlainTextEdit *>()->setPlainText(u"Keeper\nBoat, small\n\nKeeper\n"_s);
        QTest::mouseClick(buttonWith(*sheet, u"Make"_s), Qt::LeftButton);
        QTRY_COMPARE(made.count(), 1);
        QCOMPARE(namesOf(ofProduction(id, u"assets"_s)), QStringList({u"Boat, small"_s, u"Keeper"_s}));
    }

    void aRefusalLeavesNothingAndSaysWhy()
    {
        const QString id = m_desktop->production(u"Delta"_s);
        EntityWriting writing(id);
        writing.addNew({{"type", "Sequence"}, {"name", "SQ010"}}, u"/data/sequences/"_s, u"SQ010"_s);
        writing.addNew({{"type", "Shot"}, {"name", std::string(200, 'x')}}, u"/data/shots/"_s, u"long"_s);
        RequestRun run(m_desktop->studio().gateway());
        QSignalSpy ended(&run, &RequestRun::ended);
        run.start(writing.steps());
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(ended[0][2].toString().contains(u"160"_s));
        QVERIFY(ofProduction(id, u"sequences"_s).empty());
        QVERIFY(run.takeWayBack().empty());
    }

    void hundredsOfEntitiesAreOneRequest()
    {
        EntityWriting writing(u"production"_s);
        for (int i = 0; i < 120; ++i) writing.addNew({{"type", "Shot"}}, u"/data/shots/"_s, {});
        QCOMPARE(writing.steps().size(), std::size_t(1));
    }

    void numbersGoOnBehindTheHighestOne()
    {
        QCOMPARE((NumberedNames{u"SH####"_s, 10, 10, 2}.names()), QStringList({u"SH0010"_s, u"SH0020"_s}));
        QCOMPARE(nextNumber(u"SH####"_s, 10, {u"SH0040"_s, u"SH0015"_s, u"other"_s}), 50);
        QVERIFY((NumberedNames{u"SH"_s, 10, 10, 2}.names().isEmpty()));
    }

    void aDraftIsKeptWhole()
    {
        ProductionDraft draft;
        draft.name = u"The Ferryman"_s;
        draft.end = QDate(2027, 4, 30);
        draft.taskTypeIds << u"b"_s << u"a"_s;
        draft.boardRoles[u"done"_s] << u"admin"_s;
        QCOMPARE(ProductionDraft::fromJson(Json::parse(toText(draft.toJson()))), draft);
    }
};

QTEST_MAIN(TestPlanning)
#include "test_planning.moc"
