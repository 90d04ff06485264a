// SPDX-License-Identifier: GPL-3.0-or-later
// A production moves from one server to another, as docs/migration.md tells studios to do it.
#include "tests/support/PythonClients.h"
#include "tests/support/RunningServer.h"

#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

using namespace callboard;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProductionArrivesAsItWas()
    {
        const QString python = pythonWithClients();
        if (python.isEmpty()) QSKIP(noPythonClients);
        QTemporaryDir folder;
        const QString picture = folder.filePath(u"frame.png"_s);
        QImage image(320, 180, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QVERIFY(image.save(picture));
        const QStringList administrator{u"--administrator"_s, u"admin@example.com"_s, u"--data"_s};
        RunningServer old(administrator + QStringList{folder.filePath(u"old"_s)}, "mysecretpassword\n");
        RunningServer fresh(administrator + QStringList{folder.filePath(u"new"_s)}, "mysecretpassword\n");
        const auto host = [](const RunningServer &server) { return u"http://127.0.0.1:%1"_s.arg(server.port); };
        const QString top = qEnvironmentVariable("CALLBOARD_SOURCE");

        QProcess script;
        script.start(python,
            {top + u"/tests/server/migration.py"_s, host(old), host(fresh), u"admin@example.com"_s,
                u"mysecretpassword"_s, top + u"/docs/migrate_production.py"_s, picture});
        QVERIFY(script.waitForFinished(120'000));
        const Json told = Json::parse(script.readAllStandardOutput().toStdString(), nullptr, false);
        QVERIFY2(told.is_object(), script.readAllStandardError());
        QVERIFY2(told["different"].empty(), toText(told["different"]).c_str());
        QCOMPARE(told["there"]["entities"], Json(4)); // and no episode beside the one that came
        QCOMPARE(told["there"]["comments"], Json(3));
        QCOMPARE(told["there"]["casting"], Json(2)); // in the shot, and so in its episode
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "test_migration.moc"
