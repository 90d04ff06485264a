// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every route with nine kinds of caller and writes what each is answered to access-matrix.txt beside the
// build. A route that is not public answers nobody without a token; what belongs to a production answers nobody
// outside its team.
#include "tests/support/TestStudio.h"

#include <QFile>
#include <QtTest>

#include <iomanip>
#include <sstream>

using callboard::Json;
using callboard::api::Route;
using callboard::api::Verb;
using callboard::tests::TestStudio;

namespace {

const std::vector<std::string> callers = {
    "anonymous", "outsider", "client", "vendor", "artist", "supervisor", "outside", "manager", "admin"};

/// A production with a team, a shot with a task, and somebody of each kind.
class Company
{
public:
    Company()
    {
        tokens["anonymous"] = "";
        tokens["admin"] = studio.signIn();
        for (const auto &[name, role] : std::vector<std::pair<std::string, std::string>>{{"outsider", "user"},
                 {"client", "client"}, {"vendor", "vendor"}, {"artist", "user"}, {"supervisor", "supervisor"},
                 {"outside", "manager"}, {"manager", "manager"}})
            addPerson(name, role);
        project = made("/data/projects", {{"name", "Alpha"}});
        for (const char *member : {"client", "vendor", "artist", "supervisor", "manager"})
            made("/data/projects/" + project + "/team", {{"person_id", people[member]}});
        values = {{"project_id", project}, {"person_id", people["artist"]}, {"date", "2026-03-02"}, {"year", "2026"},
            {"month", "3"}, {"week", "10"}, {"day", "2"}, {"month_date", "2026-03"}, {"extension", "png"},
            {"file_name", "notes.txt"}, {"entity_type", "Shot"},
            {"task_type_id", listed("/data/task-types", "name", "Animation")},
            {"asset_type_id", listed("/data/entity-types", "name", "Prop")},
            {"task_status_id", listed("/data/task-status", "short_name", "todo")},
            {"department_id", listed("/data/departments", "name", "Animation")}};
        values["asset_id"] =
            made("/data/projects/" + project + "/asset-types/" + values["asset_type_id"] + "/assets/new",
                {{"name", "Lamp"}, {"description", ""}});
        values["sequence_id"] = made("/data/projects/" + project + "/sequences", {{"name", "SE01"}});
        values["shot_id"] =
            made("/data/projects/" + project + "/shots", {{"name", "SH010"}, {"sequence_id", values["sequence_id"]}});
        values["entity_id"] = values["shot_id"];
        values["task_id"] = made("/data/tasks",
            {{"name", "main"}, {"project_id", project}, {"task_type_id", values["task_type_id"]},
                {"entity_id", values["shot_id"]}});
    }

    /// The path with its placeholders filled in.
    std::string filled(const Route &route)
    {
        std::string path = route.path;
        for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
            const auto close = path.find('}', open);
            const auto name = path.substr(open + 1, close - open - 1);
            path.replace(open, close - open + 1, valueOf(name, route.path));
        }
        return path;
    }

    TestStudio studio;
    std::map<std::string, std::string> tokens;
    std::map<std::string, std::string> people;
    std::string project;

private:
    void addPerson(const std::string &name, const std::string &role)
    {
        const std::string email = name + "@example.com";
        people[name] = made("/data/persons",
            {{"first_name", name}, {"last_name", "Example"}, {"email", email}, {"password", "mysecretpassword"},
                {"role", role}});
        tokens[name] = studio.signIn(email);
    }

    std::string made(const std::string &path, const Json &body)
    {
        const auto answer = studio.post(path, body);
        if (answer.status >= 300) throw std::runtime_error(path + ": " + answer.text);
        return answer.body.value("id", "");
    }

    std::string listed(const std::string &path, const std::string &member, const std::string &value)
    {
        for (const Json &row : studio.get(path).body)
            if (row.value(member, "") == value) return row["id"];
        throw std::runtime_error(path + " has no " + value);
    }

    std::string valueOf(const std::string &name, const std::string &path)
    {
        if (const auto known = values.find(name); known != values.end()) return known->second;
        constexpr const char *nobody = "11111111-1111-4111-8111-111111111111";
        const std::string list = path.substr(0, path.find("/{"));
        if (name != "instance_id" || !list.starts_with("/data/")) return nobody;
        const auto rows = studio.get(list).body;
        return rows.is_array() && !rows.empty() ? rows.front().value("id", nobody) : nobody;
    }

    std::map<std::string, std::string> values;
};

int rankOf(Verb verb)
{
    return verb == Verb::Get ? 0 : verb == Verb::Delete ? 2 : 1;
}

} // namespace

class AccessMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersNobodyWhoMayNot()
    {
        Company company;
        std::vector<const Route *> routes;
        for (const Route &route : company.studio.studio().routes().all()) routes.push_back(&route);
        // Reading first, deleting last: whoever may delete must not spoil what the others are asked.
        std::stable_sort(routes.begin(), routes.end(),
            [](const Route *a, const Route *b) { return rankOf(a->verb) < rankOf(b->verb); });

        std::ostringstream matrix;
        matrix << std::left << std::setw(110) << "route";
        for (const auto &caller : callers) matrix << std::setw(11) << caller;
        matrix << "rule\n";
        QStringList faults;
        for (const Route *route : routes) {
            const std::string path = company.filled(*route);
            const std::string label = std::string(callboard::api::nameOf(route->verb)) + ' ' + route->path;
            matrix << std::setw(110) << label;
            for (const auto &caller : callers) {
                // Signing out would end the token that the rest of the walk needs.
                const bool isLeftOut = route->path == "/auth/logout" && caller != "anonymous";
                const int status = isLeftOut ? 0 : ask(company, *route, path, caller);
                matrix << std::setw(11) << status;
                if (const auto fault = faultOf(*route, caller, status); !fault.empty())
                    faults << QString::fromStdString(
                        label + " as " + caller + ": " + std::to_string(status) + " " + fault);
            }
            matrix << route->access.name << (route->access.isPublic ? " (public)" : "") << "\n";
        }
        write(matrix.str());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

private:
    static int ask(Company &company, const Route &route, const std::string &path, const std::string &caller)
    {
        const bool hasBody = route.verb == Verb::Post || route.verb == Verb::Put;
        return company.studio.send(route.verb, path, hasBody ? Json::object() : Json(), company.tokens[caller]).status;
    }

    static std::string faultOf(const Route &route, const std::string &caller, int status)
    {
        if (status >= 500 && status != 507) return "the server failed";
        if (caller == "anonymous" && !route.access.isPublic && status != 401) return "without a token";
        const bool isOutside = caller == "outsider" || caller == "outside";
        const bool isOfProduction = route.path.starts_with("/data/projects/{project_id}");
        if (isOutside && isOfProduction && status < 400) return "outside of the team";
        return {};
    }

    static void write(const std::string &text)
    {
        QFile file(QCoreApplication::applicationDirPath() + QStringLiteral("/../access-matrix.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), static_cast<qint64>(text.size()));
    }
};

QTEST_GUILESS_MAIN(AccessMatrixTest)
#include "test_access_matrix.moc"
