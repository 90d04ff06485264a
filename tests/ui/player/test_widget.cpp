// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PlayerMovies.h"

#include "ui/player/AnnotationLayer.h"
#include "ui/player/FrameCounter.h"
#include "ui/player/FrameSource.h"
#include "ui/player/Playback.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/ReviewPlayer.h"
#include "ui/player/Transport.h"
#include "ui/theme/Theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

/// The player as a hand uses it: real keys and a real mouse on the shown window, the frame read back
/// from the picture that is painted.
class TestPlayerWidget : public QObject
{
    Q_OBJECT

    QTemporaryDir folder;
    std::unique_ptr<ReviewPlayer> player;

    QString path(const char *name) { return folder.filePath(QString::fromLatin1(name)); }

    /// What the picture in the window shows.
    int painted()
    {
        const QImage window = player->view().grab().toImage();
        return playermovies::numberIn(window.copy(player->view().pictureRect().toRect()));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(player.get(), Qt::Key(key), modifiers);
    }
    void drag(QWidget &widget, const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&widget, Qt::LeftButton, modifiers, from);
        for (int part = 1; part <= 4; ++part) {
            const QPoint at = from + (to - from) * part / 4;
            QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(&widget, &move);
        }
        QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to);
    }
    void openPlayer()
    {
        player = std::make_unique<ReviewPlayer>();
        player->resize(1000, 640);
        player->show();
        QVERIFY(QTest::qWaitForWindowExposed(player.get()));
        player->activateWindow();
        player->setFocus();
        QSignalSpy isOpen(player.get(), &ReviewPlayer::opened);
        player->open({path("a.mp4"), u"v3"_s, 1001, std::nullopt}, Medium{path("b.mov"), u"v2"_s, 1001, std::nullopt});
        QVERIFY(isOpen.wait());
        QTRY_COMPARE(painted(), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        callboard::ui::Theme::instance().install();
        QVERIFY(playermovies::make(
            path("a.mp4"), 60, u"24"_s, {u"-c:v"_s, u"libx264"_s, u"-bf"_s, u"3"_s, u"-g"_s, u"24"_s}, true));
        QVERIFY(playermovies::make(path("b.mov"), 40, u"24"_s, {u"-c:v"_s, u"prores_ks"_s}));
    }
    void cleanup() { player.reset(); }

    void everyStepShowsItsFrame()
    {
        openPlayer();
        for (int frame = 1; frame <= 59; ++frame) {
            press(Qt::Key_Right);
            QTRY_COMPARE(painted(), frame);
        }
        press(Qt::Key_Right); // there is none behind the last
        QCOMPARE(player->frame(), 59);
        for (int frame = 58; frame >= 40; --frame) {
            press(Qt::Key_Left);
            QTRY_COMPARE(painted(), frame);
        }
        press(Qt::Key_Home);
        QTRY_COMPARE(painted(), 0);
        press(Qt::Key_End);
        QTRY_COMPARE(painted(), 59);
        QCOMPARE(player->frameNumber(), 1060);
    }

    void aTypedNumberGoesThere()
    {
        openPlayer();
        press(Qt::Key_G);
        QTest::keyClicks(player->transport().counter(), u"1037"_s);
        QTest::keyClick(player->transport().counter(), Qt::Key_Return);
        QTRY_COMPARE(painted(), 36);
        press(Qt::Key_G);
        QTest::keyClicks(player->transport().counter(), u"-10"_s);
        QTest::keyClick(player->transport().counter(), Qt::Key_Return);
        QTRY_COMPARE(painted(), 26);
        press(Qt::Key_G);
        QTest::keyClicks(player->transport().counter(), u"00:00:01:02"_s);
        QTest::keyClick(player->transport().counter(), Qt::Key_Return);
        QCOMPARE(player->frame(), 26);
    }

    void itPlaysBetweenInAndOut()
    {
        openPlayer();
        player->goTo(10);
        press(Qt::Key_I);
        player->goTo(15);
        press(Qt::Key_O);
        QSignalSpy changed(player.get(), &ReviewPlayer::frameChanged);
        press(Qt::Key_Space);
        QVERIFY(player->isPlaying());
        QTRY_VERIFY(changed.size() > 20);
        press(Qt::Key_K);
        QVERIFY(!player->isPlaying());
        for (const auto &change : changed) QVERIFY(change[0].toInt() >= 10 && change[0].toInt() <= 15);
        QTRY_COMPARE(painted(), player->frame());
        press(Qt::Key_J);
        QCOMPARE(player->playback().direction(), -1);
    }

    void draggingScrubs()
    {
        openPlayer();
        Timeline &timeline = player->timeline();
        drag(timeline, {200, 30}, {timeline.width() - 30, 30});
        QVERIFY(player->frame() >= 58);
        const int before = player->frame();
        drag(player->view(), {500, 200}, {500 - 36, 200}, Qt::ShiftModifier);
        QCOMPARE(player->frame(), before - 3);
        QTRY_COMPARE(painted(), before - 3);
    }

    void theWipeShowsBothRevisions()
    {
        openPlayer();
        player->goTo(5);
        press(Qt::Key_W);
        QCOMPARE(player->view().comparison(), Comparison::Wipe);
        QTRY_VERIFY(player->view().grab().toImage() != QImage());
        const QRectF picture = player->view().pictureRect();
        drag(player->view(), {int(picture.center().x()), int(picture.center().y())},
            {int(picture.right()), int(picture.center().y())});
        QTRY_COMPARE(painted(), 5);
        player->goTo(55); // the other has ended: it stands on its last
        QTRY_COMPARE(painted(), 39);
        press(Qt::Key_W);
        QTRY_COMPARE(painted(), 55);
    }

    void drawingIsToldAndSeenAndReachedByTheNoteKeys()
    {
        openPlayer();
        player->setAuthor(u"noa"_s);
        player->goTo(36);
        QSignalSpy told(player.get(), &ReviewPlayer::annotationsChanged);
        QSignalSpy began(player.get(), &ReviewPlayer::drawingBegan);
        press(Qt::Key_D);
        QCOMPARE(player->drawing().tool(), DrawTool::Pencil);
        const QRectF picture = player->view().pictureRect();
        const QPoint from = picture.topLeft().toPoint() + QPoint(100, 60), to = from + QPoint(200, 0);
        drag(player->view(), from, to);
        QCOMPARE(told.size(), 1);
        QCOMPARE(began[0][0].toInt(), 1037);
        const QJsonObject addition = told[0][0].toJsonObject()["additions"_L1][0].toObject();
        QCOMPARE(addition["time"_L1].toDouble(), 1.5);
        QCOMPARE(addition["frame"_L1].toInt(), 37);
        QCOMPARE(player->view().grab().toImage().pixelColor(from + QPoint(100, 0)), QColor(0xff, 0x5d, 0x6c));
        QTRY_COMPARE(player->snapshot().width(), 384);

        player->goTo(0);
        press(Qt::Key_Period);
        QCOMPARE(player->frame(), 36);
        press(Qt::Key_E);
        drag(player->view(), from + QPoint(50, -30), from + QPoint(50, 30));
        QCOMPARE(told.size(), 2);
        QVERIFY(player->annotations().isEmpty());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(player->annotations().size(), 1);
        press(Qt::Key_O, Qt::AltModifier);
        QVERIFY(player->view().grab().toImage().pixelColor(from + QPoint(100, 0)) != QColor(0xff, 0x5d, 0x6c));
    }

    void textIsTypedWhereItIsClicked()
    {
        openPlayer();
        QSignalSpy told(player.get(), &ReviewPlayer::annotationsChanged);
        press(Qt::Key_T);
        QTest::mouseClick(&player->view(), Qt::LeftButton, {}, player->view().rect().center());
        auto *editor = player->view().findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"hold 2 frames, d e"_s); // letters that are keys elsewhere
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toJsonObject()["additions"_L1][0]["drawing"_L1]["objects"_L1][0]["text"_L1].toString(),
            u"hold 2 frames, d e"_s);
    }

    void aBrokenFileIsToldInThePicture()
    {
        openPlayer();
        QFile broken(path("broken.mp4"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no movie");
        broken.close();
        QSignalSpy failed(player.get(), &ReviewPlayer::failed);
        player->open({broken.fileName(), {}, 1, std::nullopt});
        QVERIFY(failed.wait());
        QVERIFY(!player->view().accessibleDescription().isEmpty());
        press(Qt::Key_Space);
        QVERIFY(!player->isPlaying());
    }
};

QTEST_MAIN(TestPlayerWidget)
#include "test_widget.moc"
