// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestStudio.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestStudio;

class StudioTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheApiVersionToStrangers()
    {
        TestStudio studio;
        const auto answer = studio.get("/", "");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, Json({{"api", "Zou"}, {"version", "0.20.73"}}));
    }

    void signsInWithTheRightPasswordAlone()
    {
        TestStudio studio;
        QVERIFY(!studio.signIn().empty());
        QVERIFY(studio.signIn("admin@example.com", "wrong").empty());
        QVERIFY(!studio.signIn("ADMIN@example.com").empty());
    }

    void tellsUnknownPathsFromWrongMethods()
    {
        TestStudio studio;
        QCOMPARE(studio.get("/nowhere").status, 404);
        QCOMPARE(studio.remove("/auth/login").status, 405);
    }

    void refusesASecondProgramOnTheSameFolder()
    {
        TestStudio studio;
        callboard::StudioOptions options;
        options.folder = studio.folder();
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, callboard::Studio second(options));
    }
};

QTEST_GUILESS_MAIN(StudioTest)
#include "test_studio.moc"
