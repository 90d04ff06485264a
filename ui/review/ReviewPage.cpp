// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewPage.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/SidePanel.h"
#include "ui/parts/Toast.h"
#include "ui/player/AnnotationLayer.h"
#include "ui/player/FrameSource.h"
#include "ui/player/Playback.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/ReviewPlayer.h"
#include "ui/previews/AnnotationSync.h"
#include "ui/previews/FrameReference.h"
#include "ui/review/Neighbours.h"
#include "ui/review/ReviewNotice.h"
#include "ui/review/ReviewStrip.h"
#include "ui/review/RevisionBar.h"
#include "ui/tasks/CommentComposer.h"
#include "ui/tasks/MentionField.h"
#include "ui/tasks/NoteMarks.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskPanel.h"
#include "ui/tasks/TaskThread.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lowBelow = 860;         // window height under which the strip shows pictures only
constexpr int drawerBelow = 1000;     // width under which the notes lie over the picture
constexpr int preparationLook = 1000; // milliseconds between looks at a movie being prepared

} // namespace

ReviewPage::ReviewPage(OpenedStudio &studio, QWidget *parent)
    : Page(studio, parent)
    , m_player(new ReviewPlayer(ReviewPlayer::Form::Full))
    , m_feed(new ReviewFeed(studio, this))
    , m_cache(new PreviewCache(studio.gateway(), PreviewCache::folderFor(studio.location()), this))
    , m_sync(new AnnotationSync(studio.gateway(), studio.outbox(), this))
    , m_neighbours(new Neighbours(studio, this))
    , m_bar(new RevisionBar(m_player->playerActions()[Act::Wipe], m_player->playerActions()[Act::SideBySide]))
    , m_notice(new ReviewNotice(&m_player->view()))
    , m_strip(new ReviewStrip(*m_neighbours, studio.pictures()))
    , m_panel(new TaskPanel(studio))
{
    m_preparation.setInterval(preparationLook);
    build();
    connectParts();
    makeKeys();
    m_player->setAuthor(studio.session().person().id);
}

ReviewPage::~ReviewPage()
{
    if (m_fetching) m_fetching->cancel();
    if (m_player->isWindow()) delete m_player; // in full screen it is nobody's child
}

void ReviewPage::build()
{
    m_stage = new QWidget(this);
    auto *column = new QVBoxLayout(m_stage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_player, 1);
    column->addWidget(m_strip);
    m_panel->setPreviewsShown(false);
    m_host = taskPanelBeside(m_stage, m_panel, this);
    m_host->setDrawerBelow(drawerBelow);
    m_host->setOpen(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_host);
}

void ReviewPage::connectParts()
{
    connect(m_feed, &ReviewFeed::loaded, this, &ReviewPage::takePlace);
    connect(m_feed, &ReviewFeed::previewsChanged, this, &ReviewPage::takePreviews);
    connect(m_feed, &ReviewFeed::failed, this, [this](const QString &sentence) {
        if (m_openedId.isEmpty())
            m_player->showMessage(sentence);
        else
            ToastStack::of(this).show({NoticeKind::Bad, tr("The review may be out of date"), sentence, {}, false});
    });
    connect(m_neighbours, &Neighbours::changed, this, &ReviewPage::showBar);
    connect(m_neighbours, &Neighbours::failed, this, [this](const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("The shots beside this one could not be read"), why, {}, false});
    });
    connect(&m_preparation, &QTimer::timeout, this, [this] { lookAtPreparation(); });

    connect(m_bar, &RevisionBar::previewChosen, this, &ReviewPage::showPreview);
    connect(m_bar, &RevisionBar::taskChosen, this, [this](const QString &taskTypeId) {
        Destination place = m_feed->place();
        place.taskTypeId = taskTypeId;
        show(place);
    });
    connect(m_bar, &RevisionBar::comparedChosen, this, [this](const QString &id) {
        const Comparison now = m_player->view().comparison();
        compareWith(id, now == Comparison::None ? Comparison::Wipe : now);
    });
    connect(m_bar, &RevisionBar::beforeAsked, this, [this] { stepEntity(-1); });
    connect(m_bar, &RevisionBar::afterAsked, this, [this] { stepEntity(1); });
    connect(m_bar, &RevisionBar::saveAsked, this, [this] { save(); });
    connect(m_strip, &ReviewStrip::chosen, this, [this](const QString &entityId) {
        Destination place = m_feed->place();
        place.entityId = entityId;
        show(place);
    });

    connect(m_player, &ReviewPlayer::opened, this, [this](const MediaFormat &format) {
        QStringList facts{u"%1 × %2"_s.arg(format.size.width()).arg(format.size.height())};
        if (!format.isPicture) facts << tr("%n frame(s)", nullptr, format.frameCount);
        m_bar->setFacts(m_isUploadShown ? tr("Original · %1").arg(facts.join(u" · "_s)) : facts.join(u" · "_s));
        setSummary(title() + u"   "_s + facts.join(u" · "_s));
        markNotes();
        takeStart();
    });
    connect(m_player, &ReviewPlayer::annotationsChanged, m_sync, &AnnotationSync::send);
    connect(m_player, &ReviewPlayer::drawingBegan, this, [this] { noteOnFrame(); });
    connect(m_player, &ReviewPlayer::comparedMediumWanted, this, &ReviewPage::chooseCompared);
    connect(m_player, &ReviewPlayer::fullScreenWanted, this, &ReviewPage::toggleFullScreen);
    connect(m_sync, &AnnotationSync::stored, this, [this](const QJsonArray &annotations) {
        if (m_sync->previewId() == m_openedId) m_player->setAnnotations(annotations);
    });
    connect(m_sync, &AnnotationSync::refused, this, [this](const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("The drawing was not kept"), why, {}, false});
    });
    connect(m_sync, &AnnotationSync::unreadable, this, [this](const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("The drawings could not be read"), why, {}, false});
    });

    connect(m_panel, &TaskPanel::asked, this, &Page::asked);
    connect(m_panel, &TaskPanel::previewChosen, this, [this](const TaskPreview &preview) { showPreview(preview.id); });
    connect(&m_panel->thread(), &TaskThread::frameChosen, m_player, &ReviewPlayer::goToNumber);
    for (const auto signal : {&TaskFeed::commentAdded, &TaskFeed::commentChanged, &TaskFeed::commentRemoved})
        connect(&m_panel->feed(), signal, this, &ReviewPage::markNotes);
    connect(&m_panel->feed(), &TaskFeed::threadShown, this, &ReviewPage::markNotes);
}

void ReviewPage::makeKeys()
{
    const auto key = [this](const QKeySequence &keys, const QString &name, auto does) {
        auto *action = new QAction(name, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, does);
        addAction(action);
        m_player->addAction(action); // in full screen it stands alone
    };
    key(Qt::ALT | Qt::Key_Left, tr("Previous shot or asset"), [this] { stepEntity(-1); });
    key(Qt::ALT | Qt::Key_Right, tr("Next shot or asset"), [this] { stepEntity(1); });
    key(Qt::ALT | Qt::Key_J, tr("Older revision"), [this] { stepRevision(-1); });
    key(Qt::ALT | Qt::Key_K, tr("Newer revision"), [this] { stepRevision(1); });
    key(Qt::Key_N, tr("Note on this frame"), [this] { noteOnFrame(); });
    key(Qt::Key_F9, tr("Show or hide the notes"), [this] { m_host->toggle(); });
    key(Qt::Key_Escape, tr("Put the tool away, leave full screen, go back"), [this] { stepBack(); });
}

QList<KeyGroup> ReviewPage::keys() const
{
    const auto groupOf = [](const QString &title, const QList<QAction *> &actions) {
        KeyGroup group{title, {}};
        for (const QAction *action : actions)
            if (!action->shortcut().isEmpty())
                group.keys << KeyGroup::Key{action->shortcut().toString(QKeySequence::PortableText), action->text()};
        return group;
    };
    const auto range = [this](Act from, Act to) {
        QList<QAction *> actions;
        for (auto act = static_cast<std::size_t>(from); act <= static_cast<std::size_t>(to); ++act)
            actions << m_player->playerActions()[static_cast<Act>(act)];
        return actions;
    };
    return {groupOf(tr("Review"), actions()), groupOf(tr("Playing"), range(Act::PlayPause, Act::Mute)),
        groupOf(tr("Comparing and looking"), range(Act::Wipe, Act::FullScreen)),
        groupOf(tr("Drawing"), range(Act::Draw, Act::PasteDrawing))};
}

QString ReviewPage::title() const
{
    const ReviewTask *task = m_feed->task();
    if (m_feed->entity().id.isEmpty() || !task) return tr("Review");
    return u"%1 · %2"_s.arg(m_feed->entity().fullName(), m_feed->taskName(task->id));
}

void ReviewPage::show(const Destination &destination)
{
    const Destination &now = m_feed->place();
    const bool isSameTask = destination.taskTypeId.isEmpty() || destination.taskTypeId == now.taskTypeId;
    m_player->setFocus();
    m_start = destination.start;
    if (!m_feed->entity().id.isEmpty() && destination.entityId == m_feed->entity().id && isSameTask) {
        takeStart();
        return;
    }
    if (destination.entityId.isEmpty()) {
        if (m_feed->entity().id.isEmpty())
            m_player->showMessage(
                tr("Choose a shot or an asset: double-click its picture, or press Ctrl+Enter on it."));
        return;
    }
    Destination place = destination;
    place.start = {}; // the places that are reached from here begin as usual
    m_feed->show(place);
}

void ReviewPage::takeStart()
{
    if (m_start.previewId.isEmpty()) return;
    if (m_start.previewId != m_openedId) {
        showPreview(m_start.previewId);
        return;
    }
    const ReviewStart start = std::exchange(m_start, {});
    m_player->goTo(start.frame);
    QAction *draw = m_player->playerActions()[Act::Draw];
    switch (start.doing) {
    case ReviewStart::Doing::Looking: break;
    case ReviewStart::Doing::Comparing: chooseCompared(Comparison::Wipe); break;
    case ReviewStart::Doing::Drawing:
        if (draw->isEnabled() && !draw->isChecked()) draw->trigger();
        break;
    case ReviewStart::Doing::FullScreen:
        if (!m_player->isWindow()) toggleFullScreen();
        break;
    }
}

void ReviewPage::takePlace()
{
    const ReviewTask *task = m_feed->task();
    const QList<ReviewPreview> revisions = m_feed->revisions();
    m_shownId = revisions.isEmpty() ? QString() : revisions.first().id;
    if (m_feed->preview(m_start.previewId)) m_shownId = m_start.previewId;
    m_comparedId.clear();
    m_player->setComparison(Comparison::None);
    if (!m_openedId.isEmpty()) m_player->goTo(0);
    m_panel->showTask(task->id);
    m_strip->setCurrent(m_feed->entity().id);
    m_neighbours->show(m_feed->entity(), m_feed->place());
    takeRights();
    showBar();
    Q_EMIT titleChanged(title());
    open();
}

void ReviewPage::takePreviews()
{
    const QList<ReviewPreview> revisions = m_feed->revisions();
    const ReviewPreview *shown = m_feed->preview(m_shownId);
    if (!shown && !revisions.isEmpty()) {
        showPreview(revisions.first().id); // the one that was shown is gone, or it is the first
        return;
    }
    showBar();
    if (!shown || shown->state != m_shown.state || shown->fileSize != m_shown.fileSize) open();
    const ReviewPreview newest = revisions.value(0);
    if (!shown || newest.revision <= shown->revision || newest.revision <= m_toldRevision
        || newest.state != ReviewPreview::State::Ready)
        return;
    m_toldRevision = newest.revision;
    ToastStack::of(this).show({NoticeKind::Plain, tr("v%1 is here").arg(newest.revision), {},
        {{tr("Show it"), {}, [this, id = newest.id] { showPreview(id); }}}, false});
}

void ReviewPage::takeRights()
{
    const SignedInPerson &me = studio().session().person();
    const DirectoryTaskType *type =
        m_feed->task() ? studio().directory().taskType(m_feed->task()->taskTypeId) : nullptr;
    const bool leads =
        me.isSupervisor() && (me.departmentIds.isEmpty() || (type && me.departmentIds.contains(type->departmentId)));
    m_player->setMayDraw(
        me.isManager() || me.isClient() || leads, tr("Supervisors of the department, managers and clients draw"));
}

void ReviewPage::showBar()
{
    m_bar->show(*m_feed, m_shownId, m_comparedId);
    m_bar->setNeighbours(!m_neighbours->at(-1).isEmpty(), !m_neighbours->at(1).isEmpty());
}

void ReviewPage::showPreview(const QString &previewId)
{
    if (previewId.isEmpty() || previewId == m_shownId || !m_feed->preview(previewId)) return;
    if (m_comparedId == previewId) m_comparedId = m_shownId; // the two change places
    m_shownId = previewId;
    showBar();
    open();
}

void ReviewPage::compareWith(const QString &previewId, Comparison comparison)
{
    m_comparedId = previewId;
    m_wantedComparison = comparison;
    showBar();
    open();
}

void ReviewPage::chooseCompared(Comparison comparison)
{
    const ReviewPreview *shown = m_feed->preview(m_openedId);
    if (!shown) return;
    const auto canBeShown = [](const ReviewPreview &preview) {
        return preview.state == ReviewPreview::State::Ready && preview.kind() != ReviewPreview::Kind::Other;
    };
    // The revision before; else the newest other one; else the newest of another task.
    QString chosen;
    for (const ReviewPreview &revision : m_feed->revisions())
        if (canBeShown(revision) && revision.revision != shown->revision
            && (chosen.isEmpty() || revision.revision == shown->revision - 1))
            chosen = revision.id;
    for (const ReviewTask &task : m_feed->tasks())
        if (chosen.isEmpty() && task.id != shown->taskId)
            for (const ReviewPreview &revision : m_feed->revisionsOf(task.id))
                if (chosen.isEmpty() && canBeShown(revision)) chosen = revision.id;
    if (chosen.isEmpty())
        ToastStack::of(this).show(
            {NoticeKind::Plain, tr("Nothing to compare with"), tr("This is the only revision so far."), {}, false});
    else
        compareWith(chosen, comparison);
}

void ReviewPage::stepRevision(int step)
{
    const QList<ReviewPreview> revisions = m_feed->revisions(); // newest first
    const ReviewPreview *shown = m_feed->preview(m_shownId);
    if (!shown) return;
    const auto here = std::ranges::find(revisions, shown->revision, &ReviewPreview::revision) - revisions.begin();
    const auto there = here - step;
    if (there >= 0 && there < revisions.size()) showPreview(revisions[there].id);
}

void ReviewPage::stepEntity(int step)
{
    Destination place = m_feed->place();
    place.entityId = m_neighbours->at(step);
    if (!place.entityId.isEmpty()) show(place);
}

void ReviewPage::noteOnFrame()
{
    MentionField *text = m_panel->composer().text();
    m_host->setOpen(true);
    const QString reference = frameReference(m_player->frameNumber());
    if (!m_player->source().format() || m_player->source().format()->isPicture
        || text->toPlainText().contains(reference)) {
        if (m_player->drawing().tool() == DrawTool::None) text->setFocus();
        return;
    }
    const QString before = text->toPlainText();
    text->moveCursor(QTextCursor::End);
    text->insertPlainText((before.isEmpty() || before.back().isSpace() ? QString() : u" "_s) + reference + u' ');
    // Whoever draws goes on drawing.
    if (m_player->drawing().tool() == DrawTool::None) text->setFocus();
}

void ReviewPage::markNotes()
{
    m_player->setNoteMarks(noteMarks(m_panel->feed().comments(), m_feed->entity().firstFrame,
        m_player->playback().frameCount(), studio().directory()));
}

void ReviewPage::toggleFullScreen()
{
    if (m_player->isWindow()) {
        static_cast<QVBoxLayout *>(m_stage->layout())->insertWidget(1, m_player, 1);
        m_player->show();
    } else {
        m_player->setParent(nullptr, Qt::Window);
        m_player->setWindowTitle(title());
        m_player->showFullScreen();
    }
    m_player->setFocus();
}

void ReviewPage::stepBack()
{
    if (m_player->drawing().tool() != DrawTool::None)
        m_player->playerActions()[Act::Draw]->trigger();
    else if (m_player->isWindow())
        toggleFullScreen();
    else if (!m_player->isAncestorOf(focusWidget()) && focusWidget() != m_player)
        m_player->setFocus();
    else
        Q_EMIT backAsked();
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_strip->setLow(window()->height() < lowBelow);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_shown.state == ReviewPreview::State::Processing && !m_shown.id.isEmpty()) m_preparation.start();
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_preparation.stop();
    if (!m_player->isWindow()) m_player->playerActions()[Act::Stop]->trigger();
}

void ReviewPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

} // namespace callboard::ui
