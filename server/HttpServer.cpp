// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/HttpServer.h"

#include "server/Reception.h"

#include <QHostAddress>
#include <QThread>

#include <future>

namespace callboard::server {

class HttpServer::NetworkThread : public QThread
{
public:
    NetworkThread(Backend &backend, const ServerOptions &options)
        : m_backend(backend)
        , m_options(options)
    {
        setObjectName(QStringLiteral("network"));
    }

    /// Starts and waits until it listens or has failed.
    void open()
    {
        auto port = m_port.get_future();
        start();
        try {
            this->port = port.get();
        } catch (...) {
            wait();
            throw;
        }
    }

    void finish(std::chrono::milliseconds patience)
    {
        if (isRunning())
            QMetaObject::invokeMethod(
                m_reception, [this, patience] { m_reception->finish(patience); }, Qt::QueuedConnection);
        wait();
    }

    std::uint16_t port = 0;

private:
    void run() override
    {
        Reception reception(m_backend, m_options);
        m_reception = &reception;
        try {
            reception.open();
        } catch (...) {
            m_port.set_exception(std::current_exception());
            return;
        }
        connect(&reception, &Reception::finished, this, &QThread::quit, Qt::DirectConnection);
        m_port.set_value(reception.port());
        exec();
    }

    Backend &m_backend;
    const ServerOptions &m_options;
    Reception *m_reception = nullptr;
    std::promise<std::uint16_t> m_port;
};

HttpServer::HttpServer(std::unique_ptr<Backend> backend, ServerOptions options)
    : m_backend(std::move(backend))
    , m_options(std::move(options))
    , m_thread(std::make_unique<NetworkThread>(*m_backend, m_options))
{
    m_thread->open();
}

HttpServer::~HttpServer()
{
    stop(std::chrono::seconds(2));
}

std::uint16_t HttpServer::port() const
{
    return m_thread->port;
}

std::string HttpServer::url() const
{
    QHostAddress address(QString::fromStdString(m_options.address));
    auto host = address.isEqual(QHostAddress::Any) || address.isEqual(QHostAddress::AnyIPv6) ? std::string("localhost")
                                                                                             : m_options.address;
    if (host.find(':') != std::string::npos) host = '[' + host + ']';
    const char *scheme = m_options.certificateFile.empty() ? "http://" : "https://";
    return scheme + host + ':' + std::to_string(port());
}

void HttpServer::stop(std::chrono::milliseconds patience)
{
    m_thread->finish(patience);
}

} // namespace callboard::server
