// SPDX-License-Identifier: GPL-3.0-or-later
// The changes that wait, in a SQLite file of the user's data folder: one for each studio and person. What add()
// and the others have returned from is on the disk and survives a killed program. One process at a time has it.
// GUI thread: each call is one small transaction.
#pragma once

#include "ui/outbox/WaitingChange.h"

#include <QLockFile>

#include <memory>

namespace callboard::store {
class Connection;
}

namespace callboard::ui {

class Journal
{
public:
    /// In `folder`, else where the system keeps the program's own files. Throws std::runtime_error when the file
    /// cannot be used, or another window has it.
    Journal(const QString &studio, const QString &personId, QString folder = {});
    ~Journal();

    /// All of them, in their order.
    QList<WaitingChange> read();
    /// All or none. Their identifiers are new ones. These throw store::StoreError when the disk does not take it.
    void add(const QList<WaitingChange> &changes);
    /// Whether it may have arrived, and why it was refused.
    void update(const WaitingChange &change);
    void remove(const QList<qint64> &ids);

private:
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<store::Connection> m_file;
};

} // namespace callboard::ui
