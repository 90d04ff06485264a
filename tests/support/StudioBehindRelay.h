// SPDX-License-Identifier: GPL-3.0-or-later
// A studio that a desktop has joined through a relay that can be cut, and can lose an answer. The studio is the program
// callboard-server in a process of its own; it has a production Alpha of three shots SQ010 / SH0010 to SH0030, each
// with a task of Animation.
#pragma once

#include "tests/support/RunningServer.h"
#include "tests/support/TestDesktop.h"

#include "ui/entities/EntityEditing.h"
#include "ui/entities/EntityFeed.h"
#include "ui/entities/WaitingEdits.h"

#include <QImage>
#include <QTcpServer>
#include <QTest>

namespace callboard::tests {

using namespace Qt::StringLiterals;
using namespace callboard::ui;

inline const QString email = QString::fromLatin1(TestDesktop::email);
inline const QString password = QString::fromLatin1(TestDesktop::password);

/// Passes bytes between the desktop and the server. The address stays the same while servers come and go.
class Relay final : public QTcpServer
{
public:
    Relay()
    {
        listen(QHostAddress::LocalHost);
        m_port = serverPort();
    }
    void setServer(quint16 port) { m_server = port; }
    QString address() const { return u"127.0.0.1:%1"_s.arg(m_port); }
    void cut()
    {
        close();
        for (QTcpSocket *socket : findChildren<QTcpSocket *>()) socket->abort();
    }
    bool mend() { return listen(QHostAddress::LocalHost, m_port); }
    /// The next request with these words is carried out, and its answer is lost with the connection.
    void loseAnswerTo(const QByteArray &words) { m_lost = words; }
    bool hasLost() const { return m_lost.isEmpty(); }
    /// Requests with these words break off before the server hears of them; empty: none.
    void stop(const QByteArray &words) { m_stopped = words; }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *desktop = new QTcpSocket(this);
        auto *server = new QTcpSocket(this);
        desktop->setSocketDescriptor(handle);
        server->connectToHost(QHostAddress::LocalHost, m_server);
        connect(desktop, &QTcpSocket::readyRead, this, [this, desktop, server] {
            const QByteArray bytes = desktop->readAll();
            if (!m_stopped.isEmpty() && bytes.contains(m_stopped)) {
                desktop->abort();
                return;
            }
            if (!m_lost.isEmpty() && bytes.contains(m_lost)) {
                m_lost.clear();
                server->setProperty("isLost", true);
            }
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, this, [desktop, server] {
            const QByteArray bytes = server->readAll();
            if (server->property("isLost").toBool())
                desktop->abort();
            else
                desktop->write(bytes);
        });
        connect(desktop, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
        connect(server, &QTcpSocket::disconnected, desktop, [desktop] { desktop->disconnectFromHost(); });
        for (QTcpSocket *socket : {desktop, server})
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    quint16 m_port = 0;
    quint16 m_server = 0;
    QByteArray m_lost;
    QByteArray m_stopped;
};

/// A desktop that joined: the studio as it has it open, and the spreadsheet of a production.
struct Desk
{
    explicit Desk(const QString &address)
        : studio(awaited(OpenedStudio::join(address)))
    {
        studio->outbox().setPatience(400, 100);
        awaited(studio->session().signIn(email, password));
        awaited(studio->directory().load());
    }
    void show(const QString &production)
    {
        editing.setProduction(production);
        feed.show(production);
    }
    bool isLive() const { return studio->gateway().link() == StudioGateway::Link::Live; }
    Outbox &outbox() { return studio->outbox(); }

    std::unique_ptr<OpenedStudio> studio;
    SheetModel model;
    EntityFeed feed{*studio, EntityKind::Shot, model};
    EntityEditing editing{*studio, model};
    WaitingEdits waiting{studio->outbox(), model};
};

/// What a test class of it needs: begin() in init(), end() in cleanup().
class StudioBehindRelay : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<Desk> m_desk;
    QString m_production;
    QString m_animation; // the task type
    QStringList m_shots;
    QStringList m_tasks;

    void startServer()
    {
        m_server.reset();
        m_server = std::make_unique<RunningServer>(
            QStringList{u"--data"_s, m_folder->filePath(u"studio"_s), u"--administrator"_s, email},
            password.toUtf8() + '\n');
        m_relay->setServer(m_server->port);
    }
    Json post(const QString &path, const Json &body) { return awaited(m_desk->studio->gateway().post(path, body)); }
    /// The same person elsewhere, whom no relay cuts off.
    PlainClient elsewhere() { return PlainClient(m_server->port, m_desk->studio->gateway().accessToken().toUtf8()); }
    Json comments(qsizetype task)
    {
        return elsewhere().get("/data/tasks/" + m_tasks[task].toUtf8() + "/comments").json();
    }
    Json task(qsizetype place) { return elsewhere().get("/data/tasks/" + m_tasks[place].toUtf8()).json(); }
    CellAddress cell(qsizetype shot) const { return {m_shots[shot], {ColumnKind::Task, m_animation}}; }
    bool isMarked(const CellAddress &at)
    {
        SheetModel &model = m_desk->model;
        return model.isPending(model.rowOf(at.rowId), model.columnOf(at.column));
    }
    QString status(const QString &shortName)
    {
        for (const auto &status : m_desk->studio->directory().statuses())
            if (status.shortName.compare(shortName, Qt::CaseInsensitive) == 0 && !status.isForConcept) return status.id;
        return {};
    }
    void goAway()
    {
        m_relay->cut();
        QTRY_VERIFY(!m_desk->isLive());
    }
    void comeBack()
    {
        QVERIFY(m_relay->mend());
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLive(), 20'000);
    }
    void makeProduction()
    {
        Json body = {{"name", "Alpha"}, {"team", {m_desk->studio->session().person().id.toStdString()}}};
        body["task_types"] = Json::array();
        for (const auto &type : m_desk->studio->directory().taskTypes())
            if (type.forEntity == u"Shot"_s) {
                body["task_types"].push_back(type.id.toStdString());
                if (type.name == u"Animation"_s) m_animation = type.id;
            }
        m_production = textOf(post(u"/data/projects"_s, body), "id");
        const QString sequence =
            textOf(post(u"/data/projects/%1/sequences"_s.arg(m_production), {{"name", "SQ010"}}), "id");
        Json ids = Json::array();
        for (const char *name : {"SH0010", "SH0020", "SH0030"}) {
            const Json shot = {{"name", name}, {"sequence_id", sequence.toStdString()}};
            m_shots << textOf(post(u"/data/projects/%1/shots"_s.arg(m_production), shot), "id");
            ids.push_back(m_shots.last().toStdString());
        }
        const Json made =
            post(u"/actions/projects/%1/task-types/%2/shots/create-tasks"_s.arg(m_production, m_animation), ids);
        for (const QString &shot : m_shots)
            for (const Json &each : made)
                if (textOf(each, "entity_id") == shot) m_tasks << textOf(each, "id");
        awaited(m_desk->studio->directory().load());
    }
    void join()
    {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(m_relay->address());
        QTRY_VERIFY(m_desk->isLive());
    }
    void showShots()
    {
        m_desk->show(m_production);
        QTRY_COMPARE(m_desk->model.entityCount(), 3);
    }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(u"settings"_s));
        Theme::instance().install();
        m_relay = std::make_unique<Relay>();
        startServer();
        QVERIFY2(m_server->port > 0, qPrintable(m_server->firstLine));
        join();
        makeProduction();
        QCOMPARE(m_tasks.size(), 3);
        showShots();
    }
    void end()
    {
        m_desk.reset();
        m_relay.reset();
        m_server.reset();
        m_shots.clear();
        m_tasks.clear();
    }
    /// A picture to publish; its path.
    QString picture() const
    {
        const QString path = m_folder->filePath(u"front.png"_s);
        QImage image(64, 36, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(path);
        return path;
    }
    /// A comment at the first task; its identifier.
    QString say(const char *words)
    {
        const Json body = {{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", words}};
        return textOf(post(u"/actions/tasks/%1/comment"_s.arg(m_tasks[0]), body), "id");
    }
};

} // namespace callboard::tests
