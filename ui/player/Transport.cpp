// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/Transport.h"

#include "ui/parts/Label.h"
#include "ui/player/FrameCounter.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/PlayerButton.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSlider>
#include <QToolButton>

namespace callboard::ui {

namespace {

constexpr std::array speeds = {0.25, 0.5, 1.0, 1.5, 2.0};
constexpr int countNeeds = 360; // pixels of a compact bar in which the count beside the frame has room

ui::Label *words(QWidget *parent, ui::TextRole role, ui::Tone tone = ui::Tone::Text)
{
    return new ui::Label({}, role, tone, parent);
}

} // namespace

Transport::Transport(Playback &playback, PlayerActions &actions, Form form, QWidget *parent)
    : QWidget(parent)
    , m_playback(playback)
    , m_actions(actions)
    , m_isCompact(form == Form::Compact)
{
    setFixedHeight(44);
    // A narrow panel must not be held open by the bar: it leaves out what has no room.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight); // a transport is the same in every language
    auto *bar = new QHBoxLayout(this);
    const int margin = m_isCompact ? 6 : 12;
    bar->setContentsMargins(margin, 0, margin, 0);
    bar->setSpacing(m_isCompact ? 2 : 8);
    if (m_isCompact) {
        buildButtons(bar);
        buildLoop(bar);
        buildPlace(bar);
        bar->addStretch(1);
    } else {
        buildPlace(bar);
        bar->addStretch(1);
        buildButtons(bar);
        bar->addStretch(1);
        buildLoop(bar);
    }
    buildChoices(bar);
    buildExtras(bar);
    fitToWidth();

    connect(&playback, &Playback::frameChanged, this, &Transport::showFrame);
    connect(&playback, &Playback::rangeChanged, this, &Transport::showRange);
    connect(&playback, &Playback::stateChanged, this, &Transport::showState);
    connect(&playback, &Playback::droppedChanged, this, &Transport::showRate);
    connect(m_counter, &FrameCounter::frameWanted, &playback, [&playback](int frame) {
        playback.pause();
        playback.goTo(frame);
    });
    showFrame();
    showRange();
    showState();
}

QWidget *Transport::separator()
{
    auto *line = new PlayerSeparator(Qt::Vertical, this);
    m_separators.append(line);
    return line;
}

void Transport::buildPlace(QHBoxLayout *bar)
{
    m_counter = new FrameCounter(this);
    if (m_isCompact) m_counter->setFont(ui::textFont(ui::TextRole::Mono, QFont::DemiBold));
    m_count = words(this, ui::TextRole::Mono, ui::Tone::Hint);
    m_timecode = words(this, ui::TextRole::Mono);
    m_timecode->setAccessibleName(tr("Timecode"));
    m_range = words(this, ui::TextRole::Secondary);
    bar->addWidget(m_counter);
    bar->addWidget(m_count);
    bar->addWidget(separator());
    bar->addWidget(m_timecode);
    bar->addWidget(separator());
    bar->addWidget(m_range);
}

void Transport::buildButtons(QHBoxLayout *bar)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_isCompact ? 2 : 4);
    bar->addLayout(buttons);
    const auto add = [&](Act act, int side) {
        auto *button = playerButton(m_actions[act], this, side);
        buttons->addWidget(button);
        return button;
    };
    const int side = m_isCompact ? 24 : 28;
    add(Act::FirstFrame, side);
    add(Act::PreviousFrame, side);
    m_backward = add(Act::PlayBackward, side);
    m_play = add(Act::PlayPause, m_isCompact ? 28 : 32);
    m_play->setAutoRaise(m_isCompact);
    add(Act::NextFrame, side);
    add(Act::LastFrame, side);
}

void Transport::buildLoop(QHBoxLayout *bar)
{
    bar->addWidget(playerButton(m_actions[Act::Loop], this, m_isCompact ? 24 : 28));
}

void Transport::buildChoices(QHBoxLayout *bar)
{
    m_speed = new QComboBox(this);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed"));
    for (const double speed : speeds) m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    m_speed->setCurrentIndex(2);
    connect(m_speed, &QComboBox::activated, this,
        [this](int at) { m_playback.setSpeed(m_speed->itemData(at).toDouble()); });
    m_pacing = new QComboBox(this);
    m_pacing->setAccessibleName(tr("Pacing"));
    m_pacing->setToolTip(tr("In time: late frames are dropped. Every frame: nothing is skipped, without sound."));
    m_pacing->addItem(tr("In time"), int(Playback::Pacing::RealTime));
    m_pacing->addItem(tr("Every frame"), int(Playback::Pacing::EveryFrame));
    connect(m_pacing, &QComboBox::activated, this,
        [this](int at) { m_playback.setPacing(Playback::Pacing(m_pacing->itemData(at).toInt())); });
    for (QComboBox *box : {m_speed, m_pacing}) {
        box->setFocusPolicy(Qt::TabFocus);
        bar->addWidget(box);
    }
    m_mute = playerButton(m_actions[Act::Mute], this);
    m_volume = new QSlider(Qt::Horizontal, this);
    m_volume->setRange(0, 100);
    m_volume->setValue(80);
    m_volume->setFixedWidth(72);
    m_volume->setFocusPolicy(Qt::TabFocus);
    m_volume->setAccessibleName(tr("Volume"));
    connect(m_volume, &QSlider::valueChanged, this, [this](int value) { Q_EMIT volumeChanged(value / 100.0); });
    bar->addWidget(m_mute);
    bar->addWidget(m_volume);
    bar->addWidget(separator());
    m_rate = words(this, ui::TextRole::Mono);
    m_rate->setToolTip(tr("Frames shown in a second"));
    m_dropped = words(this, ui::TextRole::Secondary);
    m_dropped->setToolTip(tr("Frames that came too late since playing began"));
    bar->addWidget(m_rate);
    bar->addWidget(m_dropped);
}

void Transport::buildExtras(QHBoxLayout *bar)
{
    m_extras = new QHBoxLayout;
    m_extras->setSpacing(4);
    bar->addLayout(m_extras);
    if (!m_isCompact) return;
    for (const Act act : {Act::Wipe, Act::Draw, Act::FullScreen})
        bar->addWidget(playerButton(m_actions[act], this, 24));
}

void Transport::addExtra(QWidget *widget)
{
    m_extras->addWidget(widget);
}

void Transport::setNumbering(int firstNumber)
{
    m_firstNumber = firstNumber;
    m_counter->setNumbering(firstNumber, m_playback.frameCount(), m_playback.rate());
    showFrame();
    showRange();
    showRate();
}

void Transport::setHasSound(bool hasSound)
{
    m_hasSound = hasSound;
    m_mute->setEnabled(hasSound);
    m_volume->setEnabled(hasSound);
    m_volume->setToolTip(hasSound ? tr("Volume") : tr("This movie has no sound"));
}

void Transport::fitToWidth()
{
    // What goes first when it gets narrow stands last.
    const auto needs = [this](int pixels) { return !m_isCompact && width() >= pixels; };
    m_rate->setVisible(needs(700));
    m_dropped->setVisible(needs(700));
    m_timecode->setVisible(needs(620));
    m_range->setVisible(needs(1040));
    m_pacing->setVisible(needs(900));
    m_speed->setVisible(needs(560));
    m_volume->setVisible(needs(760));
    m_mute->setVisible(needs(480));
    m_backward->setVisible(!m_isCompact);
    m_count->setVisible(!m_isCompact || width() >= countNeeds);
    for (QWidget *line : std::as_const(m_separators)) line->setVisible(needs(1040));
}

void Transport::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitToWidth();
}

void Transport::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), ui::colours().bg1);
}

void Transport::showFrame()
{
    const int frame = m_playback.frame(), count = m_playback.frameCount();
    m_counter->showFrameAt(frame);
    m_count->setText(m_isCompact ? QStringLiteral("/%1").arg(m_firstNumber + count - 1)
                                 : QStringLiteral("%1 / %2").arg(frame + 1).arg(count));
    m_timecode->setText(timecode(frame, m_playback.rate()));
    if (m_playback.isPlaying()) showRate();
}

void Transport::showRange()
{
    const FrameRange range = m_playback.range();
    m_range->setText(tr("In %1  Out %2").arg(range.first + m_firstNumber).arg(range.last + m_firstNumber));
}

void Transport::showState()
{
    const bool isPlaying = m_playback.isPlaying();
    QAction *play = m_actions[Act::PlayPause];
    play->setText(isPlaying ? tr("Pause") : tr("Play"));
    play->setIcon(ui::icons::icon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    m_actions[Act::Loop]->setChecked(m_playback.isLooping());
    const int speed = m_speed->findData(m_playback.speed());
    m_speed->setCurrentIndex(std::max(0, speed));
    m_pacing->setCurrentIndex(m_pacing->findData(int(m_playback.pacing())));
    showRate();
}

void Transport::showRate()
{
    const double shown = m_playback.shownRate();
    const double wanted = m_playback.rate().perSecond() * m_playback.speed() * m_playback.shuttleFactor();
    m_rate->setText(tr("%1 fps").arg(shown > 0 ? QString::number(shown, 'f', 2) : m_playback.rate().toText()));
    const bool keepsUp = shown == 0 || shown > wanted * 0.97;
    m_rate->setTone(keepsUp ? ui::Tone::Ok : ui::Tone::Warning);
    m_dropped->setText(tr("%n dropped", nullptr, m_playback.dropped()));
}

} // namespace callboard::ui
