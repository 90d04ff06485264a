// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeStudio.h"

#include <zlib.h>
#include <zstd.h>

using namespace callboard;
using namespace callboard::server;
using namespace std::chrono_literals;

namespace {

QByteArray ungzipped(const QByteArray &bytes)
{
    z_stream state{};
    if (inflateInit2(&state, MAX_WBITS + 16) != Z_OK) return {};
    state.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    state.avail_in = static_cast<uInt>(bytes.size());
    QByteArray all;
    QByteArray piece(1 << 16, Qt::Uninitialized);
    int result = Z_OK;
    while (result == Z_OK) {
        state.next_out = reinterpret_cast<Bytef *>(piece.data());
        state.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&state, Z_NO_FLUSH);
        all.append(piece.constData(), piece.size() - static_cast<qsizetype>(state.avail_out));
    }
    inflateEnd(&state);
    return result == Z_STREAM_END && state.avail_in == 0 ? all : QByteArray("broken");
}

QByteArray unzipped(const QByteArray &bytes)
{
    if (bytes.startsWith("\x1f\x8b")) return ungzipped(bytes);
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> state(ZSTD_createDCtx(), ZSTD_freeDCtx);
    ZSTD_inBuffer in{bytes.constData(), static_cast<std::size_t>(bytes.size()), 0};
    QByteArray all;
    QByteArray piece(1 << 16, Qt::Uninitialized);
    while (true) {
        ZSTD_outBuffer out{piece.data(), static_cast<std::size_t>(piece.size()), 0};
        const auto left = ZSTD_decompressStream(state.get(), &out, &in);
        if (ZSTD_isError(left)) return "broken";
        all.append(piece.constData(), static_cast<qsizetype>(out.pos));
        if (left == 0) return all;
        if (out.pos == 0 && in.pos == in.size) return "cut";
    }
}

} // namespace

class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pipelinedRequestsAreAnsweredInOrder();
    void headHasTheLengthAndNoBody();
    void pathsAreDecodedAndBadOnesRefused();
    void garbageIsRefusedWith400_data();
    void garbageIsRefusedWith400();
    void headersAboveTheLimitAreRefused();
    void bodiesAboveTheLimitAreRefusedBeforeAndWhileTheyArrive();
    void chunkedBodiesArriveWhole();
    void requestsInPiecesAreReadAsWhole();
    void whatFollowsTheLastChunkDecidesNothing();
    void unboundedChunkHeadsAreRefused();
    void codingsThatAreNotKnownAreRefused();
    void emptyAnswersNameTheirTypeOnce();
    void clientsThatExpectContinueAreToldTo();
    void slowClientsAreSentAway();
    void onlyAllowedOriginsAreAnsweredAsSuch();
    void lineEndsCannotBeSmuggledIntoAHeader();
    void filesAreServedInPartsAndOnlyWhenTheyChanged();
    void namesOfDownloadsAreEncoded();
    void shortStreamsHaveALengthAndLongOnesAreChunked();
    void aBrokenStreamIsSeenAsSuch();
    void slowClientsOccupyNoWorker();
    void answersAreCompressedForThoseWhoAsk_data();
    void answersAreCompressedForThoseWhoAsk();
    void whoHasAnAnswerIsToldSo();
    void answersArePrivateAndInNobodysFrame();
    void uploadedPagesAndScriptsAreNotServedAsSuch_data();
    void uploadedPagesAndScriptsAreNotServedAsSuch();
    void cookiesCountOnlyForOwnAndAllowedPages_data();
    void cookiesCountOnlyForOwnAndAllowedPages();
    void idleConnectionsOfAnAddressGiveWay();
    void guessesOfOneAddressAreSlowedDown();
    void aTrustedProxyNamesTheClient();
    void aClientThatLeavesEndsItsStream();
    void aBusyPortIsNamed();
};

void HttpTest::pipelinedRequestsAreAnsweredInOrder()
{
    FakeStudio studio;
    RawClient client(studio);
    QByteArray all;
    for (int i = 0; i < 50; ++i)
        all += i % 2 ? get("/p" + QByteArray::number(i)) : post("text/plain", "/p" + QByteArray::number(i));
    client.send(all);
    for (int i = 0; i < 50; ++i) QVERIFY(client.receive().body.contains("\"/p" + QByteArray::number(i) + '"'));
}

void HttpTest::headHasTheLengthAndNoBody()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto whole = client.ask(get("/x"));
    const auto head = client.ask("HEAD /x HTTP/1.1\r\nHost: here\r\n\r\n");
    QCOMPARE(head.status, 200);
    QVERIFY(head.hasHeader("content-length: " + QByteArray::number(whole.body.size() + 1)));
    QCOMPARE(client.ask(get("/y")).status, 200); // Nothing of a body stood in between.
}

void HttpTest::pathsAreDecodedAndBadOnesRefused()
{
    FakeStudio studio;
    RawClient client(studio);
    QVERIFY(client.ask(get("/caf%C3%A9+a%20b?x=1")).body.contains("\"/caf\xc3\xa9+a b\""));
    QVERIFY(client.ask(get("http://elsewhere/abs")).body.contains("\"/abs\""));
    QVERIFY(client.ask(get("/api/data/x")).body.contains("\"/data/x\""));
    QVERIFY(client.ask(get("/apiary")).body.contains("\"/apiary\""));
    QCOMPARE(RawClient(studio).ask(get("/bad%zz")).status, 400);
    QCOMPARE(RawClient(studio).ask(get("/nul%00")).status, 400);
}

void HttpTest::garbageIsRefusedWith400_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no request") << QByteArray("hello\r\n\r\n");
    QTest::newRow("tls on a plain port") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
    QTest::newRow("length and chunks") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    QTest::newRow("bad chunk") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    QTest::newRow("space before the colon") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 2\r\n\r\n{}");
    QTest::newRow("space in a field's name") << get("/", "X Y: b\r\n");
    QTest::newRow("no name of a field") << get("/", ": b\r\n");
    QTest::newRow("no colon") << get("/", "garbage\r\n");
    QTest::newRow("two hosts") << get("/", "Host: there\r\n");
    QTest::newRow("a list of lengths") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2, 2\r\n\r\n{}");
    QTest::newRow("a length below nothing") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("bare line ends") << QByteArray("GET / HTTP/1.1\nHost: a\n\n");
    QTest::newRow("bare returns") << QByteArray("GET / HTTP/1.1\rHost: a\r\r");
    QTest::newRow("a zero in a field") << get("/", QByteArray("X: a\0b\r\n", 8));
    QTest::newRow("another scheme") << QByteArray("GET ftp://elsewhere/ HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("another protocol") << QByteArray("GET / HTTP/2.0\r\nHost: a\r\n\r\n");
    QTest::newRow("a tunnel") << QByteArray("CONNECT elsewhere:443 HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("form without boundary") << post("multipart/form-data", "abc");
}

void HttpTest::garbageIsRefusedWith400()
{
    QFETCH(QByteArray, bytes);
    FakeStudio studio;
    RawClient client(studio);
    const auto reply = client.ask(bytes);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.body.startsWith("{\"message\":"));
    client.socket().disconnectFromHost();
    QVERIFY(client.isClosed());
}

void HttpTest::headersAboveTheLimitAreRefused()
{
    FakeStudio studio;
    QCOMPARE(RawClient(studio).ask(get("/", "X: " + QByteArray(70'000, 'a') + "\r\n")).status, 431);
    QCOMPARE(RawClient(studio).ask(get("/" + QByteArray(70'000, 'a'))).status, 431);
}

void HttpTest::bodiesAboveTheLimitAreRefusedBeforeAndWhileTheyArrive()
{
    ServerOptions options;
    options.limits.bodyBytes = 100'000;
    options.limits.uploadBytes = 200'000;
    FakeStudio studio(options);
    // Strangers send less: their large bodies are refused before they arrive.
    const QByteArray token = "Authorization: Bearer artist\r\n";
    QCOMPARE(RawClient(studio).ask(post("application/json", QByteArray(100'000, ' '), token)).status, 200);
    QCOMPARE(RawClient(studio).ask(post("application/octet-stream", QByteArray(100'001, ' '))).status, 413);
    // The whole of a large body is sent before the client looks for an answer: it must still find it.
    QCOMPARE(RawClient(studio).ask(post("application/json", QByteArray(8 << 20, ' '))).status, 413);
    QByteArray chunks = "POST / HTTP/1.1\r\nHost: a\r\n" + token + "Transfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 20; ++i) chunks += "2000\r\n" + QByteArray(0x2000, 'a') + "\r\n";
    QCOMPARE(RawClient(studio).ask(chunks).status, 413);
    const QByteArray form =
        "--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" + QByteArray(300'000, 'a');
    QByteArray upload = "POST / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer artist\r\nTransfer-Encoding: chunked\r\n"
                        "Content-Type: multipart/form-data; boundary=b\r\n\r\n";
    upload += QByteArray::number(form.size(), 16) + "\r\n" + form + "\r\n";
    QCOMPARE(RawClient(studio).ask(upload).status, 413);
    QCOMPARE(studio.filesLeft(), 0);
}

void HttpTest::chunkedBodiesArriveWhole()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto reply = client.ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "3;ext=1\r\nabc\r\n5\r\ndefgh\r\n0\r\nTrailer: x\r\n\r\n");
    QVERIFY(reply.body.contains("\"abcdefgh\""));
    QCOMPARE(client.ask(get("/after")).status, 200);
}

void HttpTest::requestsInPiecesAreReadAsWhole()
{
    FakeStudio studio;
    RawClient client(studio);
    const QByteArray chunked = "\r\nPOST /echo?a=1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "3;note=x\r\nabc\r\n2\r\nde\r\n0\r\nX-After: y\r\n\r\n";
    for (const char letter : chunked) client.send(QByteArray(1, letter));
    QCOMPARE(Json::parse(client.receive().body.toStdString())["body"], Json("abcde"));
    // Two requests, cut at each place.
    const QByteArray two = chunked + get("/next");
    for (qsizetype cut = 1; cut < two.size(); cut += 7) {
        client.send(two.left(cut));
        client.send(two.mid(cut));
        QCOMPARE(Json::parse(client.receive().body.toStdString())["body"], Json("abcde"));
        QCOMPARE(Json::parse(client.receive().body.toStdString())["path"], Json("/next"));
    }
}

void HttpTest::whatFollowsTheLastChunkDecidesNothing()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto reply = client.ask("GET /who HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "0\r\nAuthorization: Bearer artist\r\n\r\n");
    QCOMPARE(reply.status, 401);
}

void HttpTest::unboundedChunkHeadsAreRefused()
{
    for (const QByteArray &rest : {"2;" + QByteArray(1'000'000, 'a') + "\r\n{}\r\n0\r\n\r\n",
             QByteArray("0\r\n") + QByteArray("X: " + QByteArray(1000, 'y') + "\r\n").repeated(1000) + "\r\n"}) {
        FakeStudio studio;
        RawClient client(studio);
        QCOMPARE(client.ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + rest).status, 431);
    }
}

void HttpTest::codingsThatAreNotKnownAreRefused()
{
    FakeStudio studio;
    for (const char *coding : {"gzip, chunked", "identity", "xchunked", "chunked, identity"})
        QCOMPARE(RawClient(studio)
                     .ask(QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ") + coding + "\r\n\r\n")
                     .status,
            501);
}

void HttpTest::emptyAnswersNameTheirTypeOnce()
{
    FakeStudio studio;
    const auto reply = RawClient(studio).ask(get("/nothing"));
    QCOMPARE(reply.status, 204);
    QCOMPARE(reply.head.count("content-type:"), 1);
}

void HttpTest::clientsThatExpectContinueAreToldTo()
{
    FakeStudio studio;
    RawClient client(studio);
    auto request = post("text/plain", "four", "Expect: 100-continue\r\n");
    client.send(request.left(request.size() - 4));
    QCOMPARE(client.receive().status, 100);
    client.send("four");
    QVERIFY(client.receive().body.contains("\"four\""));
}

void HttpTest::slowClientsAreSentAway()
{
    ServerOptions options;
    options.limits.headTime = options.limits.stallTime = options.limits.idleTime = 300ms;
    FakeStudio studio(options);
    RawClient headless(studio), bodyless(studio), idle(studio);
    bodyless.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc");
    QCOMPARE(idle.ask(get("/")).status, 200);
    // A byte now and then does not prolong a head.
    for (int i = 0; i < 10 && headless.socket().state() == QAbstractSocket::ConnectedState; ++i) {
        headless.send("G");
        QTest::qWait(50);
    }
    QVERIFY(headless.isClosed() || headless.receive().status >= 400);
    QCOMPARE(bodyless.receive().status, 408);
    QVERIFY(idle.isClosed());
}

void HttpTest::onlyAllowedOriginsAreAnsweredAsSuch()
{
    ServerOptions options;
    options.allowedOrigins = {"https://tools.example.com"};
    FakeStudio studio(options);
    RawClient client(studio);
    QVERIFY(client.ask(get("/", "Origin: https://tools.example.com\r\n"))
                .hasHeader("access-control-allow-origin: https://tools.example.com"));
    QVERIFY(!client.ask(get("/", "Origin: https://evil.example.com\r\n")).hasHeader("access-control"));
    const QByteArray preflight = "OPTIONS /x HTTP/1.1\r\nHost: a\r\nAccess-Control-Request-Method: PUT\r\n";
    const auto allowed = client.ask(preflight + "Origin: https://tools.example.com\r\n\r\n");
    QCOMPARE(allowed.status, 204);
    QVERIFY(allowed.hasHeader("access-control-allow-methods:"));
    QVERIFY(!client.ask(preflight + "Origin: null\r\n\r\n").hasHeader("access-control"));
}

void HttpTest::lineEndsCannotBeSmuggledIntoAHeader()
{
    FakeStudio studio;
    QTemporaryDir folder;
    studio.file = (folder.path() + QStringLiteral("/a")).toStdString();
    QFile file(QString::fromStdString(studio.file));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("abc");
    file.close();
    const auto reply = RawClient(studio).ask(get("/file?name=a%0D%0AX-Evil:%201"));
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.head.contains("\r\nx-evil"));
}

void HttpTest::filesAreServedInPartsAndOnlyWhenTheyChanged()
{
    FakeStudio studio;
    QTemporaryDir folder;
    studio.file = (folder.path() + QStringLiteral("/movie")).toStdString();
    QByteArray content(3'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i) content[i] = static_cast<char>(i * 31 >> 3);
    QFile file(QString::fromStdString(studio.file));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    RawClient client(studio);
    const auto range = [&](const QByteArray &range, const QByteArray &more = {}) {
        return client.ask(get("/file", "Range: " + range + "\r\n" + more));
    };
    const auto whole = client.ask(get("/file"));
    QCOMPARE(whole.body, content);
    QVERIFY(whole.hasHeader("etag: \"v1\"") && whole.hasHeader("cache-control: private, max-age=604800"));
    QVERIFY(whole.hasHeader("accept-ranges: bytes") && whole.hasHeader("last-modified: "));
    auto part = range("bytes=1000-1999");
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, content.mid(1000, 1000));
    QVERIFY(part.hasHeader("content-range: bytes 1000-1999/3000000"));
    QCOMPARE(range("bytes=2999990-").body, content.last(10));
    QCOMPARE(range("bytes=-10").body, content.last(10));
    QCOMPARE(range("bytes=0-99999999").body, content);
    QCOMPARE(range("bytes=abc").status, 416);
    part = range("bytes=3000000-");
    QCOMPARE(part.status, 416);
    QVERIFY(part.hasHeader("content-range: bytes */3000000") && part.body.startsWith("{\"message\""));
    QCOMPARE(range("bytes=0-1,5-6").status, 200);
    QCOMPARE(range("bytes=0-1", "If-Range: \"v0\"\r\n").status, 200);
    QCOMPARE(range("bytes=0-1", "If-Range: \"v1\"\r\n").status, 206);
    const auto unchanged = client.ask(get("/file", "If-None-Match: \"v0\", W/\"v1\"\r\n"));
    QCOMPARE(unchanged.status, 304);
    QVERIFY(unchanged.body.isEmpty() && unchanged.hasHeader("etag: \"v1\""));
    // The tag decides where both are sent.
    QCOMPARE(client.ask(get("/file", "If-None-Match: \"v0\"\r\nIf-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n"))
                 .status,
        200);
    QCOMPARE(client.ask(get("/file", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n")).status, 304);
    QCOMPARE(client.ask(get("/file", "If-Modified-Since: Wed, 01 Jan 2020 00:00:00 GMT\r\n")).status, 200);
    const auto head = client.ask("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(head.hasHeader("content-length: 3000000"));
    studio.file += "-gone";
    QCOMPARE(client.ask(get("/file")).status, 404);
}

void HttpTest::namesOfDownloadsAreEncoded()
{
    FakeStudio studio;
    studio.file = QCoreApplication::applicationFilePath().toStdString();
    RawClient client(studio);
    const auto head = [&](const QByteArray &name) {
        return client.ask("HEAD /file?name=" + name + " HTTP/1.1\r\nHost: a\r\n\r\n");
    };
    QVERIFY(head("shot.mov").hasHeader("content-disposition: attachment; filename=\"shot.mov\"\r\n"));
    QVERIFY(head("%C3%A9%22.mov").hasHeader("filename=\"___.mov\"; filename*=utf-8''%c3%a9%22.mov\r\n"));
}

void HttpTest::shortStreamsHaveALengthAndLongOnesAreChunked()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto shortOne = client.ask(get("/stream?bytes=200000"));
    QVERIFY(shortOne.hasHeader("content-length: 200000"));
    QCOMPARE(shortOne.body.size(), 200000);
    const auto longOne = client.ask(get("/stream?bytes=5000000"));
    QVERIFY(longOne.hasHeader("transfer-encoding: chunked"));
    QCOMPARE(longOne.body.size(), 5000000);
    // A client of HTTP/1.0 knows no chunks: the end of the connection ends the body.
    RawClient old(studio);
    const auto reply = old.ask("GET /stream?bytes=5000000 HTTP/1.0\r\n\r\n");
    QVERIFY(reply.hasHeader("connection: close") && !reply.hasHeader("chunked"));
}

void HttpTest::aBrokenStreamIsSeenAsSuch()
{
    FakeStudio studio;
    RawClient client(studio);
    QCOMPARE(client.ask(get("/stream?bytes=1000&breaks=1")).status, 500);
    client.ask(get("/stream?bytes=5000000&breaks=1"));
    QVERIFY(client.brokeOff);
}

void HttpTest::slowClientsOccupyNoWorker()
{
    FakeStudio studio;
    RawClient client(studio);
    client.socket().setReadBufferSize(64 * 1024);
    client.send(get("/stream?bytes=100000000"));
    // All of it is made, though next to nothing is read; the rest waits on the disk, in a file without a name.
    QTRY_VERIFY_WITH_TIMEOUT(studio.streamEnded, 20'000);
    QCOMPARE(studio.filesLeft(), 0);
    client.socket().setReadBufferSize(0);
    const auto reply = client.receive();
    QCOMPARE(reply.body.size(), 100'000'000);
    QCOMPARE(reply.body.count('x'), 100'000'000);
    QCOMPARE(client.ask(get("/after")).status, 200);
    // The same of a client of HTTP/1.0, of a compressed answer, and of one that was made whole.
    RawClient compressed(studio);
    compressed.send(get("/stream?bytes=100000000", "Accept-Encoding: gzip\r\n"));
    QCOMPARE(unzipped(compressed.receive().body).size(), 100'000'000);
    RawClient whole(studio);
    QCOMPARE(whole.ask(get("/bytes?bytes=20000000")).body.size(), 20'000'000);
}

void HttpTest::aClientThatLeavesEndsItsStream()
{
    FakeStudio studio;
    RawClient client(studio);
    client.socket().setReadBufferSize(64 * 1024);
    client.send(get("/stream?bytes=100000000&slowly=1"));
    QTRY_VERIFY(studio.streamed > 10'000'000);
    client.abort();
    QTRY_VERIFY(studio.streamBroke);
}

void HttpTest::answersAreCompressedForThoseWhoAsk_data()
{
    QTest::addColumn<QByteArray>("accepted");
    QTest::addColumn<QByteArray>("coding");
    QTest::newRow("gzip") << QByteArray("gzip, deflate") << QByteArray("gzip");
    QTest::newRow("zstd") << QByteArray("gzip;q=1.0, zstd;q=0.5") << QByteArray("zstd");
    QTest::newRow("zstd not wanted") << QByteArray("zstd;q=0, gzip") << QByteArray("gzip");
    QTest::newRow("none") << QByteArray("br, gzip;q=0.0") << QByteArray();
    QTest::newRow("nothing said") << QByteArray() << QByteArray();
}

void HttpTest::answersAreCompressedForThoseWhoAsk()
{
    QFETCH(QByteArray, accepted);
    QFETCH(QByteArray, coding);
    FakeStudio studio;
    RawClient client(studio);
    for (const QByteArray path : {"/bytes?bytes=100000", "/stream?bytes=100000", "/stream?bytes=5000000"}) {
        const auto reply = client.ask(get(path, "Accept-Encoding: " + accepted + "\r\n"));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.hasHeader("vary: accept-encoding"));
        QCOMPARE(reply.hasHeader("content-encoding: " + coding), !coding.isEmpty());
        QCOMPARE(reply.hasHeader("content-encoding"), !coding.isEmpty());
        const auto expected = path.mid(path.indexOf('=') + 1).toLongLong();
        QCOMPARE(coding.isEmpty() ? reply.body : unzipped(reply.body), QByteArray(expected, 'x'));
        if (!coding.isEmpty()) QVERIFY(reply.body.size() < expected / 10);
    }
    // What is short, or as small as it gets already, stays as it is.
    QVERIFY(!client.ask(get("/bytes?bytes=500", "Accept-Encoding: gzip\r\n")).hasHeader("content-encoding"));
    studio.file = QCoreApplication::applicationFilePath().toStdString();
    const auto part = client.ask(get("/file", "Accept-Encoding: gzip\r\nRange: bytes=0-99999\r\n"));
    QCOMPARE(part.status, 206);
    QVERIFY(!part.hasHeader("content-encoding"));
    QCOMPARE(part.body.size(), 100'000);
}

void HttpTest::whoHasAnAnswerIsToldSo()
{
    FakeStudio studio;
    RawClient client(studio);
    for (const QByteArray path : {"/bytes?bytes=5000&tag=%22v1%22", "/stream?bytes=5000&tag=W/%22v1%22"}) {
        const auto first = client.ask(get(path));
        QCOMPARE(first.status, 200);
        QVERIFY(first.hasHeader("\"v1\"\r\n") && first.hasHeader("cache-control: private, no-cache"));
        const auto again = client.ask(get(path, "If-None-Match: \"v0\", \"v1\"\r\n"));
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty() && again.hasHeader("\"v1\"\r\n"));
        QCOMPARE(client.ask(get(path, "If-None-Match: \"v0\"\r\n")).status, 200);
        // The compressed form has a tag that stands for both.
        const auto compressed = client.ask(get(path, "Accept-Encoding: gzip\r\n"));
        QVERIFY(compressed.hasHeader("etag: w/\"v1\"\r\n"));
        QCOMPARE(client.ask(get(path, "Accept-Encoding: gzip\r\nIf-None-Match: W/\"v1\"\r\n")).status, 304);
    }
}

void HttpTest::answersArePrivateAndInNobodysFrame()
{
    FakeStudio studio;
    RawClient client(studio);
    for (const char *path : {"/", "/bytes?bytes=10", "/stream?bytes=1000000", "/file", "/nothing"}) {
        const auto reply = client.ask(get(path));
        QVERIFY(reply.hasHeader("x-content-type-options: nosniff") && reply.hasHeader("x-frame-options: sameorigin"));
        QVERIFY(reply.hasHeader("frame-ancestors 'self'") && reply.hasHeader("referrer-policy: no-referrer"));
        QVERIFY2(reply.hasHeader("cache-control: no-store"), path);
        QVERIFY(!reply.hasHeader("strict-transport-security"));
        QCOMPARE(reply.head.count("cache-control:"), 1);
    }
}

void HttpTest::uploadedPagesAndScriptsAreNotServedAsSuch_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("served");
    QTest::addColumn<bool>("isSaved");
    const QByteArray bytes = "application/octet-stream";
    QTest::newRow("page") << QByteArray("text/html; charset=utf-8") << bytes << true;
    QTest::newRow("xhtml") << QByteArray("application/xhtml+xml") << bytes << true;
    QTest::newRow("script") << QByteArray("text/javascript") << bytes << true;
    QTest::newRow("another script") << QByteArray("application/x-javascript") << bytes << true;
    QTest::newRow("style") << QByteArray("text/css") << bytes << true;
    QTest::newRow("drawing") << QByteArray("image/svg+xml") << bytes << true;
    QTest::newRow("document") << QByteArray("application/pdf") << QByteArray("application/pdf") << true;
    QTest::newRow("picture") << QByteArray("image/png") << QByteArray("image/png") << false;
    QTest::newRow("movie") << QByteArray("video/mp4") << QByteArray("video/mp4") << false;
    QTest::newRow("text") << QByteArray("text/plain") << QByteArray("text/plain") << false;
}

void HttpTest::uploadedPagesAndScriptsAreNotServedAsSuch()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, served);
    QFETCH(bool, isSaved);
    FakeStudio studio;
    studio.file = QCoreApplication::applicationFilePath().toStdString();
    studio.type = type.toStdString();
    const auto reply = RawClient(studio).ask("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(reply.hasHeader("content-type: " + served + "\r\n"));
    QCOMPARE(reply.hasHeader("content-disposition: attachment"), isSaved);
    QCOMPARE(reply.hasHeader("content-security-policy: sandbox;"), isSaved);
}

void HttpTest::cookiesCountOnlyForOwnAndAllowedPages_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("no page") << QByteArray() << 200;
    QTest::newRow("own") << QByteArray("Origin: http://here\r\n") << 200;
    QTest::newRow("allowed") << QByteArray("Origin: https://tools.example.com\r\n") << 200;
    QTest::newRow("foreign") << QByteArray("Origin: https://evil.example.com\r\n") << 401;
    QTest::newRow("another port") << QByteArray("Origin: http://here:81\r\n") << 401;
    QTest::newRow("no name") << QByteArray("Origin: null\r\n") << 401;
    QTest::newRow("a link of another site") << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 401;
    QTest::newRow("a picture in a page of another host")
        << QByteArray("Sec-Fetch-Site: same-site\r\nReferer: https://other.example.com/x\r\n") << 401;
    QTest::newRow("a picture in an allowed page")
        << QByteArray("Sec-Fetch-Site: cross-site\r\nReferer: https://tools.example.com/x\r\n") << 200;
    QTest::newRow("typed by a person") << QByteArray("Sec-Fetch-Site: none\r\n") << 200;
    QTest::newRow("foreign with a token")
        << QByteArray("Origin: https://evil.example.com\r\nAuthorization: Bearer artist\r\n") << 200;
}

void HttpTest::cookiesCountOnlyForOwnAndAllowedPages()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    ServerOptions options;
    options.allowedOrigins = {"https://tools.example.com"};
    FakeStudio studio(options);
    RawClient client(studio);
    const QByteArray cookie = "Cookie: access_token_cookie=artist\r\n";
    QCOMPARE(client.ask(get("/who", cookie + fields)).status, status);
    QCOMPARE(client.ask(get("/api/who", cookie + fields)).status, status);
}

void HttpTest::idleConnectionsOfAnAddressGiveWay()
{
    ServerOptions options;
    options.limits.connectionsOfAddress = 5;
    FakeStudio studio(options);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 5; ++i) {
        idle.push_back(std::make_unique<RawClient>(studio));
        QCOMPARE(idle.back()->ask(get("/")).status, 200);
        QTest::qWait(5);
    }
    RawClient newcomer(studio);
    QCOMPARE(newcomer.ask(get("/")).status, 200);
    QVERIFY(idle[0]->isClosed()); // had been idle for longest
    QCOMPARE(idle[4]->ask(get("/")).status, 200);
    // Busy ones stay, and then there is no place.
    std::vector<std::unique_ptr<RawClient>> busy;
    for (int i = 0; i < 5; ++i) {
        busy.push_back(std::make_unique<RawClient>(studio));
        busy.back()->send(get("/stream?bytes=100000000&slowly=1"));
        QVERIFY(busy.back()->socket().waitForReadyRead(5000));
    }
    RawClient refused(studio);
    refused.send(get("/"));
    QVERIFY(refused.isClosed());
    // Another address is not concerned.
    QTcpSocket other;
    QVERIFY(other.bind(QHostAddress(QStringLiteral("127.0.0.2"))));
    other.connectToHost(QStringLiteral("127.0.0.1"), studio.server->port());
    QVERIFY(other.waitForConnected(5000));
    other.write(get("/"));
    QVERIFY(other.waitForReadyRead(5000));
    QVERIFY(other.readAll().startsWith("HTTP/1.1 200"));
}

void HttpTest::guessesOfOneAddressAreSlowedDown()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto signIn = [&](const QByteArray &body, const QByteArray &fields = {}) {
        return client.ask("POST /auth/login HTTP/1.1\r\nHost: a\r\n" + fields
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
    for (int i = 0; i < 200; ++i) QCOMPARE(signIn("right").status, 200);
    int guesses = 0;
    while (guesses < 200 && signIn("wrong").status == 400) ++guesses;
    QVERIFY2(guesses >= 100 && guesses < 150, QByteArray::number(guesses).constData());
    const auto refusal = signIn("wrong");
    QCOMPARE(refusal.status, 429);
    QVERIFY(refusal.hasHeader("retry-after: 60") && refusal.body.contains("message"));
    // Nobody escapes by naming another address.
    QCOMPARE(signIn("wrong", "X-Forwarded-For: 203.0.113.7\r\n").status, 429);
    QCOMPARE(client.ask(get("/")).status, 200);
}

void HttpTest::aTrustedProxyNamesTheClient()
{
    ServerOptions options;
    options.trustedProxies = {"127.0.0.1", "192.0.2.1"};
    FakeStudio studio(options);
    const auto seen = [&](const QByteArray &list) {
        const auto reply = RawClient(studio).ask(get("/echo", "X-Forwarded-For: " + list + "\r\n"));
        return Json::parse(reply.body.toStdString())["from"].get<std::string>();
    };
    QCOMPARE(seen("203.0.113.7"), std::string("203.0.113.7"));
    QCOMPARE(seen("198.51.100.1, 203.0.113.7, 192.0.2.1"), std::string("203.0.113.7")); // the first one is hearsay
    QCOMPARE(seen("nonsense"), std::string("127.0.0.1"));
}

void HttpTest::aBusyPortIsNamed()
{
    FakeStudio studio;
    ServerOptions options;
    options.port = studio.server->port();
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, FakeStudio second(options));
}

QTEST_GUILESS_MAIN(HttpTest)
#include "test_http.moc"
