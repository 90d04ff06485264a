// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;
class QCheckBox;
class QWidget;

/// How a standard control shall look, kept with the widget and read by CallboardStyle.
namespace callboard::ui {

enum class ButtonRole {
    Normal,
    Primary, ///< the one action of a window or panel
    Quiet,   ///< without a border until hovered
    Danger,  ///< destroys something
};
void setButtonRole(QAbstractButton *button, ButtonRole role);
ButtonRole buttonRole(const QWidget *button);

/// Height of a control: 24, 28 or 32.
enum class ControlSize { Small, Normal, Large };
void setControlSize(QWidget *control, ControlSize size);
int controlHeight(const QWidget *control);

/// Keys shown as caps behind the button's label, such as "Ctrl Enter"; they do not make the shortcut.
void setShortcutHint(QAbstractButton *button, const QString &keys);
QString shortcutHint(const QWidget *button);

/// A check box that acts at once is shown as a switch.
void setSwitch(QCheckBox *box);
bool isSwitch(const QWidget *box);

/// The border of an input tells the state of what is in it.
enum class FieldState { Plain, Warning, Error };
void setFieldState(QWidget *field, FieldState state);
FieldState fieldState(const QWidget *field);

/// Tooltip "Next frame  .": words, then the keys as the system writes them.
void setTip(QWidget *control, const QString &words, const QString &keys = {});

} // namespace callboard::ui
