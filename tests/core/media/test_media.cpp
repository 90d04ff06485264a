// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Error.h"
#include "core/media/ChildProcess.h"
#include "core/media/FileStore.h"
#include "core/media/Movie.h"
#include "core/media/Picture.h"
#include "core/media/PngFile.h"
#include "core/domain/review/Annotations.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace callboard;
using namespace callboard::media;

namespace fs = std::filesystem;

class MediaTest : public QObject
{
    Q_OBJECT

private:
    Services services()
    {
        const fs::path root = m_folder.path().toStdString();
        Services services;
        services.folders = {root, root / "database", root / "files", root / "arriving"};
        fs::create_directories(services.folders.arriving);
        services.newId = [this] { return "00000000-0000-4000-8000-" + std::to_string(100000000000 + ++m_made); };
        return services;
    }
    fs::path write(const std::string &name, const std::string &content)
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    /// Two seconds of a test picture, 320 × 180 at 24 frames a second, without sound.
    fs::path movie()
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / "source.mov";
        if (!fs::exists(path))
            runChild("ffmpeg",
                {"-v", "error", "-f", "lavfi", "-i", "testsrc=size=320x180:rate=24:duration=2", "-c:v", "mpeg4",
                    path.string()},
                {});
        return path;
    }

    QTemporaryDir m_folder;
    std::int64_t m_made = 0;
    const std::string m_id = "ab34cd56-0000-4000-8000-000000000001";

private Q_SLOTS:
    void aFileGoesAgainWhenItsChangeIsRefused()
    {
        const Services used = services();
        const auto place = placeOf(used.folders, FileKind::Attachment, m_id);
        {
            NewFiles files(used);
            files.add(FileKind::Attachment, m_id, write("arrived", "words"));
            QVERIFY(fs::exists(place));
        }
        QVERIFY(!fs::exists(place));
    }

    void aReplacedFileComesBackWhenItsChangeIsRefused()
    {
        const Services used = services();
        const auto place = placeOf(used.folders, FileKind::PersonPicture, m_id);
        NewFiles first(used);
        first.add(FileKind::PersonPicture, m_id, write("arrived", "old"));
        first.keep();
        {
            NewFiles second(used);
            second.add(FileKind::PersonPicture, m_id, write("arrived", "newer"));
            QCOMPARE(fs::file_size(place), std::uintmax_t(5));
        }
        QCOMPARE(fs::file_size(place), std::uintmax_t(3));
    }

    void aPictureThatIsNoneIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(api::Error, readPicture(write("fake.png", "this is no picture")));
    }

    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded()
    {
        // A PNG header that promises 60,000 × 60,000 pixels, with nothing behind it.
        QImage small(8, 8, QImage::Format_Grayscale8);
        small.fill(0);
        const fs::path path = fs::path(m_folder.path().toStdString()) / "bomb.png";
        writePng(small, path);
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(16);
        const char side[4] = {0, 0, char(0xEA), char(0x60)};
        file.write(side, 4).write(side, 4);
        file.close();
        QVERIFY_THROWS_EXCEPTION(api::Error, readPicture(path));
    }

    void aThumbnailKeepsTheRatioOnATransparentGround()
    {
        QImage wide(400, 100, QImage::Format_RGB32);
        wide.fill(Qt::red);
        const QImage thumbnail = letterboxed(wide, 150, 100);
        QCOMPARE(thumbnail.size(), QSize(150, 100));
        QCOMPARE(qAlpha(thumbnail.pixel(75, 2)), 0);
        QCOMPARE(thumbnail.pixelColor(75, 50), QColor(Qt::red));
    }

    void aResolutionOfAHeightAloneKeepsTheRatio()
    {
        const MovieFacts facts{320, 180, 2, 24, 48, false};
        QCOMPARE(formFor(facts, "x240", "25", 28).width, 426);
        QCOMPARE(formFor(facts, "nonsense", "fast", 28).height, 1080);
        QCOMPARE(formFor(facts, "nonsense", "fast", 28).frameRate, std::string("25"));
        QCOMPARE(formFor(facts, "481x271", "12", 28).width, 482);
    }

    void aMovieIsNormalisedToItsFormWithSoundAdded()
    {
        const auto facts = probeMovie(movie());
        QVERIFY(facts);
        QCOMPARE(facts->frameCount, std::int64_t(48));
        const fs::path made = fs::path(m_folder.path().toStdString()) / "made.mp4";
        double done = 0;
        QVERIFY(normaliseMovie(
            movie(), made, *facts, formFor(*facts, "480x320", "25", 6), [&](double part) { done = part; },
            [] { return false; }));
        const auto result = probeMovie(made);
        QVERIFY(result);
        QCOMPARE(result->width, 480);
        QCOMPARE(result->height, 320);
        QCOMPARE(result->frameCount, std::int64_t(50));
        QVERIFY(result->hasSound);
        QVERIFY(done > 0.9);
        const fs::path tiles = fs::path(m_folder.path().toStdString()) / "tiles.png";
        QVERIFY(writeTiles(made, *result, tiles));
        QCOMPARE(QImage(QString::fromStdString(tiles.string())).size(), QSize(8 * 150, 7 * 100));
    }

    void aFrameIsTheOneOfItsNumber()
    {
        const fs::path scratch = fs::path(m_folder.path().toStdString()) / "frame.png";
        const QImage first = movieFrame(movie(), 0, scratch);
        QCOMPARE(first.size(), QSize(320, 180));
        QVERIFY(first != movieFrame(movie(), 30, scratch));
        QVERIFY(movieFrame(movie(), 4800, scratch).isNull());
    }

    void aPlaylistThatLeadsToOtherFilesIsNoMovie()
    {
        QVERIFY(!probeMovie(write("list.mp4", "#EXTM3U\n#EXTINF:1,\n" + movie().string() + "\n#EXT-X-ENDLIST\n")));
        QVERIFY(!probeMovie(write("concat.mp4", "ffconcat version 1.0\nfile " + movie().string() + "\n")));
        QVERIFY(!probeMovie(write("noise.mp4", std::string(4096, 'x'))));
    }

    void aChildThatTakesTooLongIsEnded()
    {
        ChildLimits limits;
        limits.seconds = 1;
        QElapsedTimer clock;
        clock.start();
        const auto result = runChild("sleep", {"30"}, limits);
        QVERIFY(!result.hasSucceeded());
        QVERIFY(clock.elapsed() < 10'000);
    }

    void aChildCannotTakeMoreMemoryThanItMay()
    {
        ChildLimits limits;
        limits.memory = 256 << 20;
        QVERIFY(!runChild("ffmpeg",
            {"-v", "error", "-f", "lavfi", "-i", "color=size=16000x16000:rate=1:duration=1", "-f", "null", "-"}, limits)
                     .hasSucceeded());
    }

    void drawingsAreAddedChangedAndDeletedInThisOrder()
    {
        const Json drawn = Json::parse(R"([{"time": 0, "drawing": {"objects": [{"id": "a"}, {"id": "b"}]}}])");
        const Json body = Json::parse(R"({
            "additions": [{"time": 0, "drawing": {"objects": [{"id": "a", "x": 1}, {"type": "rect"}]}}],
            "updates": [{"time": 0, "drawing": {"objects": [{"id": "a", "x": 2}, {"id": "unknown"}]}}],
            "deletions": [{"time": 0, "objects": ["b"]}, {"time": 9, "objects": ["a"]}]})");
        const Json changed = review::changedAnnotations(drawn, body, [] { return std::string("new"); });
        QCOMPARE(changed,
            Json::parse(
                R"([{"time": 0, "drawing": {"objects": [{"type": "rect", "id": "new"}, {"id": "a", "x": 2}]}}])"));
        const Json emptied = review::changedAnnotations(
            drawn, Json::parse(R"({"deletions": [{"time": 0, "objects": ["a", "b"]}]})"), [] { return std::string(); });
        QCOMPARE(emptied, Json::array());
    }
};

QTEST_GUILESS_MAIN(MediaTest)
#include "test_media.moc"
