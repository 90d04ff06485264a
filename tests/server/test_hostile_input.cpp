// SPDX-License-Identifier: GPL-3.0-or-later
// Files and streams that are meant to harm, sent to the real server: each is refused with a sentence, nothing of it
// stays on the disk, and the server goes on.
#include "tests/support/RunningServer.h"
#include "tests/support/TestProduction.h"

#include <QBuffer>
#include <QDirIterator>
#include <QImage>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace callboard;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

namespace {

quint32 checksum(const QByteArray &bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum & 1 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }
    return ~sum;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &name, const QByteArray &content)
{
    return bigEndian(quint32(content.size())) + name + content + bigEndian(checksum(name + content));
}

/// A PNG that promises that many pixels and brings next to none.
QByteArray boastfulPng(quint32 width, quint32 height)
{
    const QByteArray pixels = qCompress(QByteArray(1'000'000, '\0')).mid(4);
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
        + chunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\0\0\0", 5)) + chunk("IDAT", pixels)
        + chunk("IEND", {});
}

QByteArray truePng()
{
    QImage picture(200, 100, QImage::Format_RGB32);
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x) picture.setPixel(x, y, qRgb(x * y % 256, x, y));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class HostileInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void filesThatAreNotWhatTheySayAreRefused_data();
    void filesThatAreNotWhatTheySayAreRefused();
    void moviesThatCannotBePlayedAreBroken_data();
    void moviesThatCannotBePlayedAreBroken();
    void hostileBackgroundsAreRefused();
    void aBrokenBackgroundSaysSoAndLeavesTheOneThatIsUsed();
    void uploadsThatBreakOffLeaveNothing();
    void endlessStreamsAreEnded();
    void fileNamesLeadNowhere();
    void aForgedForwardedAddressIsNotBelieved();
    void cleanup();

private:
    QString folder() const { return m_directory.filePath(u"studio"_s); }
    QByteArray newPreview()
    {
        const auto comment =
            client->post("/actions/tasks/" + m_task + "/comment", {{"task_status_id", m_status}, {"comment", "Take"}});
        const auto preview = client->post("/actions/tasks/" + m_task + "/comments/"
                + QByteArray::fromStdString(comment.json().value("id", "")) + "/add-preview",
            Json::object());
        return QByteArray::fromStdString(preview.json().value("id", ""));
    }

    QTemporaryDir m_directory;
    std::unique_ptr<RunningServer> server;
    std::unique_ptr<PlainClient> client;
    QByteArray m_token;
    QByteArray m_task;
    std::string m_status;
    int m_filesBefore = 0;
};

void HostileInputTest::initTestCase()
{
    {
        StudioOptions options;
        options.folder = folder().toStdString();
        TestStudio studio(std::move(options));
        TestProduction production(studio);
        const auto shot = production.shot("SH010", production.sequence("SE01"));
        m_status = production.idNamed("task_status", "Todo");
        const Json newTask = {{"name", "main"}, {"project_id", production.id()},
            {"task_type_id", production.idNamed("task_type", "Animation")}, {"entity_id", shot},
            {"task_status_id", m_status}};
        m_task = QByteArray::fromStdString(studio.post("/data/tasks", newTask).body.value("id", ""));
        m_token = QByteArray::fromStdString(studio.signIn());
    }
    server = std::make_unique<RunningServer>(QStringList{u"--data"_s, folder()});
    QVERIFY2(server->port > 0, server->said().constData());
    client = std::make_unique<PlainClient>(server->port, m_token);
}

void HostileInputTest::init()
{
    m_filesBefore = filesBelow(folder() + u"/files"_s);
}

void HostileInputTest::cleanup()
{
    QTRY_COMPARE(filesBelow(folder() + u"/arriving"_s), 0);
    QCOMPARE(filesBelow(folder() + u"/files"_s), m_filesBefore);
    QVERIFY(server->isRunning());
    QCOMPARE(client->get("/data/projects").status, 200);
}

void HostileInputTest::filesThatAreNotWhatTheySayAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = truePng();
    QTest::newRow("3.6 thousand million pixels") << QByteArray("bomb.png") << boastfulPng(60'000, 60'000);
    QTest::newRow("a side of 2^31") << QByteArray("bomb.png") << boastfulPng(0x7fffffff, 1);
    QTest::newRow("no pixel") << QByteArray("none.png") << boastfulPng(0, 10);
    QTest::newRow("pixels that lack") << QByteArray("half.png") << png.left(png.size() / 2);
    QTest::newRow("a head alone") << QByteArray("head.png") << png.left(33);
    QTest::newRow("nothing") << QByteArray("nothing.png") << QByteArray();
    QTest::newRow("text") << QByteArray("text.jpg") << QByteArray("hello");
    QTest::newRow("markup") << QByteArray("markup.png")
                            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
    QTest::newRow("another format") << QByteArray("gif.png") << QByteArray("GIF89a\x01\0\x01\0\0\0\0;", 14);
    QTest::newRow("a program") << QByteArray("run.exe") << QByteArray("MZ\0\0", 4);
    QTest::newRow("no ending") << QByteArray("picture") << png;
}

void HostileInputTest::filesThatAreNotWhatTheySayAreRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    const auto reply = client->upload("/pictures/preview-files/" + newPreview(), name, bytes);
    QVERIFY2(reply.status == 400, reply.body.constData());
    QVERIFY(!reply.json().value("message", "").empty());
}

void HostileInputTest::moviesThatCannotBePlayedAreBroken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("noise") << QByteArray(100'000, 'x');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a playlist") << QByteArray("#EXTM3U\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n");
    QTest::newRow("a list of files") << QByteArray("ffconcat version 1.0\nfile /etc/passwd\n");
    QTest::newRow("boxes without end") << QByteArray("\0\0\0\x18"
                                                     "ftypmp42\0\0\0\0mp42isom\xff\xff\xff\xffmoov",
        32);
}

void HostileInputTest::moviesThatCannotBePlayedAreBroken()
{
    QFETCH(QByteArray, bytes);
    const auto broken = client->upload("/pictures/preview-files/" + newPreview(), "take.mp4", bytes);
    QCOMPARE(broken.status, 201);
    QCOMPARE(broken.json()["status"], Json("broken"));
    QCOMPARE(
        client->upload("/pictures/preview-files/" + newPreview() + "?normalize=false", "take.mov", bytes).status, 400);
}

void HostileInputTest::hostileBackgroundsAreRefused()
{
    for (const char *size :
        {"-Y 2000000000 +X 2000000000", "-Y 0 +X 6", "-Y -4 +X 6", "nonsense", "-Y 40000 +X 40000"}) {
        const auto made = client->post("/data/preview-background-files", {{"name", std::string("Sky ") + size}});
        const auto path =
            "/pictures/preview-background-files/" + QByteArray::fromStdString(made.json().value("id", ""));
        const QByteArray bytes = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n" + QByteArray(size) + "\n\x02\x02\xff\xff";
        QCOMPARE(client->upload(path, "sky.hdr", bytes).status, 400);
    }
}

void HostileInputTest::aBrokenBackgroundSaysSoAndLeavesTheOneThatIsUsed()
{
    const auto made = client->post("/data/preview-background-files", {{"name", "Used sky"}}).json();
    const auto id = QByteArray::fromStdString(made.value("id", ""));
    const auto project = QByteArray::fromStdString(client->get("/data/projects").json()[0].value("id", ""));
    const auto linked = client->post("/data/projects/" + project + "/settings/preview-background-files",
        {{"preview_background_file_id", id.toStdString()}});
    QVERIFY2(linked.status < 300, linked.body.constData());
    const auto refused =
        client->upload("/pictures/preview-background-files/" + id, "sky.hdr", "#?RADIANCE\n\nnonsense\n");
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.body.contains("no Radiance picture"), refused.body.constData());
    QCOMPARE(client->get("/data/preview-background-files/" + id).status, 200);
}

void HostileInputTest::uploadsThatBreakOffLeaveNothing()
{
    const QByteArray preview = newPreview();
    for (int i = 0; i < 20; ++i) {
        PlainClient cut(server->port, m_token);
        QVERIFY(cut.send("POST /pictures/preview-files/" + preview + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + m_token
            + "\r\nContent-Type: multipart/form-data; boundary=mark\r\nContent-Length: 90000000\r\n\r\n"
              "--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
            + QByteArray(1000 + i * 50'000, 'a')));
        cut.cut();
    }
    QTRY_COMPARE(filesBelow(folder() + u"/arriving"_s), 0);
    QCOMPARE(
        client->get("/data/preview-files/" + preview).json()["status"], Json("processing")); // still takes its file
}

void HostileInputTest::endlessStreamsAreEnded()
{
    PlainClient endless(server->port, m_token);
    QVERIFY(endless.send("PUT /data/persons/x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + m_token
        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n"));
    const QByteArray piece = "100000\r\n" + QByteArray(0x100000, ' ') + "\r\n";
    int sent = 0;
    while (sent < 200 && endless.send(piece)) ++sent; // more than a body may have
    const auto reply = endless.exchange({});
    QVERIFY2(reply.status == 413 || reply.status == 0, QByteArray::number(reply.status).constData());
    PlainClient wordy(server->port, m_token);
    QCOMPARE(wordy.ask("GET", "/data/projects", {}, {}, "X-Long: " + QByteArray(200'000, 'x') + "\r\n").status, 431);
}

void HostileInputTest::fileNamesLeadNowhere()
{
    const QByteArray comment = "/actions/tasks/" + m_task + "/comment";
    const std::vector<std::pair<QByteArray, QByteArray>> fields{
        {"task_status_id", QByteArray::fromStdString(m_status)}, {"comment", "file"}};
    int stored = 0;
    for (const QByteArray &name : {QByteArray("../../../evil.txt"), QByteArray("/etc/evil.txt"),
             QByteArray("..\\..\\evil.txt"), QByteArray(5000, 'n') + ".txt", QByteArray("\xff\xfe.txt")}) {
        const auto reply = client->upload(comment, name, "content", fields);
        QCOMPARE(reply.status, 201);
        const auto told = reply.json()["attachment_files"][0]["name"].get<std::string>();
        QVERIFY(told.find('/') == std::string::npos && told.find('\\') == std::string::npos && told.size() <= 250);
        ++stored;
    }
    QCOMPARE(filesBelow(folder() + u"/files"_s), m_filesBefore + stored);
    for (QDirIterator files(m_directory.path(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        QVERIFY(!files.next().contains(u"evil"_s));
    m_filesBefore += stored;
}

void HostileInputTest::aForgedForwardedAddressIsNotBelieved()
{
    const QByteArray body = R"({"email": "admin@example.com", "password": "mysecretpassword"})";
    const auto reply = PlainClient(server->port)
                           .ask("POST", "/auth/login", body, "application/json",
                               "X-Forwarded-For: 203.0.113.7\r\nForwarded: for=203.0.113.7\r\n");
    QCOMPARE(reply.status, 200);
    const Json logs = client->get("/data/events/login-logs/last").json();
    QVERIFY(logs.is_array() && !logs.empty());
    for (const Json &log : logs) QVERIFY(toText(log).find("203.0.113.7") == std::string::npos);
}

QTEST_GUILESS_MAIN(HostileInputTest)
#include "test_hostile_input.moc"
