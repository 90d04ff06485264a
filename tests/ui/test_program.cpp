// SPDX-License-Identifier: GPL-3.0-or-later
// The program callboard as a system meets it: started without a display, told to end, on a folder in use.
#include "tests/support/RunningServer.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using callboard::tests::serverProgram;

namespace {

constexpr int studioNotOpened = 2; // as callboard-server --help says

QString desktopProgram()
{
    return qEnvironmentVariable("CALLBOARD_BINARIES") + u"/callboard"_s;
}

/// Without a display, and with settings of its own.
QProcessEnvironment bareEnvironment(const QString &home)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s}) environment.remove(name);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    return environment;
}

struct Ended
{
    int code = -1;
    QString said;
};

Ended run(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.closeWriteChannel();
    const bool hasEnded = process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit;
    return {hasEnded ? process.exitCode() : -1, QString::fromUtf8(process.readAll())};
}

Ended check(const QString &folder)
{
    QProcess server;
    return run(server, serverProgram(), {u"--data"_s, folder, u"--check"_s});
}

} // namespace

class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpNeedsNoDisplay();
    void signalsEndItCleanly_data();
    void signalsEndItCleanly();
    void itEndsInGoodOrderWhileItOpensAStudio();

private:
    /// Starts the program on that folder, without a display.
    void openIn(QProcess &desktop, const QString &studio) const
    {
        auto environment = bareEnvironment(m_home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        desktop.setProcessEnvironment(environment);
        desktop.start(desktopProgram(), {u"--studio"_s, studio});
    }

    QTemporaryDir m_home;
};

void ProgramTest::helpNeedsNoDisplay()
{
    QProcess desktop;
    desktop.setProcessEnvironment(bareEnvironment(m_home.path()));
    const auto ended = run(desktop, desktopProgram(), {u"--help"_s});
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.said.contains(u"--studio"_s), qPrintable(ended.said));
}

void ProgramTest::signalsEndItCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ProgramTest::signalsEndItCleanly()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    const QString studio = folder.filePath(u"studio"_s);
    QProcess desktop;
    openIn(desktop, studio);
    // While it has the studio open, a second program is refused and told why.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(studio + u"/studio.lock"_s), 20'000);
    const auto refused = check(studio);
    QCOMPARE(refused.code, studioNotOpened);
    QVERIFY2(refused.said.contains(u"open"_s), qPrintable(refused.said));

    QElapsedTimer time;
    time.start();
    ::kill(static_cast<pid_t>(desktop.processId()), signal);
    QVERIFY(desktop.waitForFinished(10'000));
    QCOMPARE(desktop.exitStatus(), QProcess::NormalExit);
    QCOMPARE(desktop.exitCode(), 0);
    QVERIFY2(time.elapsed() < 2'000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(check(studio).code, 0);
}

void ProgramTest::itEndsInGoodOrderWhileItOpensAStudio()
{
    for (int i = 0; i < 5; ++i) {
        const QTemporaryDir folder;
        const QString studio = folder.filePath(u"studio"_s);
        QProcess desktop;
        openIn(desktop, studio);
        QVERIFY(desktop.waitForStarted());
        QElapsedTimer time;
        time.start();
        while (!QFile::exists(studio + u"/studio.lock"_s) && time.elapsed() < 20'000) QThread::msleep(1);
        QThread::msleep(static_cast<unsigned long>(i) * 10);
        desktop.terminate();
        QVERIFY(desktop.waitForFinished(10'000));
        QCOMPARE(desktop.exitStatus(), QProcess::NormalExit);
        QCOMPARE(desktop.exitCode(), 0);
        QCOMPARE(check(studio).code, 0);
    }
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "test_program.moc"
