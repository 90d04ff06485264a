// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/HostingPanel.h"

#include "ui/parts/Label.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 firstPort = 8080;
const QString portSetting = u"hosting/port"_s;

} // namespace

quint16 HostingPanel::usualPort()
{
    const uint port = QSettings().value(portSetting, firstPort).toUInt();
    return port > 0 && port <= 65535 ? static_cast<quint16>(port) : firstPort;
}

HostingPanel::HostingPanel(QWidget *parent)
    : QWidget(parent)
    , m_name(new Label(tr("Host for the team"), TextRole::PanelTitle, Tone::Text, this))
    , m_state(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_switch(new QCheckBox(this))
    , m_port(new QLineEdit(QString::number(usualPort()), this))
    , m_fault(new Label({}, TextRole::Secondary, Tone::Bad, this))
    , m_addressBox(new QWidget(this))
    , m_address(new Label({}, TextRole::Mono, Tone::Text, m_addressBox))
    , m_copy(new QPushButton(icons::icon(u"copy"_s), tr("Copy"), m_addressBox))
    , m_words(new Label(
          tr("While it is on, others join with this computer's address, from Callboard or any tool that speaks to Kitsu. On the same network they see it in their list. Hosting ends when the studio is closed."),
          TextRole::Secondary, Tone::Hint, this))
{
    setSwitch(m_switch);
    m_switch->setAccessibleName(tr("Host this studio for the team"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setFixedWidth(80);
    m_fault->setWordWrap(true);
    m_words->setWordWrap(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setAccessibleName(tr("Copy the address"));
    setControlSize(m_copy, ControlSize::Small);

    auto *head = new QHBoxLayout;
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_state);
    head->addWidget(new IconLabel(u"host"_s, 20, Tone::Secondary, this));
    head->addSpacing(8);
    head->addLayout(names, 1);
    head->addWidget(m_switch);
    auto *port = new QHBoxLayout;
    port->addWidget(new Label(tr("Port"), TextRole::Base, Tone::Secondary, this), 1);
    port->addWidget(m_port);
    auto *address = new QVBoxLayout(m_addressBox);
    address->setContentsMargins(0, 0, 0, 0);
    address->setSpacing(4);
    address->addWidget(new Label(tr("Address for the others"), TextRole::Secondary, Tone::Secondary, m_addressBox));
    auto *line = new QHBoxLayout;
    line->addWidget(m_address, 1);
    line->addWidget(m_copy);
    address->addLayout(line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(new Separator(Qt::Horizontal, this));
    column->addLayout(port);
    column->addWidget(m_fault);
    column->addWidget(m_addressBox);
    column->addWidget(m_words);
    column->addStretch(1);

    connect(m_switch, &QCheckBox::clicked, this, &HostingPanel::ask);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address->text()); });
    connect(m_port, &QLineEdit::textEdited, this, [this] { showFailure({}); });
    setAddress({});
}

void HostingPanel::setStudio(const QString &name)
{
    m_name->setText(name);
}

void HostingPanel::setAddress(const QString &address)
{
    const bool isOn = !address.isEmpty();
    m_switch->setChecked(isOn);
    m_state->setText(isOn ? tr("Hosting from this computer") : tr("Switch it on to let the team in"));
    m_state->setTone(isOn ? Tone::Ok : Tone::Secondary);
    m_address->setText(address);
    m_addressBox->setVisible(isOn);
    m_port->setEnabled(!isOn);
    if (isOn) m_port->setText(address.section(u':', -1));
    m_fault->setVisible(false);
    setFieldState(m_port, FieldState::Plain);
}

void HostingPanel::showFailure(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    setFieldState(m_port, sentence.isEmpty() ? FieldState::Plain : FieldState::Error);
    if (!sentence.isEmpty()) m_switch->setChecked(false);
}

QString HostingPanel::failure() const
{
    return m_fault->isVisibleTo(this) ? m_fault->text() : QString();
}

quint16 HostingPanel::port() const
{
    return m_port->text().toUShort(); // 0 when it is no port
}

void HostingPanel::ask(bool on)
{
    if (on && port() == 0) return showFailure(tr("A port is a number from 1 to 65535."));
    if (on) QSettings().setValue(portSetting, port());
    Q_EMIT toggled(on, port());
}

} // namespace callboard::ui
