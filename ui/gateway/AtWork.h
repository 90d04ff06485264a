// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace callboard::ui {

/// Sets a flag of an object for as long as one of its coroutines is at work: the flag is down again however the work
/// ends, by an exception too, and is left alone when the object is gone before.
class AtWork
{
public:
    AtWork(QObject *owner, bool &flag)
        : m_owner(owner)
        , m_flag(flag)
    {
        m_flag = true;
    }
    ~AtWork() { end(); }
    AtWork(const AtWork &) = delete;
    AtWork &operator=(const AtWork &) = delete;

    /// Before the end of the scope, for who is told next.
    void end()
    {
        if (m_owner) m_flag = false;
        m_owner.clear();
    }

private:
    QPointer<QObject> m_owner;
    bool &m_flag;
};

} // namespace callboard::ui
