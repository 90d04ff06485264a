// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestDesktop.h"

#include "ui/palette/CommandPalette.h"
#include "ui/palette/PalettePainter.h"
#include "ui/parts/Sheet.h"
#include "ui/shell/StudioFrame.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

/// The palette over the real frame of a real studio, used with keys alone.
class TestPalette : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::TestDesktop> desktop;
    std::unique_ptr<QWidget> window;
    StudioFrame *frame = nullptr;
    QString production, shot;

    void type(const QString &text)
    {
        frame->palette().line().clear();
        QTest::keyClicks(&frame->palette().line(), text);
    }
    void press(Qt::Key key) { QTest::keyClick(&frame->palette().line(), key); }
    QStringList titles()
    {
        QStringList found;
        for (const PaletteEntry &entry : frame->palette().entries().found()) found << entry.title;
        return found;
    }
    void open()
    {
        if (QWidget *focus = QApplication::focusWidget()) QTest::keyClick(focus, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(frame->palette().isOpen());
    }

private Q_SLOTS:
    void initTestCase()
    {
        desktop = std::make_unique<tests::TestDesktop>();
        production = desktop->production(u"The Lighthouse Keeper"_s);
        const QString sequence = desktop->sequence(production, u"SQ020"_s);
        shot = desktop->shot(production, sequence, u"SH0040"_s);
        desktop->put(u"/data/entities/%1"_s.arg(shot), {{"description", "The lamp room, empty chair"}});
        desktop->shot(production, sequence, u"SH0050"_s);
        desktop->addToTeam(production, desktop->person(u"Yara"_s, u"user"_s));
        desktop->reload();
        window = std::make_unique<QWidget>();
        window->resize(1400, 900);
        frame = new StudioFrame(desktop->studio(), window.get());
        frame->resize(1400, 900);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        frame->go({u"productions"_s, production, {}, {}, {}});
        frame->setFocusPolicy(Qt::StrongFocus);
        frame->setFocus();
    }
    void cleanupTestCase()
    {
        window.reset();
        desktop.reset();
    }

    void aShotIsFoundByItsWordsAndOpenedWithEnter()
    {
        open();
        type(u"lamp"_s);
        QTRY_COMPARE(titles().value(0), u"SQ020 / SH0040"_s);
        press(Qt::Key_Return);
        QVERIFY(!frame->palette().isOpen());
        QCOMPARE(frame->place().section, u"shots"_s);
        QCOMPARE(frame->place().entityId, shot);
    }

    void aShotIsFoundByItsFullName()
    {
        open();
        type(u"sq020 / sh005"_s);
        QTRY_COMPARE(titles().value(0), u"SQ020 / SH0050"_s);
        press(Qt::Key_Escape);
        QVERIFY(!frame->palette().isOpen());
    }

    void sectionsAndPeopleAreThereWithEachKey()
    {
        open();
        type(u"asse"_s);
        QVERIFY(titles().contains(u"Assets"_s)); // without waiting for the studio
        type(u"@yar"_s);
        QCOMPARE(titles(), QStringList{u"Yara Test"_s});
        press(Qt::Key_Return);
        QCOMPARE(frame->place().filter, u"assignedto=[Yara Test]"_s);
    }

    void aCommandRunsAndIsRememberedAsRecent()
    {
        open();
        const bool wasDark = Theme::instance().palette().isDark();
        type(u">li th"_s);
        QCOMPARE(titles().value(0), u"Light theme"_s);
        press(Qt::Key_Return);
        QVERIFY(Theme::instance().palette().isDark() != wasDark);
        open();
        QCOMPARE(frame->palette().entries().found().value(0).group, PaletteGroup::Recent);
        QVERIFY(titles().value(0).contains(u"theme"_s)); // now back to the dark one
        press(Qt::Key_Escape);
    }

    void pagesAddTheirOwnWhileTheyAreInView()
    {
        QWidget page(frame);
        int runs = 0;
        CommandRegistry::of(&page).add(&page, {u"knit"_s, u"Knit the shot"_s, {}, {}, {}, [&] { ++runs; }});
        open();
        type(u"knit"_s);
        QVERIFY(titles().isEmpty()); // the page is hidden
        page.show();
        type(u"knit"_s);
        QCOMPARE(titles(), QStringList{u"Knit the shot"_s});
        press(Qt::Key_Return);
        QCOMPARE(runs, 1);
    }

    void arrowsMoveOverHeadingsAndRound()
    {
        open();
        type(u"s"_s);
        const auto current = [this] {
            return frame->palette().list().currentIndex().data(PalettePainter::EntryRole).toInt();
        };
        QCOMPARE(current(), 0);
        const int count = static_cast<int>(titles().size());
        QVERIFY(count > 3);
        for (int i = 1; i < count; ++i) {
            press(Qt::Key_Down);
            QCOMPARE(current(), i);
        }
        press(Qt::Key_Down);
        QCOMPARE(current(), 0);
        press(Qt::Key_Up);
        QCOMPARE(current(), count - 1);
        press(Qt::Key_Escape);
    }

    void theSheetOfKeysComesWithAQuestionMark()
    {
        frame->setFocus();
        QTest::keyClick(frame, Qt::Key_Question);
        auto *sheet = window->findChild<Sheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!window->findChild<Sheet *>());
    }

    void whatFitsBetterStandsFirst()
    {
        const auto rank = [](const char16_t *typed, const char16_t *text) {
            const auto match = matchInPalette(QString::fromUtf16(typed), QString::fromUtf16(text));
            return match ? static_cast<int>(match->rank) : -1;
        };
        QVERIFY(rank(u"SH0040", u"sh0040") < rank(u"sh00", u"SH0040"));
        QVERIFY(rank(u"light", u"Light theme") < rank(u"theme", u"Light theme"));
        QVERIFY(rank(u"theme", u"Light theme") < rank(u"heme", u"Light theme"));
        QVERIFY(rank(u"elan", u"Élan") >= 0);
        QCOMPARE(rank(u"xyz", u"Light theme"), -1);
        const QList<LetterRange> meant{{0, 2}, {6, 2}};
        QCOMPARE(matchInPalette(u"li th"_s, u"Light theme"_s)->letters, meant);
    }
};

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
