// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/SystemAppearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {
const auto portal = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto settings = u"org.freedesktop.portal.Settings"_s;
const auto appearanceGroup = u"org.freedesktop.appearance"_s;
const auto desktopGroup = u"org.gnome.desktop.interface"_s;
const auto colourScheme = u"color-scheme"_s;
const auto animations = u"enable-animations"_s;
} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    const QPalette start = QGuiApplication::palette();
    m_appearance = start.color(QPalette::Window).lightness() < start.color(QPalette::WindowText).lightness()
        ? Appearance::Dark
        : Appearance::Light;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(
        portal, portalPath, settings, u"SettingChanged"_s, this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(appearanceGroup, colourScheme);
    ask(desktopGroup, animations);
}

void SystemAppearance::ask(const QString &group, const QString &key)
{
    auto call = QDBusMessage::createMethodCall(portal, portalPath, settings, u"Read"_s);
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](auto *finished) {
        finished->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        // A desktop without the portal keeps what Qt started with.
        if (!reply.isError()) take(group, key, reply.value().variant());
    });
}

void SystemAppearance::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void SystemAppearance::take(const QString &group, const QString &key, const QVariant &value)
{
    // The portal's Read wraps its answer twice.
    const QVariant plain = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    if (group == appearanceGroup && key == colourScheme) {
        const uint wanted = plain.toUInt(); // 0 no preference, 1 dark, 2 light
        if (wanted == 0) return;
        m_appearance = wanted == 1 ? Appearance::Dark : Appearance::Light;
    } else if (group == desktopGroup && key == animations) {
        m_reducedMotion = !plain.toBool();
    } else {
        return;
    }
    Q_EMIT changed();
}

} // namespace callboard::ui
