// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ThemeChoice.h"

#include <QSettings>

#include <array>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

const auto setting = u"window/theme"_s;

struct Named
{
    QString name;
    Theme::Mode mode;
};

const std::array<Named, 3> &modes()
{
    static const std::array<Named, 3> all{
        {{u"dark"_s, Theme::Mode::Dark}, {u"light"_s, Theme::Mode::Light}, {u"system"_s, Theme::Mode::System}}};
    return all;
}

} // namespace

std::optional<Theme::Mode> themeNamed(const QString &name)
{
    for (const Named &known : modes())
        if (known.name == name) return known.mode;
    return std::nullopt;
}

Theme::Mode keptTheme()
{
    return themeNamed(QSettings().value(setting).toString()).value_or(Theme::Mode::Dark);
}

void chooseTheme(Theme::Mode mode)
{
    Theme::instance().setMode(mode);
    for (const Named &known : modes())
        if (known.mode == mode) QSettings().setValue(setting, known.name);
}

} // namespace callboard::ui
