// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged survives: the server is killed at random moments while several clients write, and each
// comment, status and file that it answered for must be there afterwards.
#include "core/media/FileStore.h"
#include "tests/support/RunningServer.h"
#include "tests/support/TestProduction.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace callboard;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int clients = 4;
constexpr int rounds = 200;
constexpr qint64 longest = 50'000; // milliseconds for all rounds on a slow machine
constexpr int fewest = 20;

/// A comment that the server has answered for.
struct Written
{
    QByteArray id;
    std::string text;
    std::string statusId;
    QByteArray attachment; // identifier; empty: none
    QByteArray bytes;
};

/// A studio's folder with a shot that has a task for each client.
struct Prepared
{
    explicit Prepared(const QString &folder)
    {
        StudioOptions options;
        options.folder = folder.toStdString();
        TestStudio studio(std::move(options));
        TestProduction production(studio);
        const auto sequence = production.sequence("SE01");
        for (const char *name : {"wip", "wfa", "retake"}) statuses.push_back(idOfStatus(production, name));
        const auto type = production.idNamed("task_type", "Animation");
        for (int i = 0; i < clients; ++i) {
            const auto shot = production.shot("SH" + std::to_string(i), sequence);
            tasks.push_back(QByteArray::fromStdString(
                studio
                    .post("/data/tasks",
                        {{"name", "main"}, {"project_id", production.id()}, {"task_type_id", type}, {"entity_id", shot},
                            {"task_status_id", statuses[0]}})
                    .body.value("id", "")));
        }
    }

    static std::string idOfStatus(TestProduction &production, const std::string &shortName)
    {
        auto rows = production.database().query("SELECT id FROM task_status WHERE short_name = ?", shortName);
        return rows.next() ? rows.string(0) : std::string();
    }

    std::vector<std::string> statuses;
    std::vector<QByteArray> tasks;
};

QByteArray randomBytes(QRandomGenerator &random)
{
    QByteArray bytes(1 + random.bounded(120'000), Qt::Uninitialized);
    for (char &byte : bytes) byte = static_cast<char>(random.bounded(256));
    return bytes;
}

/// Writes until the connection breaks; tells what was answered for, and counts it at once.
std::vector<Written> writeUntilKilled(quint16 port, const QByteArray &token, const QByteArray &task,
    const Prepared &prepared, quint32 seed, std::atomic<int> &answered)
{
    QRandomGenerator random(seed);
    PlainClient client(port, token);
    std::vector<Written> written;
    for (int i = 0;; ++i) {
        Written next;
        next.text = "comment " + std::to_string(seed) + ' ' + std::to_string(i);
        next.statusId = prepared.statuses[random.bounded(quint32(prepared.statuses.size()))];
        const bool hasFile = random.bounded(4) == 0;
        if (hasFile) next.bytes = randomBytes(random);
        const QByteArray path = "/actions/tasks/" + task + "/comment";
        const auto reply = hasFile ? client.upload(path, "take.bin", next.bytes,
                               {{"task_status_id", QByteArray::fromStdString(next.statusId)},
                                   {"comment", QByteArray::fromStdString(next.text)}})
                                   : client.post(path, {{"task_status_id", next.statusId}, {"comment", next.text}});
        if (reply.status != 201) return written;
        const Json told = reply.json();
        next.id = QByteArray::fromStdString(told.value("id", ""));
        if (hasFile) next.attachment = QByteArray::fromStdString(told["attachment_files"][0].value("id", ""));
        written.push_back(std::move(next));
        ++answered;
    }
}

/// A sentence for what is not as it was answered; empty: all is.
QByteArray faultOf(PlainClient &client, const Written &written)
{
    const auto comment = client.get("/data/comments/" + written.id);
    if (comment.status != 200) return "A comment is lost: " + written.id + ' ' + QByteArray::number(comment.status);
    const Json told = comment.json();
    if (told.value("text", "") != written.text || told.value("task_status_id", "") != written.statusId)
        return "A comment is another: " + written.id;
    if (written.attachment.isEmpty()) return {};
    const auto file = client.get("/data/attachment-files/" + written.attachment + "/file/take.bin");
    if (file.status != 200 || file.body != written.bytes) return "A file is lost or damaged: " + written.attachment;
    return {};
}

QByteArray faultOfDatabase(const QString &folder)
{
    const auto database = store::openSqlite(folder.toStdString() + "/database/studio.db", false);
    for (const char *check : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
        auto rows = database->query(check);
        while (rows.next())
            if (rows.text(0) != "ok") return QByteArray::fromStdString(rows.string(0));
    }
    return {};
}

} // namespace

class DurabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAnsweredForSurvivesAKilledServer();
};

void DurabilityTest::whatWasAnsweredForSurvivesAKilledServer()
{
    QTemporaryDir directory;
    const QString folder = directory.filePath(u"studio"_s);
    const Prepared prepared(folder);
    QVERIFY(!prepared.tasks.back().isEmpty());
    const quint32 seed = QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QElapsedTimer clock;
    clock.start();
    QByteArray token;
    std::vector<Written> earlier; // of the round before, looked at after the restart
    std::size_t total = 0;
    int round = 0;
    for (; round < rounds && clock.elapsed() < longest; ++round) {
        RunningServer server({u"--data"_s, folder});
        QVERIFY2(server.port > 0, server.said().constData());
        PlainClient reader(server.port, token);
        if (token.isEmpty()) {
            const Json answer =
                reader.post("/auth/login", {{"email", "admin@example.com"}, {"password", "mysecretpassword"}}).json();
            token = QByteArray::fromStdString(answer.value("access_token", ""));
            reader.setToken(token);
        }
        for (const Written &written : earlier) {
            const auto fault = faultOf(reader, written);
            QVERIFY2(fault.isEmpty(), fault.constData());
        }
        QCOMPARE(filesBelow(folder + u"/arriving"_s), 0);
        std::vector<std::vector<Written>> written(clients);
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < clients; ++i)
            threads.emplace_back([&, i, own = random.generate()] {
                written[std::size_t(i)] =
                    writeUntilKilled(server.port, token, prepared.tasks[std::size_t(i)], prepared, own, answered);
            });
        // However slow the machine: the end comes while the clients are at it.
        QElapsedTimer waited;
        waited.start();
        while (answered == 0 && waited.elapsed() < 5000) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        std::this_thread::sleep_for(std::chrono::milliseconds(random.bounded(60)));
        server.kill();
        for (auto &thread : threads) thread.join();
        earlier.clear();
        for (auto &list : written) earlier.insert(earlier.end(), list.begin(), list.end());
        total += earlier.size();
        const auto fault = faultOfDatabase(folder);
        QVERIFY2(fault.isEmpty(), fault.constData());
    }
    qInfo("%d rounds, %zu comments answered for, %lld ms", round, total, static_cast<long long>(clock.elapsed()));
    QVERIFY(round >= fewest);
    QVERIFY(total >= std::size_t(round));
}

QTEST_GUILESS_MAIN(DurabilityTest)
#include "test_durability.moc"
