// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/KnownRows.h"
#include "core/records/ManyRows.h"
#include "core/records/Record.h"
#include "tests/support/TestProduction.h"

#include <QTest>

using namespace callboard;
using namespace callboard::tests;

namespace {

/// A writing transaction on a connection of its own.
class OwnTransaction
{
public:
    explicit OwnTransaction(TestProduction &production)
        : m_database(production.database())
        , writing(m_database, m_caller, m_services)
    {}
    std::int64_t statementsOf(const std::function<void()> &work)
    {
        const auto before = m_database.statementCount();
        work();
        return m_database.statementCount() - before;
    }

private:
    store::Connection &m_database;
    api::Caller m_caller;
    Services m_services = [] {
        Services services;
        services.now = [] { return std::string("2026-11-24T00:00:00.000000"); };
        services.newId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(); };
        return services;
    }();

public:
    api::Writing writing;
};

Json department(api::Writing &writing, const std::string &name)
{
    return {{"id", writing.newId()}, {"name", name}, {"color", "#123456"}};
}

} // namespace

class ManyRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThousandRowsTakeFewStatements()
    {
        TestStudio studio;
        TestProduction production(studio);
        OwnTransaction own(production);
        const auto before = production.count("department");
        records::ManyRows rows("department");
        std::vector<std::string> ids;
        for (int i = 0; i < 1000; ++i) {
            const Json row = department(own.writing, std::string("D").append(std::to_string(i)));
            ids.push_back(row["id"]);
            rows.make(row);
        }
        Json told;
        // 7 × 128 + 6 × 16 + 8 × 1
        QCOMPARE(own.statementsOf([&] { told = rows.write(own.writing); }), std::int64_t(21));
        QCOMPARE(production.count("department"), before + 1000);
        QCOMPARE(told[999]["name"], Json("D999"));
        QCOMPARE(told[999]["type"], Json("Department"));

        records::ManyRows changes("department");
        for (const std::string &id : ids) changes.change(id, {{"color", "#654321"}, {"archived", true}});
        QCOMPARE(own.statementsOf([&] { told = changes.write(own.writing); }), std::int64_t(21));
        QCOMPARE(told[0]["id"], Json(ids[0]));
        QCOMPARE(told[0]["archived"], Json(true));
        QCOMPARE(told[0]["name"], Json("D0"));
        QCOMPARE(production.count("department WHERE color = '#654321'"), std::int64_t(1000));
    }

    void rowsWithOtherColumnsAreWrittenInTheirOrder()
    {
        TestStudio studio;
        TestProduction production(studio);
        production.sequence("SE00"); // makes the types
        OwnTransaction own(production);
        const Json common = {{"project_id", production.id()}, {"name", "x"},
            {"entity_type_id", production.idNamed("entity_type", "Sequence")}};
        Json parent = common;
        parent["id"] = own.writing.newId();
        Json child = common;
        child.update({{"id", own.writing.newId()}, {"parent_id", parent["id"]}, {"data", {{"key", "it's \"so\""}}},
            {"nb_frames", 5}, {"created_at", "2020-01-02T03:04:05"}});
        records::ManyRows rows("entity");
        rows.make(parent);
        rows.make(child);
        rows.change(parent["id"], {{"name", "renamed"}});
        const Json told = rows.write(own.writing);
        QCOMPARE(told.size(), std::size_t(3));
        QCOMPARE(told[0]["name"], Json("renamed"));
        QCOMPARE(told[2], told[0]);
        QCOMPARE(told[0]["status"], Json("running")); // the default
        QCOMPARE(told[1]["data"], child["data"]);
        QCOMPARE(told[1]["created_at"], Json("2020-01-02T03:04:05"));

        records::ManyRows changes("entity");
        changes.change(parent["id"], {{"nb_frames", 7}});
        changes.change(child["id"], {{"data", nullptr}, {"nb_frames", nullptr}});
        changes.change(child["id"], {{"description", "kept"}});
        const Json after = changes.write(own.writing);
        QCOMPARE(after[0]["nb_frames"], Json(7));
        QCOMPARE(after[1]["data"], Json());
        QCOMPARE(after[1]["description"], Json("kept"));
        QCOMPARE(after[1]["parent_id"], parent["id"]);
        records::ManyRows lost("entity");
        lost.change("00000000-0000-4000-8000-000000000000", {{"name", "y"}});
        QVERIFY_THROWS_EXCEPTION(api::Error, lost.write(own.writing));
    }

    void linksThatStayKeepTheirOwnValues()
    {
        TestStudio studio;
        TestProduction production(studio);
        const auto holder = production.shot("SH010", production.sequence("SE01"));
        const auto fox = production.asset("Fox"), hen = production.asset("Hen"), owl = production.asset("Owl");
        studio.put(production.path("/entities/" + holder + "/casting"),
            Json::array({{{"asset_id", fox}, {"nb_occurences", 4}}, {{"asset_id", hen}, {"nb_occurences", 1}}}));
        OwnTransaction own(production);
        const auto &casting = *schema::table("entity").relation("entities_out");
        records::setRelations(own.writing, casting, {{holder, {fox, owl}}});
        QCOMPARE(production.count("entity_link WHERE nb_occurences = 4"), std::int64_t(1));
        QCOMPARE(production.count("entity_link"), std::int64_t(2));
        records::addRelations(own.writing, casting, {{holder, {fox, hen, hen}}});
        QCOMPARE(production.count("entity_link"), std::int64_t(3));
        records::setRelations(own.writing, casting, {{holder, {}}});
        QCOMPARE(production.count("entity_link"), std::int64_t(0));
    }

    void whatIsNamedIsLookedUpOnce()
    {
        TestStudio studio;
        TestProduction production(studio);
        OwnTransaction own(production);
        const std::string missing = "00000000-0000-4000-8000-000000000000";
        const std::string type = production.idNamed("task_type", "Layout");
        records::KnownRows known(production.database());
        const std::vector<Json> bodies(200, {{"task_type_id", type}, {"entity_id", missing}, {"assignees", {missing}}});
        QVERIFY(own.statementsOf([&] { known.lookAhead(schema::table("task"), bodies); }) <= 3);
        QCOMPARE(own.statementsOf([&] {
            QVERIFY(known.has("task_type", type));
            QVERIFY(!known.has("entity", missing));
            QVERIFY(known.those("person", {missing}).empty());
        }),
            std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(ManyRowsTest)
#include "test_many_rows.moc"
