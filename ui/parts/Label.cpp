// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Label.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace callboard::ui {

QColor toneColour(Tone tone)
{
    const Palette &p = colours();
    switch (tone) {
    case Tone::Text: return p.text;
    case Tone::Secondary: return p.text2;
    case Tone::Hint: return p.text3;
    case Tone::Accent: return p.accentText;
    case Tone::Warning: return p.warn;
    case Tone::Bad: return p.bad;
    case Tone::Ok: return p.ok;
    }
    return p.text;
}

Label::Label(const QString &text, TextRole role, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_tone(tone)
{
    connect(&Theme::instance(), &Theme::changed, this, &Label::follow);
    follow();
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    follow();
}

void Label::setRole(TextRole role)
{
    m_role = role;
    follow();
}

void Label::follow()
{
    setFont(textFont(m_role));
    QPalette own;
    own.setColor(QPalette::Active, QPalette::WindowText, toneColour(m_tone));
    own.setColor(QPalette::Inactive, QPalette::WindowText, toneColour(m_tone));
    setPalette(own);
}

IconLabel::IconLabel(QString name, int size, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_size(size)
    , m_tone(tone)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    icons::paint(painter, m_name, rect(), isEnabled() ? toneColour(m_tone) : colours().disabledText());
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    orientation == Qt::Horizontal ? setFixedHeight(1) : setFixedWidth(1);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (width() > height())
        crisp::horizontal(painter, 0, width(), 0, colours().line);
    else
        crisp::vertical(painter, 0, 0, height(), colours().line);
}

SectionTitle::SectionTitle(const QString &title, const QString &count, QWidget *parent)
    : QWidget(parent)
    , m_count(new Label(count, TextRole::Secondary, Tone::Hint))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new Label(title, TextRole::PanelTitle));
    layout->addWidget(m_count);
    layout->addWidget(new Separator, 1, Qt::AlignVCenter);
    m_count->setVisible(!count.isEmpty());
}

void SectionTitle::setCount(const QString &count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
}

} // namespace callboard::ui
