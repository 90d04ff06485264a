// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of all open productions, page by page, and what is counted of them.
#include "tests/support/TestProduction.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestProduction;
using callboard::tests::TestStudio;

namespace {

/// Two productions with tasks of three types, and a concept in the first.
class Company
{
public:
    TestStudio studio;
    TestProduction alpha{studio, "Alpha"};
    TestProduction beta{studio, "Beta"};

    Company()
    {
        const auto sequence = alpha.sequence("SE01");
        for (const char *name : {"SH030", "SH010", "SH020"}) {
            const auto shot = alpha.shot(name, sequence);
            task(alpha, "Layout", shot);
            task(alpha, "Animation", shot);
        }
        task(alpha, "Modeling", alpha.asset("Llama"));
        task(beta, "Animation", beta.shot("P001", beta.sequence("SQ01")));
        const auto sky = studio.post(alpha.path("/concepts"), {{"name", "Sky"}}).body.value("id", "");
        task(alpha, "Concept", sky);
    }
    Json ask(const std::string &question) { return studio.get("/data/tasks/open-tasks" + question).body; }

private:
    void task(TestProduction &production, const std::string &type, const std::string &entity)
    {
        studio.post("/data/tasks",
            {{"name", "main"}, {"project_id", production.id()}, {"entity_id", entity},
                {"task_type_id", production.idNamed("task_type", type)}});
    }
};

std::string namesIn(const Json &answer)
{
    std::string names;
    for (const Json &task : answer["data"])
        names += task["type_name"].get<std::string>() + ' ' + task["entity_name"].get<std::string>() + ", ";
    return names;
}

std::int64_t countedByStatus(const Json &answer)
{
    std::int64_t counted = 0;
    for (const Json &status : answer["stats"]["status"]) counted += status["amount"].get<std::int64_t>();
    return counted;
}

} // namespace

class OpenTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreTheWholeListCutUp()
    {
        Company company;
        const std::string whole = namesIn(company.ask(""));
        QCOMPARE(whole,
            std::string("Animation SH010, Layout SH010, Animation SH020, Layout SH020, Animation SH030, Layout SH030, "
                        "Modeling Llama, Animation P001, "));
        for (const int limit : {1, 2, 3, 5, 100}) {
            std::string pages;
            bool isMore = true;
            for (int page = 1; isMore; ++page) {
                const Json answer = company.ask("?limit=" + std::to_string(limit) + "&page=" + std::to_string(page));
                pages += namesIn(answer);
                isMore = answer["is_more"];
            }
            QCOMPARE(pages, whole);
        }
        QCOMPARE(namesIn(company.ask("?limit=3&page=9")), std::string());
    }

    void tasksAreInTheOrderOfTheirPlaces()
    {
        TestStudio studio;
        TestProduction beta(studio, "Beta");
        const auto task = [&](const char *type, const std::string &entity) {
            studio.post("/data/tasks",
                {{"name", "main"}, {"project_id", beta.id()}, {"entity_id", entity},
                    {"task_type_id", beta.idNamed("task_type", type)}});
        };
        // Shots, sequences and episodes of the same names, made in another order than theirs.
        const auto second = beta.episode("E02");
        const auto first = beta.episode("E01");
        for (const char *shot : {"SH020", "SH010"})
            for (const auto &sequence : {beta.sequence("SQ02", second), beta.sequence("SQ01", second),
                     beta.sequence("SQ01", first), beta.sequence("SQ02", first)}) {
                const auto id = beta.shot(shot, sequence);
                task("Layout", id);
                task("Animation", id);
            }
        task("Modeling", beta.asset("Llama"));
        std::vector<std::string> expected;
        for (const char *episode : {"E01", "E02"})
            for (const char *sequence : {"SQ01", "SQ02"})
                for (const char *shot : {"SH010", "SH020"})
                    for (const char *type : {"Animation", "Layout"})
                        expected.push_back(std::string(episode) + ' ' + sequence + ' ' + shot + ' ' + type);
        expected.push_back("Llama Modeling");
        std::vector<std::string> met;
        for (int page = 1; page <= 4; ++page) {
            const Json answer = studio.get("/data/tasks/open-tasks?limit=5&page=" + std::to_string(page)).body;
            for (const Json &row : answer["data"]) {
                std::string place;
                for (const char *member : {"episode_name", "sequence_name", "entity_name", "type_name"})
                    if (row[member].is_string()) place += (place.empty() ? "" : " ") + row[member].get<std::string>();
                met.push_back(place);
            }
        }
        QCOMPARE(met.size(), expected.size());
        for (std::size_t i = 0; i < met.size(); ++i) QCOMPARE(met[i], expected[i]);
    }

    void aConceptIsCountedByItsStatusAndToldWhenItsTypeIsAskedFor()
    {
        Company company;
        const std::string ofAlpha = "?project_id=" + company.alpha.id();
        const Json all = company.ask(ofAlpha);
        QCOMPARE(all["stats"]["total"], Json(7));
        QCOMPARE(countedByStatus(all), std::int64_t(8));
        const Json concepts = company.ask("?task_type_id=" + company.alpha.idNamed("task_type", "Concept"));
        QCOMPARE(namesIn(concepts), std::string("Concept Sky, "));
        const Json stats = company.studio.get("/data/tasks/open-tasks/stats").body;
        QCOMPARE(stats[company.alpha.id()]["amount"], Json(7));
        QCOMPARE(stats[company.beta.id()]["amount"], Json(1));
    }

    void whatIsCancelledIsNeitherToldNorCounted()
    {
        Company company;
        const auto llama = company.alpha.idNamed("entity", "Llama");
        company.studio.remove("/data/assets/" + llama);
        QCOMPARE(company.ask("")["stats"]["total"], Json(7));
        QCOMPARE(countedByStatus(company.ask("")), std::int64_t(8));
    }
};

QTEST_GUILESS_MAIN(OpenTasksTest)
#include "test_open_tasks.moc"
