// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PlayerMovies.h"

#include "ui/player/FrameRate.h"
#include "ui/player/FrameSource.h"
#include "ui/player/MediaReader.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

const QStringList h264WithBFrames{
    u"-c:v"_s, u"libx264"_s, u"-bf"_s, u"3"_s, u"-g"_s, u"30"_s, u"-pix_fmt"_s, u"yuv420p"_s};
const std::atomic_bool notCancelled = false;

std::unique_ptr<MediaReader> opened(const QString &file)
{
    OpenedMedia media = openMedia(file, notCancelled);
    if (auto *fault = std::get_if<MediaFault>(&media)) {
        qWarning() << fault->sentence;
        return nullptr;
    }
    return std::move(std::get<std::unique_ptr<MediaReader>>(media));
}

int shownNumber(MediaReader &reader, int index)
{
    const auto result = reader.frame(index);
    const auto *picture = std::get_if<QImage>(&result);
    return picture ? playermovies::numberIn(*picture) : -2;
}

} // namespace

class TestPlayerFrames : public QObject
{
    Q_OBJECT

    QTemporaryDir folder;
    QString path(const char *name) { return folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void timecodeCountsFramesAndNeverDrifts()
    {
        const FrameRate film = *FrameRate::fromText(u"23.976"_s);
        QCOMPARE(film, (FrameRate{24000, 1001}));
        QCOMPARE(*FrameRate::fromText(u"25.0"_s), (FrameRate{25, 1}));
        QCOMPARE(*FrameRate::fromText(u"12.5"_s), (FrameRate{25, 2}));
        QVERIFY(!FrameRate::fromText(u"0"_s));
        QVERIFY(!FrameRate::fromText(u"24/0"_s));
        QCOMPARE(timecode(41, {24, 1}), u"00:00:01:17"_s);
        QCOMPARE(timecode(24LL * 3600 * 100, film), u"100:00:00:00"_s);
        QCOMPARE(frameOfTimecode(u"00:00:01:17"_s, film), std::optional<qint64>(41));
        QVERIFY(!frameOfTimecode(u"00:00:01:24"_s, film));
        for (qint64 index : {0LL, 1LL, 1000LL, 86399LL, 123456789LL}) {
            QCOMPARE(frameAt(startOfFrame(index, film), film), index);
            QCOMPARE(nearestFrame(annotationTime(index, film), film), index);
        }
        QCOMPARE(annotationTime(1, {24, 1}), 0.0417);
    }

    void everyFrameIsExact_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<QStringList>("codec");
        QTest::newRow("H.264 with B-frames") << u"b.mp4"_s << u"24"_s << h264WithBFrames;
        QTest::newRow("H.264 open GOP, 23.976") << u"open.mp4"_s << u"24000/1001"_s
                                                << QStringList{u"-c:v"_s, u"libx264"_s, u"-bf"_s, u"4"_s, u"-g"_s,
                                                       u"12"_s, u"-x264-params"_s, u"open-gop=1:b-pyramid=normal"_s};
        QTest::newRow("as our server makes them")
            << u"normal.mp4"_s << u"25"_s
            << QStringList{u"-c:v"_s, u"libx264"_s, u"-x264-params"_s, u"keyint=2"_s, u"-movflags"_s, u"faststart"_s};
        QTest::newRow("ProRes") << u"prores.mov"_s << u"24"_s
                                << QStringList{
                                       u"-c:v"_s, u"prores_ks"_s, u"-profile:v"_s, u"3"_s, u"-c:a"_s, u"pcm_s16le"_s};
        QTest::newRow("Matroska") << u"b.mkv"_s << u"30"_s << h264WithBFrames;
        QTest::newRow("AVI") << u"b.avi"_s << u"25"_s
                             << QStringList{
                                    u"-c:v"_s, u"mpeg4"_s, u"-bf"_s, u"2"_s, u"-g"_s, u"12"_s, u"-q:v"_s, u"2"_s};
    }

    void everyFrameIsExact()
    {
        QFETCH(QString, name);
        QFETCH(QString, rate);
        QFETCH(QStringList, codec);
        const int frames = 100;
        const QString file = folder.filePath(name);
        QVERIFY(playermovies::make(file, frames, rate, codec, true));
        auto reader = opened(file);
        QVERIFY(reader);
        QCOMPARE(reader->format().frameCount, frames);
        QCOMPARE(reader->format().size, QSize(384, 216));
        QCOMPARE(reader->format().rate, *FrameRate::fromText(rate));
        QVERIFY(reader->format().hasSound);
        QVERIFY(reader->format().isComplete);

        for (int index = 0; index < frames; ++index) QCOMPARE(shownNumber(*reader, index), index);
        for (int index = frames - 1; index >= 0; --index) QCOMPARE(shownNumber(*reader, index), index);
        std::mt19937 random(37);
        for (int times = 0; times < 100; ++times) {
            const int index = int(random() % frames);
            QCOMPARE(shownNumber(*reader, index), index);
        }
        QCOMPARE(shownNumber(*reader, frames), -2);
        QCOMPARE(shownNumber(*reader, -1), -2);
    }

    void unevenFramesAreCountedByShowing()
    {
        // Every frame of the second half is shown twice as long.
        QVERIFY(playermovies::make(path("even.mp4"), 48, u"24"_s, h264WithBFrames));
        QVERIFY(
            playermovies::ffmpeg({u"-i"_s, path("even.mp4"), u"-vf"_s, u"setpts='if(lt(N,24),N,24+(N-24)*2)/24/TB'"_s,
                u"-vsync"_s, u"vfr"_s, u"-c:v"_s, u"libx264"_s, u"-bf"_s, u"2"_s, path("uneven.mp4")}));
        auto reader = opened(path("uneven.mp4"));
        QVERIFY(reader);
        QCOMPARE(reader->format().frameCount, 48);
        QVERIFY(reader->format().rate.perSecond() < 20);
        for (int index : {0, 23, 24, 25, 47, 30, 10, 46}) QCOMPARE(shownNumber(*reader, index), index);
    }

    void coloursFollowTheDeclaredMatrixAndRange()
    {
        for (const QString &range : {u"tv"_s, u"pc"_s}) {
            const QString file = path("colour.mp4");
            QVERIFY(playermovies::ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=0xC83214:size=1280x720:rate=24"_s,
                u"-vf"_s, u"scale=out_color_matrix=bt709:out_range=%1,format=yuv444p"_s.arg(range), u"-c:v"_s,
                u"libx264"_s, u"-qp"_s, u"4"_s, u"-color_range"_s, range, u"-colorspace"_s, u"bt709"_s, u"-frames:v"_s,
                u"2"_s, file}));
            auto reader = opened(file);
            QVERIFY(reader);
            const QColor shown = std::get<QImage>(reader->frame(1)).pixelColor(640, 360);
            QVERIFY2(std::abs(shown.red() - 0xC8) <= 3 && std::abs(shown.green() - 0x32) <= 3
                    && std::abs(shown.blue() - 0x14) <= 3,
                qPrintable(shown.name()));
        }
    }

    void aFileCutShortShowsWhatItHas()
    {
        const QString file = path("whole.mp4");
        QVERIFY(playermovies::make(file, 200, u"24"_s, h264WithBFrames + QStringList{u"-movflags"_s, u"faststart"_s}));
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        const auto cut = [&](double part) {
            QFile out(path("cut.mp4"));
            return out.open(QIODevice::WriteOnly) && out.write(bytes.left(qsizetype(bytes.size() * part))) > 0;
        };
        QVERIFY(cut(0.7));
        auto reader = opened(path("cut.mp4"));
        QVERIFY(reader);
        QVERIFY(!reader->format().isComplete);
        QVERIFY(reader->format().frameCount > 50 && reader->format().frameCount < 200);
        QCOMPARE(shownNumber(*reader, 30), 30);

        QVERIFY(cut(0.001));
        QVERIFY(std::holds_alternative<MediaFault>(openMedia(path("cut.mp4"), notCancelled)));
        QVERIFY(std::holds_alternative<MediaFault>(openMedia(path("none.mp4"), notCancelled)));
        // A playlist that would make the library open other files.
        QFile playlist(path("list.mp4"));
        QVERIFY(playlist.open(QIODevice::WriteOnly));
        playlist.write("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + file.toUtf8() + "\n#EXT-X-ENDLIST\n");
        playlist.close();
        QVERIFY(std::holds_alternative<MediaFault>(openMedia(path("list.mp4"), notCancelled)));
    }

    void damagedBytesNeverCrash()
    {
        const QString file = path("sound.mp4");
        QVERIFY(playermovies::make(file, 40, u"24"_s, h264WithBFrames));
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        std::mt19937 random(1);
        for (int times = 0; times < 40; ++times) {
            QByteArray damaged = bytes;
            for (int at = 0; at < 30; ++at) damaged[qsizetype(random() % damaged.size())] = char(random());
            QFile out(path("damaged.mp4"));
            QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
            out.write(damaged);
            out.close();
            OpenedMedia media = openMedia(path("damaged.mp4"), notCancelled);
            if (auto *reader = std::get_if<std::unique_ptr<MediaReader>>(&media))
                for (int index : {0, (*reader)->format().frameCount - 1, 5}) (*reader)->frame(index);
        }
    }

    void picturesAreMoviesOfOneFrame()
    {
        QImage picture(64, 48, QImage::Format_ARGB32);
        picture.fill(QColor(200, 100, 50));
        QVERIFY(picture.save(path("still.png")));
        auto reader = opened(path("still.png"));
        QVERIFY(reader);
        QVERIFY(reader->format().isPicture);
        QCOMPARE(reader->format().frameCount, 1);
        QCOMPARE(std::get<QImage>(reader->frame(0)).pixelColor(5, 5), QColor(200, 100, 50));

        QVERIFY(playermovies::ffmpeg({u"-i"_s, path("still.png"), u"-pix_fmt"_s, u"gbrpf32le"_s, path("still.exr")}));
        auto linear = opened(path("still.exr"));
        QVERIFY(linear);
        QCOMPARE(linear->format().size, QSize(64, 48));
        QVERIFY(std::holds_alternative<QImage>(linear->frame(0)));
        QFile broken(path("broken.exr"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("v/1\x01 nothing behind it");
        broken.close();
        QVERIFY(std::holds_alternative<MediaFault>(openMedia(path("broken.exr"), notCancelled)));
    }

    void theCacheKeepsToItsBytesAndToThePlayhead()
    {
        QImage frame(100, 10, QImage::Format_RGB32); // 4000 bytes
        frame.fill(Qt::black);
        FrameCache cache(4000 * 8 + 100, 1000, 4000);
        const auto fill = [&] {
            while (const auto next = cache.mostUrgent([](int) { return true; })) {
                cache.insert(*next, frame);
                QVERIFY(cache.bytes() <= 4000 * 8 + 100);
            }
        };
        cache.setPlayhead({500, 1, {0, 999}, true});
        fill();
        QCOMPARE(cache.ranges(), (std::vector<FrameRange>{{498, 505}}));
        cache.setPlayhead({500, -1, {0, 999}, true});
        fill();
        QCOMPARE(cache.ranges(), (std::vector<FrameRange>{{495, 502}}));
        cache.setPlayhead({109, 1, {100, 110}, true}); // looks ahead over the loop's end
        fill();
        QCOMPARE(cache.ranges(), (std::vector<FrameRange>{{100, 103}, {107, 110}}));
        cache.setPlayhead({150, 1, {100, 199}, true, true}); // while playing, what is due now comes last
        QCOMPARE(cache.mostUrgent([](int) { return true; }), std::optional(153));
        cache.setPlayhead({999, 1, {0, 999}, false});
        fill();
        QCOMPARE(cache.ranges(), (std::vector<FrameRange>{{992, 999}}));
    }

    void theSourceDecodesAroundThePlayheadWithoutBlocking()
    {
        QVERIFY(playermovies::make(path("source.mp4"), 120, u"24"_s, h264WithBFrames));
        FrameSource source;
        const qint64 bytes = 384 * 216 * 4;
        source.setByteLimit(bytes * 20);
        QSignalSpy isOpen(&source, &FrameSource::opened);
        source.open(path("source.mp4"));
        QVERIFY(isOpen.wait());
        for (int frame : {0, 60, 59, 119, 3}) {
            source.setPlayhead({frame, 1, {0, 119}, true});
            QTRY_VERIFY(source.has(frame));
            QCOMPARE(playermovies::numberIn(*source.frame(frame)), frame);
            QVERIFY(source.cachedBytes() <= bytes * 20);
        }
        QTRY_COMPARE(source.cachedRanges(), (std::vector<FrameRange>{{0, 17}, {118, 119}}));

        source.open(path("nowhere.mp4"));
        QSignalSpy hasFailed(&source, &FrameSource::failed);
        QVERIFY(hasFailed.wait());
        QVERIFY(!source.frame(0));
    }
};

QTEST_GUILESS_MAIN(TestPlayerFrames)
#include "test_frames.moc"
