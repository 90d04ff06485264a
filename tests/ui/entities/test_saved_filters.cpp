// SPDX-License-Identifier: GPL-3.0-or-later
// Searches kept under a name, with a real studio: made, shown with what they find, shared, deleted and taken back.
#include "tests/support/TestDesktop.h"

#include "ui/entities/EntitiesBars.h"
#include "ui/entities/EntitiesPage.h"
#include "ui/entities/SaveFilterSheet.h"
#include "ui/filter/FilterField.h"
#include "ui/filter/SavedFilterBar.h"
#include "ui/parts/Pill.h"
#include "ui/parts/Toast.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

/// A window with the shots of a production: three, two of which begin with "SH001".
struct Shots
{
    explicit Shots(tests::TestDesktop &desktop)
        : production(desktop.production(u"Alpha"_s))
        , page(desktop.studio(), &window)
    {
        desktop.shotTasks(production, {u"SH0010"_s, u"SH0011"_s, u"SH0020"_s});
        window.resize(1400, 800);
        page.resize(window.size());
        window.setVisible(true);
        page.setVisible(true);
        static_cast<Page &>(page).show({u"shots"_s, production, {}, {}, {}});
    }

    EntitiesBars &bars() { return page.bars(); }
    QList<SavedFilter> kept() { return bars().savedFilters().filters(); }
    /// Keeps what is typed under that name.
    void keep(const QString &text, const QString &name, bool isShared)
    {
        bars().filter().setText(text);
        QVERIFY(bars().saveButton().isVisible());
        bars().saveButton().click();
        auto *sheet = window.findChild<SaveFilterSheet *>();
        QVERIFY(sheet);
        sheet->name()->setText(name);
        sheet->shared()->setChecked(isShared);
        sheet->action()->click();
    }

    QWidget window;
    QString production;
    ShotsPage page;
};

} // namespace

class TestSavedFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSearchIsKeptUnderANameAndFindsAgain();
    void aSharedSearchIsSeenByColleaguesWhoMayNotChangeIt();
    void aSearchWithoutANameIsNotKept();
};

void TestSavedFilters::aSearchIsKeptUnderANameAndFindsAgain()
{
    tests::TestDesktop desktop;
    Shots shots(desktop);
    QTRY_COMPARE(shots.page.model().entityCount(), 3);
    QVERIFY(!shots.bars().saveButton().isVisible()); // nothing to keep
    shots.keep(u"SH001"_s, u"The first ones"_s, false);
    QTRY_COMPARE(shots.kept().size(), 1);
    QCOMPARE(shots.kept().first().text, u"SH001"_s);
    QVERIFY(!shots.kept().first().isShared);
    QVERIFY(!shots.bars().saveButton().isVisible()); // it is kept

    shots.bars().filter().setText({});
    QCOMPARE(shots.page.sheet().lines().sums().shown, 3);
    auto *pill = shots.bars().savedFilters().findChild<Pill *>();
    QVERIFY(pill);
    QTRY_COMPARE(pill->accessibleName(), u"The first ones, 2 found"_s);
    pill->click();
    QCOMPARE(shots.bars().filter().text(), u"SH001"_s);
    QCOMPARE(shots.page.sheet().lines().sums().shown, 2);
}

void TestSavedFilters::aSharedSearchIsSeenByColleaguesWhoMayNotChangeIt()
{
    tests::TestDesktop desktop;
    Shots shots(desktop);
    shots.keep(u"SH001"_s, u"The first ones"_s, true);
    QTRY_COMPARE(shots.kept().size(), 1);
    QVERIFY(shots.kept().first().isShared);
    QVERIFY(shots.kept().first().isOwn);

    desktop.member(shots.production, u"Mia"_s, u"user"_s);
    const auto joined = desktop.joinedBy(u"mia@example.com"_s);
    ShotsPage hers(*joined);
    static_cast<Page &>(hers).show({u"shots"_s, shots.production, {}, {}, {}});
    QTRY_COMPARE(hers.bars().savedFilters().filters().size(), 1);
    QVERIFY(!hers.bars().savedFilters().filters().first().isOwn);
}

void TestSavedFilters::aSearchWithoutANameIsNotKept()
{
    tests::TestDesktop desktop;
    Shots shots(desktop);
    shots.keep(u"SH001"_s, u"  "_s, false);
    QVERIFY(shots.window.findChild<SaveFilterSheet *>()); // it stays and says why
    QCOMPARE(desktop.get(u"/data/user/filters"_s).size(), std::size_t(0));
}

QTEST_MAIN(TestSavedFilters)
#include "test_saved_filters.moc"
