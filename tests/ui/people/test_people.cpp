// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a studio, as administrators, managers and artists see and change them.
#include "core/store/Connection.h"
#include "tests/support/TestDesktop.h"

#include "ui/parts/Picker.h"
#include "ui/parts/SearchField.h"
#include "ui/people/NewPasswordSheet.h"
#include "ui/people/NewPersonSheet.h"
#include "ui/people/PeopleModel.h"
#include "ui/people/PeoplePage.h"
#include "ui/people/PeopleWriting.h"
#include "ui/people/PersonFields.h"
#include "ui/people/PersonPanel.h"
#include "ui/shell/StudioFrame.h"
#include "ui/start/SignInPage.h"

#include <QCheckBox>
#include <QCryptographicHash>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestPeople : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::TestDesktop> desktop;
    std::unique_ptr<StudioFrame> frame;
    QString production;
    QString mia;

    static PeoplePage *openPage(StudioFrame &window, const QString &section, const QString &productionId)
    {
        window.resize(1600, 1000);
        window.show();
        window.go({section, productionId, {}, {}, {}});
        auto *page = qobject_cast<PeoplePage *>(window.page());
        if (page) [&] { QTRY_VERIFY(page->model().isLoaded()); }();
        return page;
    }
    static QStringList shown(PeoplePage &page)
    {
        QStringList names;
        for (int row = 0; row < page.choice().rowCount(); ++row)
            names << page.choice().person(page.choice().index(row, 0)).fullName;
        return names;
    }
    Json person(const QString &id) { return desktop->get(u"/data/persons/"_s + id); }

private Q_SLOTS:
    void init()
    {
        desktop = std::make_unique<tests::TestDesktop>();
        production = desktop->production(u"Alpha"_s);
        mia = desktop->member(production, u"Mia"_s, u"user"_s);
        desktop->person(u"Omar"_s, u"supervisor"_s);
        desktop->reload();
        frame = std::make_unique<StudioFrame>(desktop->studio());
    }
    void cleanup()
    {
        frame.reset();
        desktop.reset();
    }

    void everyoneIsListedAndFound()
    {
        PeoplePage *page = openPage(*frame, u"people"_s, production);
        QVERIFY(page);
        QCOMPARE(shown(*page).size(), 3);
        page->search().setText(u"superv om"_s);
        QCOMPARE(shown(*page), QStringList{u"Omar Test"_s});
        page->search().clear();
        page->setTeamShown(true);
        QVERIFY(shown(*page).contains(u"Mia Test"_s) && !shown(*page).contains(u"Omar Test"_s));
    }

    void aPersonIsAddedWithRoleDepartmentsAndTeam()
    {
        PeoplePage *page = openPage(*frame, u"people"_s, production);
        const Json made = desktop->post(u"/data/departments"_s, {{"name", "Creatures"}, {"color", "#d8b03a"}});
        const QString department = textOf(made, "id");
        desktop->reload();
        page->newButton()->click();
        auto *sheet = frame->findChild<NewPersonSheet *>();
        QVERIFY(sheet && !sheet->action().isEnabled()); // something is missing
        QTest::keyClicks(sheet->fields().firstName(), u"Leo"_s);
        QTest::keyClicks(sheet->fields().lastName(), u"Marchetti"_s);
        QTest::keyClicks(sheet->fields().email(), u"leo@example.com"_s);
        sheet->fields().role()->setChosen({u"supervisor"_s});
        sheet->fields().departments()->setChosen({department});
        sheet->productions().setChosen({production});
        sheet->invites().setChecked(false);
        QVERIFY(sheet->action().isEnabled());
        sheet->action().click();
        QTRY_VERIFY(shown(*page).contains(u"Leo Marchetti"_s));
        QTRY_COMPARE(page->panel().person().fullName, u"Leo Marchetti"_s); // chosen, to go on with
        const Json leo = person(page->panel().person().id);
        QCOMPARE(textOf(leo, "email"), u"leo@example.com"_s);
        QCOMPARE(textOf(leo, "role"), u"supervisor"_s);
        QCOMPARE(idsOf(leo, "departments"), QStringList{department});
        QTRY_VERIFY(desktop->directory().production(production)->teamIds.contains(textOf(leo, "id")));
    }

    void anAddressThatIsTakenIsToldAndWhatWasTypedStays()
    {
        PeoplePage *page = openPage(*frame, u"people"_s, production);
        QSignalSpy refused(&page->writing(), &PeopleWriting::refused);
        page->newButton()->click();
        auto *sheet = frame->findChild<NewPersonSheet *>();
        QTest::keyClicks(sheet->fields().firstName(), u"Mia"_s);
        QTest::keyClicks(sheet->fields().email(), u"mia@example.com"_s);
        sheet->action().click();
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(sheet->isVisible() && sheet->fields().isEnabled());
        QCOMPARE(sheet->fields().firstName()->text(), u"Mia"_s);
        QCOMPARE(shown(*page).size(), 3);
    }

    void aPersonIsChangedAndLetGoAndComesBack()
    {
        PeoplePage *page = openPage(*frame, u"people"_s, production);
        page->choose(mia);
        QVERIFY(!page->panel().keepButton()->isVisible());
        QTest::keyClicks(page->panel().fields()->lastName(), u"er"_s);
        QTRY_VERIFY(page->panel().keepButton()->isVisible());
        page->panel().keepButton()->click();
        QTRY_COMPARE(textOf(person(mia), "last_name"), u"Tester"_s);
        QTRY_VERIFY(shown(*page).contains(u"Mia Tester"_s));
        QVERIFY(!page->panel().keepButton()->isVisible());

        page->panel().activeButton()->click();
        QTRY_COMPARE(flagOf(person(mia), "active"), false);
        QTRY_VERIFY(!shown(*page).contains(u"Mia Tester"_s));
        QTRY_COMPARE(page->panel().activeButton()->text(), u"Activate"_s);
        page->panel().activeButton()->click();
        QTRY_COMPARE(flagOf(person(mia), "active"), true);
        QTRY_VERIFY(shown(*page).contains(u"Mia Tester"_s));
    }

    void aPasswordIsSetTwiceTheSame()
    {
        PeoplePage *page = openPage(*frame, u"people"_s, production);
        page->choose(mia);
        QSignalSpy done(&page->writing(), &PeopleWriting::done);
        page->panel().passwordButton()->click();
        auto *sheet = frame->findChild<NewPasswordSheet *>();
        QVERIFY(sheet);
        QTest::keyClicks(sheet->password(), u"lighthouse-24"_s);
        QTest::keyClicks(sheet->again(), u"lighthouse"_s);
        QVERIFY(!sheet->action()->isEnabled());
        QTest::keyClicks(sheet->again(), u"-24"_s);
        sheet->action()->click();
        QTRY_COMPARE(done.size(), 1);
        const Json credentials = {{"email", "mia@example.com"}, {"password", "lighthouse-24"}};
        QVERIFY(flagOf(desktop->post(u"/auth/login"_s, credentials), "login"));
    }

    void aTeamIsMadeUp()
    {
        PeoplePage *page = openPage(*frame, u"people"_s, production);
        page->choose(mia);
        const auto box = [&] { return page->panel().teams().value(0); };
        QVERIFY(box() && box()->isChecked());
        box()->click();
        QTRY_VERIFY(!desktop->directory().production(production)->teamIds.contains(mia));
        QTRY_VERIFY(box() && !box()->isChecked());
        page->setTeamShown(true);
        QVERIFY(!shown(*page).contains(u"Mia Test"_s));
        box()->click();
        QTRY_VERIFY(shown(*page).contains(u"Mia Test"_s));
    }

    void aManagerMakesUpTeamsAndChangesNobody()
    {
        desktop->member(production, u"Sofia"_s, u"manager"_s);
        const QString foreign = desktop->production(u"Beta"_s);
        auto joined = desktop->joinedBy(u"sofia@example.com"_s);
        StudioFrame window(*joined);
        PeoplePage *page = openPage(window, u"people"_s, production);
        QVERIFY(page);
        QVERIFY(!page->newButton()->isVisible());
        page->setTeamShown(true);
        QVERIFY(page->teamButton()->isVisible());
        page->choose(mia);
        QTRY_VERIFY(page->panel().isVisible());
        QVERIFY(!page->panel().fields()->isVisible());
        QVERIFY(!page->panel().activeButton()->isVisible());
        QCOMPARE(page->panel().teams().size(), 1); // of the one production that is hers
        page->panel().teams().first()->click();
        QTRY_VERIFY(!shown(*page).contains(u"Mia Test"_s));
    }

    void theCodeOfAnInvitationSetsThePasswordAndSignsIn()
    {
        desktop->studio().share(0);
        { // As the letter would bring it: only its hash is kept.
            const QByteArray hashed =
                QCryptographicHash::hash("invitation\nomar@example.com\nlamp-4821", QCryptographicHash::Sha256);
            auto database = store::openSqlite((desktop->folder() + u"/database/studio.db"_s).toStdString(), false);
            database->change("INSERT INTO one_time_token (token_hash, purpose, email, expires_at)"
                             " VALUES (?, 'invitation', 'omar@example.com', '2999-01-01T00:00:00.000000')",
                hashed.toHex().toStdString());
        }
        const QString port = desktop->studio().sharedAddress().section(u':', -1);
        auto joined = tests::awaited(OpenedStudio::join(u"127.0.0.1:"_s + port));
        SignInPage page(*joined);
        page.resize(1280, 720);
        page.show();
        QSignalSpy signedIn(&page, &SignInPage::signedIn);
        page.findChild<QPushButton *>(u"has-code"_s)->click();
        const auto type = [&](const QString &name, const QString &words) {
            QTest::keyClicks(page.findChild<QLineEdit *>(name), words);
        };
        type(u"email"_s, u"omar@example.com"_s);
        type(u"letter-code"_s, u"lamp-4821"_s);
        type(u"password"_s, u"a-word-of-my-own"_s);
        QTest::keyClick(page.findChild<QLineEdit *>(u"password"_s), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(signedIn.size(), 1, 20000);
        QCOMPARE(joined->session().person().email, u"omar@example.com"_s);
    }

    void anArtistLooksAndIsOfferedNothing()
    {
        auto joined = desktop->joinedBy(u"mia@example.com"_s);
        StudioFrame window(*joined);
        PeoplePage *page = openPage(window, u"team"_s, production);
        QVERIFY(page);
        QCOMPARE(page->title(), u"Team"_s);
        QVERIFY(shown(*page).contains(u"Mia Test"_s));
        page->choose(mia);
        QVERIFY(page->panel().teams().isEmpty());
        QVERIFY(!page->teamButton()->isVisible() && !page->newButton()->isVisible());
        QVERIFY(!openPage(window, u"people"_s, production)); // not among the sections of the role
    }
};

QTEST_MAIN(TestPeople)
#include "test_people.moc"
