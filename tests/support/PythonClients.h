// SPDX-License-Identifier: GPL-3.0-or-later
// The Python programs that studios have written for this API: python-socketio and gazu, in a virtual environment
// beside the build that is made once.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace callboard::tests {

/// The interpreter with these libraries; empty when they cannot be had.
inline QString pythonWithClients()
{
    const QString folder = qEnvironmentVariable("CALLBOARD_BINARIES") + QStringLiteral("/../python");
    const QString program = folder + QStringLiteral("/bin/python");
    const QStringList check{QStringLiteral("-c"), QStringLiteral("import gazu, requests, socketio, websocket")};
    if (QProcess::execute(program, check) == 0) return program;
    if (QProcess::execute(QStringLiteral("python3"), {QStringLiteral("-m"), QStringLiteral("venv"), folder}) != 0)
        return {};
    const QStringList packages{QStringLiteral("-m"), QStringLiteral("pip"), QStringLiteral("-q"),
        QStringLiteral("install"), QStringLiteral("python-socketio[client]>=5.11,<6"), QStringLiteral("gazu"),
        QStringLiteral("requests")};
    return QProcess::execute(program, packages) == 0 ? program : QString();
}

} // namespace callboard::tests
