// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Reception.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <unistd.h>

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

QByteArray contentOf(const std::string &fileName)
{
    QFile file(QString::fromStdString(fileName));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(fileName + " cannot be read: " + file.errorString().toStdString() + ".");
    return file.readAll();
}

std::chrono::milliseconds shortestTime(const ServerLimits &limits)
{
    return std::min({limits.headTime, limits.stallTime, limits.idleTime, limits.drainTime});
}

} // namespace

Reception::Reception(Backend &backend, const ServerOptions &options)
    : m_backend(backend)
    , m_options(options)
    , m_sendQueue(std::make_shared<SendQueue>(
          [this] { QMetaObject::invokeMethod(this, &Reception::deliverAll, Qt::QueuedConnection); }))
    , m_events(std::make_unique<EventNamespace>(backend, options))
{
    m_gate.setMaxThreadCount(1);
}

Reception::~Reception()
{
    m_events.reset();
    m_gate.clear();
    m_gate.waitForDone();
    m_sendQueue->close();
    for (const auto &[number, connection] : m_connections) delete connection;
}

void Reception::open()
{
    if (!m_options.certificateFile.empty()) loadCertificate();
    const QHostAddress address(QString::fromStdString(m_options.address));
    if (address.isNull()) throw std::runtime_error(m_options.address + " is no address of a network.");
    setListenBacklogSize(512);
    if (!listen(address, m_options.port))
        throw std::runtime_error("The server cannot listen on " + m_options.address + " port "
            + std::to_string(m_options.port) + ": " + errorString().toStdString() + ".");
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &Reception::checkTimes);
    clock->start(std::clamp<std::chrono::milliseconds>(shortestTime(m_options.limits) / 4, 20ms, 1000ms));
}

void Reception::loadCertificate()
{
    const auto chain = QSslCertificate::fromData(contentOf(m_options.certificateFile), QSsl::Pem);
    const auto keyText = contentOf(m_options.keyFile);
    QSslKey key(keyText, QSsl::Rsa, QSsl::Pem);
    if (key.isNull()) key = QSslKey(keyText, QSsl::Ec, QSsl::Pem);
    if (chain.isEmpty()) throw std::runtime_error(m_options.certificateFile + " holds no PEM certificate.");
    if (key.isNull()) throw std::runtime_error(m_options.keyFile + " holds no PEM key without a password.");
    m_security = QSslConfiguration::defaultConfiguration();
    m_security.setLocalCertificateChain(chain);
    m_security.setPrivateKey(key);
    m_security.setPeerVerifyMode(QSslSocket::VerifyNone); // Clients show tokens, not certificates.
    m_security.setProtocol(QSsl::TlsV1_2OrLater);
}

void Reception::incomingConnection(qintptr descriptor)
{
    if (m_connections.size() >= m_options.limits.connections) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    QTcpSocket *socket = nullptr;
    if (m_options.certificateFile.empty()) {
        socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
    } else {
        auto *secure = new QSslSocket;
        secure->setSocketDescriptor(descriptor);
        secure->setSslConfiguration(m_security);
        secure->startServerEncryption();
        socket = secure;
    }
    const auto number = ++m_lastNumber;
    m_connections.emplace(number, new Connection(number, socket, *this));
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

void Reception::askWho(Credentials &&credentials, std::uint64_t connection, std::uint64_t request)
{
    auto question = std::make_shared<api::Request>(credentials.asRequest("/"));
    m_gate.start([this, question, connection, request, sendQueue = m_sendQueue] {
        try {
            if (m_backend.listenerOf(*question)) return;
        } catch (const std::exception &error) {
            qWarning("It could not be found out who is uploading: %s", error.what());
        }
        Delivery delivery;
        delivery.connection = connection;
        delivery.refusedUpload = request;
        sendQueue->post(std::move(delivery));
    });
}

void Reception::carryOut(api::Request &&request, std::shared_ptr<Studio::Answer> answer)
{
    // Where Kitsu is installed its API lies below /api, and that is what many scripts have in their settings.
    if (request.path == "/api" || request.path.starts_with("/api/")) {
        request.path.erase(0, 4);
        if (request.path.empty()) request.path.push_back('/');
    }
    const auto origin = request.headers.find("Origin");
    if (isPreflight(request) && origin && isAllowedOrigin(*origin))
        answer->begin(preflightAnswer(request));
    else if (EngineServer::isPath(request.path))
        m_events->engine().carryOut(std::move(request), std::move(answer));
    else
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
    close();
    m_events->engine().endAll(); // Polls are running requests that would not end by themselves.
    const auto connections = m_connections;
    for (const auto &[number, connection] : connections) connection->finish();
    if (m_connections.empty())
        Q_EMIT finished();
    else
        QTimer::singleShot(patience, this, &Reception::finished);
}

} // namespace callboard::server
