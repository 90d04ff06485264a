// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Caller.h"
#include "core/domain/tasks/CommentList.h"
#include "core/domain/tasks/Mentions.h"
#include "tests/support/TestStudio.h"

#include <QTest>

using namespace callboard;
using callboard::tests::TestStudio;

namespace {

/// A production with one shot and one task, written beside the API: this test is about comments alone.
class Production
{
public:
    explicit Production(TestStudio &studio)
        : m_database(studio.openDatabase())
    {
        change("INSERT INTO project (id, name, project_status_id, max_retakes, created_at, updated_at)"
               " SELECT ?, 'Alpha', id, 1, ?, ? FROM project_status WHERE name = 'Open'",
            project, m_now, m_now);
        change("INSERT INTO entity (id, name, project_id, entity_type_id, is_shared, status, created_at, updated_at)"
               " SELECT ?, 'SH010', ?, id, FALSE, 'running', ?, ? FROM entity_type WHERE name = 'Shot'",
            shot, project, m_now, m_now);
        change(
            "INSERT INTO task (id, name, difficulty, project_id, entity_id, task_type_id, task_status_id, retake_count,"
            " created_at, updated_at) SELECT ?, 'main', 3, ?, ?, task_type.id, task_status.id, 0, ?, ?"
            " FROM task_type, task_status WHERE task_type.name = 'Animation' AND task_status.short_name = 'todo'",
            task, project, shot, m_now, m_now);
    }
    std::string status(const std::string &shortName)
    {
        auto rows = m_database->query("SELECT id FROM task_status WHERE short_name = ?", shortName);
        return rows.next() ? rows.string(0) : std::string();
    }
    std::int64_t count(const std::string &table)
    {
        auto rows = m_database->query("SELECT COUNT(*) FROM " + table);
        rows.next();
        return rows.integer(0);
    }
    store::Connection &database() { return *m_database; }

    const std::string project = "00000000-0000-4000-8000-000000000001";
    const std::string shot = "00000000-0000-4000-8000-000000000002";
    const std::string task = "00000000-0000-4000-8000-000000000003";

private:
    template<typename... Values>
    void change(const char *sql, const Values &...values)
    {
        m_database->change(sql, values...);
    }

    const std::string m_now = "2026-11-24T10:00:00.000000";
    std::unique_ptr<store::Connection> m_database;
};

} // namespace

class CommentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMentionNeedsTheWholeNameAndWhiteSpaceAfterIt()
    {
        QVERIFY(tasks::hasMarked("Look @Ari Artist", '@', "Ari Artist"));
        QVERIFY(tasks::hasMarked("@Ari Artist\nlook", '@', "Ari Artist"));
        QVERIFY(!tasks::hasMarked("@Ari Artist, look", '@', "Ari Artist"));
        QVERIFY(!tasks::hasMarked("@Ari Artistic", '@', "Ari Artist"));
        QVERIFY(!tasks::hasMarked("Ari Artist", '@', "Ari Artist"));
    }

    void aRetakeRaisesTheCountOnlyWhenTheStatusChanges()
    {
        TestStudio studio;
        Production production(studio);
        const Json retake = {{"task_status_id", production.status("retake")}, {"comment", "again"}};
        const auto path = "/actions/tasks/" + production.task + "/comment";
        QCOMPARE(studio.post(path, retake).status, 201);
        QCOMPARE(studio.post(path, retake).status, 201);
        auto rows = production.database().query("SELECT retake_count FROM task WHERE id = ?", production.task);
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), std::int64_t(1));
    }

    void aRefusedCommentLeavesNothing()
    {
        TestStudio studio;
        Production production(studio);
        const auto path = "/actions/tasks/" + production.task + "/comment";
        for (const char *status : {"retake", "wip"})
            QCOMPARE(studio.post(path, {{"task_status_id", production.status(status)}, {"comment", "x"}}).status, 201);
        const auto comments = production.count("comment");
        const auto events = production.count("api_event");
        QCOMPARE(
            studio.post(path, {{"task_status_id", production.status("retake")}, {"comment", "no more"}}).status, 400);
        QCOMPARE(production.count("comment"), comments);
        QCOMPARE(production.count("api_event"), events);
    }

    void deletingACommentCountsTheTaskAgain()
    {
        TestStudio studio;
        Production production(studio);
        const auto path = "/actions/tasks/" + production.task + "/comment";
        const auto made = studio.post(path, {{"task_status_id", production.status("retake")}, {"comment", "x"}});
        QCOMPARE(
            studio.remove("/data/tasks/" + production.task + "/comments/" + made.body["id"].get<std::string>()).status,
            204);
        auto rows =
            production.database().query("SELECT retake_count, task_status_id FROM task WHERE id = ?", production.task);
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), std::int64_t(0));
        QCOMPARE(rows.string(1), production.status("todo"));
        QCOMPARE(production.count("news"), std::int64_t(0));
    }

    void theCommentsOfATaskTakeFourStatements()
    {
        TestStudio studio;
        Production production(studio);
        for (int i = 0; i < 5; ++i)
            studio.post("/actions/tasks/" + production.task + "/comment",
                {{"task_status_id", production.status("wip")}, {"comment", "x"}});
        api::Caller caller;
        caller.id = "00000000-0000-4000-8000-0000000000aa";
        caller.role = api::Role::Admin;
        const Services services;
        api::Reading reading(production.database(), caller, services);
        api::JsonWriter writer;
        const auto before = production.database().statementCount();
        tasks::writeTaskComments(writer, reading, production.task);
        QCOMPARE(production.database().statementCount() - before, std::int64_t(4));
        QCOMPARE(Json::parse(writer.take()).size(), std::size_t(5));
    }

    void aTaskSentToReviewWaitsForFeedbackWithItsFile()
    {
        TestStudio studio;
        Production production(studio);
        const auto path = "/actions/tasks/" + production.task + "/to-review";
        QCOMPARE(studio.put(path, {{"person_id", "00000000-0000-4000-8000-000000000009"}}).status, 400);
        QCOMPARE(production.count("preview_file"), 0);
        const auto sent = studio.put(path, {{"preview_path", "/mnt/takes/sh010.mov"}, {"comment", "First take"}});
        QCOMPARE(sent.status, 200);
        QCOMPARE(sent.body["task_status_id"], Json(production.status("wfa")));
        auto preview = production.database().query("SELECT path, revision FROM preview_file");
        QVERIFY(preview.next());
        QCOMPARE(preview.string(0), std::string("/mnt/takes/sh010.mov"));
        QCOMPARE(preview.integer(1), 1);
        const Json last = studio.get("/data/events/last?name=task:to-review").body;
        QCOMPARE(last[0]["data"]["preview_path"], Json("/mnt/takes/sh010.mov"));
    }

    void onlyThoseWhoActOnTheTaskComment()
    {
        TestStudio studio;
        Production production(studio);
        QCOMPARE(studio.post("/actions/tasks/" + production.task + "/comment", Json::object(), "").status, 401);
        QCOMPARE(
            studio.post("/actions/tasks/00000000-0000-4000-8000-00000000ffff/comment", Json::object()).status, 404);
        QCOMPARE(studio.post("/actions/tasks/" + production.task + "/comment", {{"comment", "no status"}}).status, 400);
    }
};

QTEST_GUILESS_MAIN(CommentsTest)
#include "test_comments.moc"
