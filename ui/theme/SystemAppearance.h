// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Palette.h"

#include <QObject>
#include <QVariant>

class QDBusVariant;

namespace callboard::ui {

/// What the desktop asks for: dark or light, and less motion. Read from the settings portal of the
/// desktop where there is one (Qt 6.4 does not tell it), else from the colours Qt starts with.
/// Make it before the application's palette is set.
class SystemAppearance : public QObject
{
    Q_OBJECT
public:
    explicit SystemAppearance(QObject *parent);

    Appearance appearance() const { return m_appearance; }
    bool reducedMotion() const { return m_reducedMotion; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &group, const QString &key);
    void take(const QString &group, const QString &key, const QVariant &value);

    Appearance m_appearance = Appearance::Dark;
    bool m_reducedMotion = false;
};

} // namespace callboard::ui
