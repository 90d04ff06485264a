// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Controls.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QVariant>

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr auto roleName = "callboardRole";
constexpr auto sizeName = "callboardSize";
constexpr auto hintName = "callboardShortcutHint";
constexpr auto switchName = "callboardSwitch";
constexpr auto stateName = "callboardFieldState";

void set(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value) return;
    widget->setProperty(name, value);
    widget->updateGeometry();
    widget->update();
}

} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    set(button, roleName, static_cast<int>(role));
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? static_cast<ButtonRole>(button->property(roleName).toInt()) : ButtonRole::Normal;
}

void setControlSize(QWidget *control, ControlSize size)
{
    set(control, sizeName, static_cast<int>(size));
}

int controlHeight(const QWidget *control)
{
    const QVariant wanted = control ? control->property(sizeName) : QVariant();
    int height = metrics::control;
    if (wanted.isValid()) {
        const auto size = static_cast<ControlSize>(wanted.toInt());
        height = size == ControlSize::Small ? metrics::controlSmall
            : size == ControlSize::Large    ? metrics::controlLarge
                                            : metrics::control;
    }
    return height + std::max(0, lineHeight(TextRole::Base) - 20);
}

void setShortcutHint(QAbstractButton *button, const QString &keys)
{
    set(button, hintName, keys);
}

QString shortcutHint(const QWidget *button)
{
    return button ? button->property(hintName).toString() : QString();
}

void setSwitch(QCheckBox *box)
{
    set(box, switchName, true);
}

bool isSwitch(const QWidget *box)
{
    return box && box->property(switchName).toBool();
}

void setFieldState(QWidget *field, FieldState state)
{
    set(field, stateName, static_cast<int>(state));
}

FieldState fieldState(const QWidget *field)
{
    return field ? static_cast<FieldState>(field->property(stateName).toInt()) : FieldState::Plain;
}

void setTip(QWidget *control, const QString &words, const QString &keys)
{
    control->setToolTip(keys.isEmpty() ? words : words + QStringLiteral("   ") + keys);
    if (control->accessibleName().isEmpty()) control->setAccessibleName(words);
    if (!keys.isEmpty()) control->setAccessibleDescription(keys);
}

} // namespace callboard::ui
