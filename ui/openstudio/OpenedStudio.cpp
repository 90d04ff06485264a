// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openstudio/OpenedStudio.h"

#include "ui/studios/StudiosHere.h"

#include "core/demo/DemoProduction.h"
#include "core/studio/Studio.h"
#include "server/HttpServer.h"
#include "ui/gateway/HostedGateway.h"
#include "ui/gateway/JoinedGateway.h"
#include "ui/studios/NetworkStudios.h"
#include "ui/studios/StudioGreeting.h"

#include <QCoroFuture>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// Runs `work` on a pool thread; what it throws is thrown to who awaits.
template<typename Result>
QFuture<Result> elsewhere(std::function<Result()> work)
{
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        try {
            promise->addResult(work());
        } catch (const std::exception &error) {
            promise->setException(std::make_exception_ptr(ApiError(0, QString::fromUtf8(error.what()))));
        }
        promise->finish();
    });
    return promise->future();
}

struct Opened
{
    std::shared_ptr<Studio> studio;
    bool needsAdministrator = false;
};

QString addressForOthers()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && !address.isLinkLocal())
            return address.toString();
    return u"127.0.0.1"_s;
}

} // namespace

OpenedStudio::OpenedStudio(std::unique_ptr<StudioGateway> gateway, QString location, std::shared_ptr<Studio> studio)
    : m_location(std::move(location))
    , m_studio(std::move(studio))
    , m_gateway(std::move(gateway))
    , m_session(*m_gateway)
    , m_outbox(*m_gateway, m_session, m_studio ? m_location : JoinedGateway::urlOf(m_location).toString())
    , m_publishing(*m_gateway, m_outbox)
    , m_pictures(*m_gateway)
    , m_directory(m_session, m_pictures)
    , m_presence(*m_gateway)
{
    connect(&m_session, &UserSession::changed, &m_presence, &Presence::refresh);
}

OpenedStudio::~OpenedStudio()
{
    m_server.reset(); // before the studio that it serves
}

QCoro::Task<std::unique_ptr<OpenedStudio>> OpenedStudio::openHere(QString folder, bool withDemo)
{
    // Named, not a temporary of the awaiting expression: GCC 12 destroys the captures of such a one twice.
    const std::function<Opened()> open = [folder, withDemo] {
        StudioOptions options;
        options.folder = folder.toStdString();
        auto studio = openStudioHere(std::move(options));
        const std::filesystem::path place = folder.toStdString();
        if (withDemo && (studio->needsAdministrator() || demo::isUnfinished(place)))
            demo::makeDemoProduction(*studio, demo::demoAdministrator(place));
        const bool needsAdministrator = studio->needsAdministrator();
        return Opened{std::move(studio), needsAdministrator};
    };
    const Opened opened = co_await elsewhere<Opened>(open);
    std::unique_ptr<OpenedStudio> studio(
        new OpenedStudio(std::make_unique<HostedGateway>(opened.studio), folder, opened.studio));
    studio->m_needsAdministrator = opened.needsAdministrator;
    co_return studio;
}

QCoro::Task<std::unique_ptr<OpenedStudio>> OpenedStudio::join(QString address)
{
    const StudioGreeting greeting = co_await greet(address);
    if (const QString refusal = greeting.refusal(); !refusal.isEmpty()) throw ApiError(0, refusal);
    auto gateway = std::make_unique<JoinedGateway>(address);
    co_return std::unique_ptr<OpenedStudio>(new OpenedStudio(std::move(gateway), address, nullptr));
}

QCoro::Task<void> OpenedStudio::makeAdministrator(QString email, QString password)
{
    const QPointer<OpenedStudio> self(this); // it may be closed while the password is hashed
    const auto studio = m_studio;
    const std::function<bool()> make = [studio, email, password] {
        studio->setAdministrator(email.toStdString(), password.toStdString());
        return true;
    };
    co_await elsewhere<bool>(make);
    if (self) m_needsAdministrator = false;
}

void OpenedStudio::share(quint16 port)
{
    server::ServerOptions options;
    options.address = "0.0.0.0";
    options.port = port;
    try {
        m_server = std::make_unique<server::HttpServer>(server::backendOf(*m_studio), options);
    } catch (const std::runtime_error &error) {
        throw ApiError(0, QString::fromUtf8(error.what()));
    }
    const QString name = m_session.organisation();
    m_announcer = std::make_unique<StudioAnnouncer>(name.isEmpty() ? tr("Studio") : name, m_server->port());
    Q_EMIT sharingChanged();
}

void OpenedStudio::stopSharing()
{
    m_announcer.reset();
    m_server.reset();
    Q_EMIT sharingChanged();
}

QString OpenedStudio::sharedAddress() const
{
    return m_server ? u"%1:%2"_s.arg(addressForOthers()).arg(m_server->port()) : QString();
}

} // namespace callboard::ui
