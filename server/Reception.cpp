// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Reception.h"

#include "server/Addresses.h"
#include "server/Origins.h"

#include <QHostAddress>
#include <QTimer>

namespace callboard::server {

using namespace std::chrono_literals;

namespace {

bool isPreflight(const api::Request &request)
{
    return request.verb == api::Verb::Options && request.headers.find("Access-Control-Request-Method");
}

api::Response preflightAnswer(const api::Request &request)
{
    auto response = api::noContent();
    response.headers.add("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    // The origin is one that the administrator has named: it may send what it asks for.
    if (const auto asked = request.headers.find("Access-Control-Request-Headers"))
        response.headers.add("Access-Control-Allow-Headers", std::string(*asked));
    response.headers.add("Access-Control-Max-Age", "600");
    return response;
}

std::chrono::milliseconds shortestTime(const ServerLimits &limits)
{
    return std::min({limits.headTime, limits.stallTime, limits.idleTime, limits.drainTime});
}

/// Gives an attempt back to its address when the answer says that it was no guess.
class CountedAnswer final : public Studio::Answer
{
public:
    CountedAnswer(std::shared_ptr<Studio::Answer> answer, std::function<void()> giveBack)
        : m_answer(std::move(answer))
        , m_giveBack(std::move(giveBack))
    {}
    bool has(std::string_view entityTag) const override { return m_answer->has(entityTag); }
    void begin(api::Response &&response) override
    {
        if (response.status < 400) m_giveBack();
        m_answer->begin(std::move(response));
    }
    void piece(std::string_view bytes) override { m_answer->piece(bytes); }
    void end(bool complete) override { m_answer->end(complete); }

private:
    std::shared_ptr<Studio::Answer> m_answer;
    std::function<void()> m_giveBack;
};

} // namespace

Reception::Reception(Backend &backend, const ServerOptions &options)
    : m_backend(backend)
    , m_options(options)
    , m_sendQueue(std::make_shared<SendQueue>(
          [this] { QMetaObject::invokeMethod(this, &Reception::deliverAll, Qt::QueuedConnection); }))
    , m_bodyBudget(options.limits.allBodyBytes)
    , m_uploads(options.limits.uploadsOfPerson)
    , m_addressLimits(std::make_shared<AddressLimits>())
    , m_entrance(options, [this](const std::string &addressKey) { return endIdle(addressKey); })
    , m_events(std::make_unique<EventNamespace>(backend, options))
{
    connect(&m_entrance, &Entrance::arrived, this, &Reception::welcome);
}

Reception::~Reception()
{
    m_events.reset();
    m_sendQueue->close();
    for (const auto &[number, connection] : m_connections) delete connection;
}

void Reception::open()
{
    m_entrance.open();
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &Reception::checkTimes);
    clock->start(std::clamp<std::chrono::milliseconds>(shortestTime(m_options.limits) / 4, 20ms, 1000ms));
}

void Reception::welcome(QTcpSocket *socket)
{
    const auto number = ++m_lastNumber;
    m_connections.emplace(number, new Connection(number, socket, *this));
}

/// The one that has been idle for longest: a client that still wants it connects anew.
bool Reception::endIdle(const std::string &addressKey)
{
    Connection *longest = nullptr;
    for (const auto &[number, connection] : m_connections) {
        if (!connection->isIdle() || (!addressKey.empty() && connection->addressKey() != addressKey)) continue;
        if (!longest || connection->lastProgress() < longest->lastProgress()) longest = connection;
    }
    if (longest) longest->end();
    return longest != nullptr;
}

bool Reception::isAllowedOrigin(std::string_view origin) const
{
    return std::find(m_options.allowedOrigins.begin(), m_options.allowedOrigins.end(), origin)
        != m_options.allowedOrigins.end();
}

bool Reception::takesWebSocket(const api::Request &request) const
{
    return EngineServer::isPath(request.path) && request.query.find("transport").value_or("") == "websocket";
}

void Reception::readHead(api::Request &head) const
{
    head.remoteAddress = clientBehind(m_options.trustedProxies, head.remoteAddress, head.headers);
    dropForeignCookies(head, m_options.allowedOrigins);
    // Where Kitsu is installed its API lies below /api, and that is what many scripts have in their settings.
    if (head.path == "/api" || head.path.starts_with("/api/")) {
        head.path.erase(0, 4);
        if (head.path.empty()) head.path.push_back('/');
    }
}

void Reception::askAdmission(api::Request &&head, std::uint64_t connection, std::uint64_t request)
{
    const auto tell = [sendQueue = m_sendQueue, connection, request](Studio::Admission &&admission) {
        Delivery delivery;
        delivery.connection = connection;
        delivery.admittedRequest = request;
        delivery.admission = std::move(admission);
        sendQueue->post(std::move(delivery));
    };
    if (EngineServer::isPath(head.path))
        tell(m_events->engine().admissionOf(head));
    else
        m_backend.askAdmission(std::move(head), tell);
}

void Reception::carryOut(api::Request &&request, std::shared_ptr<Studio::Answer> answer)
{
    const auto origin = request.headers.find("Origin");
    if (isPreflight(request) && origin && isAllowedOrigin(*origin))
        answer->begin(preflightAnswer(request));
    else if (EngineServer::isPath(request.path))
        m_events->engine().carryOut(std::move(request), std::move(answer));
    else
        handle(std::move(request), std::move(answer));
}

void Reception::handle(api::Request &&request, std::shared_ptr<Studio::Answer> answer)
{
    const auto attempt = AddressLimits::attemptOf(request);
    if (attempt == AddressLimits::Attempt::None) {
        m_backend.handle(std::move(request), std::move(answer));
        return;
    }
    const auto key = keyOf(QHostAddress(QString::fromStdString(request.remoteAddress)));
    if (!m_addressLimits->take(attempt, key, AddressLimits::Clock::now())) {
        auto refusal = problem(429, "This was tried too often from your address. Try again in a minute.");
        refusal.headers.add("Retry-After", "60");
        answer->begin(std::move(refusal));
        return;
    }
    if (attempt == AddressLimits::Attempt::SignIn)
        answer = std::make_shared<CountedAnswer>(
            std::move(answer), [limits = m_addressLimits, attempt, key] { limits->giveBack(attempt, key); });
    m_backend.handle(std::move(request), std::move(answer));
}

void Reception::upgrade(QTcpSocket *socket)
{
    m_events->engine().takeSocket(socket);
}

void Reception::gone(std::uint64_t number)
{
    const auto found = m_connections.find(number);
    if (found == m_connections.end()) return;
    found->second->deleteLater();
    m_connections.erase(found);
    if (m_isFinishing && m_connections.empty()) Q_EMIT finished();
}

void Reception::deliverAll()
{
    for (auto &delivery : m_sendQueue->takeAll()) {
        const auto found = m_connections.find(delivery.connection);
        if (found != m_connections.end()) found->second->deliver(std::move(delivery));
    }
}

void Reception::checkTimes()
{
    const auto now = Connection::Clock::now();
    const auto connections = m_connections; // Ending one takes it out of the map.
    for (const auto &[number, connection] : connections) connection->checkTime(now);
}

void Reception::finish(std::chrono::milliseconds patience)
{
    m_isFinishing = true;
    m_entrance.close();
    m_events->engine().endAll(); // Polls are running requests that would not end by themselves.
    const auto connections = m_connections;
    for (const auto &[number, connection] : connections) connection->finish();
    if (m_connections.empty())
        Q_EMIT finished();
    else
        QTimer::singleShot(patience, this, &Reception::finished);
}

} // namespace callboard::server
