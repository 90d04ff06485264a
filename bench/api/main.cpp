// SPDX-License-Identifier: GPL-3.0-or-later
// Measures callboard-server over HTTP on a production of 10,000 shots; prints each figure with its goal.
#include "bench/api/BigProduction.h"
#include "bench/api/HttpClient.h"
#include "bench/api/ServerProcess.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace callboard::bench;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void print(const char *what, double figure, const char *unit, const char *goal)
{
    std::printf("%-58s %10.3f %-10s goal: %s\n", what, figure, unit, goal);
    std::fflush(stdout);
}

void require(const HttpAnswer &answer, int status)
{
    if (answer.status != status)
        throw std::runtime_error("The server answered " + std::to_string(answer.status) + ": " + answer.body);
}

/// The best of five whole answers, after one that fills the caches.
double timeOf(HttpClient &client, const std::string &path, const std::string &token, double &mebibytes)
{
    double best = 1e9;
    for (int run = 0; run < 6; ++run) {
        const auto start = Clock::now();
        const HttpAnswer answer = client.get(path, token);
        const double seconds = secondsSince(start);
        require(answer, 200);
        mebibytes = static_cast<double>(answer.size) / (1024 * 1024);
        if (run > 0) best = std::min(best, seconds);
    }
    return best;
}

void measureLists(const ServerProcess &server, const BigProduction &big, const std::string &token)
{
    HttpClient client(server.port());
    const std::string project = "?project_id=" + big.projectId;
    double size = 0;
    const double before = server.memory();
    std::atomic<bool> isDone = false;
    double peak = before;
    std::thread watch([&] {
        while (!isDone) {
            peak = std::max(peak, server.memory());
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    const double seconds = timeOf(client, "/data/shots/with-tasks" + project, token, size);
    isDone = true;
    watch.join();
    print("Shots with tasks, 10,000 and 50,000", seconds, "s", "0.2");
    print("  size of the answer", size, "MiB", "-");
    print("  memory it took", peak - before, "MiB", "20");
    print("Assets with tasks, 2,000 and 6,000", timeOf(client, "/data/assets/with-tasks" + project, token, size), "s",
        "0.02");
    print("Casting of all sequences, 100,000",
        timeOf(client, "/data/projects/" + big.projectId + "/sequences/all/casting", token, size), "s", "0.2");
}

/// What people look at all day: each a page or a list of one person.
void measurePages(const ServerProcess &server, const BigProduction &big, const std::string &token)
{
    HttpClient client(server.port());
    const std::string project = "/data/projects/" + big.projectId;
    const std::pair<const char *, std::string> pages[] = {{"What the desktop knows by heart", "/data/user/context"},
        {"To-dos of an artist, 930", "/data/persons/" + big.artistId + "/tasks"},
        {"Own notifications, 100 of 37,000", "/data/user/notifications"},
        {"News of the production, 50 of 112,000", project + "/news"},
        {"Open tasks of the production, 100 of 56,000", "/data/tasks/open-tasks?project_id=" + big.projectId},
        {"Shots alone, 10,000", project + "/shots"}};
    double size = 0;
    for (const auto &[what, path] : pages) print(what, timeOf(client, path, token, size), "s", "0.1");
}

void measureReads(const ServerProcess &server, const BigProduction &big, const std::string &token)
{
    constexpr int connections = 8;
    constexpr double seconds = 4;
    std::atomic<int> answers = 0;
    std::vector<std::thread> threads;
    const auto start = Clock::now();
    for (int i = 0; i < connections; ++i)
        threads.emplace_back([&, i] {
            HttpClient client(server.port());
            const std::string path = "/data/tasks/" + big.taskIds[static_cast<std::size_t>(i)];
            while (secondsSince(start) < seconds) {
                require(client.get(path, token), 200);
                ++answers;
            }
        });
    for (auto &thread : threads) thread.join();
    print("One task read over 8 connections", answers / secondsSince(start), "requests/s", "20,000");
}

void measureComments(const ServerProcess &server, const BigProduction &big, const std::string &token)
{
    constexpr int clients = 4;
    constexpr std::size_t comments = 250; // each
    std::vector<std::vector<double>> times(clients);
    std::vector<std::thread> threads;
    const auto start = Clock::now();
    for (std::size_t i = 0; i < clients; ++i)
        threads.emplace_back([&, i] {
            HttpClient client(server.port());
            for (std::size_t n = 0; n < comments; ++n) {
                const std::string &task = big.taskIds[i * comments + n];
                const std::string body = R"({"task_status_id": ")" + big.statusIds[n % big.statusIds.size()]
                    + R"(", "comment": "Please look at the left hand."})";
                const auto begun = Clock::now();
                require(client.post("/actions/tasks/" + task + "/comment", body, token), 201);
                times[i].push_back(secondsSince(begun));
            }
        });
    for (auto &thread : threads) thread.join();
    const double whole = secondsSince(start);
    std::vector<double> all;
    for (const auto &some : times) all.insert(all.end(), some.begin(), some.end());
    std::sort(all.begin(), all.end());
    print("Comments with a status by 4 clients", static_cast<double>(all.size()) / whole, "per s", "500");
    print("  99 of 100 answered within", all[all.size() * 99 / 100], "s", "0.03");
}

void measureNewStudio()
{
    const QTemporaryDir folder;
    const ServerProcess server(folder.path().toStdString());
    print("Start to first answer on a new studio", server.startSeconds(), "s", "0.3");
    print("Memory at rest, its own", server.memory(), "MiB", "-");
    print("Memory at rest, resident", server.residentMemory(), "MiB", "60");
}

} // namespace

int main(int argumentCount, char **arguments)
{
    const QCoreApplication application(argumentCount, arguments);
    try {
        measureNewStudio();
        const QTemporaryDir folder;
        const BigProduction big = makeBigProduction(folder.path().toStdString());
        const ServerProcess server(folder.path().toStdString());
        const std::string token = server.signIn();
        measureLists(server, big, token);
        measurePages(server, big, token);
        measureReads(server, big, token);
        measureComments(server, big, token);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
