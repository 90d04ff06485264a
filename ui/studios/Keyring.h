// SPDX-License-Identifier: GPL-3.0-or-later
// The user's keyring (QtKeychain). Where there is none, nothing is kept: the user signs in again next time,
// and is told why. GUI thread.
#pragma once

#include <QCoroTask>
#include <QString>

#include <optional>

namespace callboard::ui::keyring {

/// The secret kept under that name; nothing when there is none or no keyring answers.
QCoro::Task<std::optional<QString>> read(QString name);
/// False when no keyring could take it.
QCoro::Task<bool> write(QString name, QString secret);
QCoro::Task<void> forget(QString name);

} // namespace callboard::ui::keyring
