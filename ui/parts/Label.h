// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Fonts.h"

#include <QLabel>

namespace callboard::ui {

enum class Tone { Text, Secondary, Hint, Accent, Warning, Bad, Ok };

/// The tone's colour in the theme now.
QColor toneColour(Tone tone);

/// A label in one of the window's text sizes and tones; follows the theme.
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(
        const QString &text = {}, TextRole role = TextRole::Base, Tone tone = Tone::Text, QWidget *parent = nullptr);
    void setTone(Tone tone);
    void setRole(TextRole role);

private:
    void follow();

    TextRole m_role;
    Tone m_tone;
};

/// A still icon that follows the theme.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(QString name, int size = 16, Tone tone = Tone::Secondary, QWidget *parent = nullptr);
    void setIcon(const QString &name, Tone tone);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
    Tone m_tone;
};

/// A 1 px line that follows the theme.
class Separator : public QWidget
{
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A section's title, 14 semibold, with a count and a line behind it.
class SectionTitle : public QWidget
{
    Q_OBJECT
public:
    explicit SectionTitle(const QString &title, const QString &count = {}, QWidget *parent = nullptr);
    void setCount(const QString &count);

private:
    Label *m_count;
};

} // namespace callboard::ui
