// SPDX-License-Identifier: GPL-3.0-or-later
// Every route is given identifiers, queries and bodies that nobody in his right mind would send. None of them may
// be answered with a failure of the server, and a comment that is refused leaves nothing.
#include "core/api/ClientJson.h"
#include "tests/support/TestProduction.h"

#include <QTest>

using namespace callboard;
using namespace callboard::tests;
using api::Verb;

namespace {

const std::string missing = "00000000-0000-4000-8000-000000000000";

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

/// Values for a placeholder of a path.
const std::vector<std::string> places{missing, "nonsense", "1", "'; DROP TABLE task; --", "%", std::string("\xff\xfe"),
    std::string(5000, 'a'), "2026-13-45", "99999999999999999999", "-1"};

/// Bodies of writes.
const std::vector<std::string> bodies{"", "{", "[]", "{}", "null", "\"text\"", "1e999", "[null]", "[[]]",
    "[1, {}, \"x\"]",
    R"({"id": [], "name": {}, "ids": "x", "project_id": 5, "task_ids": [[]], "person_id": {}, "date": "2026-13-45"})",
    R"({"name": "x\u0000y", "comment": "\u0000"})",
    R"({"name": null, "data": [], "revision": 1e30, "shots": {"a": 1}})",
    R"({"start_date": "yesterday", "end_date": [], "duration": "NaN", "nb_frames": 99999999999999999999})",
    R"([{"task_id": 1, "id": "x", "object_id": null, "asset_id": [], "nb_occurences": {}}])",
    R"({"comments": [[]], "additions": [1], "updates": {}, "deletions": "x"})", nested(50), nested(100'000)};

const std::vector<std::string> queries{"page=x", "page=99999999999999999999&limit=-5", "limit=99999999999999999999",
    "page=-3", "name=%FF%FE", "id=nonsense", "project_id=nonsense", "project_id=[]", "created_at=2026-13-45",
    "task_type_id=[1,{}]", "before=never&after=%00", "relations=%FF", "sort_by=%27%3B--",
    "start_date=2026-02-31&end_date=x", "cursor_created_at=x"};

std::string filled(const std::string &path, const std::string &value)
{
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const auto begin = path.find('{', at);
        out += path.substr(at, begin == std::string::npos ? begin : begin - at);
        if (begin == std::string::npos) break;
        out += value;
        at = path.find('}', begin) + 1;
    }
    return out;
}

} // namespace

class HostileRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRouteFailsOverIdentifiersQueriesAndBodies();
    void deepAndDamagedJsonIsRefused();
    void formsMustBeText();

private:
    api::Response send(Verb verb, const std::string &path, const std::string &body, const std::string &query = {},
        const char *type = "application/json")
    {
        api::Request request;
        request.verb = verb;
        request.path = path;
        request.query = api::Parameters::fromUrlEncoded(query);
        request.headers.set("Authorization", "Bearer " + m_token);
        request.headers.set("Content-Type", type);
        request.body = body;
        return m_studio.studio().handleNow(std::move(request));
    }
    /// Notes a server's failure with the request that caused it.
    void tryOut(
        const api::Route &route, const std::string &path, const std::string &body, const std::string &query = {})
    {
        int status = 500;
        std::string said;
        try {
            status = send(route.verb, path, body, query).status;
        } catch (const std::exception &failure) {
            said = failure.what();
        }
        ++m_tried;
        if (status == 500)
            m_failures.insert(std::string(api::nameOf(route.verb)) + ' ' + route.path + " body " + body.substr(0, 60)
                + " query " + query + " path " + path.substr(0, 80) + ' ' + said);
    }

    TestStudio m_studio;
    std::string m_token;
    std::set<std::string> m_failures;
    std::size_t m_tried = 0;
};

void HostileRequestsTest::noRouteFailsOverIdentifiersQueriesAndBodies()
{
    TestProduction production(m_studio);
    production.shot("SH010", production.sequence("SE01"));
    for (const api::Route &route : m_studio.studio().routes().all()) {
        // Signing out would end the story, and a changed password as well.
        if (route.path.starts_with("/auth/")) continue;
        m_token = m_token.empty() ? m_studio.signIn() : m_token;
        const bool isRead = route.verb == Verb::Get || route.verb == Verb::Delete;
        if (route.path.find('{') == std::string::npos) {
            for (const auto &body : isRead ? std::vector<std::string>{""} : bodies) tryOut(route, route.path, body);
        } else {
            for (const auto &place : places) tryOut(route, filled(route.path, place), isRead ? "" : "{}");
            if (!isRead)
                for (const auto &body : bodies) {
                    tryOut(route, filled(route.path, production.id()), body);
                    tryOut(route, filled(route.path, missing), body);
                }
        }
        if (route.verb == Verb::Get)
            for (const auto &query : queries) tryOut(route, filled(route.path, production.id()), "", query);
    }
    for (const auto &failure : m_failures) qWarning("%s", failure.c_str());
    qInfo("%zu requests", m_tried);
    QVERIFY(m_tried > 5000);
    QVERIFY(m_failures.empty());
}

void HostileRequestsTest::deepAndDamagedJsonIsRefused()
{
    m_token = m_studio.signIn();
    TestProduction production(m_studio, "Deep");
    const std::string path = "/data/projects/" + production.id();
    const std::string data = "{\"data\": ";
    const std::vector<std::pair<std::string, int>> tries{{data + nested(90) + '}', 200},
        {data + nested(101) + '}', 400}, {data + nested(2'000'000) + '}', 400}, {"{\"name\": \"a\\u0000b\"}", 400},
        {"{\"description\": \"a\\\\u0000b [[[ \\\" ]\"}", 200}, // only looks like it
        {"{\"name\": \"\xff\"}", 400}, {"{\"name\": \"\\ud800\"}", 400}};
    for (const auto &[body, status] : tries) QCOMPARE(send(Verb::Put, path, body).status, status);
    QCOMPARE(m_studio.get(path).body["name"], Json("Deep"));
}

void HostileRequestsTest::formsMustBeText()
{
    m_token = m_studio.signIn();
    TestProduction production(m_studio, "Forms");
    const auto sequences = production.count("entity");
    for (const char *text : {"\xff", "\xc3", "\xed\xa0\x80"}) {
        api::Request request;
        request.verb = Verb::Post;
        request.path = production.path("/sequences");
        request.headers.set("Authorization", "Bearer " + m_token);
        request.form.add("name", text);
        QCOMPARE(m_studio.studio().handleNow(std::move(request)).status, 400);
    }
    QCOMPARE(production.count("entity"), sequences);
    QCOMPARE(api::UploadedFile("f", "../..\\e\x01vil\n\xff.png", "image/png", {}, 0).fileName(),
        std::string("evil\xef\xbf\xbd.png"));
}

QTEST_GUILESS_MAIN(HostileRequestsTest)
#include "test_hostile_requests.moc"
