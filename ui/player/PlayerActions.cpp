// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/PlayerActions.h"

#include "ui/theme/Icons.h"

#include <QWidget>

namespace callboard::ui {

namespace {

struct Row
{
    Act act;
    const char *key; ///< for settings
    const char *name;
    const char *icon; ///< may be empty
    const char *shortcut;
    bool isSwitch;
};

// The icons of stepping are named the other way round: "previous-frame" is the bar with the filled
// triangle that stands for the first frame. The keys are those of gui/look.md and of the peers: J K L, I O, arrows,
// Home, End.
constexpr Row rows[] = {
    {Act::PlayPause, "play", QT_TRANSLATE_NOOP("PlayerActions", "Play"), "play", "Space", false},
    {Act::PlayBackward, "play-backward", QT_TRANSLATE_NOOP("PlayerActions", "Play backward"), "play-backward",
        "Shift+Space", false},
    {Act::ShuttleBackward, "shuttle-backward", QT_TRANSLATE_NOOP("PlayerActions", "Shuttle backward"), "", "J", false},
    {Act::Stop, "stop", QT_TRANSLATE_NOOP("PlayerActions", "Stop"), "pause", "K", false},
    {Act::ShuttleForward, "shuttle-forward", QT_TRANSLATE_NOOP("PlayerActions", "Shuttle forward"), "", "L", false},
    {Act::PreviousFrame, "previous-frame", QT_TRANSLATE_NOOP("PlayerActions", "Previous frame"), "first-frame", "Left",
        false},
    {Act::NextFrame, "next-frame", QT_TRANSLATE_NOOP("PlayerActions", "Next frame"), "last-frame", "Right", false},
    {Act::FirstFrame, "first-frame", QT_TRANSLATE_NOOP("PlayerActions", "First frame"), "previous-frame", "Home",
        false},
    {Act::LastFrame, "last-frame", QT_TRANSLATE_NOOP("PlayerActions", "Last frame"), "next-frame", "End", false},
    {Act::PreviousNote, "previous-note", QT_TRANSLATE_NOOP("PlayerActions", "Previous note"), "", ",", false},
    {Act::NextNote, "next-note", QT_TRANSLATE_NOOP("PlayerActions", "Next note"), "", ".", false},
    {Act::SetIn, "in", QT_TRANSLATE_NOOP("PlayerActions", "Set in"), "", "I", false},
    {Act::SetOut, "out", QT_TRANSLATE_NOOP("PlayerActions", "Set out"), "", "O", false},
    {Act::ClearInOut, "clear-in-out", QT_TRANSLATE_NOOP("PlayerActions", "Clear in and out"), "", "Shift+X", false},
    {Act::Loop, "loop", QT_TRANSLATE_NOOP("PlayerActions", "Loop"), "loop", "Ctrl+L", true},
    {Act::GoToFrame, "go-to-frame", QT_TRANSLATE_NOOP("PlayerActions", "Go to frame"), "", "G", false},
    {Act::Mute, "mute", QT_TRANSLATE_NOOP("PlayerActions", "Mute"), "volume", "M", true},
    {Act::Wipe, "wipe", QT_TRANSLATE_NOOP("PlayerActions", "Wipe between revisions"), "compare", "W", true},
    {Act::SideBySide, "side-by-side", QT_TRANSLATE_NOOP("PlayerActions", "Revisions side by side"), "columns",
        "Shift+W", true},
    {Act::ShowDrawings, "show-drawings", QT_TRANSLATE_NOOP("PlayerActions", "Show drawings"), "eye", "Alt+O", true},
    {Act::Neighbours, "neighbours", QT_TRANSLATE_NOOP("PlayerActions", "Show drawings of the frames beside"), "ghost",
        "Shift+G", true},
    {Act::ResetView, "reset-view", QT_TRANSLATE_NOOP("PlayerActions", "Fit the picture"), "zoom", "F", false},
    {Act::FullScreen, "full-screen", QT_TRANSLATE_NOOP("PlayerActions", "Full screen"), "full-screen", "F11", false},
    {Act::Draw, "draw", QT_TRANSLATE_NOOP("PlayerActions", "Draw"), "pen", "D", true},
    {Act::Select, "select", QT_TRANSLATE_NOOP("PlayerActions", "Select drawings"), "select", "V", true},
    {Act::Pencil, "pencil", QT_TRANSLATE_NOOP("PlayerActions", "Pencil"), "pen", "P", true},
    {Act::Line, "line", QT_TRANSLATE_NOOP("PlayerActions", "Line"), "line", "", true},
    {Act::Arrow, "arrow", QT_TRANSLATE_NOOP("PlayerActions", "Arrow"), "arrow", "A", true},
    {Act::Rectangle, "rectangle", QT_TRANSLATE_NOOP("PlayerActions", "Rectangle"), "rectangle", "", true},
    {Act::Ellipse, "ellipse", QT_TRANSLATE_NOOP("PlayerActions", "Ellipse"), "ellipse", "", true},
    {Act::Text, "text", QT_TRANSLATE_NOOP("PlayerActions", "Text"), "text", "T", true},
    {Act::Erase, "erase", QT_TRANSLATE_NOOP("PlayerActions", "Eraser"), "erase", "E", true},
    {Act::Undo, "undo", QT_TRANSLATE_NOOP("PlayerActions", "Undo drawing"), "undo", "Ctrl+Z", false},
    {Act::Redo, "redo", QT_TRANSLATE_NOOP("PlayerActions", "Redo drawing"), "redo", "Ctrl+Shift+Z", false},
    {Act::DeleteDrawing, "delete-drawing", QT_TRANSLATE_NOOP("PlayerActions", "Delete drawing"), "", "Del", false},
    {Act::ClearFrame, "clear-frame", QT_TRANSLATE_NOOP("PlayerActions", "Delete all drawings of the frame"), "trash",
        "Shift+Del", false},
    {Act::CopyDrawing, "copy-drawing", QT_TRANSLATE_NOOP("PlayerActions", "Copy drawing"), "copy", "Ctrl+C", false},
    {Act::PasteDrawing, "paste-drawing", QT_TRANSLATE_NOOP("PlayerActions", "Paste drawing"), "paste", "Ctrl+V", false},
};
static_assert(std::size(rows) == size_t(Act::Count));

} // namespace

PlayerActions::PlayerActions(QWidget *owner)
    : QObject(owner)
{
    for (const Row &row : rows) {
        auto *action = new QAction(QCoreApplication::translate("PlayerActions", row.name), this);
        action->setObjectName(keyName(row.act));
        action->setCheckable(row.isSwitch);
        if (*row.icon) action->setIcon(ui::icons::icon(QString::fromLatin1(row.icon)));
        action->setShortcut(QKeySequence(QString::fromLatin1(row.shortcut), QKeySequence::PortableText));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_actions[size_t(row.act)] = action;
        owner->addAction(action);
    }
    // Holding a key goes on stepping; what switches must not flicker.
    for (const Act act : {Act::PlayPause, Act::PlayBackward, Act::ShuttleBackward, Act::ShuttleForward, Act::Draw,
             Act::Loop, Act::Mute, Act::Wipe, Act::SideBySide, Act::ShowDrawings, Act::FullScreen})
        m_actions[size_t(act)]->setAutoRepeat(false);
}

QString PlayerActions::keyName(Act act)
{
    for (const Row &row : rows)
        if (row.act == act) return QStringLiteral("player.") + QString::fromLatin1(row.key);
    return {};
}

} // namespace callboard::ui
