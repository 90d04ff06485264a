// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Toast.h"
#include "ui/shell/StudioFrame.h"
#include "ui/start/HostingPanel.h"
#include "ui/start/SignInPage.h"
#include "ui/start/StartPage.h"
#include "ui/studios/Keyring.h"
#include "ui/studios/RecentStudios.h"

#include <QCloseEvent>
#include <QFile>
#include <QPointer>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTcpServer>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// A demo studio's first administrator has a password that was drawn when it was made (see ./run).
QString firstPassword(const QString &folder)
{
    QFile file(folder + u"/first-password.txt"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

QString wordsOfOpening(const QString &location, bool isHere, bool withDemo)
{
    if (!isHere) return MainWindow::tr("Joining %1").arg(location);
    const bool isNew = firstPassword(location).isEmpty();
    return withDemo && isNew ? MainWindow::tr("Making the demo production, which takes some seconds")
                             : MainWindow::tr("Opening the studio");
}

QString productionsInWords(const StudioDirectory &directory)
{
    const auto &productions = directory.productions();
    if (productions.isEmpty()) return MainWindow::tr("No production yet");
    if (productions.size() == 1) return productions.first().name;
    return MainWindow::tr("%1 and %n more", nullptr, static_cast<int>(productions.size()) - 1)
        .arg(productions.first().name);
}

} // namespace

MainWindow::MainWindow()
    : m_stack(new QStackedWidget(this))
    , m_start(new StartPage(m_stack))
{
    setWindowTitle(tr("Callboard"));
    setMinimumSize(1024, 640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::openAsked, this, [this](const QString &folder) { open(folder, true, false); });
    connect(m_start, &StartPage::hostAsked, this, &MainWindow::host);
    connect(m_start, &StartPage::joinAsked, this, [this](const QString &address) { open(address, false, false); });
    const QByteArray geometry = QSettings().value(u"window/geometry"_s).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) resize(1600, 1000);
    resize(size().boundedTo(screen()->availableSize())); // kept on a larger screen, perhaps
}

MainWindow::~MainWindow()
{
    delete m_frame; // Pages hold the studio; they go first.
    delete m_signIn;
}

void MainWindow::openHere(const QString &folder, bool withDemo)
{
    open(folder, true, withDemo);
}

void MainWindow::join(const QString &address)
{
    open(address, false, false);
}

/// Where it was asked for: at the studios of this computer, or at the address.
void MainWindow::showFailure(bool isHere, const QString &sentence)
{
    if (isHere)
        m_start->showOpenFailure(sentence);
    else
        m_start->showJoinFailure(sentence);
}

QCoro::Task<void> MainWindow::open(QString location, bool isHere, bool withDemo)
{
    const QPointer<MainWindow> self(this);
    m_start->setBusy(wordsOfOpening(location, isHere, withDemo));
    try {
        // Not as one conditional expression: GCC 12 destroys its awaited temporaries twice.
        std::unique_ptr<OpenedStudio> studio;
        if (isHere)
            studio = co_await OpenedStudio::openHere(location, withDemo);
        else
            studio = co_await OpenedStudio::join(location);
        if (!self) co_return;
        m_studio = std::move(studio);
    } catch (const ApiError &error) {
        if (self) {
            m_start->setBusy({});
            if (std::exchange(m_portToHost, std::nullopt))
                m_start->hosting()->showFailure(error.sentence());
            else
                showFailure(isHere, error.sentence());
        }
        co_return;
    }
    m_start->setBusy({});
    co_await signInOrAsk(withDemo);
}

QCoro::Task<void> MainWindow::signInOrAsk(bool withDemo)
{
    const QPointer<MainWindow> self(this);
    const QString location = m_studio->location();
    try {
        const QString password = withDemo ? firstPassword(location) : QString();
        if (!password.isEmpty()) {
            if (m_studio->needsAdministrator()) co_await m_studio->makeAdministrator(u"admin@example.com"_s, password);
            co_await m_studio->session().signIn(u"admin@example.com"_s, password);
        } else {
            for (const RecentStudio &recent : recentStudios()) {
                if (recent.place != location || recent.email.isEmpty()) continue;
                const auto kept = co_await keyring::read(recent.keyringName());
                if (self && kept) co_await m_studio->session().resume(*kept);
            }
        }
    } catch (const ApiError &) {
        // What was kept does not help any more: the sign-in page asks.
    }
    if (!self) co_return;
    if (m_studio->session().isSignedIn()) {
        co_await enter();
        co_return;
    }
    m_signIn = new SignInPage(*m_studio, m_stack);
    m_stack->addWidget(m_signIn);
    m_stack->setCurrentWidget(m_signIn);
    connect(m_signIn, &SignInPage::signedIn, this, [this] { enter(); });
    connect(m_signIn, &SignInPage::backAsked, this, &MainWindow::closeStudio);
}

QCoro::Task<void> MainWindow::enter()
{
    const QPointer<MainWindow> self(this);
    try {
        co_await m_studio->directory().load();
    } catch (const ApiError &error) {
        if (self) {
            const bool wasHere = m_studio->isHere();
            closeStudio();
            showFailure(wasHere, error.sentence());
        }
        co_return;
    }
    if (!self) co_return;
    if (m_signIn) m_signIn->deleteLater();
    m_signIn = nullptr;
    m_frame = new StudioFrame(*m_studio, m_stack);
    m_stack->addWidget(m_frame);
    m_stack->setCurrentWidget(m_frame);
    connect(m_frame, &StudioFrame::closeStudioAsked, this, &MainWindow::closeStudio, Qt::QueuedConnection);
    connect(
        m_frame, &StudioFrame::signOutAsked, this,
        [this] {
            [](MainWindow *window) -> QCoro::Task<void> {
                const QPointer<MainWindow> guard(window);
                co_await window->m_studio->session().signOut();
                if (guard) guard->closeStudio();
            }(this);
        },
        Qt::QueuedConnection);
    connect(&m_studio->session(), &UserSession::changed, m_frame, [this] {
        if (!m_studio->session().isSignedIn())
            QMetaObject::invokeMethod(this, &MainWindow::closeStudio, Qt::QueuedConnection);
    });
    const bool isArtist = m_studio->session().person().role == "user"_L1;
    m_frame->go({isArtist ? u"my-tasks"_s : u"productions"_s, {}, {}, {}, {}});
    remember();
    beginHosting();
    Q_EMIT entered();
}

void MainWindow::host(const QString &folder, quint16 port)
{
    // Found out while the switch is in view; the studio opens only when the port is free.
    QTcpServer probe;
    if (!probe.listen(QHostAddress::AnyIPv4, port)) {
        m_start->hosting()->showFailure(tr("Port %1 cannot be used: %2").arg(port).arg(probe.errorString()));
        return;
    }
    probe.close();
    m_portToHost = port;
    open(folder, true, false);
}

void MainWindow::beginHosting()
{
    const std::optional<quint16> port = std::exchange(m_portToHost, std::nullopt);
    if (!port || !m_studio->isHere()) return;
    try {
        m_studio->share(*port);
        ToastStack::of(this).show({NoticeKind::Ok, tr("Hosted for the team"), m_studio->sharedAddress(), {}, false});
    } catch (const ApiError &error) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("The studio is not hosted"), error.sentence(), {}, true});
    }
}

void MainWindow::remember()
{
    RecentStudio recent;
    recent.kind = m_studio->isHere() ? RecentStudio::Kind::OnThisComputer : RecentStudio::Kind::Joined;
    recent.place = m_studio->location();
    recent.name = m_studio->session().organisation();
    recent.productions = productionsInWords(m_studio->directory());
    recent.email = m_studio->session().person().email;
    recent.opened = QDateTime::currentDateTimeUtc();
    rememberStudio(recent);
    const QString refreshToken = m_studio->session().refreshToken();
    // Without a keyring nothing is kept; the start page says so.
    if (!refreshToken.isEmpty()) keyring::write(recent.keyringName(), refreshToken);
}

void MainWindow::showStart()
{
    m_start->refresh();
    m_stack->setCurrentWidget(m_start);
}

void MainWindow::closeStudio()
{
    ToastStack::of(this).clear(); // Their actions belong to the pages that go.
    delete m_frame;
    m_frame = nullptr;
    delete m_signIn;
    m_signIn = nullptr;
    m_studio.reset();
    m_portToHost.reset();
    showStart();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(u"window/geometry"_s, saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace callboard::ui
