// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskPanel.h"

#include "ui/gateway/SaveDownload.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/outbox/PublishQueue.h"
#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Progress.h"
#include "ui/parts/Toast.h"
#include "ui/tasks/CommentComposer.h"
#include "ui/tasks/FileRow.h"
#include "ui/tasks/TaskFacts.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskPlayer.h"
#include "ui/tasks/TaskThread.h"
#include "ui/tasks/TaskWriting.h"
#include "ui/tasks/WaitingComments.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lowPanel = 700; // pixels of height below which the preview shrinks
constexpr int lowPreview = 160;
constexpr int usualPreview = 240;

QStringList namesOf(const StudioDirectory &directory, const QString &productionId)
{
    QStringList names;
    const DirectoryProduction *production = directory.production(productionId);
    if (!production) return names;
    for (const DirectoryPerson &person : directory.teamOf(*production))
        if (person.isActive && !person.isBot && !person.fullName.isEmpty()) names << person.fullName;
    for (const Named &department : directory.departments()) names << department.name;
    return names;
}

/// Of the production, those that this person may set first; what may not be set is only there to be named.
QList<PickerItem> statusItems(const StudioDirectory &directory, const QString &productionId)
{
    QList<PickerItem> items;
    const DirectoryProduction *production = directory.production(productionId);
    if (!production) return items;
    QStringList settable;
    for (const DirectoryStatus &status : directory.statusesOf(*production, true)) settable << status.id;
    for (const DirectoryStatus &status : directory.statuses()) {
        PickerItem item;
        item.id = status.id;
        item.text = status.name;
        item.status = status;
        item.enabled = settable.contains(status.id);
        items << item;
    }
    return items;
}

} // namespace

TaskPanel::TaskPanel(OpenedStudio &studio, QWidget *parent)
    : Panel({}, parent)
    , m_studio(studio)
    , m_feed(new TaskFeed(studio, this))
    , m_writing(new TaskWriting(studio, *m_feed, this))
    , m_busy(new BusyRing(this))
    , m_before(headButton(u"up"_s, tr("Task before"), u"Ctrl+Up"_s))
    , m_after(headButton(u"down"_s, tr("Task after"), u"Ctrl+Down"_s))
    , m_bell(headButton(u"bell"_s, tr("Tell me of comments")))
    , m_review(headButton(u"play"_s, tr("Open in review")))
    , m_place(headButton(u"rows"_s, tr("Show in its sheet")))
    , m_none(new EmptyState(u"select"_s, tr("Choose a task to see its comments."), {}, this))
    , m_banner(new Banner(NoticeKind::Bad, {}, this))
    , m_facts(new TaskFacts(studio, this))
    , m_player(new TaskPlayer(studio, this))
    , m_uploads(new QWidget(this))
    , m_composer(new CommentComposer(this))
    , m_thread(new TaskThread(studio, *m_feed, *m_writing, this))
{
    setObjectName(u"task-panel"_s);
    buildHead();
    auto *all = new QWidget(this);
    auto *rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_none, 1);
    m_content = buildContent();
    rows->addWidget(m_content, 1);
    setContent(all);
    new WaitingComments(studio, *m_feed, this);
    connectParts();
    showTask({});
}

TaskPanel::~TaskPanel() = default;

QToolButton *TaskPanel::headButton(const QString &icon, const QString &tip, const QString &keys)
{
    auto *button = new QToolButton(this);
    button->setIcon(icons::icon(icon));
    button->setAutoRaise(true);
    setTip(button, tip, keys);
    button->setAccessibleName(tip);
    return button;
}

void TaskPanel::buildHead()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_busy);
    for (QToolButton *button : {m_before, m_after, m_place, m_bell, m_review}) row->addWidget(button);
    addToHead(buttons);
    m_bell->setCheckable(true);
    setStepping(false);
    setPlaceOffered(false);
}

QWidget *TaskPanel::buildContent()
{
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_uploadRows = new QVBoxLayout(m_uploads);
    m_uploadRows->setContentsMargins(metrics::panelPadding, 8, metrics::panelPadding, 0);
    m_uploadRows->setSpacing(4);
    m_banner->setVisible(false);
    for (QWidget *part :
        {static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_player), m_uploads,
            static_cast<QWidget *>(m_composer), static_cast<QWidget *>(new Separator(Qt::Horizontal, content))})
        rows->addWidget(part);
    rows->addWidget(m_thread, 1);
    return content;
}

void TaskPanel::connectParts()
{
    connect(m_feed, &TaskFeed::loading, m_busy, &BusyRing::setBusy);
    connect(m_feed, &TaskFeed::taskChanged, this, &TaskPanel::showDetail);
    connect(m_feed, &TaskFeed::previewsChanged, this, &TaskPanel::showPreviews);
    connect(m_feed, &TaskFeed::failed, this, [this](const QString &why) {
        m_banner->setText(why);
        m_banner->setVisible(true);
    });
    connect(m_feed, &TaskFeed::lost, this, [this](const QString &why) { showTask({}, why); });
    connect(m_composer, &CommentComposer::posted, m_writing, &TaskWriting::post);
    connect(m_writing, &TaskWriting::posted, this, [this](const QString &taskId) {
        // Unless the next comment was begun already: then its words are the draft.
        if (taskId != this->taskId() || m_composer->draft().isEmpty()) DraftStore().forget(draftKey(taskId));
    });
    connect(m_writing, &TaskWriting::postRefused, this,
        [this](const QString &taskId, const CommentDraft &draft, const QString &why) {
            if (taskId == this->taskId())
                m_composer->takeBack(draft, why);
            else
                ToastStack::of(this).show({NoticeKind::Bad, tr("A comment was not posted"),
                    tr("%1 It is kept as a draft.").arg(why), {}, true});
        });
    connect(m_writing, &TaskWriting::refused, this,
        [this](const QString &commentId, const QString &what, const QString &why) {
            if (!m_thread->entry(commentId))
                ToastStack::of(this).show({NoticeKind::Bad, tr("%1 was not changed").arg(what), why, {}, false});
        });
    connect(m_writing, &TaskWriting::undoable, this, [this](const QString &what, const std::function<void()> &undo) {
        m_undo = undo;
        ToastStack::of(this).show(
            {NoticeKind::Plain, what, {}, {{tr("Undo"), u"Ctrl+Z"_s, [this] { undoLast(); }}}, false});
    });
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &TaskPanel::undoLast);
    connect(&m_studio.publishing(), &PublishQueue::changed, this, [this](const QString &taskId) {
        if (taskId == this->taskId()) showUploads();
    });
    connect(m_thread, &TaskThread::previewChosen, this, [this](const TaskPreview &preview) {
        m_player->choose(preview.id);
        Q_EMIT previewChosen(preview);
    });
    connect(m_thread, &TaskThread::frameChosen, m_player, &TaskPlayer::goToNumber);
    for (const auto signal : {&TaskFeed::commentAdded, &TaskFeed::commentChanged, &TaskFeed::commentRemoved})
        connect(m_feed, signal, this, &TaskPanel::markNotes);
    connect(m_feed, &TaskFeed::threadShown, this, &TaskPanel::markNotes);
    connect(
        m_thread, &TaskThread::attachmentChosen, this, [this](const TaskAttachment &attachment) { save(attachment); });
    connect(m_player, &TaskPlayer::reviewAsked, this, &TaskPanel::openReview);
    connect(m_review, &QToolButton::clicked, this, [this] { openReview(m_player->place()); });
    connect(m_place, &QToolButton::clicked, this, [this] {
        const TaskDetail &task = m_feed->task();
        if (task.id.isEmpty()) return;
        Q_EMIT asked({task.isOfShot ? u"shots"_s : u"assets"_s, task.productionId, task.entityId, task.taskTypeId, {}});
    });
    connect(m_bell, &QToolButton::clicked, m_writing, &TaskWriting::subscribe);
    connect(m_before, &QToolButton::clicked, this, [this] { Q_EMIT stepAsked(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { Q_EMIT stepAsked(1); });
    for (const int step : {-1, 1}) {
        auto *keys = new QShortcut(QKeySequence(Qt::CTRL | (step < 0 ? Qt::Key_Up : Qt::Key_Down)), this);
        keys->setContext(Qt::WidgetWithChildrenShortcut);
        connect(keys, &QShortcut::activated, this, [this, step] {
            if (m_after->isVisible()) Q_EMIT stepAsked(step);
        });
    }
    connect(&m_studio.directory(), &StudioDirectory::changed, this, &TaskPanel::followDirectory);
    connect(&m_studio.directory(), &StudioDirectory::peopleChanged, this, &TaskPanel::showDetail);
}

void TaskPanel::showTask(const QString &taskId, const QString &whyNone)
{
    m_none->setSentence(whyNone.isEmpty() ? tr("Choose a task to see its comments.") : whyNone);
    m_none->setVisible(taskId.isEmpty());
    m_content->setVisible(!taskId.isEmpty());
    if (taskId == this->taskId() && !taskId.isEmpty()) return;
    m_banner->setVisible(false);
    m_undo = {};
    m_player->setPreviews({}, 1); // what belongs to another task is released at once
    m_composer->begin(taskId.isEmpty() ? QString() : draftKey(taskId));
    m_feed->show(taskId);
    showDetail();
    showUploads();
}

QString TaskPanel::taskId() const
{
    return m_feed->taskId();
}

QString TaskPanel::draftKey(const QString &taskId) const
{
    return DraftStore::keyOf(m_studio.location(), m_studio.session().person().id, taskId);
}

void TaskPanel::showDetail()
{
    const TaskDetail &task = m_feed->task();
    const bool isThere = !task.id.isEmpty();
    const TaskRights rights = TaskRights::of(m_studio.session().person(), m_studio.directory(), task);
    const DirectoryTaskType *type = m_studio.directory().taskType(task.taskTypeId);
    setTitle(isThere ? task.fullName() : tr("Task"));
    setSubtitle(type ? type->name : QString());
    m_bell->setEnabled(isThere);
    m_place->setEnabled(isThere);
    m_bell->setChecked(task.isSubscribed);
    m_facts->setTask(task, rights);
    m_composer->setVisible(isThere && rights.comments);
    m_composer->setMayPublish(rights.publishes);
    followDirectory();
    m_thread->setRights(rights);
    showPreviews();
}

void TaskPanel::followDirectory()
{
    const TaskDetail &task = m_feed->task();
    const QStringList names = namesOf(m_studio.directory(), task.productionId);
    m_composer->setNames(names);
    m_composer->setStatuses(statusItems(m_studio.directory(), task.productionId), task.statusId);
    m_thread->setNames(names);
}

void TaskPanel::showPreviews()
{
    const QList<TaskPreview> previews = previewsOf(m_feed->comments());
    m_composer->setNextRevision(revisionAfter(m_feed->comments()));
    m_review->setEnabled(!previews.isEmpty());
    m_player->setPreviews(m_arePreviewsShown ? previews : QList<TaskPreview>(), m_feed->task().firstFrame);
    markNotes();
}

void TaskPanel::markNotes()
{
    m_player->setNotes(m_feed->comments());
}

void TaskPanel::showUploads()
{
    PublishQueue &queue = m_studio.publishing();
    const QList<PublishedFile> files = queue.filesOf(taskId());
    while (m_uploadRows->count() > files.size()) {
        QLayoutItem *item = m_uploadRows->takeAt(m_uploadRows->count() - 1);
        item->widget()->setVisible(false);
        item->widget()->deleteLater();
        delete item;
    }
    while (m_uploadRows->count() < files.size()) {
        auto *row = new PublishRow(m_uploads);
        m_uploadRows->addWidget(row);
        connect(row, &PublishRow::cancelAsked, &queue, &PublishQueue::cancel);
        connect(row, &PublishRow::retryAsked, &queue, &PublishQueue::retry);
        connect(row, &PublishRow::dismissAsked, &queue, &PublishQueue::dismiss);
    }
    for (int i = 0; i < files.size(); ++i)
        static_cast<PublishRow *>(m_uploadRows->itemAt(i)->widget())->setFile(files[i]);
    m_uploads->setVisible(!files.isEmpty());
}

void TaskPanel::addFiles(const QStringList &files)
{
    m_composer->addFiles(files);
}

void TaskPanel::setPreviewsShown(bool shown)
{
    m_arePreviewsShown = shown;
    m_review->setVisible(shown);
    showPreviews();
}

void TaskPanel::setPlaceOffered(bool offered)
{
    m_place->setVisible(offered);
}

void TaskPanel::setStepping(bool on)
{
    m_before->setVisible(on);
    m_after->setVisible(on);
}

void TaskPanel::openReview(const ReviewStart &start)
{
    const TaskDetail &task = m_feed->task();
    if (task.id.isEmpty() || m_feed->comments().isEmpty()) return;
    Q_EMIT asked({u"review"_s, task.productionId, task.entityId, task.taskTypeId, {}, {}, start});
}

void TaskPanel::undoLast()
{
    if (const auto undo = std::exchange(m_undo, {})) undo();
}

QCoro::Task<void> TaskPanel::save(TaskAttachment attachment)
{
    const QPointer<TaskPanel> self(this);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save %1").arg(attachment.name), attachment.name);
    if (path.isEmpty()) co_return;
    QString fault;
    try {
        co_await saveDownload(
            m_studio.gateway(), u"/data/attachment-files/%1/file/%2"_s.arg(attachment.id, attachment.name), path);
    } catch (const ApiError &error) {
        fault = error.sentence();
    }
    if (self && !fault.isEmpty())
        ToastStack::of(this).show({NoticeKind::Bad, tr("%1 was not saved").arg(attachment.name), fault, {}, false});
}

SidePanelHost *taskPanelBeside(QWidget *content, TaskPanel *panel, QWidget *parent)
{
    static const QString widthSetting = u"window/task-panel-width"_s;
    auto *host = new SidePanelHost(content, panel, parent);
    host->setPanelWidth(QSettings().value(widthSetting, metrics::taskPanel).toInt());
    host->setOpen(false);
    QObject::connect(
        host, &SidePanelHost::panelWidthChanged, host, [](int width) { QSettings().setValue(widthSetting, width); });
    return host;
}

void TaskPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    m_player->setMostHeight(height() < lowPanel ? lowPreview : usualPreview);
    m_composer->setCompact(height() < lowPanel);
}

} // namespace callboard::ui
