// SPDX-License-Identifier: GPL-3.0-or-later
// The heads of groups in the sheet of shots, with a real studio: what a sequence is about, and its sums.
#include "tests/support/TestDesktop.h"

#include "ui/entities/EntitiesPage.h"

#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestGroupHeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadTellsWhatItsSequenceIsAboutAndFollowsIt()
    {
        tests::TestDesktop desktop;
        const QString production = desktop.production(u"Alpha"_s);
        const QString sequence = desktop.sequence(production, u"SQ010"_s);
        desktop.put(u"/data/entities/"_s + sequence, {{"description", "Dusk arrival"}});
        const QString other = desktop.sequence(production, u"SQ020"_s);
        for (const auto &name : {u"SH0010"_s, u"SH0020"_s, u"SH0030"_s})
            desktop.put(u"/data/entities/"_s + desktop.shot(production, sequence, name), {{"nb_frames", 96}});
        desktop.shot(production, other, u"SH0010"_s);

        ShotsPage page(desktop.studio());
        page.resize(1400, 800);
        page.setVisible(true);
        static_cast<Page &>(page).show({u"shots"_s, production, {}, {}, {}});
        const auto groups = [&] { return page.sheet().lines().groups(); };
        QTRY_COMPARE(groups().size(), std::size_t(2));
        QTRY_COMPARE(groups()[0].description, u"Dusk arrival"_s);
        QCOMPARE(groups()[0].total, 3);
        QCOMPARE(groups()[0].frames, 3 * 96);
        QVERIFY(groups()[1].description.isEmpty());

        desktop.put(u"/data/entities/"_s + sequence, {{"description", "Dusk, the boat comes in"}}); // somebody else
        QTRY_COMPARE(groups()[0].description, u"Dusk, the boat comes in"_s);
        desktop.shot(production, sequence, u"SH0040"_s); // a shot made meanwhile belongs to the same head
        QTRY_COMPARE(groups()[0].total, 4);
        QCOMPARE(groups()[0].description, u"Dusk, the boat comes in"_s);
    }

    void timeIsSummedForTheTeamAndNeverShownToAClient()
    {
        tests::TestDesktop desktop;
        const QString production = desktop.production(u"Alpha"_s, {{"fps", "24"}});
        const QString task = desktop.shotTasks(production, {u"SH0010"_s}).value(0);
        desktop.put(u"/data/tasks/"_s + task, {{"estimation", 2 * 480}});
        desktop.member(production, u"Ines"_s, u"client"_s);
        const auto opened = [&](OpenedStudio &studio) {
            auto page = std::make_unique<ShotsPage>(studio);
            page->resize(1400, 800);
            page->setVisible(true);
            static_cast<Page &>(*page).show({u"shots"_s, production, {}, {}, {}});
            return page;
        };
        const auto ours = opened(desktop.studio());
        QTRY_VERIFY2(ours->summary().contains(u"Estimated 2 d"_s), qPrintable(ours->summary()));
        QVERIFY(ours->model().columnOf({ColumnKind::Estimation, {}}) >= 0);

        const auto joined = desktop.joinedBy(u"ines@example.com"_s);
        const auto theirs = opened(*joined);
        QTRY_VERIFY2(theirs->summary().contains(u"1 of 1 shot"_s), qPrintable(theirs->summary()));
        QVERIFY2(!theirs->summary().contains(u"Estimated"_s), qPrintable(theirs->summary()));
        QCOMPARE(theirs->model().columnOf({ColumnKind::Estimation, {}}), -1);
        QCOMPARE(theirs->model().columnOf({ColumnKind::Spent, {}}), -1);
    }
};

QTEST_MAIN(TestGroupHeads)
#include "test_group_heads.moc"
