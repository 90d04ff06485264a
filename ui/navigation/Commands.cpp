// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigation/Commands.h"

namespace callboard::ui {

CommandRegistry::CommandRegistry(QWidget *window)
    : QObject(window)
{}

CommandRegistry &CommandRegistry::of(QWidget *anyInWindow)
{
    QWidget *window = anyInWindow->window();
    if (auto *registry = window->findChild<CommandRegistry *>(QString(), Qt::FindDirectChildrenOnly)) return *registry;
    return *new CommandRegistry(window);
}

void CommandRegistry::add(QWidget *owner, Command command)
{
    for (Entry &entry : m_entries)
        if (entry.owner == owner && !entry.source && entry.command.id == command.id) {
            entry.command = std::move(command);
            return;
        }
    m_entries.append({owner, std::move(command), {}});
}

void CommandRegistry::addSource(QWidget *owner, std::function<QList<Command>()> source)
{
    m_entries.append({owner, {}, std::move(source)});
}

QList<Command> CommandRegistry::offered() const
{
    QList<Command> commands;
    for (const Entry &entry : m_entries) {
        if (!entry.owner || !entry.owner->isVisible()) continue;
        if (entry.source)
            commands << entry.source();
        else
            commands << entry.command;
    }
    return commands;
}

} // namespace callboard::ui
