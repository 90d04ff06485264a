// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL cluster of a test program's own: in a temporary folder, reached by a socket in it, ended and
// removed with the program. One for a process; every studio gets a database of its own.
#pragma once

#include "core/store/Connection.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

#include <stdexcept>
#include <string>

namespace callboard::tests {

class TestPostgres
{
public:
    /// True when the tests were asked to run on PostgreSQL.
    static bool isAsked() { return qEnvironmentVariable("CALLBOARD_TEST_DATABASE") == QStringLiteral("postgres"); }

    /// The address of a new, empty database.
    static std::string newDatabase()
    {
        static TestPostgres cluster;
        const std::string name = "studio" + std::to_string(++cluster.m_databases);
        store::openPostgres(cluster.address("postgres"))->execute("CREATE DATABASE " + name);
        return cluster.address(name);
    }

private:
    TestPostgres()
    {
        if (!m_folder.isValid()) throw std::runtime_error("no temporary folder");
        // The server refuses to run as root.
        if (geteuid() == 0) run(QStringLiteral("chown"), {QStringLiteral("postgres"), m_folder.path()});
        runAsOwner({binary("initdb"), QStringLiteral("-D"), cluster(), QStringLiteral("-A"), QStringLiteral("trust"),
            QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("--no-sync"), QStringLiteral("-E"),
            QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8")});
        const QString settings = QStringLiteral("-c listen_addresses='' -c unix_socket_directories='%1' -c fsync=off"
                                                " -c max_connections=60")
                                     .arg(m_folder.path());
        runAsOwner({binary("pg_ctl"), QStringLiteral("-D"), cluster(), QStringLiteral("-w"), QStringLiteral("-l"),
            m_folder.filePath(QStringLiteral("log")), QStringLiteral("-o"), settings, QStringLiteral("start")});
    }
    ~TestPostgres()
    {
        try {
            runAsOwner({binary("pg_ctl"), QStringLiteral("-D"), cluster(), QStringLiteral("-m"),
                QStringLiteral("immediate"), QStringLiteral("stop")});
        } catch (const std::exception &error) {
            qWarning("%s", error.what());
        }
    }
    TestPostgres(const TestPostgres &) = delete;
    TestPostgres &operator=(const TestPostgres &) = delete;

    std::string address(const std::string &database) const
    {
        return "host=" + m_folder.path().toStdString() + " user=postgres dbname=" + database;
    }
    QString cluster() const { return m_folder.filePath(QStringLiteral("cluster")); }
    static QString binary(const char *name)
    {
        return QStringLiteral("/usr/lib/postgresql/15/bin/%1").arg(QLatin1String(name));
    }

    static void runAsOwner(QStringList command)
    {
        if (geteuid() == 0) {
            command.prepend(QStringLiteral("--"));
            command.prepend(QStringLiteral("postgres"));
            command.prepend(QStringLiteral("-u"));
            command.prepend(QStringLiteral("runuser"));
        }
        const QString program = command.takeFirst();
        run(program, command);
    }
    static void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(QDir::rootPath());
        // The server that pg_ctl leaves running must not hold this process' pipes.
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            throw std::runtime_error(
                "This failed: " + program.toStdString() + " " + arguments.join(u' ').toStdString());
    }

    QTemporaryDir m_folder;
    int m_databases = 0;
};

} // namespace callboard::tests
