// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/StartPage.h"

#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Progress.h"
#include "ui/start/HostingPanel.h"
#include "ui/start/NetworkList.h"
#include "ui/studio/RecentStudios.h"
#include "ui/studio/StudioGreeting.h"
#include "ui/tasks/TaskValues.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Emblem.h"
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
#include <QPainterPath>
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
constexpr int coverHeight = 424;
constexpr double lighthouseAt = 0.9; // of the picture's width
constexpr int choiceHeight = 64;
constexpr int recentHeight = 72;
constexpr int pictureHiddenBelow = 800;                     // window height
constexpr int typingPause = 600;                            // milliseconds
constexpr int hostingWidth = 432, hostingBesideFrom = 1440; // window width

/// The picture at the top: fills its box, cut at the sides so that the lighthouse stays.
class Cover final : public QWidget
{
public:
    explicit Cover(QWidget *parent)
        : QWidget(parent)
        , m_picture(u":/callboard/demo/wide_night.jpg"_s)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setMinimumHeight(0);
        setMaximumHeight(coverHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (m_picture.isNull()) return;
        const QSizeF whole = QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatioByExpanding);
        const double left = std::clamp(width() / 2.0 - whole.width() * lighthouseAt, width() - whole.width(), 0.0);
        const QPointF corner(left, (height() - whole.height()) / 2);
        painter.drawPixmap(QRectF(corner, whole), m_picture, m_picture.rect());
    }

private:
    QPixmap m_picture;
};

class Emblem final : public QWidget
{
public:
    explicit Emblem(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(38, 32);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintEmblem(painter, rect());
    }
};

/// A large button: icon in a box, a line of what, a line of why.
class Choice final : public QAbstractButton
{
public:
    Choice(QString icon, const QString &title, QString words, bool isPrimary, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(std::move(icon))
        , m_words(std::move(words))
        , m_isPrimary(isPrimary)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(m_words);
        setFixedHeight(choiceHeight);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Palette &palette = colours();
        const QColor edge = m_isPrimary || hasFocus() ? palette.accent : palette.line2;
        painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
        painter.setBrush(m_isPrimary ? palette.sel : underMouse() ? palette.bg4 : palette.bg3);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
        const QRectF box(14, (height() - 40) / 2.0, 40, 40);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_isPrimary ? palette.accent : palette.bg1);
        painter.drawRoundedRect(box, metrics::controlRadius, metrics::controlRadius);
        icons::paint(painter, m_icon, box.adjusted(10, 10, -10, -10), m_isPrimary ? palette.onAccent : palette.text2);
        painter.setPen(palette.text);
        painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
        painter.drawText(QRect(68, 12, width() - 100, 20), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setPen(palette.text2);
        painter.setFont(textFont(TextRole::Secondary));
        painter.drawText(QRect(68, 32, width() - 100, 18), Qt::AlignVCenter | Qt::AlignLeft, m_words);
        icons::paint(painter, u"right"_s, QRectF(width() - 30, height() / 2.0 - 7, 14, 14), palette.text2);
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    QString m_icon;
    QString m_words;
    bool m_isPrimary;
};

/// One studio that was open before.
class RecentRow final : public QAbstractButton
{
public:
    RecentRow(RecentStudio studio, QWidget *parent)
        : QAbstractButton(parent)
        , m_studio(std::move(studio))
    {
        setFixedHeight(recentHeight);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(StartPage::tr("%1, %2, %3").arg(m_studio.name, m_studio.productions, m_studio.place));
        setToolTip(m_studio.place);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Palette &palette = colours();
        const bool isHere = m_studio.kind == RecentStudio::Kind::OnThisComputer;
        painter.setPen(QPen(hasFocus() ? palette.accent : palette.line2, hasFocus() ? 2 : 1));
        painter.setBrush(underMouse() ? palette.bg3 : palette.bg1);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
        icons::paint(painter, isHere ? u"home"_s : u"globe"_s, QRectF(20, height() / 2.0 - 10, 20, 20), palette.text2);
        painter.setPen(palette.text);
        painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
        painter.drawText(QRect(58, 16, width() - 330, 20), Qt::AlignVCenter | Qt::AlignLeft, m_studio.name);
        painter.setPen(palette.text2);
        painter.setFont(textFont(TextRole::Secondary));
        const QRect second(58, 36, width() - 330, 18);
        painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(m_studio.productions, Qt::ElideRight, second.width()));
        const QRect where(width() - 270, 16, 252, 20);
        painter.drawText(where, Qt::AlignVCenter | Qt::AlignRight,
            painter.fontMetrics().elidedText(
                isHere ? StartPage::tr("On this computer") : m_studio.place, Qt::ElideLeft, where.width()));
        painter.setPen(palette.text3);
        painter.drawText(where.translated(0, 20), Qt::AlignVCenter | Qt::AlignRight,
            momentWords(m_studio.opened.toLocalTime(), QDateTime::currentDateTime()));
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    RecentStudio m_studio;
};

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
    m_picture = new Cover(left);
    column->addWidget(m_picture, 1);
    column->addWidget(new Separator(Qt::Horizontal, left));
    auto *below = new QVBoxLayout;
    below->setContentsMargins(24, 20, 24, 20);
    below->setSpacing(12);
    below->addLayout(makeName(left));
    below->addSpacing(8);
    auto *here = new Choice(
        u"home"_s, tr("Open a studio on this computer"), tr("Start your own, no server to install"), true, left);
    auto *folder =
        new Choice(u"database"_s, tr("Open another folder"), tr("A studio on a disk of this computer"), false, left);
    auto *network =
        new Choice(u"globe"_s, tr("Join a studio on the network"), tr("Pick a host, or type its address"), false, left);
    for (Choice *choice : {here, folder, network}) below->addWidget(choice);
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
    name->addWidget(new Emblem(left));
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
