// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM and SIGINT as a signal of Qt's, so that both programs end in good order. Make one, before the
// application object and before any thread; lives on the main thread.
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace callboard {

class TerminationSignals final : public QObject
{
    Q_OBJECT

public:
    TerminationSignals();
    ~TerminationSignals() override;

    /// From now on, and at once for one that came before, `received` is told. Needs the application object.
    void listen();

Q_SIGNALS:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_told;
};

} // namespace callboard
