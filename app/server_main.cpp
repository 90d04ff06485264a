// SPDX-License-Identifier: GPL-3.0-or-later
// callboard-server: a studio without a window. Reads the command line, opens the studio, serves it until
// it is told to end.
#include "app/TerminationSignals.h"
#include "core/demo/DemoFiles.h"
#include "core/demo/DemoProduction.h"
#include "core/studio/Studio.h"
#include "server/HttpServer.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Done = 0, BadCommandLine = 1, StudioNotOpened = 2, NotListening = 3, FaultsFound = 4 };

const QString exitCodes = u"Exit codes: 0 ended as told; 1 the command line is wrong or the password cannot be "
                          "read; 2 the studio cannot be opened; 3 the server cannot listen; 4 --check has found "
                          "faults."_s;

/// A fault of the command line.
struct Misuse
{
    std::string message;
};

struct Options
{
    const QCommandLineOption data{u"data"_s, u"Folder of the studio; made when it is not there."_s, u"folder"_s};
    const QCommandLineOption address{
        u"address"_s, u"Address to listen on; 0.0.0.0 for all. Default: 127.0.0.1."_s, u"address"_s, u"127.0.0.1"_s};
    const QCommandLineOption port{u"port"_s, u"Port to listen on; 0 for any. Default: 8080."_s, u"port"_s, u"8080"_s};
    const QCommandLineOption database{u"database"_s,
        u"PostgreSQL database, as in postgresql://user@host/name. Default: SQLite in the folder. A password "
        "belongs into ~/.pgpass."_s,
        u"url"_s};
    const QCommandLineOption certificate{
        u"certificate"_s, u"PEM file with the certificate chain for HTTPS."_s, u"file"_s};
    const QCommandLineOption key{u"key"_s, u"PEM file with the certificate's key."_s, u"file"_s};
    const QCommandLineOption administrator{u"administrator"_s,
        u"Makes this person an administrator, with the password from --password-file or standard input."_s, u"email"_s};
    const QCommandLineOption passwordFile{
        u"password-file"_s, u"File whose first line is the administrator's password."_s, u"file"_s};
    const QCommandLineOption demo{u"demo"_s,
        u"Puts a demo production into a new studio. Without --administrator the first one "
        "is admin@example.com, with the password in first-password.txt in the studio's folder."_s};
    const QCommandLineOption check{u"check"_s, u"Checks the database and the files, prints the faults and ends."_s};
    const QCommandLineOption allowOrigin{u"allow-origin"_s,
        u"Lets web pages of this origin (https://host) use the API; can be repeated."_s, u"origin"_s};

    const QCommandLineOption trustedProxy{u"trusted-proxy"_s,
        u"Address of a proxy before this server, whose X-Forwarded-For names the client; can be repeated."_s,
        u"address"_s};

    QList<QCommandLineOption> all() const
    {
        return {data, address, port, database, certificate, key, administrator, passwordFile, demo, check, allowOrigin,
            trustedProxy};
    }
};

std::string typedPassword(const std::string &person)
{
    termios before{};
    const bool isTerminal = tcgetattr(STDIN_FILENO, &before) == 0;
    if (isTerminal) {
        std::cerr << "Password of " << person << ": " << std::flush;
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    std::string password;
    std::getline(std::cin, password);
    if (isTerminal) {
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::cerr << '\n';
    }
    return password;
}

std::string readPassword(const std::string &person, const QString &fileName)
{
    std::string password;
    if (fileName.isEmpty()) {
        password = typedPassword(person);
    } else {
        std::ifstream file(fileName.toStdString());
        if (!file) throw Misuse{"The password file " + fileName.toStdString() + " cannot be read."};
        std::getline(file, password);
    }
    if (password.ends_with('\r')) password.pop_back();
    if (password.empty()) throw Misuse{"The password is empty."};
    return password;
}

std::uint16_t portOf(const QString &text)
{
    bool isNumber = false;
    const auto port = text.toUShort(&isNumber);
    if (!isNumber) throw Misuse{text.toStdString() + " is no port: a number from 0 to 65535 is."};
    return port;
}

std::vector<std::string> texts(const QStringList &list)
{
    std::vector<std::string> all;
    for (const auto &text : list) all.push_back(text.toStdString());
    return all;
}

struct Plan
{
    StudioOptions studio;
    server::ServerOptions server;
    std::string administrator;
    std::string password;
    bool hasDemo = false;
    bool isCheck = false;
};

std::pair<std::string, std::string> demoSignIn(const std::filesystem::path &folder)
{
    try {
        const auto administrator = demo::demoAdministrator(folder);
        std::cout << "Sign in as " << administrator.email << " with the password in "
                  << (folder / "first-password.txt").string() << std::endl;
        return {administrator.email, administrator.password};
    } catch (const std::exception &error) {
        throw Misuse{error.what()};
    }
}

Plan planOf(const QCommandLineParser &parser, const Options &options)
{
    Plan plan;
    if (!parser.positionalArguments().isEmpty())
        throw Misuse{"What is " + parser.positionalArguments().first().toStdString() + " for? See --help."};
    if (parser.value(options.data).isEmpty()) throw Misuse{"Name the studio's folder with --data."};
    plan.studio.folder = parser.value(options.data).toStdString();
    plan.studio.postgresUrl = parser.value(options.database).toStdString();
    plan.studio.jobKinds = demo::jobKinds();
    plan.studio.allowedOrigins = texts(parser.values(options.allowOrigin));
    plan.hasDemo = parser.isSet(options.demo);
    plan.server.address = parser.value(options.address).toStdString();
    plan.server.port = portOf(parser.value(options.port));
    plan.server.certificateFile = parser.value(options.certificate).toStdString();
    plan.server.keyFile = parser.value(options.key).toStdString();
    plan.server.allowedOrigins = plan.studio.allowedOrigins;
    plan.server.trustedProxies = texts(parser.values(options.trustedProxy));
    plan.studio.isSecure = !plan.server.certificateFile.empty();
    if (plan.server.certificateFile.empty() != plan.server.keyFile.empty())
        throw Misuse{"--certificate and --key belong together."};
    plan.isCheck = parser.isSet(options.check);
    plan.administrator = parser.value(options.administrator).toStdString();
    if (!plan.administrator.empty())
        plan.password = readPassword(plan.administrator, parser.value(options.passwordFile));
    else if (parser.isSet(options.passwordFile))
        throw Misuse{"--password-file belongs to --administrator."};
    else if (plan.hasDemo)
        std::tie(plan.administrator, plan.password) = demoSignIn(plan.studio.folder);
    return plan;
}

/// Each client costs a descriptor; the usual soft limit of 1024 would be the first to be met.
void allowManyDescriptors()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65536);
    setrlimit(RLIMIT_NOFILE, &limit);
}

int check(Studio &studio)
{
    const auto faults = studio.faults();
    for (const auto &fault : faults) std::cout << fault << '\n';
    std::cout << (faults.empty() ? "The studio is sound." : std::to_string(faults.size()) + " faults.") << std::endl;
    return faults.empty() ? Done : FaultsFound;
}

int serve(QCoreApplication &application, Studio &studio, const Plan &plan, TerminationSignals &signals)
{
    std::optional<server::HttpServer> server;
    try {
        server.emplace(server::backendOf(studio), plan.server);
    } catch (const std::exception &error) {
        std::cerr << error.what() << std::endl;
        return NotListening;
    }
    QObject::connect(&signals, &TerminationSignals::received, &application, &QCoreApplication::quit);
    signals.listen();
    std::cout << "Callboard serves " << plan.studio.folder.string() << " at " << server->url() << std::endl;
    if (studio.needsAdministrator())
        std::cout << "Nobody can sign in yet: name the first person with --administrator." << std::endl;
    QCoreApplication::exec();
    server->stop(std::chrono::milliseconds(1200));
    return Done;
}

void makeDemo(Studio &studio, const demo::Administrator &administrator)
{
    demo::makeDemoProduction(studio, administrator, [](const std::string &words) { std::cout << words << std::endl; });
}

int run(QCoreApplication &application, const Plan &plan, TerminationSignals &signals)
{
    std::optional<Studio> studio;
    try {
        studio.emplace(plan.studio);
        if (!plan.administrator.empty()) studio->setAdministrator(plan.administrator, plan.password);
        if (plan.hasDemo) makeDemo(*studio, {plan.administrator, plan.password});
    } catch (const std::exception &error) {
        std::cerr << error.what() << std::endl;
        return StudioNotOpened;
    }
    return plan.isCheck ? check(*studio) : serve(application, *studio, plan, signals);
}

} // namespace

int main(int argc, char **argv)
{
    TerminationSignals signals;
    // Qt's own event loop wakes up for less than glib's, which nothing here needs.
    qputenv("QT_NO_GLIB", "1");
    allowManyDescriptors();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"callboard-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));

    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Serves a studio to the team: Callboard's desktop, and every tool that "
                                     "speaks the API of Kitsu.\n"_s
        + exitCodes);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(options.all());
    parser.process(application);
    try {
        return run(application, planOf(parser, options), signals);
    } catch (const Misuse &misuse) {
        std::cerr << misuse.message << std::endl;
        return BadCommandLine;
    }
}
