// SPDX-License-Identifier: GPL-3.0-or-later
// The Python programs that studios have written for this API: python-socketio and gazu, in a virtual environment
// beside the build that is made once, with the versions of python-clients.txt.
#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace callboard::tests {

/// Why a test that needs them is skipped.
constexpr const char *noPythonClients =
    "The libraries of tests/support/python-clients.txt cannot be installed: no python3-venv, or PyPI is out of reach.";

/// The interpreter with these libraries; empty when they cannot be had.
inline QString pythonWithClients()
{
    const auto textOf = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString wanted =
        qEnvironmentVariable("CALLBOARD_SOURCE") + QStringLiteral("/tests/support/python-clients.txt");
    const QString folder = qEnvironmentVariable("CALLBOARD_BINARIES") + QStringLiteral("/../python");
    const QString installed = folder + QStringLiteral("/installed.txt"); // written last
    const QString program = folder + QStringLiteral("/bin/python");
    if (!textOf(wanted).isEmpty() && textOf(wanted) == textOf(installed)) return program;
    const QStringList environment{QStringLiteral("-m"), QStringLiteral("venv"), QStringLiteral("--clear"), folder};
    if (QProcess::execute(QStringLiteral("python3"), environment) != 0) return {};
    const QStringList packages{QStringLiteral("-m"), QStringLiteral("pip"), QStringLiteral("-q"),
        QStringLiteral("install"), QStringLiteral("-r"), wanted};
    if (QProcess::execute(program, packages) != 0 || !QFile::copy(wanted, installed)) return {};
    return program;
}

} // namespace callboard::tests
