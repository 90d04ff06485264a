// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Fonts.h"

#include "ui/theme/TabularFont.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

struct Step
{
    int pixels;
    int line;
    QFont::Weight weight;
    bool mono;
};

constexpr Step stepOf(TextRole role)
{
    switch (role) {
    case TextRole::AppName: return {22, 26, QFont::DemiBold, false};
    case TextRole::Section: return {16, 24, QFont::DemiBold, false};
    case TextRole::PanelTitle: return {14, 20, QFont::DemiBold, false};
    case TextRole::Base: return {13, 20, QFont::Normal, false};
    case TextRole::Secondary: return {12, 16, QFont::Normal, false};
    case TextRole::Small: return {11, 16, QFont::Normal, false};
    case TextRole::Mono: return {12, 16, QFont::Normal, true};
    case TextRole::FrameCount: return {15, 20, QFont::DemiBold, true};
    }
    return {13, 20, QFont::Normal, false};
}

double scale = 1.0;

const QStringList &plainFamilies()
{
    static const QStringList families{tabularFamily(), u"Inter"_s, u"Noto Sans"_s, u"sans-serif"_s};
    return families;
}

const QStringList &monoFamilies()
{
    static const QStringList families{u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"monospace"_s};
    return families;
}

} // namespace

QFont textFont(TextRole role, QFont::Weight weight)
{
    const Step step = stepOf(role);
    QFont font;
    font.setFamilies(step.mono ? monoFamilies() : plainFamilies());
    font.setPixelSize(qRound(step.pixels * scale));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (step.mono) font.setStyleHint(QFont::Monospace);
    return font;
}

QFont textFont(TextRole role)
{
    return textFont(role, stepOf(role).weight);
}

int lineHeight(TextRole role)
{
    return qRound(stepOf(role).line * scale);
}

double textScale()
{
    return scale;
}

void setTextScale(double wanted)
{
    scale = std::clamp(wanted, 1.0, 1.5);
}

void loadFonts()
{
    loadTabularInter();
}

} // namespace callboard::ui
