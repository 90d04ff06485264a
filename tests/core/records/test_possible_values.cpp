// SPDX-License-Identifier: GPL-3.0-or-later
// Values that cannot be are refused with the reason, on every route, and change nothing.
#include "core/records/Record.h"
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::records::storedMoment;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

class Company
{
public:
    TestStudio studio;
    TestProduction alpha{studio, "Alpha"};
    const std::string episode = alpha.episode("E01");
    const std::string sequence = alpha.sequence("SQ01", episode);
    const std::string shot = alpha.shot("SH010", sequence);
    const std::string task = newTask("Animation");
    const std::string person = studio.get("/data/persons").body[0].value("id", "");

    std::string newTask(const std::string &type)
    {
        return studio
            .post("/data/tasks",
                {{"name", "main"}, {"project_id", alpha.id()}, {"entity_id", shot},
                    {"task_type_id", alpha.idNamed("task_type", type)}})
            .body.value("id", "");
    }
    int spend(const std::string &onTask, const std::string &path, const Json &minutes)
    {
        studio.put("/actions/persons/" + person + "/assign", {{"task_ids", {onTask}}});
        return studio
            .post("/actions/tasks/" + onTask + "/time-spents/2026-02-02/persons/" + person + path,
                {{"duration", minutes}})
            .status;
    }
};

} // namespace

class PossibleValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMomentIsReadDigitByDigit()
    {
        const std::string moment = "2026-11-24T10:05:09.123456";
        QCOMPARE(storedMoment(moment).value_or(""), moment);
        for (const char *text :
            {"NOTADATE!!TXXXXXXXX.YYYYYY", "2026-11-24T10:05:09.12345x", "2026-13-24T10:05:09.123456",
                "2026-02-30T10:05:09.123456", "2026-11-24T24:05:09.123456", "2026-11-24T10:60:09.123456",
                "1899-12-31T10:05:09.123456", "9999-11-24T10:05:09.123456", "0001-01-01", "9999-12-31", "2026-02-30"})
            QVERIFY2(!storedMoment(text), text);
        QCOMPARE(storedMoment("1900-01-01").value_or(""), std::string("1900-01-01T00:00:00.000000"));
        QCOMPARE(storedMoment("2200-12-31T23:59:59Z").value_or(""), std::string("2200-12-31T23:59:59.000000"));
    }

    void aMomentThatIsNoneIsRefusedWhereverOneIsWritten()
    {
        Company company;
        auto &studio = company.studio;
        for (const char *none : {"NOTADATE!!TXXXXXXXX.YYYYYY", "0001-01-01", "9999-12-31T00:00:00.000000"}) {
            QCOMPARE(studio.put("/data/tasks/" + company.task, {{"start_date", none}}).status, 400);
            QCOMPARE(studio.put("/data/projects/" + company.alpha.id(), {{"start_date", none}}).status, 400);
            QCOMPARE(studio.post("/data/day-offs", {{"date", none}, {"end_date", none}}).status, 400);
            QCOMPARE(studio
                         .post("/actions/tasks/" + company.task + "/comment",
                             {{"comment", "Late"}, {"created_at", none},
                                 {"task_status_id", company.alpha.idNamed("task_status", "Todo")}})
                         .status,
                400);
        }
        QVERIFY(studio.get("/data/tasks/" + company.task).body["start_date"].is_null());
        QCOMPARE(studio.get("/data/tasks/open-tasks").status, 200);
    }

    void aShotHasNoFewerThanNoFrames()
    {
        Company company;
        auto &studio = company.studio;
        for (const Json &frames : {Json(-4), Json("-4"), Json(2'000'000'000)}) {
            QCOMPARE(studio.put("/data/shots/" + company.shot, {{"nb_frames", frames}}).status, 400);
            QCOMPARE(studio.put("/data/entities/" + company.shot, {{"nb_frames", frames}}).status, 400);
            QCOMPARE(studio
                         .post(company.alpha.path("/shots"),
                             {{"name", "SH666"}, {"sequence_id", company.sequence}, {"nb_frames", frames}})
                         .status,
                400);
        }
        QCOMPARE(company.alpha.count("entity WHERE nb_frames IS NOT NULL OR name = 'SH666'"), std::int64_t(0));
        QCOMPARE(studio.put("/data/shots/" + company.shot, {{"nb_frames", 0}}).status, 200);
        QCOMPARE(studio.put("/data/shots/" + company.shot, {{"nb_frames", 250}}).status, 200);
    }

    void aDayHasNoMoreWorkThanADay()
    {
        Company company;
        const auto second = company.newTask("Layout");
        QCOMPARE(company.spend(company.task, "", 1'000'000'000), 400);
        QCOMPARE(company.spend(company.task, "", 1'441), 400);
        QCOMPARE(company.spend(company.task, "", 1'000), 201);
        QCOMPARE(company.spend(company.task, "/add", 441), 400);
        QCOMPARE(company.spend(second, "", 441), 400);
        QCOMPARE(company.spend(second, "", 440), 201);
        const Json row = {{"task_id", company.task}, {"person_id", company.person}, {"date", "2026-02-03"}};
        for (const Json &minutes : {Json(-5), Json(1'441)}) {
            Json given = row;
            given["duration"] = minutes;
            QCOMPARE(company.studio.post("/data/time-spents", given).status, 400);
        }
        Json given = row;
        given["duration"] = 60;
        const auto id = company.studio.post("/data/time-spents", given).body.value("id", "");
        QCOMPARE(company.studio.put("/data/time-spents/" + id, {{"duration", 100'000}}).status, 400);
        QCOMPARE(company.studio.put("/data/time-spents/" + id, {{"date", "2026-02-02"}}).status, 400);
        QCOMPARE(company.alpha.count("time_spent WHERE duration IN (1000, 440, 60)"), std::int64_t(3));
        QCOMPARE(company.alpha.count("time_spent"), std::int64_t(3));
        QCOMPARE(company.studio.get("/data/tasks/" + company.task).body["duration"].get<double>(), 1'060.0);
    }

    void nothingIsItsOwnParent()
    {
        Company company;
        auto &studio = company.studio;
        for (const auto &id : {company.shot, company.sequence, company.episode})
            QCOMPARE(studio.put("/data/entities/" + id, {{"parent_id", id}}).status, 400);
        QCOMPARE(studio.put("/data/shots/" + company.shot, {{"parent_id", company.shot}}).status, 400);
        // Nor does anything hang below what hangs below it.
        QCOMPARE(studio.put("/data/entities/" + company.episode, {{"parent_id", company.shot}}).status, 400);
        QCOMPARE(studio.put("/data/entities/" + company.sequence, {{"parent_id", company.shot}}).status, 400);
        QCOMPARE(company.alpha.count("entity WHERE id = parent_id"), std::int64_t(0));
        QCOMPARE(studio.get("/data/shots/" + company.shot).body["parent_id"].get<std::string>(), company.sequence);
    }
};

QTEST_GUILESS_MAIN(PossibleValuesTest)
#include "test_possible_values.moc"
