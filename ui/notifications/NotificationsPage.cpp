// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NotificationsPage.h"

#include "ui/notifications/NotificationDelegate.h"
#include "ui/notifications/NotificationsModel.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Segments.h"
#include "ui/parts/Toast.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>

namespace callboard::ui {

using namespace Qt::StringLiterals;

NotificationsPage::NotificationsPage(OpenedStudio &studio, QWidget *parent)
    : PageWithTask(studio, parent)
    , m_model(new NotificationsModel(studio, this))
    , m_choice(new NotificationChoice(*m_model, this))
    , m_which(new Segments({tr("All"), tr("Unread")}, this))
    , m_all(new QPushButton(icons::icon(u"check"_s), tr("Mark all read"), this))
    , m_list(new QListView(this))
    , m_none(new EmptyState(u"bell"_s, {}, {}, this))
{
    m_list->setModel(m_choice);
    m_list->setItemDelegate(new NotificationDelegate(studio, *m_model, *m_choice, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Notifications"));
    m_list->installEventFilter(this);
    build(makeBar(), {m_list, m_none});

    connect(m_list, &QListView::clicked, this, &NotificationsPage::open);
    connect(m_list, &QListView::activated, this, &NotificationsPage::open);
    connect(m_model, &NotificationsModel::loading, this, [this](bool isLoading) {
        setLoading(isLoading);
        follow();
    });
    connect(m_model, &NotificationsModel::failed, this, [this](const QString &why) {
        tellFailure(tr("The notifications could not be read"), why, [this] { m_model->reload(); });
    });
    connect(m_model, &NotificationsModel::refused, this, [this](const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("The notification stays as it was"), why, {}, false});
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_choice, signal, this, &NotificationsPage::follow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &NotificationsPage::follow);
    connect(&studio.directory(), &StudioDirectory::peopleChanged, m_list->viewport(), qOverload<>(&QWidget::update));
}

QWidget *NotificationsPage::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(metrics::filterBar + 4);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_which);
    layout->addStretch(1);
    layout->addWidget(m_all);
    setButtonRole(m_all, ButtonRole::Quiet);
    m_which->setCurrent(0);
    connect(m_which, &Segments::changed, this, [this](int which) {
        m_choice->setUnreadOnly(which == 1);
        follow();
    });
    connect(m_all, &QPushButton::clicked, m_model, &NotificationsModel::markAllRead);
    return bar;
}

void NotificationsPage::show(const Destination &)
{
    m_model->reload();
    follow();
    m_list->setFocus();
}

QList<KeyGroup> NotificationsPage::keys() const
{
    return {{tr("Notifications"), {{u"Enter"_s, tr("Open the task panel")}, {u"U"_s, tr("Read, or not read")}}}};
}

void NotificationsPage::open(const QModelIndex &index)
{
    if (!index.isValid()) return;
    const StudioNotification &notification = m_choice->notification(index);
    const QString taskId = notification.taskId;
    m_model->setRead(notification.id, true);
    openTask(taskId);
}

void NotificationsPage::follow()
{
    const int unread = m_model->unread();
    m_all->setEnabled(unread > 0);
    setSummary(unread > 0 ? tr("%n unread", nullptr, unread) : tr("All read"));
    const bool isEmpty = m_model->isLoaded() && m_choice->rowCount() == 0;
    m_none->setSentence(
        m_which->current() == 1 ? tr("You have read everything.") : tr("Nobody told you anything yet."));
    showForm(isEmpty ? static_cast<QWidget *>(m_none) : static_cast<QWidget *>(m_list));
}

bool NotificationsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_U) {
        const QModelIndex index = m_list->currentIndex();
        if (index.isValid()) {
            const StudioNotification notification = m_choice->notification(index);
            m_model->setRead(notification.id, !notification.isRead);
        }
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace callboard::ui
