// SPDX-License-Identifier: GPL-3.0-or-later
// Who is connected to the studio now, as far as this person may see: read when signed in, and again when somebody
// comes or goes. A studio that does not tell (another server of the same API) has nobody. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace callboard::ui {

class Presence final : public QObject
{
    Q_OBJECT

public:
    explicit Presence(StudioGateway &gateway, QObject *parent = nullptr);

    /// People's identifiers, the reader's own among them; by name.
    const QStringList &people() const { return m_people; }
    bool isHere(const QString &personId) const { return m_people.contains(personId); }
    /// Somebody signed in, or out.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    QCoro::Task<void> read();

    StudioGateway &m_gateway;
    QStringList m_people;
    QTimer m_stale;
    int m_readings = 0; // one begun later makes an earlier one void
};

} // namespace callboard::ui
