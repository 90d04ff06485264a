// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Palette.h"

namespace callboard::ui {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Palette makeDark()
{
    Palette p;
    p.appearance = Appearance::Dark;
    p.field = rgb(0x161616), p.bg0 = rgb(0x151515), p.bg1 = rgb(0x1b1b1b), p.bg2 = rgb(0x202020);
    p.bg3 = rgb(0x282828), p.bg4 = rgb(0x323232), p.line = rgb(0x303030), p.line2 = rgb(0x444444);
    p.text = rgb(0xececec), p.text2 = rgb(0xb2b2b2), p.text3 = rgb(0x959595);
    p.accent = rgb(0x45bfd6), p.onAccent = rgb(0x05242b), p.accentText = rgb(0x8adfee);
    p.sel = rgb(0x20393f), p.selRow = rgb(0x1d2f33);
    p.warn = rgb(0xf0a94b), p.bad = rgb(0xff7b86), p.ok = rgb(0x63d08f);
    p.newRow = rgb(0x1f2b24), p.changedRow = rgb(0x2a281c), p.errorRow = rgb(0x2f2023);
    p.newValue = rgb(0xf2d06b);
    p.rim = QColor(0, 0, 0, 90), p.dim = QColor(0, 0, 0, 128);
    return p;
}

Palette makeLight()
{
    Palette p;
    p.appearance = Appearance::Light;
    p.field = rgb(0xffffff), p.bg0 = rgb(0xe2e2e2), p.bg1 = rgb(0xf1f1f1), p.bg2 = rgb(0xfcfcfc);
    p.bg3 = rgb(0xf1f1f1), p.bg4 = rgb(0xe4e4e4), p.line = rgb(0xdcdcdc), p.line2 = rgb(0xbdbdbd);
    p.text = rgb(0x1a1a1a), p.text2 = rgb(0x4f4f4f), p.text3 = rgb(0x646464);
    p.accent = rgb(0x0a7d92), p.onAccent = rgb(0xffffff), p.accentText = rgb(0x06606f);
    p.sel = rgb(0xcfe9ee), p.selRow = rgb(0xe5f3f5);
    p.warn = rgb(0x9a5b00), p.bad = rgb(0xb3142a), p.ok = rgb(0x0c7a42);
    p.newRow = rgb(0xe9f6ee), p.changedRow = rgb(0xfbf4dc), p.errorRow = rgb(0xfdecee);
    p.newValue = rgb(0x644d00);
    p.rim = QColor(0, 0, 0, 26), p.dim = QColor(0, 0, 0, 128);
    return p;
}

} // namespace

QColor Palette::disabledText() const
{
    QColor colour = text3;
    colour.setAlphaF(0.6f);
    return colour;
}

QPalette Palette::toQPalette() const
{
    QPalette q;
    q.setColor(QPalette::Window, bg2);
    q.setColor(QPalette::WindowText, text);
    q.setColor(QPalette::Base, bg2);
    q.setColor(QPalette::AlternateBase, bg2);
    q.setColor(QPalette::Text, text);
    q.setColor(QPalette::Button, bg3);
    q.setColor(QPalette::ButtonText, text);
    q.setColor(QPalette::BrightText, text);
    q.setColor(QPalette::PlaceholderText, text3);
    q.setColor(QPalette::Highlight, sel);
    q.setColor(QPalette::HighlightedText, text);
    q.setColor(QPalette::Link, accentText);
    q.setColor(QPalette::LinkVisited, accentText);
    q.setColor(QPalette::ToolTipBase, isDark() ? rgb(0x111111) : bg2);
    q.setColor(QPalette::ToolTipText, text);
    q.setColor(QPalette::Light, bg4);
    q.setColor(QPalette::Midlight, bg3);
    q.setColor(QPalette::Mid, line2);
    q.setColor(QPalette::Dark, line);
    q.setColor(QPalette::Shadow, bg0);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
             QPalette::PlaceholderText})
        q.setColor(QPalette::Disabled, role, disabledText());
    return q;
}

const Palette &Palette::dark()
{
    static const Palette palette = makeDark();
    return palette;
}

const Palette &Palette::light()
{
    static const Palette palette = makeLight();
    return palette;
}

const Palette &Palette::of(Appearance appearance)
{
    return appearance == Appearance::Dark ? dark() : light();
}

Palette Palette::highContrast(Palette palette)
{
    palette.line = palette.text3;
    palette.line2 = palette.text3;
    return palette;
}

} // namespace callboard::ui
