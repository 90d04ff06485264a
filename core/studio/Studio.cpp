// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/Studio.h"

#include "core/api/Failure.h"
#include "core/domain/auth/Identity.h"
#include "core/domain/presence/PresentPeople.h"
#include "core/domain/secrets/Passwords.h"
#include "core/jobs/JobQueue.h"
#include "core/store/Migrations.h"
#include "core/studio/AllJobs.h"
#include "core/studio/AllModels.h"
#include "core/studio/AllRoutes.h"
#include "core/studio/Announcer.h"
#include "core/studio/JobThread.h"
#include "core/studio/KeepEvents.h"
#include "core/studio/NewStudio.h"
#include "core/studio/SendAnswer.h"
#include "core/studio/Workers.h"
#include "core/studio/Writer.h"

#include <QDateTime>
#include <QLockFile>
#include <QUuid>

#include <future>

namespace callboard {

namespace {

using api::Error;
using api::Request;
using api::Response;

/// Each moment is later than the one before, so that rows made in one request have an order of their own.
std::string presentMoment()
{
    using namespace std::chrono;
    static std::atomic<std::int64_t> latest = 0;
    std::int64_t microseconds = 0;
    std::int64_t last = latest;
    do {
        const auto clock = duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch()).count();
        // A clock that was set back does not hold the order up: a second is all that it may lag.
        microseconds = last - clock < 1'000'000 ? std::max<std::int64_t>(clock, last + 1) : clock;
    } while (!latest.compare_exchange_weak(last, microseconds));
    const auto whole = QDateTime::fromSecsSinceEpoch(microseconds / 1'000'000, Qt::UTC);
    char fraction[16];
    std::snprintf(fraction, sizeof fraction, ".%06d", static_cast<int>(microseconds % 1'000'000));
    return whole.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString() + fraction;
}

std::string newIdentifier()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

Folders makeFolders(const std::filesystem::path &root)
{
    Folders folders{root, root / "database", root / "files", root / "arriving"};
    try {
        for (const auto &folder : {folders.database, folders.files, folders.arriving})
            std::filesystem::create_directories(folder);
    } catch (const std::filesystem::filesystem_error &error) {
        throw std::runtime_error(
            "The studio's folder cannot be used: " + error.code().message() + " (" + root.string() + ").");
    }
    return folders;
}

std::unique_ptr<QLockFile> lockFolder(const std::filesystem::path &root)
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdString((root / "studio.lock").string()));
    lock->setStaleLockTime(0);
    if (lock->tryLock(0)) return lock;
    qint64 process = 0;
    QString host;
    QString program;
    lock->getLockInfo(&process, &host, &program);
    throw std::runtime_error("This studio is already open in another program (" + program.toStdString() + ", process "
        + std::to_string(process) + (host.isEmpty() ? "" : " on " + host.toStdString())
        + "). Close it there, or join the studio over the network.");
}

void emptyFolder(const std::filesystem::path &folder)
{
    for (const auto &entry : std::filesystem::directory_iterator(folder)) std::filesystem::remove_all(entry.path());
}

/// Who waits for a password to be checked: some hundred at once come in at nine o'clock, a flood brings more.
constexpr std::size_t longestQueueOfStrangers = 250;

/// A reading transaction: every statement of a request sees the same moment.
class Snapshot
{
public:
    explicit Snapshot(store::Connection &database)
        : m_database(database)
    {
        m_database.execute(database.isSqlite() ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    ~Snapshot()
    {
        try {
            m_database.execute("ROLLBACK"); // Nothing was changed: the cheaper end.
        } catch (const store::StoreError &) {
            // The connection is gone; the next request opens another.
        }
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    store::Connection &m_database;
};

} // namespace

struct Studio::Private
{
    explicit Private(StudioOptions given);

    std::unique_ptr<store::Connection> openReader() const;
    bool prepareDatabase();
    std::unique_ptr<store::Connection> openWriting();
    void startLanes();
    Workers &laneOf(const api::Route &route) const;
    void askDatabase(const std::function<void(store::Connection &)> &question);
    void readTokenKey();
    auth::KnownCaller identify(store::Connection &database, const Request &request, const api::Route &route);
    Admission admissionOf(store::Connection &database, const Request &head, const api::Route &route);
    void startReading(Request &&request, const api::Route &route, std::shared_ptr<Answer> answer);
    void startWorking(Request &&request, const api::Route &route, std::shared_ptr<Answer> answer);
    void startWriting(Request &&request, const api::Route &route, std::shared_ptr<Answer> answer);
    Committed change(store::Connection &database, const api::Caller &caller,
        const std::function<Response(api::Writing &)> &run, Response &response);
    Response changeNow(const api::Caller &caller, const std::function<Response(api::Writing &)> &run);

    StudioOptions options;
    Services services;
    std::unique_ptr<QLockFile> lock;
    std::shared_ptr<const records::Models> models = makeModels();
    api::RouteTable routes = makeRouteTable(*models);
    auth::CallerCache callers;
    std::atomic<bool> rightsChanged = false;
    Announcer announcer;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<jobs::JobThread> jobs;
    // Each lane waits for its own work alone, so that no slow one holds up the others.
    std::unique_ptr<Workers> readers;   // requests that read
    std::unique_ptr<Workers> longWork;  // uploads, movies, zips, mail
    std::unique_ptr<Workers> strangers; // what people do before they are signed in: passwords are hashed here
};

Studio::Private::Private(StudioOptions given)
    : options(std::move(given))
{
    services.folders = makeFolders(options.folder);
    services.now = presentMoment;
    services.newId = newIdentifier;
    services.isSecure = options.isSecure;
    services.jobKinds = jobs::makeKinds(options.jobKinds);
    services.models = models;
    services.present = std::make_shared<presence::PresentPeople>([this] {
        // Who it is stays behind the route: each hearer asks for those whom they may see.
        api::Event changed;
        changed.name = "callboard:presence";
        changed.isKept = false;
        announcer.announce({changed});
    });
    lock = lockFolder(options.folder);
    emptyFolder(services.folders.arriving);
    services.wakeJobs = [this] {
        if (jobs) jobs->wake(); // What is queued before it is there, it finds by itself.
    };
    prepareDatabase();
    readTokenKey();
    jobs = std::make_unique<jobs::JobThread>(
        services, [this] { return openReader(); }, [this](api::Working::Change run) { return changeNow({}, run); });
    startLanes();
    jobs->start();
}

void Studio::Private::startLanes()
{
    const auto open = [this] { return openReader(); };
    const unsigned cores = std::max(2u, std::thread::hardware_concurrency());
    const unsigned count = options.workers ? options.workers : cores + 2;
    readers = std::make_unique<Workers>(Lane{.threads = count}, open);
    longWork = std::make_unique<Workers>(Lane{.threads = count}, open);
    // A hash takes 64 MiB and a core for a while.
    strangers = std::make_unique<Workers>(
        Lane{.threads = 2, .longestQueue = longestQueueOfStrangers, .isBehindOthers = true}, open);
}

Workers &Studio::Private::laneOf(const api::Route &route) const
{
    return route.access.isPublic ? *strangers : *longWork;
}

/// Asks on a request worker, and waits.
void Studio::Private::askDatabase(const std::function<void(store::Connection &)> &question)
{
    std::promise<void> done;
    readers->submit(
        [&](store::Connection &database) {
            try {
                question(database);
                done.set_value();
            } catch (...) {
                done.set_exception(std::current_exception());
            }
        },
        [&](std::exception_ptr failure) { done.set_exception(failure); });
    done.get_future().get();
}

std::unique_ptr<store::Connection> Studio::Private::openReader() const
{
    return options.postgresUrl.empty() ? store::openSqlite((services.folders.database / "studio.db").string(), true)
                                       : store::openPostgres(options.postgresUrl);
}

std::unique_ptr<store::Connection> Studio::Private::openWriting()
{
    auto connection = options.postgresUrl.empty()
        ? store::openSqlite((services.folders.database / "studio.db").string(), false)
        : store::openPostgres(options.postgresUrl);
    connection->onChange([this](std::string_view table) {
        if (table == "person" || table == "department_link" || table == "project_person_link"
            || table == "revoked_token" || table == "session_end")
            rightsChanged = true;
    });
    return connection;
}

bool Studio::Private::prepareDatabase()
{
    auto connection = openWriting();
    const bool isNew = store::migrate(*connection, services.now());
    writer = std::make_unique<Writer>(LastingConnection([this] { return openWriting(); }, std::move(connection)),
        [this](std::vector<api::Event> &&events) { announcer.announce(std::move(events)); });
    if (isNew)
        changeNow({}, [](api::Writing &writing) {
            fillNewStudio(writing);
            return api::noContent();
        });
    return isNew;
}

void Studio::Private::readTokenKey()
{
    changeNow({}, [this](api::Writing &writing) {
        auto rows = writing.database.query("SELECT value FROM studio_setting WHERE name = 'token_key'");
        if (rows.next()) {
            services.tokenKey = rows.string(0);
            return api::noContent();
        }
        services.tokenKey = secrets::randomToken(48);
        writing.database.change("INSERT INTO studio_setting (name, value) VALUES ('token_key', ?)", services.tokenKey);
        return api::noContent();
    });
}

auth::KnownCaller Studio::Private::identify(
    store::Connection &database, const Request &request, const api::Route &route)
{
    // Only SQLite's one writer knows of every change, so that a cache can be trusted.
    auth::CallerCache *cache = database.isSqlite() ? &callers : nullptr;
    if (!route.access.isPublic) return auth::callerOf(database, services, request, cache);
    try {
        return auth::callerOf(database, services, request, cache);
    } catch (const Error &) {
        return std::make_shared<api::Caller>(); // Public routes answer strangers, whatever token they show.
    }
}

Studio::Admission Studio::Private::admissionOf(
    store::Connection &database, const Request &head, const api::Route &route)
{
    Admission admission;
    try {
        const Snapshot snapshot(database);
        const auto caller = identify(database, head, route);
        admission.personId = caller->id;
        api::Reading reading(database, *caller, services);
        route.access.require(reading, head);
    } catch (const Error &error) {
        // A rule that misses the body cannot decide yet.
        const bool isUndecided = error.status() == 400 || error.status() == 415;
        if (!isUndecided) admission.refusal = api::answerTo(std::current_exception());
    } catch (...) {
        admission.refusal = api::answerTo(std::current_exception());
    }
    return admission;
}

void Studio::Private::startReading(Request &&request, const api::Route &route, std::shared_ptr<Answer> answer)
{
    auto shared = std::make_shared<Request>(std::move(request));
    readers->submit(
        [this, shared, &route, answer](store::Connection &database) {
            try {
                const Snapshot snapshot(database);
                const auto caller = identify(database, *shared, route);
                api::Reading reading(database, *caller, services);
                route.access.require(reading, *shared);
                send(answer, std::get<0>(route.operation)(reading, *shared));
            } catch (...) {
                sendFailure(answer, std::current_exception());
            }
        },
        [answer](std::exception_ptr failure) { sendFailure(answer, failure); });
}

void Studio::Private::startWorking(Request &&request, const api::Route &route, std::shared_ptr<Answer> answer)
{
    auto shared = std::make_shared<Request>(std::move(request));
    laneOf(route).submit(
        [this, shared, &route, answer](store::Connection &database) {
            try {
                const auto caller = identify(database, *shared, route);
                api::Working working(
                    database, *caller, services, [&](api::Working::Change run) { return changeNow(*caller, run); });
                route.access.require(working, *shared);
                send(answer, std::get<2>(route.operation)(working, *shared));
            } catch (...) {
                sendFailure(answer, std::current_exception());
            }
        },
        [answer](std::exception_ptr failure) { sendFailure(answer, failure); });
}

void Studio::Private::startWriting(Request &&request, const api::Route &route, std::shared_ptr<Answer> answer)
{
    auto shared = std::make_shared<Request>(std::move(request));
    auto response = std::make_shared<Response>();
    writer->submit(
        [this, shared, response, &route](store::Connection &database) {
            const auto caller = identify(database, *shared, route);
            return change(
                database, *caller,
                [&](api::Writing &writing) {
                    route.access.require(writing, *shared);
                    return std::get<1>(route.operation)(writing, *shared);
                },
                *response);
        },
        [answer, response](std::exception_ptr failure) {
            if (failure)
                sendFailure(answer, failure);
            else
                send(answer, std::move(*response));
        });
}

Committed Studio::Private::change(store::Connection &database, const api::Caller &caller,
    const std::function<Response(api::Writing &)> &run, Response &response)
{
    api::Writing writing(database, caller, services);
    response = run(writing);
    keepEvents(writing);
    Committed committed{writing.events(), writing.actionsAfterCommit()};
    // Only after the commit do readers see the new rights; before it they would cache the old ones again.
    if (rightsChanged.exchange(false)) committed.actions.push_back([this] { callers.invalidate(); });
    return committed;
}

Response Studio::Private::changeNow(const api::Caller &caller, const std::function<Response(api::Writing &)> &run)
{
    Response response;
    std::promise<void> done;
    writer->submit([&](store::Connection &database) { return change(database, caller, run, response); },
        [&](std::exception_ptr failure) {
            if (failure)
                done.set_exception(failure);
            else
                done.set_value();
        });
    done.get_future().get();
    return response;
}

Studio::Studio(StudioOptions options)
    : m(std::make_unique<Private>(std::move(options)))
{}

Studio::~Studio()
{
    m->services.present->close();
    for (auto *lane : {&m->readers, &m->longWork, &m->strangers}) lane->reset();
    m->jobs->stop();
    m->writer->stop();
}

void Studio::handle(Request &&request, std::shared_ptr<Answer> answer)
{
    try {
        const api::Route &route = m->routes.find(request);
        if (std::holds_alternative<std::function<Response(api::Reading &, const Request &)>>(route.operation))
            m->startReading(std::move(request), route, std::move(answer));
        else if (std::holds_alternative<std::function<Response(api::Writing &, Request &)>>(route.operation))
            m->startWriting(std::move(request), route, std::move(answer));
        else
            m->startWorking(std::move(request), route, std::move(answer));
    } catch (...) {
        sendFailure(answer, std::current_exception());
    }
}

void Studio::askAdmission(Request &&head, std::function<void(Admission &&)> told)
{
    auto shared = std::make_shared<Request>(std::move(head));
    try {
        const api::Route &route = m->routes.find(*shared);
        m->readers->submit([this, shared, &route, told](
                               store::Connection &database) { told(m->admissionOf(database, *shared, route)); },
            [told](std::exception_ptr failure) { told({api::answerTo(failure), {}}); });
    } catch (...) {
        told({api::answerTo(std::current_exception()), {}});
    }
}

Response Studio::handleNow(Request &&request)
{
    const auto collector = std::make_shared<CollectedAnswer>();
    auto result = collector->result();
    handle(std::move(request), collector);
    return result.get();
}

void Studio::setAdministrator(const std::string &email, const std::string &password)
{
    const std::string hash = secrets::hashPassword(password);
    m->changeNow({}, [&](api::Writing &writing) {
        ensureAdministrator(writing, email, hash);
        return api::noContent();
    });
}

void Studio::queueJobs(const std::string &kind, const std::vector<Json> &inputs)
{
    m->changeNow({}, [&](api::Writing &writing) {
        for (const Json &input : inputs) jobs::enqueue(writing, kind, input);
        return api::noContent();
    });
}

bool Studio::needsAdministrator()
{
    bool isThere = false;
    m->askDatabase([&](store::Connection &database) {
        isThere = database.query("SELECT 1 FROM person WHERE role = 'admin' AND active AND NOT is_bot").next();
    });
    return !isThere;
}

std::vector<std::string> Studio::faults()
{
    std::vector<std::string> faults;
    const auto database = m->openReader();
    if (!database->isSqlite()) return faults;
    auto integrity = database->query("PRAGMA integrity_check");
    while (integrity.next())
        if (integrity.text(0) != "ok") faults.push_back("Database: " + integrity.string(0));
    auto references = database->query("PRAGMA foreign_key_check");
    while (references.next())
        faults.push_back("A row of " + references.string(0) + " names a missing row of " + references.string(2) + ".");
    return faults;
}

const api::RouteTable &Studio::routes() const
{
    return m->routes;
}

const std::filesystem::path &Studio::uploadFolder() const
{
    return m->services.folders.arriving;
}

const StudioOptions &Studio::options() const
{
    return m->options;
}

std::shared_ptr<void> Studio::arrive(const std::string &personId)
{
    return m->services.present->arrive(personId);
}

std::optional<Listener> Studio::listenerOf(const Request &request)
{
    try {
        auth::KnownCaller caller;
        m->askDatabase([&](store::Connection &database) {
            caller = auth::callerOf(database, m->services, request, database.isSqlite() ? &m->callers : nullptr);
        });
        return Listener{caller->id, std::string(api::nameOf(caller->role)), caller->projectIds};
    } catch (const Error &) {
        return std::nullopt;
    }
}

int Studio::subscribe(Subscriber subscriber)
{
    return m->announcer.subscribe(std::move(subscriber));
}

void Studio::unsubscribe(int number)
{
    m->announcer.unsubscribe(number);
}

bool Studio::mayHear(const Listener &listener, const api::Event &event)
{
    const auto &hidden = event.hiddenFromRoles;
    if (std::find(hidden.begin(), hidden.end(), listener.role) != hidden.end()) return false;
    if (event.personId && *event.personId != listener.personId) return false;
    if (!event.projectId || listener.role == "admin") return true;
    const auto &projects = listener.projectIds;
    return std::find(projects.begin(), projects.end(), *event.projectId) != projects.end();
}

} // namespace callboard
