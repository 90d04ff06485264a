// SPDX-License-Identifier: GPL-3.0-or-later
// The studio's disk is full: writes are refused with a sentence, reads go on, nothing is left behind, and when
// there is room again everything works without a restart. The disk is a small tmpfs of the server's own.
#include "tests/support/RunningServer.h"
#include "tests/support/TestProduction.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace callboard;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ballast = 4'000'000;

/// The command that gives a program a mount of its own; empty when this machine permits none.
QStringList namespaceCommand()
{
    for (const QStringList &command : {QStringList{u"unshare"_s, u"-m"_s}, QStringList{u"unshare"_s, u"-Urm"_s}}) {
        QTemporaryDir place;
        const QStringList trial = command.mid(1)
            << u"sh"_s << u"-c"_s << u"mount -t tmpfs -o size=1m tmpfs "_s + place.path();
        if (QProcess::execute(command.first(), trial) == 0) return command;
    }
    return {};
}

} // namespace

class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void uploadsAndChangesAreRefusedAndReadsGoOn();

private:
    QTemporaryDir m_place;
    std::unique_ptr<RunningServer> m_server;
    QString m_inside; // the studio's folder as the server sees it, reached through its process
};

void FullDiskTest::initTestCase()
{
    const auto command = namespaceCommand();
    if (command.isEmpty()) QSKIP("This machine lets no test mount a small disk (unshare -m and -Urm are refused).");
    const QString script =
        u"mount -t tmpfs -o size=12m tmpfs \"$0\" && head -c %1 /dev/zero > \"$0/ballast\" && exec \"$@\""_s.arg(
            ballast);
    const QStringList prefix = command + QStringList{u"sh"_s, u"-c"_s, script, m_place.path()};
    m_server = std::make_unique<RunningServer>(
        QStringList{u"--data"_s, m_place.filePath(u"studio"_s), u"--administrator"_s, u"admin@example.com"_s},
        "mysecretpassword\n", prefix);
    QVERIFY2(m_server->port > 0, m_server->said().constData());
    m_inside = u"/proc/%1/root%2/studio"_s.arg(m_server->processId()).arg(m_place.path());
    if (!QFile::exists(m_inside)) QSKIP("This machine lets no test look into another process' mounts.");
}

void FullDiskTest::uploadsAndChangesAreRefusedAndReadsGoOn()
{
    PlainClient client(m_server->port);
    const Json credentials = {{"email", "admin@example.com"}, {"password", "mysecretpassword"}};
    const QByteArray token =
        QByteArray::fromStdString(client.post("/auth/login", credentials).json().value("access_token", ""));
    QVERIFY(!token.isEmpty());
    client.setToken(token);
    const auto made = [&](const QByteArray &path, const Json &body) {
        return client.post(path, body).json().value("id", "");
    };
    const auto firstId = [&](const QByteArray &path) { return client.get(path).json()[0].value("id", ""); };
    const auto project = made("/data/projects", {{"name", "Alpha"}});
    const auto asset =
        made(QByteArray::fromStdString("/data/projects/" + project + "/asset-types/"
                 + client.get("/data/entity-types?name=Character").json()[0].value("id", "") + "/assets/new"),
            {{"name", "Llama"}});
    const Json newTask = {{"name", "main"}, {"project_id", project}, {"entity_id", asset},
        {"task_type_id", firstId("/data/task-types?name=Modeling")},
        {"task_status_id", firstId("/data/task-status?short_name=todo")}};
    const auto task = made("/data/tasks", newTask);
    QVERIFY(!task.empty());
    const QByteArray comments = QByteArray::fromStdString("/actions/tasks/" + task + "/comment");
    const Json words = {{"task_status_id", newTask["task_status_id"]}, {"comment", std::string(20'000, 'w')}};
    const std::vector<std::pair<QByteArray, QByteArray>> fields{
        {"task_status_id", QByteArray::fromStdString(newTask["task_status_id"].get<std::string>())},
        {"comment", "file"}};

    // Files until one is refused: none of it stays.
    int kept = 0;
    PlainClient::Reply refused;
    for (int i = 0; i < 40; ++i) {
        refused = client.upload(comments, "take.bin", QByteArray(700'000, 'f'), fields);
        if (refused.status != 201) break;
        ++kept;
    }
    QVERIFY(kept > 0);
    QCOMPARE(refused.status, 507);
    QVERIFY(!refused.json().value("message", "").empty());
    QCOMPARE(filesBelow(m_inside + u"/arriving"_s), 0);
    QCOMPARE(filesBelow(m_inside + u"/files/attachments"_s), kept);

    // Rows until one is refused.
    int written = 0;
    for (int i = 0; i < 400; ++i) {
        refused = client.post(comments, words);
        if (refused.status != 201) break;
        ++written;
    }
    QCOMPARE(refused.status, 507);
    QVERIFY(!refused.json().value("message", "").empty());
    const auto stored = [&] {
        return client.get(QByteArray::fromStdString("/data/tasks/" + task + "/comments")).json().size();
    };
    QCOMPARE(stored(), std::size_t(kept + written));
    for (int i = 0; i < 20; ++i) QCOMPARE(client.post(comments, words).status, 507);
    QCOMPARE(stored(), std::size_t(kept + written));
    QCOMPARE(client.get("/data/projects").status, 200);

    // Room again: nothing has to be restarted.
    QVERIFY(QFile::remove(m_inside + u"/../ballast"_s));
    QCOMPARE(client.post(comments, words).status, 201);
    QCOMPARE(client.upload(comments, "take.bin", QByteArray(700'000, 'f'), fields).status, 201);
    QCOMPARE(stored(), std::size_t(kept + written + 2));
    QVERIFY(m_server->isRunning());
}

QTEST_GUILESS_MAIN(FullDiskTest)
#include "test_full_disk.moc"
