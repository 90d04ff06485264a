// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette finds for what was typed: from what the window knows at once, and from the studio a moment
// later. GUI thread.
#pragma once

#include "ui/gateway/ApiMessage.h"
#include "ui/navigation/Commands.h"
#include "ui/navigation/Destination.h"
#include "ui/navigation/Section.h"
#include "ui/palette/PaletteMatch.h"
#include "ui/parts/Avatar.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <span>

namespace callboard::ui {

class OpenedStudio;

enum class PaletteGroup { Recent, Shots, Assets, People, Productions, Sections, Commands };

struct PaletteEntry
{
    PaletteGroup group = PaletteGroup::Commands;
    QString key; // remembered as recently used
    QString title;
    QString detail;
    QString trailing; // words at the end
    QString icon;
    QString picturePath; // in the PictureStore
    std::optional<PersonLook> person;
    QString keys;
    PaletteMatch match; // of the title
    std::optional<Destination> destination;
    std::function<void()> run;
};

/// "shots", "people": which part is searched.
enum class PaletteScope { All, Shots, Assets, People, Commands };

class PaletteEntries final : public QObject
{
    Q_OBJECT

public:
    /// `sections` stay as long as it lives.
    PaletteEntries(
        OpenedStudio &studio, std::span<const Section> sections, CommandRegistry &commands, QObject *parent = nullptr);

    /// Searches; changed() comes at once with what is known here, and again with what the studio answers.
    /// `productionId` is where one is: its shots and assets come first.
    void search(const QString &typed, PaletteScope scope, const QString &productionId);
    /// In the order of their groups, best first.
    const QList<PaletteEntry> &found() const { return m_found; }
    bool isAsking() const { return m_isAsking; }
    /// It was chosen: comes first when nothing is typed.
    void noteChosen(const PaletteEntry &entry);

Q_SIGNALS:
    void changed();
    void failed(const QString &why);

private:
    QCoro::Task<void> ask(QString typed, QString productionId);
    void takeEntities(const Json &told);
    void collect();
    void addCommands(QList<PaletteEntry> &entries) const;
    void addSections(QList<PaletteEntry> &entries) const;
    void addProductions(QList<PaletteEntry> &entries) const;
    void addPeople(QList<PaletteEntry> &entries) const;
    void order(QList<PaletteEntry> entries);

    OpenedStudio &m_studio;
    std::span<const Section> m_sections;
    CommandRegistry &m_commands;
    QString m_typed;
    PaletteScope m_scope = PaletteScope::All;
    QString m_productionId;
    QString m_askedFor;             // what the entities below were found for
    QList<PaletteEntry> m_entities; // of the studio's last answer
    QList<PaletteEntry> m_found;
    QStringList m_recent; // keys, last first
    QTimer m_wait;        // while one types
    int m_asked = 0;
    bool m_isAsking = false;
};

} // namespace callboard::ui
