// SPDX-License-Identifier: GPL-3.0-or-later
// Who is connected, as a window shows it: windows of this process and those who joined over the network.
#include "tests/support/TestDesktop.h"

#include "ui/shell/StudioFrame.h"

#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowShowsTheOthersWhoAreHereForAsLongAsTheyAre()
    {
        tests::TestDesktop desktop;
        const QString production = desktop.production(u"Alpha"_s);
        const QString mia = desktop.person(u"Mia"_s, u"user"_s);
        desktop.addToTeam(production, mia);
        desktop.reload();
        const QString me = desktop.studio().session().person().id;
        StudioFrame frame(desktop.studio());
        frame.resize(1600, 1000);
        frame.show();
        auto *discs = frame.findChild<AvatarStack *>(u"present-people"_s);
        QTRY_COMPARE(desktop.studio().presence().people(), QStringList{me});
        QVERIFY(!discs->isVisible()); // oneself is no news

        auto joined = desktop.joinedBy(u"mia@example.com"_s);
        QTRY_COMPARE(desktop.studio().presence().people().size(), 2);
        QVERIFY(desktop.studio().presence().isHere(mia));
        QVERIFY(discs->isVisible());
        QVERIFY2(discs->toolTip().contains(u"Mia Test"_s), qPrintable(discs->toolTip()));
        QTRY_VERIFY(joined->presence().isHere(me)); // an artist sees the studio's staff

        auto again = desktop.joinedBy(u"mia@example.com"_s);
        joined.reset();
        QTest::qWait(700);
        QVERIFY(desktop.studio().presence().isHere(mia)); // another window of hers is open
        again.reset();
        QTRY_COMPARE(desktop.studio().presence().people(), QStringList{me});
        QVERIFY(!discs->isVisible());
    }
};

QTEST_MAIN(TestPresence)
#include "test_presence.moc"
