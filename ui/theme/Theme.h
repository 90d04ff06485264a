// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Palette.h"

#include <QObject>

namespace callboard::ui {

/// The look that the window has now. One for the program; lives on the main thread.
/// The caller keeps the user's choice: it sets mode() at start and stores it when changed() comes.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { Dark, Light, System };
    Q_ENUM(Mode)

    static Theme &instance();

    /// Puts style, fonts and colours on the application. Call once, after QApplication is made and
    /// before the first widget.
    void install();

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool on);

    /// 1.0 to 1.5.
    void setTextScale(double scale);

    /// With reduced motion all durations are 0.
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool on);

    /// The colours now. Ask when painting; do not keep.
    const Palette &palette() const { return m_palette; }

    /// Milliseconds of a movement: the given ones, or 0 with reduced motion.
    int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }

Q_SIGNALS:
    /// Colours, contrast or text size are others; every widget is repainted by itself.
    void changed();

private:
    Theme();
    void apply();

    Mode m_mode = Mode::Dark;
    Palette m_palette = Palette::dark();
    Appearance m_system = Appearance::Dark;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
    bool m_installed = false;
};

/// The colours now.
inline const Palette &colours()
{
    return Theme::instance().palette();
}

} // namespace callboard::ui
