// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskPlayer.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Picker.h"
#include "ui/player/FrameSource.h"
#include "ui/player/Playback.h"
#include "ui/player/ReviewPlayer.h"
#include "ui/player/Transport.h"
#include "ui/previews/AnnotationSync.h"
#include "ui/tasks/NoteMarks.h"
#include "ui/tasks/PreviewButton.h"

#include <QElapsedTimer>
#include <QHideEvent>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int settlesIn = 150;                    // milliseconds that a row is looked at before its movie is opened
constexpr int quietFor = 300;                     // milliseconds before anything is said of a download
constexpr qint64 byteLimit = 256LL * 1024 * 1024; // of decoded frames: a panel's player is a small one

ReviewPreview reviewPreviewOf(const TaskPreview &preview)
{
    ReviewPreview same;
    same.id = preview.id;
    same.extension = preview.extension;
    same.revision = preview.revision;
    same.position = preview.position;
    return same;
}

} // namespace

TaskPlayer::TaskPlayer(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_cache(new PreviewCache(studio.gateway(), PreviewCache::folderFor(studio.location()), this))
    , m_annotations(new AnnotationSync(studio.gateway(), studio.outbox(), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setVisible(false);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlesIn);
    connect(&m_settling, &QTimer::timeout, this, [this] { open(); });
    connect(&studio.pictures(), &PictureStore::arrived, this, [this](const QString &path) {
        if (m_preview && path.contains(m_preview->id)) showPoster();
    });
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link == StudioGateway::Link::Live && m_hasFailed && isVisible()) prepare();
    });
    connect(m_annotations, &AnnotationSync::stored, this, [this](const QJsonArray &annotations) {
        if (m_player) m_player->setAnnotations(annotations);
    });
}

TaskPlayer::~TaskPlayer()
{
    if (m_fetching) m_fetching->cancel();
}

void TaskPlayer::makePlayer()
{
    m_player = new ReviewPlayer(ReviewPlayer::Form::Embedded, this);
    m_player->source().setByteLimit(byteLimit);
    m_revision = new PickerField(tr("Revision"), m_player);
    m_revision->setFixedSize(66, 24);
    m_revision->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_player->transport().addExtra(m_revision);
    layout()->addWidget(m_player);
    connect(m_revision, &PickerField::changed, this, [this](const QStringList &ids) { choose(ids.value(0)); });
    connect(m_player, &ReviewPlayer::opened, this, [this] {
        m_player->goTo(std::exchange(m_wantedFrame, {}).value_or(0));
        markNotes();
        m_annotations->follow(m_preview->id);
    });
    connect(m_player, &ReviewPlayer::comparedMediumWanted, this, [this] { askReview(ReviewStart::Doing::Comparing); });
    connect(m_player, &ReviewPlayer::drawingWanted, this, [this] { askReview(ReviewStart::Doing::Drawing); });
    connect(m_player, &ReviewPlayer::fullScreenWanted, this, [this] { askReview(ReviewStart::Doing::FullScreen); });
}

void TaskPlayer::setPreviews(const QList<TaskPreview> &previews, int firstFrame)
{
    const QString formerNewest = m_previews.isEmpty() ? QString() : m_previews.first().id;
    const bool isNumberedAnew = std::exchange(m_firstFrame, firstFrame) != firstFrame;
    m_previews = previews;
    if (previews.isEmpty()) {
        close();
        m_preview.reset();
        m_wantedFrame.reset();
        setVisible(false);
        return;
    }
    if (!m_player) makePlayer();
    const QString shown = m_preview ? m_preview->id : QString();
    const auto same = std::ranges::find(previews, shown, &TaskPreview::id);
    fillRevisions();
    take(same == previews.end() || shown == formerNewest ? previews.first() : *same);
    if (isNumberedAnew && m_player->source().format()) prepare();
    setVisible(true);
}

void TaskPlayer::fillRevisions()
{
    QList<PickerItem> items;
    for (const TaskPreview &preview : std::as_const(m_previews)) {
        PickerItem item;
        item.id = preview.id;
        item.text = revisionName(preview);
        item.detail = stateWords(preview).isEmpty() ? preview.originalName : stateWords(preview);
        items << item;
    }
    m_revision->setItems(items);
}

void TaskPlayer::choose(const QString &previewId)
{
    const auto found = std::ranges::find(m_previews, previewId, &TaskPreview::id);
    if (found == m_previews.end()) return;
    // Another revision of the same shot is compared by its frames: the moment stays.
    if (m_preview && m_preview->id != previewId && m_player->source().format()) m_wantedFrame = m_player->frame();
    take(*found);
}

void TaskPlayer::take(const TaskPreview &preview)
{
    const bool isOther = !m_preview || m_preview->id != preview.id || m_preview->status != preview.status
        || m_preview->extension != preview.extension || m_preview->width != preview.width;
    m_preview = preview;
    m_revision->setChosen({preview.id});
    m_revision->setToolTip(tr("%1 of %n revision(s)", nullptr, m_previews.first().revision).arg(label()));
    if (isOther) prepare();
}

QString TaskPlayer::label() const
{
    const QString name = revisionName(*m_preview);
    return m_preview->width > 0 ? u"%1 · %2 × %3"_s.arg(name).arg(m_preview->width).arg(m_preview->height) : name;
}

void TaskPlayer::prepare()
{
    close();
    m_player->timeline().setVisible(m_preview->isMovie());
    fit();
    m_player->view().setBadges(label(), {});
    const QString state = stateWords(*m_preview);
    m_player->showMessage(state);
    if (!state.isEmpty()) return;
    showPoster();
    if (isVisible()) m_settling.start();
}

void TaskPlayer::showPoster()
{
    if (!m_preview->isReady() || !m_preview->isShown()) return;
    PictureStore &pictures = m_studio.pictures();
    QPixmap poster = pictures.picture(PictureStore::previewPath(m_preview->id));
    if (poster.isNull()) poster = pictures.picture(PictureStore::thumbnailPath(m_preview->id));
    const QSize size(m_preview->width, m_preview->height);
    if (!poster.isNull()) m_player->showPoster(poster.toImage(), size.isEmpty() ? poster.size() : size);
}

QCoro::Task<void> TaskPlayer::open()
{
    const QPointer<TaskPlayer> self(this);
    const int opening = ++m_openings;
    const ReviewPreview preview = reviewPreviewOf(*m_preview);
    const auto cancellation = m_fetching = std::make_shared<Cancellation>();
    QElapsedTimer began;
    began.start();
    const auto tell = [self, began, cancellation](qint64 done, qint64 all) {
        if (!self || cancellation->isCancelled() || began.elapsed() < quietFor) return;
        const QLocale locale;
        self->m_player->showMessage(
            tr("Loading %1 of %2").arg(locale.formattedDataSize(done, 0), locale.formattedDataSize(all, 0)));
    };
    QString file, failure;
    try {
        file = co_await m_cache->smallFile(preview, tell, cancellation);
    } catch (const ApiError &error) {
        failure = error.sentence();
    }
    if (!self || opening != m_openings) co_return;
    m_hasFailed = !failure.isEmpty();
    m_player->showMessage(failure);
    if (m_hasFailed) co_return;
    m_player->open({file, label(), m_firstFrame, std::nullopt});
    showPoster();
}

void TaskPlayer::close()
{
    ++m_openings;
    m_settling.stop();
    m_hasFailed = false;
    if (m_fetching) m_fetching->cancel();
    m_annotations->follow({});
    if (m_player) m_player->close();
}

void TaskPlayer::setNotes(const QList<TaskComment> &comments)
{
    m_comments = comments;
    markNotes();
}

void TaskPlayer::markNotes()
{
    if (m_player && m_player->source().format())
        m_player->setNoteMarks(
            noteMarks(m_comments, m_firstFrame, m_player->playback().frameCount(), m_studio.directory()));
}

void TaskPlayer::goToNumber(int number)
{
    if (!m_preview || !m_preview->isMovie()) return;
    if (m_player->source().format())
        m_player->goToNumber(number);
    else
        m_wantedFrame = number - m_firstFrame;
}

ReviewStart TaskPlayer::place() const
{
    ReviewStart start;
    if (!m_preview || !m_preview->isShown()) return start;
    start.previewId = m_preview->id;
    start.frame = m_player->source().format() ? m_player->frame() : m_wantedFrame.value_or(0);
    return start;
}

void TaskPlayer::askReview(ReviewStart::Doing doing)
{
    ReviewStart start = place();
    start.doing = doing;
    Q_EMIT reviewAsked(start);
}

void TaskPlayer::setMostHeight(int pixels)
{
    m_mostHeight = pixels;
    fit();
}

void TaskPlayer::fit()
{
    if (!m_player) return;
    const int picture = std::min(std::max(width(), 160) * 9 / 16, m_mostHeight);
    const int timeline = m_player->timeline().isVisibleTo(m_player) ? m_player->timeline().sizeHint().height() : 0;
    setFixedHeight(picture + timeline + m_player->transport().sizeHint().height());
}

void TaskPlayer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TaskPlayer::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous() && m_preview) prepare();
}

void TaskPlayer::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous()) return;
    if (m_player && m_player->source().format()) m_wantedFrame = m_player->frame(); // to go on there
    close();
}

} // namespace callboard::ui
