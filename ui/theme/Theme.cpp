// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/CallboardStyle.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/SystemAppearance.h"

#include <QApplication>

namespace callboard::ui {

namespace {

/// Inputs lie on a ground of their own.
void setPalettes(const Palette &palette)
{
    const QPalette content = palette.toQPalette();
    QApplication::setPalette(content);
    QPalette input = content;
    input.setColor(QPalette::Base, palette.field);
    for (const char *name : {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox"})
        QApplication::setPalette(input, name);
    QPalette floating = content;
    floating.setColor(QPalette::Base, palette.bg3);
    floating.setColor(QPalette::Window, palette.bg3);
    QApplication::setPalette(floating, "QComboBoxPrivateContainer");
    QApplication::setPalette(floating, "QComboBoxListView");
    QApplication::setPalette(floating, "QMenu");
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme() = default;

void Theme::install()
{
    if (m_installed) return;
    m_installed = true;
    loadFonts();
    auto *system = new SystemAppearance(qApp);
    m_system = system->appearance();
    m_reducedMotion = system->reducedMotion();
    connect(system, &SystemAppearance::changed, this, [this, system] {
        m_system = system->appearance();
        m_reducedMotion = system->reducedMotion();
        apply();
    });
    QApplication::setStyle(new CallboardStyle);
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode) return;
    m_mode = mode;
    apply();
}

void Theme::setHighContrast(bool on)
{
    if (on == m_highContrast) return;
    m_highContrast = on;
    apply();
}

void Theme::setTextScale(double scale)
{
    if (qFuzzyCompare(scale, textScale())) return;
    ui::setTextScale(scale);
    apply();
}

void Theme::setReducedMotion(bool on)
{
    m_reducedMotion = on;
}

void Theme::apply()
{
    const Appearance appearance = m_mode == Mode::System ? m_system
        : m_mode == Mode::Light                          ? Appearance::Light
                                                         : Appearance::Dark;
    m_palette = Palette::of(appearance);
    if (m_highContrast) m_palette = Palette::highContrast(m_palette);
    if (m_installed) {
        setPalettes(m_palette);
        QApplication::setFont(textFont(TextRole::Base));
    }
    Q_EMIT changed();
}

} // namespace callboard::ui
