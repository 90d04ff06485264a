// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PlayerMovies.h"

#include "ui/player/Playback.h"
#include "ui/player/SoundReader.h"

#include <QSignalSpy>
#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

/// A clock that moves when told.
struct HandClock
{
    qint64 nanoseconds = 0;
    auto reader()
    {
        return [this] { return nanoseconds; };
    }
    void pass(Playback &playback, double seconds)
    {
        const qint64 end = nanoseconds + qint64(seconds * 1e9);
        while (nanoseconds < end) {
            nanoseconds = std::min(end, nanoseconds + 2'000'000);
            playback.tick();
        }
    }
};

struct HandSound : SoundClock
{
    std::optional<double> at;
    std::vector<double> starts;
    void start(double seconds) override
    {
        starts.push_back(seconds);
        at = seconds;
    }
    void stop() override { at.reset(); }
    std::optional<double> position() const override { return at; }
};

} // namespace

class TestPlayerPlayback : public QObject
{
    Q_OBJECT

    HandClock clock;
    std::vector<int> shown;

    std::unique_ptr<Playback> playbackOf(int frames, FrameRate rate = {24, 1})
    {
        clock = {};
        auto playback = std::make_unique<Playback>(nullptr, clock.reader());
        playback->setMovie(frames, rate);
        shown.clear();
        connect(playback.get(), &Playback::frameChanged, this, [this](int frame) { shown.push_back(frame); });
        return playback;
    }

private Q_SLOTS:
    void itPlaysAtTheMoviesRateWithoutDrift()
    {
        auto playback = playbackOf(100'000, {24000, 1001});
        playback->play();
        clock.pass(*playback, 100.1);
        QCOMPARE(playback->frame(), 2400);
        QCOMPARE(shown.size(), 2400u);
        QCOMPARE(playback->dropped(), 0);
        QVERIFY(std::abs(playback->shownRate() - 23.976) < 0.1);
    }

    void lateFramesAreDroppedAndCounted()
    {
        auto playback = playbackOf(100);
        playback->setReadiness([](int frame) { return frame < 10 || frame > 13; });
        playback->play();
        clock.pass(*playback, 1);
        QCOMPARE(playback->frame(), 24);
        QCOMPARE(playback->dropped(), 4);
        QVERIFY(std::ranges::find(shown, 11) == shown.end());
    }

    void everyFrameWaitsInsteadOfDropping()
    {
        auto playback = playbackOf(100);
        bool isReady = true;
        playback->setReadiness([&](int frame) { return isReady || frame < 10; });
        playback->setPacing(Playback::Pacing::EveryFrame);
        isReady = false;
        playback->play();
        clock.pass(*playback, 1);
        QCOMPARE(playback->frame(), 9);
        QCOMPARE(playback->playhead().frame, 10);
        isReady = true;
        clock.pass(*playback, 1);
        QVERIFY(std::abs(playback->frame() - 33) <= 1);
        QCOMPARE(int(shown.size()), playback->frame());
        QCOMPARE(playback->dropped(), 0);
    }

    void inAndOutBoundTheLoop()
    {
        auto playback = playbackOf(100);
        playback->setIn(10);
        playback->setOut(19);
        playback->play(); // from outside of it: begins at in
        clock.pass(*playback, 2);
        QVERIFY(std::ranges::all_of(shown, [](int frame) { return frame >= 10 && frame <= 19; }));
        QCOMPARE(playback->frame(), 10 + 48 % 10);
        playback->setIn(30); // behind the out: pushes it away
        QVERIFY(!playback->out());
        playback->setIn(std::nullopt);
        QCOMPARE(playback->range(), (FrameRange{0, 99}));
    }

    void withoutLoopItStopsAtTheEndAndStartsAgainFromTheFirst()
    {
        auto playback = playbackOf(24);
        playback->setLooping(false);
        playback->play();
        clock.pass(*playback, 3);
        QVERIFY(!playback->isPlaying());
        QCOMPARE(playback->frame(), 23);
        playback->play();
        clock.pass(*playback, 0.5);
        QCOMPARE(playback->frame(), 12);
        playback->play(-1);
        clock.pass(*playback, 3);
        QCOMPARE(playback->frame(), 0);
    }

    void jklShuttles()
    {
        auto playback = playbackOf(10'000);
        playback->goTo(5000);
        playback->shuttle(1);
        clock.pass(*playback, 1);
        QCOMPARE(playback->frame(), 5024);
        playback->shuttle(1);
        QCOMPARE(playback->shuttleFactor(), 2);
        clock.pass(*playback, 1);
        QCOMPARE(playback->frame(), 5072);
        QCOMPARE(playback->dropped(), 0);
        playback->shuttle(-1); // takes the speed back first
        QCOMPARE(playback->direction(), 1);
        playback->shuttle(-1);
        QCOMPARE(playback->direction(), -1);
        clock.pass(*playback, 1);
        QCOMPARE(playback->frame(), 5048);
        for (int times = 0; times < 9; ++times) playback->shuttle(-1);
        QCOMPARE(playback->shuttleFactor(), Playback::fastest);
        playback->pause();
        QCOMPARE(playback->shuttleFactor(), 1);
    }

    void speedChangesGoOnFromTheShownFrame()
    {
        auto playback = playbackOf(1000);
        playback->play();
        clock.pass(*playback, 1);
        playback->setSpeed(0.25);
        clock.pass(*playback, 1);
        QCOMPARE(playback->frame(), 30);
        playback->setSpeed(2);
        clock.pass(*playback, 1);
        QCOMPARE(playback->frame(), 78);
        playback->step(-1);
        QVERIFY(!playback->isPlaying());
        QCOMPARE(playback->frame(), 77);
    }

    void picturesFollowTheSound()
    {
        auto playback = playbackOf(48);
        HandSound sound;
        playback->setSound(&sound);
        playback->goTo(12);
        playback->play();
        QCOMPARE(sound.starts, (std::vector<double>{0.5}));
        clock.pass(*playback, 1); // the device has not begun: nor do the pictures
        QCOMPARE(playback->frame(), 12);
        sound.at = 1.001;
        playback->tick();
        QCOMPARE(playback->frame(), 24);
        sound.at = 2.01; // behind the end: picture and sound begin again together
        playback->tick();
        QCOMPARE(playback->frame(), 0);
        QCOMPARE(sound.starts.back(), 0.0);
        sound.at.reset(); // the device is pulled out: the clock takes over
        clock.pass(*playback, 1);
        QVERIFY(std::abs(playback->frame() - 24) <= 1);
        playback->setSpeed(2); // silent
        QCOMPARE(sound.starts.size(), 2u);
    }

    void soundIsReadFromAnyMomentExactly()
    {
        QTemporaryDir folder;
        for (const QStringList &codec : {QStringList{u"-c:v"_s, u"libx264"_s, u"-c:a"_s, u"aac"_s},
                 QStringList{u"-c:v"_s, u"prores_ks"_s, u"-c:a"_s, u"pcm_s16le"_s}}) {
            const QString file = folder.filePath(u"sound.mov"_s);
            // A tone from 1.0 to 1.5 s, else silence.
            QVERIFY(playermovies::ffmpeg(
                QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=size=64x64:rate=24"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                    u"aevalsrc='if(between(t,1,1.5),0.5*sin(2*PI*1000*t),0)':s=44100"_s, u"-t"_s, u"3"_s}
                + codec + QStringList{file}));
            auto reader = SoundReader::open(file);
            QVERIFY(reader);
            for (const double from : {0.0, 0.9, 0.95, 0.5}) {
                reader->seek(from);
                std::vector<qint16> samples(size_t(1.2 * SoundReader::sampleRate) * SoundReader::channels);
                QCOMPARE(reader->read(samples.data(), qint64(samples.size()) / SoundReader::channels),
                    qint64(samples.size()) / SoundReader::channels);
                const auto loud = std::ranges::find_if(samples, [](qint16 sample) { return std::abs(sample) > 3000; });
                const double at =
                    from + double(loud - samples.begin()) / SoundReader::channels / SoundReader::sampleRate;
                QVERIFY2(std::abs(at - 1.0) < 0.003, qPrintable(QString::number(at)));
            }
            reader->seek(2.9);
            std::vector<qint16> tail(size_t(SoundReader::sampleRate) * SoundReader::channels);
            const qint64 rest = reader->read(tail.data(), SoundReader::sampleRate);
            QVERIFY(rest > 0.05 * SoundReader::sampleRate && rest < 0.2 * SoundReader::sampleRate);
        }
        QVERIFY(playermovies::make(folder.filePath(u"silent.mp4"_s), 5, u"24"_s, {u"-c:v"_s, u"libx264"_s}));
        QVERIFY(!SoundReader::open(folder.filePath(u"silent.mp4"_s)));
    }
};

QTEST_GUILESS_MAIN(TestPlayerPlayback)
#include "test_playback.moc"
