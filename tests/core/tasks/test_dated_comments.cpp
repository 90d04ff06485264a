// SPDX-License-Identifier: GPL-3.0-or-later
// Comments that managers date, and who reads the files of comments and messages.
#include "tests/support/TestPeople.h"
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestPeople;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;
using callboard::tests::upload;

namespace {

struct Shot
{
    TestStudio studio;
    TestProduction production{studio};
    TestPeople people{studio};
    const std::string shot = production.shot("SH010", production.sequence("SE01"));
    const std::string task = newTask("Animation");

    std::string newTask(const std::string &type)
    {
        return studio
            .post("/data/tasks",
                {{"name", "main"}, {"project_id", production.id()}, {"entity_id", shot},
                    {"task_type_id", production.idNamed("task_type", type)}})
            .body.value("id", "");
    }
    std::string status(const std::string &name) { return production.idNamed("task_status", name); }
    std::string commentOn(const std::string &path) { return "/actions/tasks/" + task + "/comment" + path; }
    TestStudio::Answer comment(const std::string &statusName, const std::string &moment, const std::string &text = "x")
    {
        return studio.post(
            commentOn(""), {{"task_status_id", status(statusName)}, {"comment", text}, {"created_at", moment}});
    }
    Json taskNow() { return studio.get("/data/tasks/" + task).body; }
    Json news(const std::string &query = {}) { return studio.get(production.path("/news" + query)).body; }
};

} // namespace

class DatedCommentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewsOfADatedCommentHasItsMoment()
    {
        Shot of;
        of.comment("Work In Progress", "2026-01-10 09:00:00");
        of.comment("Waiting For Approval", "2026-01-12T18:30:00");
        const Json news = of.news();
        QCOMPARE(news["data"][0]["created_at"], Json("2026-01-12T18:30:00"));
        QCOMPARE(news["data"][1]["created_at"], Json("2026-01-10T09:00:00"));
        QCOMPARE(of.news("?before=2026-01-11T00:00:00")["total"], Json(1));
        QCOMPARE(of.taskNow()["last_comment_date"], Json("2026-01-12T18:30:00"));
    }

    void aRetakeThatIsEnteredLateLeavesTheTaskFinished()
    {
        Shot of;
        of.comment("Work In Progress", "2026-01-10 09:00:00");
        of.comment("Waiting For Approval", "2026-01-12 18:30:00");
        of.comment("Done", "2026-01-14T10:15:00");
        of.comment("Retake", "2026-01-13 12:00:00");
        const Json task = of.taskNow();
        QCOMPARE(task["task_status_id"], Json(of.status("Done")));
        QCOMPARE(task["retake_count"], Json(1));
        QCOMPARE(task["real_start_date"], Json("2026-01-10T09:00:00"));
        QCOMPARE(task["end_date"], Json("2026-01-12T18:30:00"));
        QCOMPARE(task["done_date"], Json("2026-01-14T10:15:00"));
        QCOMPARE(task["last_comment_date"], Json("2026-01-14T10:15:00"));
        const Json news = of.news();
        QCOMPARE(news["data"][1]["created_at"], Json("2026-01-13T12:00:00"));
        QCOMPARE(news["data"][1]["change"], Json(false));
        QVERIFY(!news["stats"].contains(of.status("Retake")));
    }

    void formsAndBatchesDateTheirCommentsAlike()
    {
        Shot of;
        of.comment("Done", "2026-01-14 10:00:00");
        upload(of.studio, of.commentOn(""), "note.txt", "note",
            {{"task_status_id", of.status("Retake")}, {"comment", "form"}, {"created_at", "2026-01-13 12:00:00"}});
        const Json entry = {{"object_id", of.task}, {"task_status_id", of.status("Retake")}, {"comment", "many"},
            {"created_at", "2026-01-12T12:00:00"}};
        QCOMPARE(of.studio.post("/actions/projects/" + of.production.id() + "/tasks/comment-many", Json::array({entry}))
                     .status,
            201);
        QCOMPARE(of.studio.post("/actions/tasks/batch-comment", Json::array({entry})).status, 201);
        QCOMPARE(of.taskNow()["task_status_id"], Json(of.status("Done")));
        QCOMPARE(of.news()["total"], Json(4));
        QCOMPARE(of.news()["data"][0]["created_at"], Json("2026-01-14T10:00:00"));
        QCOMPARE(of.news()["data"][3]["created_at"], Json("2026-01-12T12:00:00"));
    }

    void copiesOfADatedCommentAreDatedToo()
    {
        Shot of;
        const auto other = of.newTask("Lighting");
        of.comment("Work In Progress", "2026-01-10 09:00:00", "for #all");
        QCOMPARE(of.studio.get("/data/tasks/" + other).body["last_comment_date"], Json("2026-01-10T09:00:00"));
        const Json news = of.news();
        QCOMPARE(news["data"].size(), std::size_t(2));
        for (const Json &one : news["data"]) QCOMPARE(one["created_at"], Json("2026-01-10T09:00:00"));
    }

    void whatIsSentToReviewIsToldWithAllThatItIsOf()
    {
        Shot of;
        const auto artist = of.people.add("user", of.production.id());
        of.studio.put("/actions/persons/" + artist + "/assign", {{"task_ids", {of.task}}});
        of.studio.post("/actions/projects/" + of.production.id() + "/set-file-tree", {{"tree_name", "simple"}});
        const std::string path = "/actions/tasks/" + of.task + "/to-review";
        const Json sent = {{"person_id", artist}, {"comment", "please"}, {"name", "main"}, {"revision", 1}};
        const Json told = of.studio.put(path, sent).body;
        QVERIFY(!told.contains("assignees"));
        QCOMPARE(told["id"], Json(of.task));
        QCOMPARE(told["project"]["name"], Json("Alpha"));
        QCOMPARE(told["entity"]["id"], Json(of.shot));
        QCOMPARE(told["entity_type"]["name"], Json("Shot"));
        QCOMPARE(told["person"]["email"], Json("user.example@example.com"));
        QCOMPARE(told["comment"], Json("please"));
        QVERIFY(!told["preview_path"]["folder_path"].get<std::string>().empty());
        QCOMPARE(told["preview_path"]["file_name"], Json("alpha_se01_sh010_animation"));
        // Whoever may not read what is private of people is not told it here either.
        const auto admin = of.studio.get("/data/persons?role=admin").body[0].value("id", "");
        const Json asked = {{"person_id", admin}, {"name", "main"}, {"revision", 2}};
        const Json person = of.studio.put(path, asked, of.people.token(artist)).body["person"];
        QCOMPARE(person["id"], Json(admin));
        QVERIFY(!person.contains("email") && !person.contains("daily_salary"));
    }

    void filesOfAChatAreReadByThoseWhoReadTheChat()
    {
        Shot of;
        const auto vendor = of.people.add("vendor", of.production.id());
        const auto artist = of.people.add("user", of.production.id());
        of.studio.post("/actions/user/chats/" + of.shot + "/join", Json::object());
        const auto sent = upload(
            of.studio, "/data/entities/" + of.shot + "/chat/messages", "frame.png", picture(), {{"message", "look"}});
        QCOMPARE(sent.status, 201);
        const auto id = sent.body["attachment_files"][0].value("id", "");
        requireReads(of, id, artist, 200);
        requireReads(of, id, vendor, 403);
        of.studio.put("/actions/persons/" + vendor + "/assign", {{"task_ids", {of.task}}});
        requireReads(of, id, vendor, 200);
    }

    void filesOfACommentAreReadByThoseWhoReadTheComment()
    {
        Shot of;
        const auto client = of.people.add("client", of.production.id());
        const auto artist = of.people.add("user", of.production.id());
        const auto manager = of.people.add("manager", of.production.id());
        const auto sent = upload(of.studio, of.commentOn(""), "frame.png", picture(),
            {{"task_status_id", of.status("Work In Progress")}, {"comment", "of the studio"}});
        const auto id = sent.body["attachment_files"][0].value("id", "");
        QVERIFY(!id.empty());
        const std::string file = "/data/attachment-files/" + id + "/file/frame.png";
        QCOMPARE(of.studio.get(file, of.people.token(artist)).status, 200);
        QCOMPARE(of.studio.get(file, of.people.token(manager)).status, 200);
        QCOMPARE(of.studio.get(file, of.people.token(client)).status, 403);
        QCOMPARE(of.studio.get("/data/attachment-files/" + id, of.people.token(client)).status, 403);
        of.production.database().change("UPDATE comment SET person_id = ?", client);
        QCOMPARE(of.studio.get(file, of.people.token(client)).status, 200);
        QCOMPARE(of.studio.get(file, of.people.token(artist)).status, 200); // the file, not the words
        QCOMPARE(of.studio.get("/data/attachment-files/" + id, of.people.token(artist)).status, 403);
        QCOMPARE(of.studio.get(file, of.people.token(manager)).status, 200);
    }

private:
    static std::string picture()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(&buffer, "PNG");
        return bytes.toStdString();
    }
    void requireReads(Shot &of, const std::string &id, const std::string &person, int status)
    {
        for (const std::string &path : {"/data/attachment-files/" + id + "/file/frame.png",
                 "/pictures/thumbnails/attachment-files/" + id + ".png", "/data/attachment-files/" + id})
            QCOMPARE(of.studio.get(path, of.people.token(person)).status, status);
    }
};

QTEST_GUILESS_MAIN(DatedCommentsTest)
#include "test_dated_comments.moc"
