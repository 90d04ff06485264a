// SPDX-License-Identifier: GPL-3.0-or-later
// Who is put on a task and taken off it again, and what is told of their dates.
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

struct Shot
{
    TestStudio studio;
    TestProduction production{studio};
    const std::string shot = production.shot("SH010", production.sequence("SE01"));
    const std::string person = studio.get("/data/persons").body[0]["id"];
    const std::string task = studio
                                 .post("/data/tasks",
                                     {{"name", "main"}, {"project_id", production.id()}, {"entity_id", shot},
                                         {"task_type_id", production.idNamed("task_type", "Animation")}})
                                 .body.value("id", "");
};

} // namespace

class AssignmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksAreNamedAsAListOrOneByItself()
    {
        Shot of;
        const std::string path = "/actions/persons/" + of.person + "/assign";
        QCOMPARE(of.studio.put(path, {{"task_ids", of.task}}).body[0]["assignees"], Json({of.person}));
        QCOMPARE(of.studio.put("/actions/tasks/clear-assignation", {{"task_ids", of.task}}).body, Json({of.task}));
        QCOMPARE(of.studio.put(path, {{"task_ids", {of.task}}}).body[0]["assignees"], Json({of.person}));
    }

    void noTaskIsNoAssignment()
    {
        Shot of;
        const Json nobody = {{"task_ids", Json::array()}};
        QCOMPARE(of.studio.put("/actions/persons/" + of.person + "/assign", nobody).status, 400);
        QCOMPARE(of.studio.put("/actions/tasks/clear-assignation", nobody).status, 400);
        QCOMPARE(of.studio.put("/actions/tasks/clear-assignation", {{"task_ids", 3}}).status, 400);
    }

    void theDatesOfTasksAreToldAsPythonPrintsThem()
    {
        Shot of;
        of.studio.put("/data/tasks/" + of.task, {{"start_date", "2026-03-02"}, {"due_date", nullptr}});
        QCOMPARE(of.studio.get("/data/persons/task-dates").body, Json::array());
        of.studio.put("/actions/persons/" + of.person + "/assign", {{"task_ids", {of.task}}});
        const Json dates = of.studio.get("/data/persons/task-dates").body;
        QCOMPARE(dates[0]["person_id"], Json(of.person));
        QCOMPARE(dates[0]["min_date"], Json("2026-03-02 00:00:00"));
        QCOMPARE(dates[0]["max_date"], Json("None"));
    }
};

QTEST_GUILESS_MAIN(AssignmentsTest)
#include "test_assignments.moc"
