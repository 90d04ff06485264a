// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProduction.h"
#include "tests/support/TestStudio.h"

#include <QTest>

using namespace callboard;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

/// Who is connected now, and who is told of it.
class TestPresence : public QObject
{
    Q_OBJECT

    std::string person(TestStudio &studio, const std::string &name, const std::string &role)
    {
        const Json body = {{"first_name", name}, {"last_name", "Example"}, {"email", name + "@example.com"},
            {"password", "mysecretpassword"}, {"role", role}};
        return studio.post("/data/persons", body).body["id"];
    }
    static std::set<std::string> listed(TestStudio &studio, const std::optional<std::string> &token = std::nullopt)
    {
        std::set<std::string> ids;
        for (const Json &row : studio.get("/callboard/presence", token).body) ids.insert(row["person_id"]);
        return ids;
    }

private Q_SLOTS:
    void whoIsConnectedIsListedForAsLongAsAConnectionLasts()
    {
        TestStudio studio;
        const std::string mia = person(studio, "mia", "user");
        QVERIFY(listed(studio).empty());
        auto window = studio.studio().arrive(mia);
        auto script = studio.studio().arrive(mia);
        QCOMPARE(listed(studio), std::set{mia});
        window.reset();
        QCOMPARE(listed(studio), std::set{mia});
        script.reset();
        QVERIFY(listed(studio).empty());
        QCOMPARE(studio.get("/callboard/presence", std::string()).status, 401);
    }

    void clientsAndVendorsSeeOnlyTheirProductions()
    {
        TestStudio studio;
        TestProduction production(studio);
        std::map<std::string, std::string> ids;
        std::vector<std::shared_ptr<void>> connections;
        const std::map<std::string, std::string> roles{
            {"artist", "user"}, {"stranger", "user"}, {"clara", "client"}, {"victor", "vendor"}};
        for (const auto &[name, role] : roles) {
            ids[name] = person(studio, name, role);
            connections.push_back(studio.studio().arrive(ids[name]));
        }
        for (const auto *name : {"artist", "clara"})
            studio.post("/data/projects/" + production.id() + "/team", {{"person_id", ids[name]}});
        const auto seenBy = [&](const std::string &name) {
            return listed(studio, studio.signIn(name + "@example.com"));
        };
        QCOMPARE(seenBy("stranger").size(), std::size_t(4));
        QCOMPARE(seenBy("clara"), (std::set{ids["artist"], ids["clara"]}));
        QCOMPARE(seenBy("victor"), std::set{ids["victor"]});
    }

    void othersAreToldOnceForEachComingAndGoing()
    {
        TestStudio studio;
        const std::string mia = person(studio, "mia", "user");
        std::atomic<int> told = 0;
        const int number = studio.studio().subscribe([&](const api::Event &event) {
            if (event.name == "callboard:presence" && event.payload.empty()) ++told;
        });
        auto first = studio.studio().arrive(mia);
        auto second = studio.studio().arrive(mia);
        first.reset();
        QTRY_COMPARE(told.load(), 1);
        second.reset();
        QTRY_COMPARE(told.load(), 2);
        studio.studio().unsubscribe(number);
        for (const Json &event : studio.get("/data/events/last").body) QVERIFY(event["name"] != "callboard:presence");
    }

    void aConnectionMayOutliveTheStudio()
    {
        std::shared_ptr<void> connection;
        {
            TestStudio studio;
            connection = studio.studio().arrive(person(studio, "mia", "user"));
        }
        connection.reset();
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "test_presence.moc"
