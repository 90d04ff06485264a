// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeStudio.h"

#include "server/AnswerFile.h"
#include "server/MultipartSplitter.h"
#include "server/RequestParser.h"

#include <csignal>
#include <sys/resource.h>

using namespace callboard;
using namespace callboard::server;

/// The address sanitizer keeps what was freed, which would count as memory here.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=1";
}

namespace {

const QByteArray formType = "multipart/form-data; boundary=\"--x\"";
/// A field, an empty file, a file that holds all but the boundary, an empty field; a preamble and an end.
const QByteArray form = "preamble\r\n----x\r\n"
                        "Content-Disposition: form-data; name=\"comment\"\r\n\r\nTwo\r\nlines\r\n"
                        "----x  \r\ncontent-disposition: form-data; name=\"empty\"; filename=\"e.png\"\r\n"
                        "Content-Type: image/png\r\n\r\n\r\n"
                        "----x\r\nContent-Type: video/mp4\r\n"
                        "Content-Disposition: form-data; filename=\"C:\\take \\\"1\\\";%22.mp4\"; name=movie\r\n\r\n"
                        "\r\n--\r\n----\r\n----y\r----x\n----x\r\r\n-\r\n"
                        "----x\r\nContent-Disposition: form-data; name=\"none\"\r\n\r\n\r\n"
                        "----x--\r\nepilogue ----x";
const QByteArray tricky = "\r\n--\r\n----\r\n----y\r----x\n----x\r\r\n-";

struct Collector : MultipartSplitter::Consumer
{
    std::string all;
    void partBegan(PartHead &&head) override
    {
        all += '[' + head.field + '|' + head.fileName.value_or("-") + '|' + head.contentType + '|';
    }
    void partData(std::string_view bytes) override { all += bytes; }
    void partEnded() override { all += ']'; }
};

std::string split(const std::vector<QByteArray> &pieces)
{
    Collector collector;
    MultipartSplitter splitter("--x", collector);
    for (const auto &piece : pieces) splitter.feed({piece.constData(), static_cast<std::size_t>(piece.size())});
    return collector.all + (splitter.isFinished() ? "" : "unfinished");
}

std::uint64_t peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

QByteArray head(const QByteArray &type, qint64 length, const QByteArray &fields = {})
{
    return "POST /echo HTTP/1.1\r\nHost: here\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(length) + "\r\n" + fields + "\r\n";
}

const QByteArray artist = "Authorization: Bearer artist\r\n";

} // namespace

class UploadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsAreSplitTheSameHoweverTheyArrive();
    void malformedFormsAreRefused_data();
    void malformedFormsAreRefused();
    void formsArriveWholeOverASocketCutAtEveryByte();
    void urlEncodedFormsAreRead();
    void truncatedUploadsLeaveNothing();
    void unfinishedFormsLeaveNothing();
    void whoMayNotUploadIsRefusedBeforeAnythingIsStored_data();
    void whoMayNotUploadIsRefusedBeforeAnythingIsStored();
    void smallBodiesAreTakenFromAnybody();
    void largeUploadsOfStrangersAreRefusedWhileTheyArrive();
    void allBodiesTogetherAreBounded();
    void uploadsOfOnePersonAreBounded();
    void whatTheDiskCannotHoldIsRefusedAtOnce();
    void aFullDiskIsSaid();
    void aLargeUploadCostsNoMemory();
};

void UploadsTest::formsAreSplitTheSameHoweverTheyArrive()
{
    const std::string expected = "[comment|-||Two\r\nlines][empty|e.png|image/png|]"
                                 "[movie|C:\\take \"1\";\".mp4|video/mp4|"
        + tricky.toStdString() + "][none|-||]";
    QCOMPARE(split({form}), expected);
    std::vector<QByteArray> bytes;
    for (qsizetype i = 0; i < form.size(); ++i) bytes.push_back(form.mid(i, 1));
    QCOMPARE(split(bytes), expected);
    for (qsizetype i = 0; i <= form.size(); ++i)
        for (qsizetype length : {1, 2, 7, 40})
            QCOMPARE(split({form.left(i), form.mid(i, length), form.mid(i + length)}), expected);
}

void UploadsTest::malformedFormsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("text after the boundary") << QByteArray("----xy\r\n\r\n\r\n----x--");
    QTest::newRow("no name") << QByteArray("----x\r\nContent-Type: a/b\r\n\r\na\r\n----x--");
    QTest::newRow("no headers") << QByteArray("----x\r\n\r\na\r\n----x--");
    QTest::newRow("no colon") << QByteArray("----x\r\nhello\r\n\r\na\r\n----x--");
    QTest::newRow("endless header") << "----x\r\nA: " + QByteArray(20'000, 'a');
    QTest::newRow("no end") << QByteArray("----x\r\nContent-Disposition: form-data; name=a\r\n\r\nabc\r\n----x");
    QTest::newRow("nothing") << QByteArray(" ");
}

void UploadsTest::malformedFormsAreRefused()
{
    QFETCH(QByteArray, body);
    FakeStudio studio;
    RawClient client(studio);
    const auto reply = client.ask(post(formType, body));
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.body.contains("message"));
}

void UploadsTest::formsArriveWholeOverASocketCutAtEveryByte()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto request = post(formType, form);
    for (qsizetype i = 1; i < request.size(); ++i) {
        client.send(request.left(i));
        const auto reply = client.ask(request.mid(i));
        QCOMPARE(reply.status, 200);
        const auto seen = Json::parse(reply.body.toStdString());
        QCOMPARE(seen["form"]["comment"].get<std::string>(), std::string("Two\r\nlines"));
        QCOMPARE(seen["files"].size(), std::size_t(2));
        QCOMPARE(seen["files"][1]["content"].get<std::string>(), tricky.toStdString());
        QCOMPARE(seen["files"][1]["name"].get<std::string>(), std::string("take \"1\";\".mp4"));
    }
    QTRY_COMPARE(studio.filesLeft(), 0); // Nobody moved them away.
}

void UploadsTest::urlEncodedFormsAreRead()
{
    FakeStudio studio;
    const auto reply =
        RawClient(studio).ask(post("application/x-www-form-urlencoded; charset=UTF-8", "a=1+2&b=%C3%A9"));
    QCOMPARE(Json::parse(reply.body.toStdString())["form"], Json({{"a", "1 2"}, {"b", "\xc3\xa9"}}));
}

void UploadsTest::truncatedUploadsLeaveNothing()
{
    FakeStudio studio;
    RawClient client(studio);
    const QByteArray part =
        "----x\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" + QByteArray(500'000, 'a');
    client.send(head(formType, 10'000'000, artist) + part);
    QTRY_COMPARE(studio.filesLeft(), 1); // It is written while it arrives.
    client.abort();
    QTRY_COMPARE(studio.filesLeft(), 0);
}

void UploadsTest::unfinishedFormsLeaveNothing()
{
    FakeStudio studio;
    RawClient client(studio);
    const QByteArray part =
        "----x\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" + QByteArray(500'000, 'a');
    QCOMPARE(client.ask(post(formType, part, artist)).status, 400);
    QCOMPARE(studio.filesLeft(), 0);
    QCOMPARE(client.ask(get("/after")).status, 200); // The request was whole: the connection goes on.
}

void UploadsTest::largeUploadsOfStrangersAreRefusedWhileTheyArrive()
{
    FakeStudio studio;
    const QByteArray part =
        "----x\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" + QByteArray(500'000, 'a');
    RawClient stranger(studio);
    QCOMPARE(stranger.ask(head(formType, 10'000'000) + part).status, 401);
    QCOMPARE(studio.filesLeft(), 0);
    RawClient person(studio);
    person.send(head(formType, 10'000'000, artist) + part);
    QVERIFY(!person.socket().waitForReadyRead(300));
    QCOMPARE(studio.filesLeft(), 1);
}

void UploadsTest::whoMayNotUploadIsRefusedBeforeAnythingIsStored_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<int>("status");
    for (const bool isChunked : {false, true}) {
        for (const QByteArray &type : {formType, QByteArray("application/json")}) {
            const QByteArray how = (isChunked ? " in chunks, " : " at once, ") + type.left(9);
            QTest::newRow("a stranger" + how) << QByteArray("/echo") << type << QByteArray() << isChunked << 401;
            QTest::newRow("a stranger where all may" + how)
                << QByteArray("/public") << type << QByteArray() << isChunked << 413;
            QTest::newRow("without the right" + how) << QByteArray("/forbidden") << type << artist << isChunked << 403;
        }
    }
}

void UploadsTest::whoMayNotUploadIsRefusedBeforeAnythingIsStored()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, fields);
    QFETCH(bool, isChunked);
    QFETCH(int, status);
    FakeStudio studio;
    RawClient client(studio);
    const QByteArray part =
        "----x\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" + QByteArray(500'000, 'a');
    const QByteArray length =
        isChunked ? QByteArray("Transfer-Encoding: chunked") : QByteArray("Content-Length: 10000000");
    client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\n" + fields + length + "\r\n\r\n"
        + (isChunked ? QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n" : part));
    const auto reply = client.receive();
    QCOMPARE(reply.status, status);
    QVERIFY(reply.body.contains("message"));
    QCOMPARE(studio.filesLeft(), 0);
    QCOMPARE(studio.asked, 1);
}

void UploadsTest::smallBodiesAreTakenFromAnybody()
{
    FakeStudio studio;
    RawClient client(studio);
    QCOMPARE(client.ask(post("application/json", QByteArray(16'000, ' '))).status, 200);
    QCOMPARE(studio.asked, 0);
    // Larger ones are asked about, whole or not, and arrive whole.
    for (const int size : {17'000, 60'000, 1'000'000}) {
        const auto reply = client.ask(post("application/json", QByteArray(size, ' '), artist));
        QCOMPARE(Json::parse(reply.body.toStdString())["body"], Json(std::to_string(size)));
    }
    QCOMPARE(studio.asked, 3);
    // Who waits for leave to send gets it after that.
    auto request = post("application/json", QByteArray(1'000'000, ' '), "Expect: 100-continue\r\n" + artist);
    client.send(request.left(request.size() - 1'000'000));
    QCOMPARE(client.receive().status, 100);
    QCOMPARE(client.ask(request.right(1'000'000)).status, 200);
}

void UploadsTest::allBodiesTogetherAreBounded()
{
    ServerOptions options;
    options.limits.allBodyBytes = 1'000'000;
    FakeStudio studio(options);
    RawClient first(studio), second(studio);
    first.send(head("application/json", 900'000, artist) + QByteArray(600'000, ' '));
    QTest::qWait(200);
    const auto refusal = second.ask(head("application/json", 900'000, artist) + QByteArray(600'000, ' '));
    QCOMPARE(refusal.status, 503);
    QVERIFY(refusal.body.contains("message"));
    QCOMPARE(first.ask(QByteArray(300'000, ' ')).status, 200);
    // What had been taken is free again.
    for (int i = 0; i < 3; ++i)
        QCOMPARE(first.ask(post("application/json", QByteArray(900'000, ' '), artist)).status, 200);
}

void UploadsTest::uploadsOfOnePersonAreBounded()
{
    ServerOptions options;
    options.limits.uploadsOfPerson = 2;
    FakeStudio studio(options);
    const QByteArray part =
        "----x\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" + QByteArray(100'000, 'a');
    const QByteArray begin = head(formType, part.size() + 9, artist) + part;
    RawClient first(studio), second(studio), third(studio), other(studio);
    first.send(begin);
    second.send(begin);
    QTRY_COMPARE(studio.filesLeft(), 2);
    QCOMPARE(third.ask(begin).status, 429);
    QCOMPARE(
        other.ask(head(formType, part.size() + 9, "Authorization: Bearer outsider\r\n") + part + "\r\n----x--").status,
        200);
    QCOMPARE(first.ask("\r\n----x--").status, 200);
    second.abort();
    QTRY_COMPARE(studio.filesLeft(), 0);
    QCOMPARE(RawClient(studio).ask(begin + "\r\n----x--").status, 200);
}

void UploadsTest::whatTheDiskCannotHoldIsRefusedAtOnce()
{
    ServerOptions options;
    options.limits.uploadBytes = 1ull << 52;
    FakeStudio studio(options);
    QCOMPARE(RawClient(studio).ask(head(formType, qint64(1) << 50, artist)).status, 507);
    QCOMPARE(studio.asked, 0);
    const std::filesystem::path folder = studio.uploads.path().toStdString();
    QVERIFY(spareBytes(folder, 1ull << 30) < spareBytes(folder, 0));
    QVERIFY(spareBytes(folder, 1ull << 60) > 0); // A small disk keeps a fiftieth.
}

void UploadsTest::aFullDiskIsSaid()
{
    FakeStudio studio;
    // The system's own bound on a file's size stands in for the disk's.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1'000'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    RawClient client(studio);
    const QByteArray part = "----x\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n"
        + QByteArray(3'000'000, 'a') + "\r\n----x--";
    const auto reply = client.ask(post(formType, part, artist));
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(reply.status, 507);
    QCOMPARE(studio.filesLeft(), 0);
    QCOMPARE(RawClient(studio).ask(get("/after")).status, 200);
}

void UploadsTest::aLargeUploadCostsNoMemory()
{
    FakeStudio studio;
    RawClient client(studio);
    const QByteArray begin = "----x\r\nContent-Disposition: form-data; name=f; filename=a.mov\r\n\r\n";
    const QByteArray end = "\r\n----x--\r\n";
    const QByteArray piece(1 << 20, 'm');
    constexpr int pieces = 300;
    const auto before = peakMemory();
    client.send(head(formType, begin.size() + qint64(pieces) * piece.size() + end.size(), artist) + begin);
    for (int i = 0; i < pieces; ++i) client.send(piece);
    client.send(end);
    const auto seen = Json::parse(client.receive().body.toStdString());
    QCOMPARE(seen["files"][0]["size"].get<qint64>(), qint64(pieces) * piece.size());
    const auto grown = peakMemory() - before;
    QVERIFY2(grown < 6'000'000, QByteArray::number(qulonglong(grown)).constData());
}

QTEST_GUILESS_MAIN(UploadsTest)
#include "test_uploads.moc"
