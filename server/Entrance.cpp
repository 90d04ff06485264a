// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Entrance.h"

#include "server/Addresses.h"

#include <QFile>
#include <QHostAddress>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>

namespace callboard::server {

namespace {

QByteArray contentOf(const std::string &fileName)
{
    QFile file(QString::fromStdString(fileName));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(fileName + " cannot be read: " + file.errorString().toStdString() + ".");
    return file.readAll();
}

template<auto release>
struct Releases
{
    template<typename Type>
    void operator()(Type *held) const
    {
        release(held);
    }
};

bool fitTogether(const QByteArray &certificateText, const QByteArray &keyText)
{
    using Text = std::unique_ptr<BIO, Releases<BIO_free_all>>;
    const auto textOf = [](const QByteArray &pem) { return Text(BIO_new_mem_buf(pem.constData(), int(pem.size()))); };
    const std::unique_ptr<X509, Releases<X509_free>> certificate(
        PEM_read_bio_X509(textOf(certificateText).get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<EVP_PKEY, Releases<EVP_PKEY_free>> key(
        PEM_read_bio_PrivateKey(textOf(keyText).get(), nullptr, nullptr, nullptr));
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
}

QSslConfiguration securityOf(const ServerOptions &options)
{
    const auto certificateText = contentOf(options.certificateFile);
    const auto chain = QSslCertificate::fromData(certificateText, QSsl::Pem);
    const auto keyText = contentOf(options.keyFile);
    QSslKey key(keyText, QSsl::Rsa, QSsl::Pem);
    if (key.isNull()) key = QSslKey(keyText, QSsl::Ec, QSsl::Pem);
    if (chain.isEmpty()) throw std::runtime_error(options.certificateFile + " holds no PEM certificate.");
    if (key.isNull()) throw std::runtime_error(options.keyFile + " holds no PEM key without a password.");
    if (!fitTogether(certificateText, keyText))
        throw std::runtime_error("The key in " + options.keyFile + " does not belong to the certificate in "
            + options.certificateFile + ".");
    auto security = QSslConfiguration::defaultConfiguration();
    security.setLocalCertificateChain(chain);
    security.setPrivateKey(key);
    security.setPeerVerifyMode(QSslSocket::VerifyNone); // Clients show tokens, not certificates.
    security.setProtocol(QSsl::TlsV1_2OrLater);
    return security;
}

QHostAddress peerOf(qintptr descriptor)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    auto *address = reinterpret_cast<sockaddr *>(&peer);
    if (::getpeername(static_cast<int>(descriptor), address, &size) != 0) return {};
    return QHostAddress(address);
}

} // namespace

/// Asks before a socket is made of what came in.
template<typename Server>
class Entrance::Asking final : public Server
{
public:
    explicit Asking(Entrance &entrance)
        : m_entrance(entrance)
    {}

private:
    void incomingConnection(qintptr descriptor) override
    {
        if (m_entrance.mayEnter(descriptor))
            Server::incomingConnection(descriptor);
        else
            ::close(static_cast<int>(descriptor));
    }

    Entrance &m_entrance;
};

/// One socket among those that are counted. Its child, because QSslServer takes all connections off a signal.
class Entrance::Place final : public QObject
{
public:
    Place(Entrance &entrance, std::string key, QTcpSocket *socket)
        : QObject(socket)
        , m_entrance(&entrance)
        , m_key(std::move(key))
    {
        ++entrance.m_counts[m_key];
        ++entrance.m_total;
    }
    ~Place() override
    {
        if (!m_entrance) return;
        --m_entrance->m_total;
        const auto found = m_entrance->m_counts.find(m_key);
        if (--found->second == 0) m_entrance->m_counts.erase(found);
    }

private:
    const QPointer<Entrance> m_entrance;
    const std::string m_key;
};

Entrance::Entrance(const ServerOptions &options, MakeRoom makeRoom)
    : m_options(options)
    , m_makeRoom(std::move(makeRoom))
{}

Entrance::~Entrance() = default;

std::unique_ptr<QTcpServer> Entrance::makeServer()
{
    if (m_options.certificateFile.empty()) return std::make_unique<Asking<QTcpServer>>(*this);
    auto server = std::make_unique<Asking<QSslServer>>(*this);
    server->setSslConfiguration(securityOf(m_options));
    server->setHandshakeTimeout(static_cast<int>(m_options.limits.handshakeTime.count()));
    connect(server.get(), &QSslServer::startedEncryptionHandshake, this, &Entrance::count);
    return server;
}

void Entrance::open()
{
    m_server = makeServer();
    // Handshakes count as pending: those who stall theirs must not keep others out.
    m_server->setMaxPendingConnections(static_cast<int>(m_options.limits.connections));
    m_server->setListenBacklogSize(512);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &Entrance::takeArrived);
    const QHostAddress address(QString::fromStdString(m_options.address));
    if (address.isNull()) throw std::runtime_error(m_options.address + " is no address of a network.");
    if (!m_server->listen(address, m_options.port))
        throw std::runtime_error("The server cannot listen on " + m_options.address + " port "
            + std::to_string(m_options.port) + ": " + m_server->errorString().toStdString() + ".");
}

void Entrance::close()
{
    if (m_server) m_server->close();
}

std::uint16_t Entrance::port() const
{
    return m_server->serverPort();
}

bool Entrance::mayEnter(qintptr descriptor)
{
    const auto &limits = m_options.limits;
    const auto peer = peerOf(descriptor);
    const auto &proxies = m_options.trustedProxies;
    const bool isProxy = std::find(proxies.begin(), proxies.end(), textOf(peer)) != proxies.end();
    const auto key = keyOf(peer);
    const auto found = m_counts.find(key);
    if (!isProxy && found != m_counts.end() && found->second >= limits.connectionsOfAddress && !m_makeRoom(key))
        return false;
    return m_total < limits.connections || m_makeRoom({});
}

/// Until the socket has gone, whoever has it then.
void Entrance::count(QTcpSocket *socket)
{
    new Place(*this, keyOf(socket->peerAddress()), socket);
}

void Entrance::takeArrived()
{
    while (auto *socket = m_server->nextPendingConnection()) {
        if (m_options.certificateFile.empty()) count(socket);
        Q_EMIT arrived(socket);
    }
}

} // namespace callboard::server
