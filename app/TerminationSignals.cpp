// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TerminationSignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace callboard {

namespace {

int wakeUp = -1; // written to by the signal handler, read by the event loop

} // namespace

/// A handler rather than a blocked mask: child processes inherit a mask, and could then not be told to end.
TerminationSignals::TerminationSignals()
{
    wakeUp = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct sigaction action
    {};
    action.sa_handler = [](int) {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(wakeUp, &one, sizeof one);
    };
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

TerminationSignals::~TerminationSignals() = default;

void TerminationSignals::listen()
{
    m_told = std::make_unique<QSocketNotifier>(wakeUp, QSocketNotifier::Read);
    connect(m_told.get(), &QSocketNotifier::activated, this, [this] {
        m_told->setEnabled(false); // once is enough
        Q_EMIT received();
    });
}

} // namespace callboard
