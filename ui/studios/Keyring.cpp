// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studios/Keyring.h"

#include <QCoroSignal>
#include <qt6keychain/keychain.h>

#include <chrono>

namespace callboard::ui::keyring {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"Callboard"_s;
// A keyring that waits for a password of its own may answer late; one that is missing never does.
constexpr std::chrono::seconds patience(20);

/// Runs the job to its end; false when it failed or nothing answered. The job deletes itself.
QCoro::Task<bool> finished(QKeychain::Job *job)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    QMetaObject::invokeMethod(
        job, [job] { job->start(); }, Qt::QueuedConnection);
    const auto done = co_await qCoro(job, &QKeychain::Job::finished, patience);
    co_return done.has_value() && job->error() == QKeychain::NoError;
}

} // namespace

QCoro::Task<std::optional<QString>> read(QString name)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    const bool ok = co_await finished(job);
    const QString secret = job->textData();
    job->deleteLater();
    if (!ok || secret.isEmpty()) co_return std::nullopt;
    co_return secret;
}

QCoro::Task<bool> write(QString name, QString secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setTextData(secret);
    const bool ok = co_await finished(job);
    job->deleteLater();
    co_return ok;
}

QCoro::Task<void> forget(QString name)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    co_await finished(job);
    job->deleteLater();
}

} // namespace callboard::ui::keyring
