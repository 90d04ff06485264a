// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskThread.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/tasks/CommentEntry.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskWriting.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

TaskThread::TaskThread(OpenedStudio &studio, TaskFeed &feed, TaskWriting &writing, QWidget *parent)
    : QScrollArea(parent)
    , m_studio(studio)
    , m_feed(feed)
    , m_writing(writing)
{
    auto *inner = new QWidget(this);
    m_rows = new QVBoxLayout(inner);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addStretch(1);
    setWidget(inner);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    setAccessibleName(tr("Comments"));
    connect(&feed, &TaskFeed::threadShown, this, &TaskThread::showAll);
    connect(&feed, &TaskFeed::commentAdded, this, &TaskThread::add);
    connect(&feed, &TaskFeed::commentChanged, this, &TaskThread::change);
    connect(&feed, &TaskFeed::commentRemoved, this, &TaskThread::remove);
    connect(&writing, &TaskWriting::refused, this, [this](const QString &id, const QString &, const QString &why) {
        if (CommentEntry *refused = entry(id)) refused->showFault(why);
    });
    connect(&studio.directory(), &StudioDirectory::peopleChanged, this, &TaskThread::fillAll);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        for (CommentEntry *entry : std::as_const(m_entries)) entry->followTime();
    });
    m_minute.start();
}

void TaskThread::setRights(const TaskRights &rights)
{
    if (rights == m_rights) return;
    m_rights = rights;
    fillAll();
}

void TaskThread::setNames(const QStringList &names)
{
    if (names == m_names) return;
    m_names = names;
    fillAll();
}

CommentEntry *TaskThread::makeEntry()
{
    auto *entry = new CommentEntry(m_studio, widget());
    connect(entry, &CommentEntry::edited, &m_writing, &TaskWriting::edit);
    connect(entry, &CommentEntry::ticked, &m_writing, &TaskWriting::tick);
    connect(entry, &CommentEntry::acknowledged, &m_writing, &TaskWriting::acknowledge);
    connect(entry, &CommentEntry::pinned, &m_writing, &TaskWriting::pin);
    connect(entry, &CommentEntry::removed, &m_writing, &TaskWriting::remove);
    connect(entry, &CommentEntry::replied, &m_writing, &TaskWriting::reply);
    connect(entry, &CommentEntry::replyRemoved, &m_writing, &TaskWriting::removeReply);
    connect(entry, &CommentEntry::previewChosen, this, &TaskThread::previewChosen);
    connect(entry, &CommentEntry::frameChosen, this, &TaskThread::frameChosen);
    connect(entry, &CommentEntry::attachmentChosen, this, &TaskThread::attachmentChosen);
    return entry;
}

void TaskThread::showAll()
{
    for (CommentEntry *entry : std::as_const(m_entries)) {
        m_rows->removeWidget(entry);
        entry->setVisible(false);
        entry->deleteLater();
    }
    m_entries.clear();
    for (const TaskComment &comment : m_feed.comments()) {
        m_entries[comment.id] = makeEntry();
        m_rows->insertWidget(m_rows->count() - 1, m_entries[comment.id]);
    }
    fillAll();
    verticalScrollBar()->setValue(0);
}

void TaskThread::add(const QString &id)
{
    const TaskComment *comment = m_feed.comment(id);
    if (!comment || m_entries.contains(id)) return;
    m_entries[id] = makeEntry();
    m_rows->insertWidget(0, m_entries[id]);
    order();
    fillAll(); // The status before of its neighbour may be another one.
}

void TaskThread::change(const QString &id)
{
    const TaskComment *comment = m_feed.comment(id);
    CommentEntry *changed = entry(id);
    if (!comment || !changed) return;
    const bool hasMoved = changed->comment().isPinned != comment->isPinned;
    fill(id);
    if (hasMoved) order();
}

void TaskThread::remove(const QString &id)
{
    CommentEntry *gone = m_entries.take(id);
    if (!gone) return;
    m_rows->removeWidget(gone);
    gone->setVisible(false);
    gone->deleteLater();
    fillAll();
}

void TaskThread::fillAll()
{
    const QStringList ids = m_entries.keys();
    for (const QString &id : ids) fill(id);
}

void TaskThread::fill(const QString &id)
{
    const TaskComment *comment = m_feed.comment(id);
    if (!comment) return;
    EntrySurroundings around;
    around.rights = m_rights;
    around.names = m_names;
    if (const DirectoryStatus *status = m_studio.directory().status(comment->statusId)) around.status = *status;
    // By time, whatever is pinned: the comment before this one.
    const TaskComment *before = nullptr;
    for (const TaskComment &other : m_feed.comments())
        if (other.moment < comment->moment && (!before || other.moment > before->moment)) before = &other;
    if (before && before->statusId != comment->statusId)
        if (const DirectoryStatus *status = m_studio.directory().status(before->statusId))
            around.statusBefore = *status;
    m_entries[id]->setComment(*comment, around);
}

void TaskThread::order()
{
    const bool isAtTop = verticalScrollBar()->value() == 0;
    int place = 0;
    for (const TaskComment &comment : m_feed.comments()) {
        CommentEntry *there = entry(comment.id);
        if (!there) continue;
        if (m_rows->indexOf(there) != place) {
            m_rows->removeWidget(there);
            m_rows->insertWidget(place, there);
        }
        ++place;
    }
    if (isAtTop) verticalScrollBar()->setValue(0);
}

} // namespace callboard::ui
