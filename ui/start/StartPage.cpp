// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/StartPage.h"

#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Progress.h"
#include "ui/start/HostingPanel.h"
#include "ui/start/NetworkList.h"
#include "ui/start/StartParts.h"
#include "ui/studios/RecentStudios.h"
#include "ui/studios/StudioGreeting.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/ThemeChoice.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

static void readDemoPictures()
{
    Q_INIT_RESOURCE(demo); // The linker drops the resources of a static library that nobody asks for.
}

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leftWidth = 440;
constexpr int pictureHiddenBelow = 800;                     // window height
constexpr int typingPause = 600;                            // milliseconds
constexpr int hostingWidth = 432, hostingBesideFrom = 1440; // window width

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_hosting(new HostingPanel(this))
    , m_hostingLine(new Separator(Qt::Vertical, this))
    , m_busy(new BusyRing(this))
{
    readDemoPictures();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeLeft());
    layout->addWidget(new Separator(Qt::Vertical, this));
    layout->addWidget(makeMiddle(), 1);
    layout->addWidget(m_hostingLine);
    connect(m_hosting, &HostingPanel::toggled, this, [this](bool on, quint16 port) {
        if (on) Q_EMIT hostAsked(m_hostedFolder, port);
    });
    refresh();
}

QWidget *StartPage::makeLeft()
{
    auto *left = new QWidget(this);
    left->setFixedWidth(leftWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_picture = new StartCover(left);
    column->addWidget(m_picture, 1);
    column->addWidget(new Separator(Qt::Horizontal, left));
    auto *below = new QVBoxLayout;
    below->setContentsMargins(24, 20, 24, 20);
    below->setSpacing(12);
    below->addLayout(makeName(left));
    below->addSpacing(8);
    auto *here = new StartChoice(
        u"home"_s, tr("Open a studio on this computer"), tr("Start your own, no server to install"), true, left);
    auto *folder = new StartChoice(
        u"database"_s, tr("Open another folder"), tr("A studio on a disk of this computer"), false, left);
    auto *network = new StartChoice(
        u"globe"_s, tr("Join a studio on the network"), tr("Pick a host, or type its address"), false, left);
    for (StartChoice *choice : {here, folder, network}) below->addWidget(choice);
    below->addSpacing(12);
    below->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(
        new Label(tr("Version %1").arg(QCoreApplication::applicationVersion()), TextRole::Secondary, Tone::Hint, left));
    foot->addStretch(1);
    foot->addWidget(makeThemeChoice(left));
    below->addLayout(foot);
    column->addLayout(below, 1);
    connect(here, &QAbstractButton::clicked, this, [this] { Q_EMIT openAsked(usualFolder()); });
    connect(folder, &QAbstractButton::clicked, this, &StartPage::chooseFolder);
    connect(network, &QAbstractButton::clicked, this, [this] { m_address->setFocus(); });
    return left;
}

QLayout *StartPage::makeName(QWidget *left)
{
    auto *name = new QHBoxLayout;
    name->setSpacing(14);
    name->addWidget(new EmblemMark(left));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(tr("Callboard"), TextRole::AppName, Tone::Text, left));
    words->addWidget(new Label(tr("Productions, tasks and reviews"), TextRole::Secondary, Tone::Secondary, left));
    name->addLayout(words, 1);
    return name;
}

QWidget *StartPage::makeThemeChoice(QWidget *left)
{
    auto *choice = new QPushButton(icons::icon(u"contrast"_s), {}, left);
    choice->setObjectName(u"theme"_s);
    choice->setToolTip(tr("Light or dark"));
    setButtonRole(choice, ButtonRole::Quiet);
    setControlSize(choice, ControlSize::Small);
    const auto showNow = [choice] { choice->setText(colours().isDark() ? tr("Dark") : tr("Light")); };
    connect(choice, &QPushButton::clicked, this,
        [] { chooseTheme(colours().isDark() ? Theme::Mode::Light : Theme::Mode::Dark); });
    connect(&Theme::instance(), &Theme::changed, choice, showNow);
    showNow();
    return choice;
}

QWidget *StartPage::makeMiddle()
{
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    m_middle = column;
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Recent studios"), TextRole::Section, Tone::Text, middle));
    head->addWidget(m_busy);
    m_doing = new Label({}, TextRole::Secondary, Tone::Secondary, middle);
    head->addWidget(m_doing);
    head->addStretch(1);
    column->addLayout(head);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(8);
    column->addLayout(m_recent);
    m_recentLine = new Label({}, TextRole::Secondary, Tone::Bad, middle);
    m_recentLine->setObjectName(u"recent-line"_s);
    m_recentLine->setWordWrap(true);
    m_recentLine->hide();
    column->addWidget(m_recentLine);
    column->addSpacing(20);
    auto *network = new NetworkList(announcementPort, middle);
    column->addWidget(network);
    connect(network, &NetworkList::joinAsked, this, &StartPage::joinAsked);
    column->addSpacing(20);
    column->addWidget(new Label(tr("By address"), TextRole::Section, Tone::Text, middle));
    auto *line = new QHBoxLayout;
    m_address = new QLineEdit(middle);
    m_address->setObjectName(u"address"_s);
    m_address->setFont(textFont(TextRole::Mono));
    m_address->setMinimumHeight(metrics::controlLarge);
    m_address->setPlaceholderText(tr("studio.example:8080"));
    m_address->setAccessibleName(tr("Address of a studio"));
    auto *connectButton = new QPushButton(tr("Connect"), middle);
    setButtonRole(connectButton, ButtonRole::Primary);
    connectButton->setMinimumHeight(metrics::controlLarge);
    line->addWidget(m_address, 1);
    line->addWidget(connectButton);
    column->addLayout(line);
    m_addressLine = new Label({}, TextRole::Secondary, Tone::Bad, middle);
    m_addressLine->setObjectName(u"address-line"_s);
    m_addressLine->setWordWrap(true);
    column->addWidget(m_addressLine);
    column->addStretch(1);
    connect(connectButton, &QPushButton::clicked, this, &StartPage::join);
    connect(m_address, &QLineEdit::returnPressed, this, &StartPage::join);
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPause);
    connect(&m_typed, &QTimer::timeout, this, [this] { askAddress(); });
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        ++m_questions;
        m_addressLine->clear();
        m_typed.start();
    });
    return middle;
}

QString StartPage::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/studio"_s;
}

void StartPage::refresh()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto studios = recentStudios();
    m_hostedFolder = usualFolder();
    QString hosted = tr("A studio on this computer");
    for (const RecentStudio &studio : studios) {
        if (studio.kind != RecentStudio::Kind::OnThisComputer) continue;
        m_hostedFolder = studio.place;
        if (!studio.name.isEmpty()) hosted = studio.name;
        break;
    }
    m_hosting->setStudio(hosted);
    m_hosting->setAddress({});
    for (const RecentStudio &studio : studios) {
        auto *row = new RecentRow(studio, this);
        m_recent->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, studio] {
            if (studio.kind == RecentStudio::Kind::Joined)
                Q_EMIT joinAsked(studio.place);
            else
                Q_EMIT openAsked(studio.place);
        });
    }
    if (studios.isEmpty())
        m_recent->addWidget(
            new Label(tr("None yet. Open a studio on this computer, or join one."), TextRole::Base, Tone::Hint, this));
}

void StartPage::setBusy(const QString &doing)
{
    const bool isBusy = !doing.isEmpty();
    m_busy->setBusy(isBusy);
    m_doing->setText(doing);
    m_addressLine->clear();
    m_recentLine->hide();
    setEnabled(!isBusy);
}

void StartPage::showOpenFailure(const QString &sentence)
{
    m_recentLine->setText(sentence);
    m_recentLine->show();
}

void StartPage::showJoinFailure(const QString &sentence)
{
    ++m_questions;
    m_typed.stop();
    m_addressLine->setTone(Tone::Bad);
    m_addressLine->setText(sentence);
}

/// Says below the field how the studio at the typed address answers, before anybody joins it.
QCoro::Task<void> StartPage::askAddress()
{
    const QPointer<StartPage> self(this);
    const int question = ++m_questions;
    const QString address = m_address->text().trimmed();
    if (address.isEmpty()) co_return;
    QString words;
    Tone tone = Tone::Ok;
    try {
        const StudioGreeting greeting = co_await greet(address);
        words = greeting.refusal().isEmpty() ? greeting.sentence() : greeting.refusal();
        if (greeting.fit != StudioGreeting::Fit::Same) tone = Tone::Warning;
    } catch (const ApiError &error) {
        words = error.sentence();
        tone = Tone::Hint; // perhaps it is not typed to its end
    }
    if (!self || question != m_questions) co_return;
    m_addressLine->setTone(tone);
    m_addressLine->setText(words);
}

void StartPage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a studio's folder"), usualFolder());
    if (!folder.isEmpty()) Q_EMIT openAsked(folder);
}

void StartPage::join()
{
    if (m_address->text().trimmed().isEmpty()) {
        showJoinFailure(tr("Type the address that the host shows, for instance 192.168.1.24:8080."));
        return;
    }
    Q_EMIT joinAsked(m_address->text().trimmed());
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().bg2);
    painter.fillRect(QRect(0, 0, leftWidth, height()), colours().bg1);
    if (m_hostingLine->isVisibleTo(this))
        painter.fillRect(QRect(m_hosting->x(), 0, m_hosting->width(), height()), colours().bg1);
}

/// The hosting panel stands at the side, or below the rest where there is no room.
void StartPage::arrange()
{
    const bool isBeside = width() >= hostingBesideFrom;
    m_hostingLine->setVisible(isBeside);
    if (isBeside) {
        m_hosting->setFixedWidth(hostingWidth);
        layout()->addWidget(m_hosting);
    } else {
        m_hosting->setMinimumWidth(0);
        m_hosting->setMaximumWidth(QWIDGETSIZE_MAX);
        m_middle->insertWidget(m_middle->count() - 1, m_hosting);
    }
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_picture->setVisible(height() >= pictureHiddenBelow);
    arrange();
}

} // namespace callboard::ui
