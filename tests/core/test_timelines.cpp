// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Error.h"
#include "core/domain/exchange/NamingConvention.h"
#include "core/domain/exchange/Timeline.h"
#include "tests/support/TestProduction.h"

#include <QElapsedTimer>
#include <QTest>

#include <fstream>

using namespace callboard;
using namespace callboard::exchange;
using namespace callboard::tests;

namespace {

/// A cut of one clip after the other, all of the same length.
std::string otio(const std::vector<std::string> &clips, int frames = 10)
{
    Json children = Json::array();
    const auto time = [](int value) { return Json{{"OTIO_SCHEMA", "RationalTime.1"}, {"rate", 25}, {"value", value}}; };
    for (const std::string &name : clips)
        children.push_back({{"OTIO_SCHEMA", "Clip.1"}, {"name", name},
            {"source_range", {{"OTIO_SCHEMA", "TimeRange.1"}, {"start_time", time(0)}, {"duration", time(frames)}}}});
    return toText({{"OTIO_SCHEMA", "Timeline.1"},
        {"tracks",
            {{"OTIO_SCHEMA", "Stack.1"},
                {"children",
                    Json::array({{{"OTIO_SCHEMA", "Track.1"}, {"kind", "Video"}, {"children", children}}})}}}});
}

/// The line and the words with which a file is refused.
std::pair<int, std::string> refusalOf(const std::string &text, const std::string &extension)
{
    try {
        readTimeline(text, extension, 25);
    } catch (const TimelineError &error) {
        return {error.line(), error.what()};
    }
    return {-1, {}};
}

const std::string eventHead = "  AX  V  C  00:00:00:00 00:00:02:00 ";

/// A production that cuts are imported into.
class Cutting
{
public:
    explicit Cutting(TestStudio &studio)
        : production(studio)
        , m_studio(studio)
    {
        studio.post(
            production.path("/settings/task-types"), {{"task_type_id", production.idNamed("task_type", "Layout")}});
    }

    TestStudio::Answer import(
        const std::string &text, const std::string &fileName = "cut.otio", const std::string &query = {})
    {
        const std::string path = m_studio.folder() + "/cut" + std::to_string(++m_files);
        std::ofstream(path, std::ios::binary) << text;
        api::Request request;
        request.verb = api::Verb::Post;
        request.path = "/import/otio/projects/" + production.id();
        request.query = api::Parameters::fromUrlEncoded(query);
        request.headers.set("Authorization", "Bearer " + m_studio.signIn());
        request.files.emplace_back("file", fileName, "application/octet-stream", path, text.size());
        const auto response = m_studio.studio().handleNow(std::move(request));
        const auto answer = std::get<std::string>(response.body);
        return {response.status, Json::parse(answer, nullptr, false), answer};
    }

    TestProduction production;

private:
    TestStudio &m_studio;
    int m_files = 0;
};

} // namespace

class TimelinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clipsOfAListThatBeginsAtAnHourKeepTheFramesOfTheirSource()
    {
        const auto clips = readEdl("TITLE: Cut\r\nFCM: NON-DROP FRAME\r\n\r\n001" + eventHead
                + "01:00:00:00 01:00:02:00\r\n* FROM CLIP NAME: A_SE01-SH010.mov\r\n"
                  "002  BL  V  C  00:00:00:00 00:00:01:00 01:00:02:00 01:00:03:00\r\n"
                  "003  R1  A  C  00:00:00:00 00:00:01:00 01:00:03:00 01:00:04:00\r\n"
                  "004  R2  V  C  00:00:00:00 00:00:00:00 01:00:03:00 01:00:03:00\r\n"
                  "004  R3  V  D  012 00:00:10:00 00:00:11:00 01:00:03:00 01:00:04:00\r\n"
                  "* FROM CLIP NAME: gone\r\n* TO CLIP NAME: SE01-SH020\r\n",
            24);
        QCOMPARE(clips.size(), std::size_t(2));
        QCOMPARE(clips[0].name, std::string("A_SE01-SH010.mov"));
        QCOMPARE(clips[0].frameIn, std::optional<std::int64_t>(0));
        QCOMPARE(clips[0].frameOut, std::optional<std::int64_t>(47));
        QCOMPARE(clips[1].name, std::string("SE01-SH020"));
        QCOMPARE(clips[1].frameIn, std::optional<std::int64_t>(240));
        QCOMPARE(clips[1].frameOut, std::optional<std::int64_t>(263));
        QCOMPARE(clips[1].frameCount, std::optional<std::int64_t>(24));
        QCOMPARE(clips[1].line, 9);
    }

    void clipsOfAListThatCountsFromZeroHaveTheirPlaceInTheCut()
    {
        const auto clips = readEdl("TITLE: Cut\n001 AX V C 00:00:00:00 00:00:02:00 00:00:00:00 00:00:02:00\n"
                                   "002 AX V C 00:00:01:00 00:00:02:00 00:00:02:00 00:00:03:00\n",
            25);
        QCOMPARE(clips[1].frameIn, std::optional<std::int64_t>(50));
        QCOMPARE(clips[1].frameOut, std::optional<std::int64_t>(74));
    }

    void aClipsLengthIsThatOfItsSourceWhereTheRecordIsShorter()
    {
        const auto clips = readEdl("TITLE: Cut\n001 AX V C 00:00:01:00 00:00:03:12 01:00:00:00 01:00:01:00\n", 25);
        QCOMPARE(clips[0].frameCount, std::optional<std::int64_t>(62));
        QCOMPARE(clips[0].frameIn, std::optional<std::int64_t>(25));
        QCOMPARE(clips[0].frameOut, std::optional<std::int64_t>(86));
    }

    void aDropFrameTimecodeLeavesOutTwoNumbersAMinute()
    {
        // From 00:00:59;29 to 00:01:00;02 is one frame.
        const auto clips = readEdl("TITLE: x\n001 AX V C 00:00:59;29 00:01:00;02 00:00:00;00 00:00:00;01\n", 29.97);
        QCOMPARE(clips.size(), std::size_t(1));
        QCOMPARE(clips[0].frameCount, std::optional<std::int64_t>(1));
    }

    void aBrokenFileIsToldWithItsLine()
    {
        QCOMPARE(refusalOf("TITLE: x\n001" + eventHead + "01:00:00:00 01:00:99:00\n", "edl").first, 2);
        QCOMPARE(refusalOf("TITLE: x\n\n001" + eventHead + "01:00:00:00\n", "edl").first, 3);
        QCOMPARE(
            refusalOf("TITLE: x\n001" + eventHead + "01:00:00:00 01:00:01:25\n", "edl").first, 2); // 25 frames a second
        QCOMPARE(refusalOf("{\n\"OTIO_SCHEMA\": \"Timeline.1\",\n}", "otio").first, 3);
        QCOMPARE(refusalOf("<xmeml>\n<sequence>\n</wrong>", "xml").first, 3);
        QVERIFY(refusalOf("words", "edl").first >= 0);
    }

    void noFileMakesTheReaderRunAwayOrFall()
    {
        QElapsedTimer time;
        time.start();
        std::string nested = R"({"OTIO_SCHEMA":"Timeline.1","tracks":{"OTIO_SCHEMA":"Stack.1","children":[)"
                             R"({"OTIO_SCHEMA":"Track.1","children":[)";
        std::string ends = "]}";
        for (int i = 0; i < 50'000; ++i) {
            nested += R"({"OTIO_SCHEMA":"Stack.1","children":[)";
            ends += "]}";
        }
        QVERIFY(refusalOf(nested + ends + "]}}", "otio").first >= 0);

        const std::string bomb =
            "<?xml version='1.0'?><!DOCTYPE xmeml [<!ENTITY a 'aaaaaaaaaa'>"
            "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
            "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>]>"
            "<xmeml><sequence><name>&e;&e;&e;</name></sequence></xmeml>";
        QVERIFY(refusalOf(bomb, "xml").first >= 0);
        std::string open;
        for (int i = 0; i < 200'000; ++i) open += "<x>";
        QVERIFY(refusalOf("<xmeml>" + open, "xml").first >= 0);

        for (const char *number : {"1e308", "-1e308", "99999999999999999999", "1e-320"}) {
            std::string text = otio({"A_B-C"});
            text.replace(text.find("\"value\":10"), 10, std::string("\"value\":") + number);
            const auto clips = refusalOf(text, "otio");
            QVERIFY(clips.first >= 0 || std::string(number) == "1e-320");
        }
        for (const char *rate : {"0", "-25", "1e300", "\"x\"", "null", "[]"}) {
            std::string text = otio({"A_B-C"});
            while (text.find("\"rate\":25") != std::string::npos)
                text.replace(text.find("\"rate\":25"), 9, std::string("\"rate\":") + rate);
            QVERIFY2(refusalOf(text, "otio").first >= 0, rate);
        }
        for (const char *number : {"nan", "inf", "1e99", "x"}) {
            const std::string clip =
                std::string("<clipitem><name>A_B-C</name><start>") + number + "</start><end>10</end></clipitem>";
            QVERIFY2(refusalOf("<xmeml><sequence><rate><timebase>25</timebase></rate><media><video><track>" + clip
                             + "</track></video></media></sequence></xmeml>",
                         "xml")
                         .first
                    >= 0,
                number);
        }
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
    }

    void aConventionGivesUpOnANameThatWouldTakeForever()
    {
        const NamingConvention convention("((a+)+)+x_${sequence_name}-${shot_name}", false, true);
        QElapsedTimer time;
        time.start();
        QVERIFY(!convention.read(std::string(400, 'a') + "_SE01-SH010"));
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(convention.read("aaax_SE01-SH010"));
    }

    void aConventionNeedsAllItsNames()
    {
        for (const char *bad : {"", "$shot_name", "$sequence_name", "${sequence_name-$shot_name", "$sequence_name$$",
                 "$sequence_name-$shot_name-$shot_name", "$episode_name-$sequence_name-$shot_name",
                 "$sequence_name-$shot_name(", "$Sequence_Name-$shot_name"})
            QVERIFY_THROWS_EXCEPTION(api::Error, NamingConvention(bad, false, true));
        const auto names = NamingConvention("$$ $sequence_name/$shot_name", false, true).read("$ A/B");
        QVERIFY(!names); // A dollar sign is the end, to a regular expression.
        QCOMPARE(NamingConvention("\\$$ $sequence_name/$shot_name", false, true).read("$ A/B")->shot, std::string("B"));
    }

    void aCutGivesShotsTheirFramesAndMakesThoseThatLack()
    {
        TestStudio studio;
        Cutting cutting(studio);
        auto &production = cutting.production;
        const auto sequence = production.sequence("SE01");
        const auto shot = production.shot("SH010", sequence);
        const auto answer = cutting.import(otio({"Alpha_SE01-SH010", "Alpha_SE02-SH010"}));
        QVERIFY2(answer.status == 201, answer.text.c_str());
        QCOMPARE(answer.body["updated_shots"][0]["id"], Json(shot));
        QCOMPARE(answer.body["created_shots"][0]["data"], Json({{"frame_in", 10}, {"frame_out", 19}}));
        QCOMPARE(production.count("entity"), std::int64_t(4));
        QCOMPARE(production.count("task"), std::int64_t(1)); // of the new shot alone
        QCOMPARE(production.count("api_event WHERE name = 'shot:new'"), std::int64_t(2));
    }

    void aCutIsTakenAsAWholeOrNotAtAll()
    {
        TestStudio studio;
        Cutting cutting(studio);
        const auto events = cutting.production.count("api_event");
        std::vector<std::string> names(300, "Alpha_SE01-SH010");
        names.push_back("unlike the others");
        const auto refused = cutting.import(otio(names));
        QCOMPARE(refused.status, 400);
        QCOMPARE(cutting
                     .import("TITLE: x\n001" + eventHead
                             + "00:00:00:00 00:00:02:00\n* FROM CLIP NAME: A_S-H\n"
                               "002"
                             + eventHead + "00:00:02:00 00:00:04:00\n* FROM CLIP NAME: nothing\n",
                         "cut.edl")
                     .body["line_number"],
            Json(4));
        QCOMPARE(cutting.production.count("entity"), std::int64_t(0));
        QCOMPARE(cutting.production.count("api_event"), events);
    }

    void aLongCutIsOneChange()
    {
        TestStudio studio;
        Cutting cutting(studio);
        std::vector<std::string> names;
        for (int i = 0; i < 1000; ++i) names.push_back("Alpha_SE" + std::to_string(i / 50) + "-SH" + std::to_string(i));
        const auto made = cutting.import(otio(names));
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body["created_shots"].size(), std::size_t(1000));
        QCOMPARE(cutting.production.count("task"), std::int64_t(1000));
        const auto changed = cutting.import(otio(names, 12));
        QCOMPARE(changed.body["updated_shots"].size(), std::size_t(1000));
        QCOMPARE(changed.body["updated_shots"][999]["data"]["frame_out"], Json(11999));
        QCOMPARE(changed.body["updated_shots"][999]["nb_frames"], Json(12));
        QCOMPARE(cutting.production.count("entity"), std::int64_t(1020));
    }
};

QTEST_GUILESS_MAIN(TimelinesTest)
#include "test_timelines.moc"
