// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/ChildProcess.h"

#include <QDeadlineTimer>
#include <QProcess>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace callboard::media {

namespace {

constexpr qsizetype greatestOutput = 8 << 20;
constexpr qsizetype keptErrors = 4096;

#ifdef Q_OS_UNIX
/// Runs in the child between fork and exec: system calls only.
void limitThisProcess(const ChildLimits &limits)
{
    const auto limit = [](auto resource, rlim_t value) {
        const rlimit both{value, value};
        ::setrlimit(resource, &both);
    };
    limit(RLIMIT_CPU, rlim_t(limits.processorSeconds));
    limit(RLIMIT_AS, rlim_t(limits.memory));
    limit(RLIMIT_FSIZE, rlim_t(limits.fileSize));
    limit(RLIMIT_CORE, 0);
    ::setpriority(PRIO_PROCESS, 0, 10);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
}
#endif

void takeLines(QByteArray &buffer, const std::function<void(std::string_view)> &onLine)
{
    for (auto end = buffer.indexOf('\n'); end >= 0; end = buffer.indexOf('\n')) {
        onLine(std::string_view(buffer.constData(), std::size_t(end)));
        buffer.remove(0, end + 1);
    }
    if (buffer.size() > greatestOutput) buffer.clear();
}

} // namespace

ChildResult runChild(const std::string &program, const std::vector<std::string> &arguments, const ChildLimits &limits,
    const std::function<void(std::string_view)> &onLine, const std::function<bool()> &isCancelled)
{
    QProcess process;
    QStringList list;
    for (const auto &argument : arguments) list << QString::fromStdString(argument);
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([&limits] { limitThisProcess(limits); });
#endif
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QString::fromStdString(program), list, QIODevice::ReadOnly);
    if (!process.waitForStarted(10'000)) throw MissingProgram(program + " cannot be started.");
    const QDeadlineTimer deadline(limits.seconds * 1000);
    QByteArray output;
    QByteArray errors;
    bool isRunning = true;
    while (isRunning) {
        isRunning = !process.waitForFinished(200);
        output += process.readAllStandardOutput();
        errors += process.readAllStandardError();
        if (errors.size() > keptErrors) errors = errors.right(keptErrors);
        if (onLine) takeLines(output, onLine);
        const bool isTooMuch = deadline.hasExpired() || output.size() > greatestOutput;
        if (isRunning && (isTooMuch || (isCancelled && isCancelled()))) {
            process.kill();
            process.waitForFinished(10'000);
            return {-1, {}, errors.toStdString()};
        }
    }
    const bool isNormal = process.exitStatus() == QProcess::NormalExit;
    return {isNormal ? process.exitCode() : -1, output.toStdString(), errors.toStdString()};
}

} // namespace callboard::media
