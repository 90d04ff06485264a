// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PlayerMovies.h"
#include "tests/support/TestDesktop.h"

#include "ui/player/AnnotationLayer.h"
#include "ui/player/FrameSource.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/ReviewPlayer.h"
#include "ui/previews/AnnotationSync.h"
#include "ui/previews/FrameReference.h"
#include "ui/review/ReviewNotice.h"
#include "ui/review/ReviewPage.h"
#include "ui/tasks/CommentComposer.h"
#include "ui/tasks/CommentText.h"
#include "ui/tasks/MentionField.h"
#include "ui/tasks/TaskPanel.h"

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

/// A real studio with a movie whose frames carry their number, reviewed in the real page.
class TestReviewPage : public QObject
{
    Q_OBJECT

    QTemporaryDir folder;
    std::unique_ptr<tests::TestDesktop> desktop;
    QString production, shot, otherShot, animation, task;

    QString path(const char *name) { return folder.filePath(QString::fromLatin1(name)); }

    QString publish(const QString &file, bool isNormalised = true)
    {
        return desktop->publish(task, file, isNormalised);
    }
    std::unique_ptr<ReviewPage> open(OpenedStudio &studio, const QString &entity)
    {
        auto page = std::make_unique<ReviewPage>(studio);
        page->resize(1400, 900);
        page->setVisible(true);
        if (!QTest::qWaitForWindowExposed(page.get())) return nullptr;
        page->activateWindow();
        page->show({u"review"_s, production, entity, animation, {}});
        return page;
    }
    /// The number in the picture that is seen.
    static int painted(ReviewPage &page)
    {
        const QImage window = page.player().view().grab().toImage();
        return playermovies::numberIn(window.copy(page.player().view().pictureRect().toRect()));
    }
    static void key(ReviewPage &page, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&page.player(), key, modifiers);
    }
    static void draw(ReviewPage &page, const QPoint &from, const QPoint &to)
    {
        QWidget &view = page.player().view();
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        for (int part = 1; part <= 6; ++part) {
            const QPoint at = from + (to - from) * part / 6;
            QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&view, &move);
        }
        QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    }
    Json storedDrawings(const QString &preview)
    {
        return desktop->get(u"/data/preview-files/%1"_s.arg(preview)).value("annotations", Json::array());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", path("cache").toUtf8());
        QVERIFY(playermovies::make(path("a.mov"), 60, u"24"_s, {u"-c:v"_s, u"prores_ks"_s}, true));
        QVERIFY(playermovies::make(path("b.mp4"), 48, u"24"_s, {u"-c:v"_s, u"libx264"_s}));
        desktop = std::make_unique<tests::TestDesktop>();
        production = desktop->production(u"Alpha"_s, {{"fps", "24"}, {"resolution", "384x216"}});
        const QString sequence = desktop->sequence(production, u"SQ010"_s);
        shot = desktop->shot(production, sequence, u"SH0010"_s);
        otherShot = desktop->shot(production, sequence, u"SH0020"_s);
        desktop->put(u"/data/entities/%1"_s.arg(shot), {{"data", {{"frame_in", 1001}}}});
        animation = desktop->taskTypeNamed(u"Animation"_s);
        task = desktop->tasks(production, animation, u"shots"_s, {shot, otherShot}).value(0);
        QVERIFY(!task.isEmpty());
    }
    void cleanupTestCase() { desktop.reset(); }

    void aMovieIsShownWhenItIsPreparedAndEveryFrameIsItsOwn()
    {
        publish(path("a.mov"));
        auto page = open(desktop->studio(), shot);
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(page->player().source().format(), 60'000);
        QTRY_COMPARE(painted(*page), 0);
        QCOMPARE(page->title(), u"SQ010 / SH0010 · Animation"_s);
        QCOMPARE(page->player().source().format()->frameCount, 60);
        for (const int frame : {1, 2, 3, 30, 31, 59, 58, 17}) {
            page->player().goTo(frame);
            QTRY_COMPARE(painted(*page), frame);
            QCOMPARE(page->player().frameNumber(), 1001 + frame);
        }
    }

    void aPreviewThatIsNotReadyIsAwaitedAndMeanwhileTheUploadIsShown()
    {
        // What it looks like from here while a studio is busy: the upload lies there, no movie yet.
        const QString preview = publish(path("b.mp4"), false);
        QVERIFY(!preview.isEmpty());
        desktop->put(u"/data/preview-files/%1"_s.arg(preview), {{"status", "processing"}});
        auto page = open(desktop->studio(), shot);
        QTRY_VERIFY(page->notice().sentence().contains(u"on the way"_s));
        QVERIFY(!page->player().source().format());
        ApiRequest movie;
        movie.path = u"/movies/originals/preview-files/%1.mp4"_s.arg(preview);
        movie.keepIn = path("unused");
        const QString made = tests::awaited(desktop->studio().gateway().send(movie)).file;
        const QString upload = QString(made).replace(u"/previews/movie/"_s, u"/previews/source/"_s);
        QVERIFY(made != upload && QDir().mkpath(QFileInfo(upload).path()) && QFile::copy(path("b.mp4"), upload));
        QTRY_COMPARE(page->notice().action()->text(), u"Show the original"_s);
        QTest::mouseClick(page->notice().action(), Qt::LeftButton);
        QTRY_COMPARE(painted(*page), 0);
        page->player().goTo(11);
        QTRY_COMPARE(painted(*page), 11);
        desktop->put(u"/data/preview-files/%1"_s.arg(preview), {{"status", "ready"}});
        QTRY_COMPARE(page->player().medium().file, made);
        QTRY_COMPARE(painted(*page), 11); // the same moment
        QVERIFY(page->notice().sentence().isEmpty());
    }

    void aDrawingIsKeptInTheDocumentedFormAndTakenBackByUndo()
    {
        auto page = open(desktop->studio(), shot);
        QTRY_COMPARE(painted(*page), 0);
        page->player().goTo(12);
        QTRY_COMPARE(painted(*page), 12);
        const QRect picture = page->player().view().pictureRect().toRect();
        key(*page, Qt::Key_D);
        draw(*page, picture.center(), picture.center() + QPoint(80, 40));
        QTRY_COMPARE(storedDrawings(page->shownPreview()).size(), std::size_t(1));
        const Json moment = storedDrawings(page->shownPreview())[0];
        QCOMPARE(moment["time"].get<double>(), 0.5);
        const Json object = moment["drawing"]["objects"][0];
        QVERIFY(!object.value("id", "").empty());
        QVERIFY(object["canvasWidth"].is_number());
        QCOMPARE(textOf(object, "createdBy"), desktop->studio().session().person().id);
        // The note begins by itself on that frame.
        QVERIFY(page->panel().composer().text()->toPlainText().contains(u"[1013]"_s));
        page->panel().composer().text()->clear();
        key(*page, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(storedDrawings(page->shownPreview()).size(), std::size_t(0));
        key(*page, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(storedDrawings(page->shownPreview()).size(), std::size_t(1));
        QTRY_COMPARE(page->annotations().unsent(), 0);
    }

    void whatAnotherClientDrawsAppearsAndOnesOwnStays()
    {
        auto page = open(desktop->studio(), shot);
        QTRY_COMPARE(painted(*page), 0);
        QTRY_COMPARE(page->player().annotations().size(), 1); // that of the test before
        // As a browser writes it: 20 frames on, time of its own making, a path of fabric.
        Json path = {{"type", "path"}, {"id", "b0"}, {"left", 10}, {"top", 10}, {"width", 100}, {"height", 50},
            {"scaleX", 1}, {"scaleY", 1}, {"angle", 0}, {"stroke", "#ff3860"}, {"strokeWidth", 4}, {"canvasWidth", 640},
            {"canvasHeight", 360}};
        path["path"] =
            Json::array({Json::array({"M", 10, 10}), Json::array({"Q", 10, 10, 60, 35}), Json::array({"L", 110, 60})});
        Json moment = {{"time", 0.8333}, {"frame", 21}};
        moment["drawing"]["objects"] = Json::array({path});
        Json drawing;
        drawing["additions"] = Json::array({moment});
        desktop->put(u"/actions/preview-files/%1/update-annotations"_s.arg(page->shownPreview()), drawing);
        QTRY_COMPARE(page->player().annotations().size(), 2);
        page->player().goTo(20);
        QTRY_COMPARE(page->player().drawing().countOnFrame(), 1);
        key(*page, Qt::Key_Comma); // the note before
        QCOMPARE(page->player().frame(), 12);
        key(*page, Qt::Key_Period);
        QCOMPARE(page->player().frame(), 20);
    }

    void aRevisionIsComparedWithTheOneBefore()
    {
        auto page = open(desktop->studio(), shot);
        QTRY_COMPARE(painted(*page), 0);
        const QString newest = page->shownPreview();
        key(*page, Qt::Key_W);
        QTRY_COMPARE(page->player().view().comparison(), Comparison::Wipe);
        QVERIFY(!page->comparedPreview().isEmpty());
        QCOMPARE(page->feed().preview(page->comparedPreview())->revision, 1);
        key(*page, Qt::Key_W);
        QCOMPARE(page->player().view().comparison(), Comparison::None);
        page->player().goTo(40);
        key(*page, Qt::Key_J, Qt::AltModifier);
        QTRY_VERIFY(page->shownPreview() != newest);
        QTRY_COMPARE(painted(*page), 40); // the other revision at the same moment
        QTRY_COMPARE(page->player().source().format()->frameCount, 60);
    }

    void theNextShotComesByKey()
    {
        auto page = open(desktop->studio(), shot);
        QTRY_COMPARE(painted(*page), 0);
        QSignalSpy titles(page.get(), &Page::titleChanged);
        key(*page, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(page->title(), u"SQ010 / SH0020 · Animation"_s);
        QVERIFY(!titles.isEmpty());
        QTRY_VERIFY(!page->player().source().format()); // nothing was published there
        key(*page, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(painted(*page), 0);
    }

    void whoJoinedGetsTheMovieOntoHisDisk()
    {
        const QString artist = desktop->person(u"Mia"_s, u"user"_s);
        desktop->addToTeam(production, artist);
        auto joined = desktop->joinedBy(u"mia@example.com"_s);
        const QString cache = PreviewCache::folderFor(joined->location());
        QVERIFY(cache.startsWith(path("cache")));
        {
            auto page = open(*joined, shot);
            QTRY_COMPARE_WITH_TIMEOUT(painted(*page), 0, 20'000);
            QCOMPARE(QDir(cache).entryList(QDir::Files).size(), 1);
            page->player().goTo(33);
            QTRY_COMPARE(painted(*page), 33);
            // Artists look and write, they do not draw.
            QVERIFY(!page->player().playerActions()[Act::Draw]->isEnabled());
            QTRY_VERIFY(page->player().annotations().size() >= 2);
        }
        const ReviewPreview gone = [&] {
            ReviewPreview preview;
            preview.id = u"00000000-0000-4000-8000-000000000000"_s;
            preview.extension = u"mp4"_s;
            return preview;
        }();
        PreviewCache other(joined->gateway(), cache);
        const auto refusal = [](PreviewCache &cache, ReviewPreview preview) -> QCoro::Task<QString> {
            try {
                co_await cache.file(preview, {}, std::make_shared<Cancellation>());
            } catch (const ApiError &error) {
                co_return error.sentence();
            }
            co_return QString();
        };
        QVERIFY(!tests::awaited(refusal(other, gone)).isEmpty());
        QCOMPARE(QDir(cache).entryList(QDir::Files).size(), 1); // nothing half
    }

    void framesAreFoundInWords()
    {
        const auto found = frameReferencesIn(u"Hold [1042] and [1050–1061], not [x] or 7"_s);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].first, 1042);
        QCOMPARE(found[1].last, 1061);
        QCOMPARE(frameOfLink(frameLink(1042)), std::optional(1042));
        QVERIFY(commentHtml(u"Hold [1042]."_s, {}).contains(u"href=\"frame:1042\""_s));
        QCOMPARE(frameOfLink(u"https://example.com"_s), std::nullopt);
    }

    void itBeginsWhereAPanelLeadsTo()
    {
        const QString older = publish(path("b.mp4"), false);
        publish(path("b.mp4"), false);
        auto page = open(desktop->studio(), shot);
        QTRY_VERIFY(page->player().source().format());
        Destination place{u"review"_s, production, shot, animation, {}};
        place.start = {older, 12, ReviewStart::Doing::Drawing};
        page->show(place);
        QTRY_COMPARE(page->player().medium().file.contains(older), true);
        QTRY_COMPARE(painted(*page), 12);
        QVERIFY(page->player().drawing().tool() != DrawTool::None);
        place.start = {older, 20, ReviewStart::Doing::Comparing};
        page->show(place);
        QTRY_COMPARE(page->player().view().comparison(), Comparison::Wipe);
        QCOMPARE(page->player().frame(), 20);
        auto fresh = std::make_unique<ReviewPage>(desktop->studio()); // and when it is opened for that
        fresh->resize(1400, 900);
        fresh->setVisible(true);
        place.start = {older, 30, ReviewStart::Doing::Looking};
        fresh->show(place);
        QTRY_COMPARE(painted(*fresh), 30);
        QCOMPARE(fresh->shownPreview(), older);
    }
};

QTEST_MAIN(TestReviewPage)
#include "test_review_page.moc"
