// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <array>

namespace callboard::ui {

/// What a key or a button of the player can do.
enum class Act {
    PlayPause,
    PlayBackward,
    ShuttleBackward,
    Stop,
    ShuttleForward,
    PreviousFrame,
    NextFrame,
    FirstFrame,
    LastFrame,
    PreviousNote,
    NextNote,
    SetIn,
    SetOut,
    ClearInOut,
    Loop,
    GoToFrame,
    Mute,
    Wipe,
    SideBySide,
    ShowDrawings,
    Neighbours,
    ResetView,
    FullScreen,
    Draw,
    Select,
    Pencil,
    Line,
    Arrow,
    Rectangle,
    Ellipse,
    Text,
    Erase,
    Undo,
    Redo,
    DeleteDrawing,
    ClearFrame,
    CopyDrawing,
    PasteDrawing,
    Count
};

/// All actions of one player with their names, icons and keys, working in the widget they are put on
/// and inside of it. Menus, tooltips, the palette and the keys all use these.
class PlayerActions : public QObject
{
    Q_OBJECT
public:
    explicit PlayerActions(QWidget *owner);

    QAction *operator[](Act act) const { return m_actions[size_t(act)]; }
    /// A name that settings can keep a changed key by, such as "player.next-note".
    static QString keyName(Act act);

private:
    std::array<QAction *, size_t(Act::Count)> m_actions{};
};

} // namespace callboard::ui
