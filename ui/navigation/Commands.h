// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette can run: registered by the frame and by pages, offered while its owner is in view.
// One registry for each window. GUI thread.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

class QAction;

namespace callboard::ui {

struct Command
{
    QString id;     // "theme", "sign-out", …: remembered as recently used
    QString name;   // translated: "Light theme"
    QString detail; // what it does now: "turn the dark theme off"; searched too
    QString icon;   // may be empty
    QString keys;   // as they are pressed, "Ctrl+Shift+L"; shown only
    std::function<void()> run;
};

class CommandRegistry final : public QObject
{
    Q_OBJECT

public:
    /// Of the window in which that widget is.
    static CommandRegistry &of(QWidget *anyInWindow);

    /// Offered while `owner` is visible; goes with it. One of the same id and owner is replaced.
    void add(QWidget *owner, Command command);
    /// Asked each time for what it offers now, as for commands whose words change.
    void addSource(QWidget *owner, std::function<QList<Command>()> source);
    /// In the order in which they were added.
    QList<Command> offered() const;

private:
    explicit CommandRegistry(QWidget *window);

    struct Entry
    {
        QPointer<QWidget> owner;
        Command command;
        std::function<QList<Command>()> source; // instead of `command`
    };
    QList<Entry> m_entries;
};

} // namespace callboard::ui
