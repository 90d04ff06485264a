// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openstudio/Presence.h"

#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int settlesIn = 400; // milliseconds: many come at once when a server is back, and reconnecting is no leaving

} // namespace

Presence::Presence(StudioGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    m_stale.setSingleShot(true);
    m_stale.setInterval(settlesIn);
    connect(&m_stale, &QTimer::timeout, this, [this] { read(); });
    connect(&gateway, &StudioGateway::eventHeard, this, [this](const QString &event) {
        if (event == "callboard:presence"_L1) refresh();
    });
    connect(&gateway, &StudioGateway::linkChanged, this, &Presence::refresh);
}

void Presence::refresh()
{
    m_stale.start();
}

QCoro::Task<void> Presence::read()
{
    const QPointer<Presence> self(this);
    const int reading = ++m_readings;
    QStringList people;
    if (!m_gateway.accessToken().isEmpty() && m_gateway.link() == StudioGateway::Link::Live) {
        try {
            const Json told = co_await m_gateway.get(u"/callboard/presence"_s);
            for (const Json &person : told) people << textOf(person, "person_id");
        } catch (const ApiError &) {
            // Not told here, or the link is gone, which is shown elsewhere: nobody is known to be there.
        }
    }
    if (!self || reading != m_readings || people == m_people) co_return;
    m_people = people;
    Q_EMIT changed();
}

} // namespace callboard::ui
