// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/ReviewPlayer.h"

#include "ui/player/AnnotationLayer.h"
#include "ui/player/DrawTools.h"
#include "ui/player/FrameCounter.h"
#include "ui/player/FrameSource.h"
#include "ui/player/Playback.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/SoundOutput.h"
#include "ui/player/Transport.h"

#include <QBoxLayout>
#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

ReviewPlayer::ReviewPlayer(Form form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_source(new FrameSource(this))
    , m_compared(new FrameSource(this))
    , m_sound(new SoundOutput(this))
    , m_playback(new Playback(this))
    , m_model(new AnnotationModel(this))
    , m_layer(new AnnotationLayer(*m_model, this))
    , m_actions(new PlayerActions(this))
{
    // Two revisions share the room that one has alone.
    m_compared->setByteLimit(FrameSource::defaultByteLimit / 2);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Player"));
    build();
    connectParts();
    connectTransportActions();
    if (form == Form::Full)
        connectDrawingActions();
    else
        leaveDrawingToAPage();
    connectViewActions();
    m_playback->setReadiness([this](int frame) { return m_source->has(frame) || m_source->faultOf(frame); });
    showState();
    showTool();
}

ReviewPlayer::~ReviewPlayer()
{
    m_playback->setSound(nullptr);
}

void ReviewPlayer::build()
{
    const bool isFull = m_form == Form::Full;
    m_view = new PlayerView(*m_layer, this);
    m_timeline = new Timeline(this);
    m_timeline->setCompact(!isFull);
    m_transport =
        new Transport(*m_playback, *m_actions, isFull ? Transport::Form::Full : Transport::Form::Compact, this);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    if (isFull) upper->addWidget(new DrawTools(*m_layer, *m_actions, this));
    upper->addWidget(m_view, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(upper, 1);
    column->addWidget(m_timeline);
    column->addWidget(m_transport);
}

void ReviewPlayer::connectParts()
{
    connect(m_source, &FrameSource::opened, this, &ReviewPlayer::begin);
    connect(m_source, &FrameSource::failed, this, [this](const MediaFault &fault) { fail(fault.sentence); });
    connect(m_source, &FrameSource::frameReady, this, [this](int index) {
        if (index == m_playback->frame()) showFrame();
    });
    connect(m_source, &FrameSource::cacheChanged, this, [this] { m_timeline->setCached(m_source->cachedRanges()); });
    connect(m_compared, &FrameSource::opened, this, &ReviewPlayer::sendPlayhead);
    connect(m_compared, &FrameSource::frameReady, this, &ReviewPlayer::showCompared);
    connect(m_compared, &FrameSource::failed, this,
        [this](const MediaFault &fault) { m_view->setMessage(fault.sentence, true); });

    connect(m_playback, &Playback::frameChanged, this, &ReviewPlayer::showFrame);
    connect(m_playback, &Playback::playheadMoved, this, &ReviewPlayer::sendPlayhead);
    connect(m_playback, &Playback::stateChanged, this, &ReviewPlayer::showState);
    connect(m_playback, &Playback::rangeChanged, this,
        [this] { m_timeline->setInOut(m_playback->in(), m_playback->out()); });

    const auto beginScrub = [this] {
        m_playback->pause();
        m_frameAtScrub = m_playback->frame();
        setFocus();
    };
    connect(m_timeline, &Timeline::scrubBegan, this, beginScrub);
    connect(m_timeline, &Timeline::frameWanted, m_playback, &Playback::goTo);
    connect(m_timeline, &Timeline::inWanted, m_playback, &Playback::setIn);
    connect(m_timeline, &Timeline::outWanted, m_playback, &Playback::setOut);
    connect(m_view, &PlayerView::scrubBegan, this, beginScrub);
    connect(m_view, &PlayerView::scrubbed, this, [this](int pixels, bool bySingleFrames) {
        constexpr int pixelsPerSingleFrame = 12;
        const double perPixel = double(m_playback->frameCount()) / std::max(1, m_view->width());
        m_playback->goTo(m_frameAtScrub + (bySingleFrames ? pixels / pixelsPerSingleFrame : int(pixels * perPixel)));
    });
    connect(m_transport->counter(), &FrameCounter::left, this, [this] { setFocus(); });
    connect(m_transport, &Transport::volumeChanged, m_sound, &SoundOutput::setVolume);

    connect(m_model, &AnnotationModel::changed, this, &ReviewPlayer::showMarks);
    connect(m_model, &AnnotationModel::edited, this, [this](const QJsonObject &difference) {
        const bool isFirst = m_layer->countOnFrame() == 1 && !difference["additions"_L1].toArray().isEmpty();
        Q_EMIT annotationsChanged(difference);
        if (isFirst) Q_EMIT drawingBegan(frameNumber());
    });
    connect(m_layer, &AnnotationLayer::stateChanged, this, &ReviewPlayer::showTool);
    connect(m_layer, &AnnotationLayer::repaintNeeded, this, &ReviewPlayer::showBadges);
}

void ReviewPlayer::open(const Medium &shown, const std::optional<Medium> &comparedWith)
{
    m_layer->cancel();
    const bool isSame = shown == m_medium && m_source->format();
    const bool isOther = comparedWith != m_comparedMedium;
    m_comparedMedium = comparedWith;
    if (!isSame) {
        m_frameWhenOpen = 0;
        m_medium = shown;
        m_stored = {};
        m_playback->pause();
        m_model->reset({}, false);
        m_view->setPicture({{}, {}, shown.label});
        m_view->setMessage(tr("Opening"), false);
        m_source->open(shown.file);
    }
    if (isOther) {
        m_view->setCompared({});
        if (comparedWith)
            m_compared->open(comparedWith->file);
        else
            m_compared->close();
    }
    if (!comparedWith) setComparison(Comparison::None);
}

void ReviewPlayer::close()
{
    m_playback->setMovie(1, {});
    m_playback->setSound(nullptr);
    m_sound->open({});
    m_source->close();
    m_compared->close();
    m_model->reset({}, false);
    m_medium = {};
    m_comparedMedium.reset();
    m_view->setPicture({});
    m_view->setCompared({});
    m_view->setMessage({}, false);
    setComparison(Comparison::None);
}

void ReviewPlayer::showMessage(const QString &message)
{
    m_view->setMessage(message, false);
}

void ReviewPlayer::showPoster(const QImage &picture, const QSize &size)
{
    if (m_source->format() && m_source->has(m_playback->frame())) return;
    m_view->setPicture({picture, size, m_medium.label});
    if (!picture.isNull()) m_view->setMessage({}, false);
}

void ReviewPlayer::begin(const MediaFormat &format)
{
    const FrameRate rate = m_medium.rate.value_or(format.rate);
    m_model->reset(rate, format.isPicture);
    m_model->setAnnotations(m_stored);
    m_layer->setPicture(format.size);
    m_playback->setMovie(format.frameCount, rate);
    m_timeline->setFrameCount(format.frameCount);
    m_timeline->setFirstNumber(m_medium.firstFrame);
    m_transport->setNumbering(m_medium.firstFrame);
    m_transport->setHasSound(format.hasSound);
    m_sound->open(format.hasSound ? m_medium.file : QString());
    m_playback->setSound(format.hasSound ? m_sound : nullptr);
    m_view->setMessage(format.isComplete
            ? QString()
            : tr("The file ends early: only %n frames can be shown.", nullptr, format.frameCount),
        true);
    m_playback->goTo(m_frameWhenOpen);
    sendPlayhead();
    showFrame();
    Q_EMIT opened(format);
}

void ReviewPlayer::fail(const QString &sentence)
{
    m_playback->setMovie(1, {});
    m_view->setMessage(sentence, true);
    Q_EMIT failed(sentence);
}

void ReviewPlayer::sendPlayhead()
{
    const Playhead playhead = m_playback->playhead();
    m_source->setPlayhead(playhead);
    if (!m_compared->format()) return;
    // The other revision may be shorter: it then stands on its last frame.
    const int last = m_compared->format()->frameCount - 1;
    Playhead other = playhead;
    other.frame = std::min(other.frame, last);
    other.range.first = std::min(other.range.first, last);
    other.range.last = std::min(other.range.last, last);
    m_compared->setPlayhead(other);
    showCompared();
}

void ReviewPlayer::showFrame()
{
    const int frame = m_playback->frame();
    m_timeline->setFrame(frame);
    m_layer->setFrame(frame);
    if (const auto &format = m_source->format()) {
        if (const auto picture = m_source->frame(frame)) {
            m_view->setPicture({*picture, format->size, m_medium.label});
            if (format->isComplete) m_view->setMessage({}, false);
        } else if (const auto fault = m_source->faultOf(frame)) {
            m_view->setMessage(fault->sentence, true);
        }
        showCompared();
    }
    showBadges();
    Q_EMIT frameChanged(frame, frameNumber());
}

void ReviewPlayer::showCompared()
{
    if (!m_compared->format() || m_view->comparison() == Comparison::None) return;
    const int frame = std::min(m_playback->frame(), m_compared->format()->frameCount - 1);
    if (const auto picture = m_compared->frame(frame))
        m_view->setCompared(
            {*picture, m_compared->format()->size, m_comparedMedium ? m_comparedMedium->label : QString()});
}

void ReviewPlayer::showState()
{
    m_view->setMoving(m_playback->isPlaying());
    if (m_playback->isPlaying()) m_layer->cancel();
}

void ReviewPlayer::showMarks()
{
    std::vector<TimelineMark> marks = m_noteMarks;
    for (const qint64 frame : m_model->frames()) {
        if (frame < 0 || frame >= m_playback->frameCount()) continue;
        const auto objects = m_model->objectsAt(frame);
        const QJsonObject &first = objects.front().object;
        QColor colour = cssColour(first["stroke"_L1].toString());
        if (!colour.isValid()) colour = cssColour(first["fill"_L1].toString());
        if (!colour.isValid() || colour.lightness() < 40) colour = QColor(0xff, 0xd2, 0x3f);
        const int at = int(frame);
        // Drawings on frames side by side are one note on a range.
        if (marks.size() > m_noteMarks.size() && marks.back().frames.last == at - 1 && marks.back().colour == colour)
            marks.back().frames.last = at;
        else
            marks.push_back({{at, at}, colour, tr("%n drawings", nullptr, int(objects.size()))});
    }
    m_timeline->setMarks(std::move(marks));
    showBadges();
}

void ReviewPlayer::showBadges()
{
    if (m_form == Form::Full) return;
    const int drawings = m_layer->countOnFrame();
    // In a panel the picture is small and these words are all that tells of the drawings.
    m_view->setBadges(m_medium.label, drawings > 0 ? tr("%n drawings on frame", nullptr, drawings) : QString());
}

void ReviewPlayer::setAnnotations(const QJsonArray &stored)
{
    m_stored = stored;
    m_model->setAnnotations(stored);
}

QJsonArray ReviewPlayer::annotations() const
{
    return m_model->annotations();
}

void ReviewPlayer::setAuthor(const QString &personId)
{
    m_layer->setAuthor(personId);
}

void ReviewPlayer::setNoteMarks(std::vector<TimelineMark> marks)
{
    m_noteMarks = std::move(marks);
    showMarks();
}

int ReviewPlayer::frame() const
{
    return m_playback->frame();
}
int ReviewPlayer::frameNumber() const
{
    return m_playback->frame() + m_medium.firstFrame;
}
bool ReviewPlayer::isPlaying() const
{
    return m_playback->isPlaying();
}

void ReviewPlayer::goTo(int frame)
{
    m_frameWhenOpen = frame; // also when the medium is not open yet
    m_playback->pause();
    m_playback->goTo(frame);
}

void ReviewPlayer::goToNumber(int number)
{
    goTo(number - m_medium.firstFrame);
}

void ReviewPlayer::setComparison(Comparison comparison)
{
    const Comparison wanted = comparison;
    if (!m_comparedMedium) comparison = Comparison::None;
    m_view->setComparison(comparison);
    (*m_actions)[Act::Wipe]->setChecked(comparison == Comparison::Wipe);
    (*m_actions)[Act::SideBySide]->setChecked(comparison == Comparison::SideBySide);
    showCompared();
    if (wanted != comparison) Q_EMIT comparedMediumWanted(wanted);
}

QImage ReviewPlayer::snapshot() const
{
    const auto picture = m_source->frame(m_playback->frame());
    if (!picture || !m_source->format()) return {};
    QImage seen = picture->copy();
    QPainter painter(&seen);
    const QSizeF size = m_source->format()->size;
    m_layer->paint(painter, QTransform::fromScale(seen.width() / size.width(), seen.height() / size.height()));
    return seen;
}

} // namespace callboard::ui
