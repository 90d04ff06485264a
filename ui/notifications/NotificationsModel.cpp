// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NotificationsModel.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/values/TaskValues.h"

#include <QPointer>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

StudioNotification notificationOf(const Json &item)
{
    StudioNotification notification;
    notification.id = textOf(item, "id");
    notification.kind = textOf(item, "notification_type");
    notification.authorId = textOf(item, "author_id");
    notification.taskId = textOf(item, "task_id");
    notification.taskTypeId = textOf(item, "task_type_id");
    notification.statusId = textOf(item, "task_status_id");
    notification.previewId = textOf(item, "preview_file_id");
    notification.productionName = textOf(item, "project_name");
    notification.entityName = textOf(item, "full_entity_name");
    const QString reply = textOf(item, "reply_text");
    notification.words = reply.isEmpty() ? textOf(item, "comment_text") : reply;
    notification.moment = momentOf(textOf(item, "created_at"));
    notification.isRead = flagOf(item, "read");
    notification.isStatusChange = flagOf(item, "change");
    return notification;
}

} // namespace

NotificationsModel::NotificationsModel(OpenedStudio &studio, QObject *parent)
    : QAbstractListModel(parent)
    , m_studio(studio)
{
    connect(&studio.gateway(), &StudioGateway::eventHeard, this, &NotificationsModel::hear);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link == StudioGateway::Link::Live && m_isLoaded) reload();
    });
}

void NotificationsModel::reload()
{
    load();
}

QCoro::Task<void> NotificationsModel::load()
{
    const QPointer<NotificationsModel> self(this);
    Q_EMIT loading(true);
    try {
        const Json list = co_await m_studio.gateway().get(u"/data/user/notifications"_s);
        if (!self) co_return;
        QList<StudioNotification> arrived;
        for (const Json &item : list) arrived << notificationOf(item);
        m_isLoaded = true;
        if (arrived != m_all) {
            beginResetModel(); // Read as a whole only at first and after the link was down.
            m_all = arrived;
            endResetModel();
        }
    } catch (const ApiError &error) {
        if (!self) co_return;
        Q_EMIT failed(error.sentence());
    }
    Q_EMIT loading(false);
}

QCoro::Task<void> NotificationsModel::readOne(QString id)
{
    const QPointer<NotificationsModel> self(this);
    try {
        const Json item = co_await m_studio.gateway().get(u"/data/user/notifications/"_s + id);
        if (!self || rowOf(id) >= 0) co_return;
        beginInsertRows({}, 0, 0);
        m_all.prepend(notificationOf(item));
        endInsertRows();
    } catch (const ApiError &error) {
        // One that is gone again is none; anything else is told.
        if (self && error.status() != 404) Q_EMIT failed(error.sentence());
    }
}

void NotificationsModel::hear(const QString &event, const Json &payload)
{
    if (!m_isLoaded || !event.startsWith("notification:"_L1)) return;
    if (textOf(payload, "person_id") != m_studio.session().person().id) return;
    const QString id = textOf(payload, "notification_id");
    if (event == "notification:new"_L1)
        readOne(id);
    else if (event == "notification:read"_L1)
        show(id, true);
    else if (event == "notification:unread"_L1)
        show(id, false);
    else if (event == "notification:all-read"_L1)
        for (qsizetype row = 0; row < m_all.size(); ++row) show(m_all[row].id, true);
}

int NotificationsModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const auto &n) { return n.id == id; });
    return found == m_all.end() ? -1 : static_cast<int>(found - m_all.begin());
}

int NotificationsModel::unread() const
{
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](const auto &n) { return !n.isRead; }));
}

void NotificationsModel::show(const QString &id, bool isRead)
{
    const int row = rowOf(id);
    if (row < 0 || m_all[row].isRead == isRead) return;
    m_all[row].isRead = isRead;
    Q_EMIT dataChanged(index(row), index(row));
}

void NotificationsModel::setRead(const QString &id, bool isRead)
{
    const int row = rowOf(id);
    if (row < 0 || m_all[row].isRead == isRead) return;
    show(id, isRead);
    sendRead({id}, isRead, false);
}

void NotificationsModel::markAllRead()
{
    QStringList ids;
    for (const StudioNotification &notification : std::as_const(m_all))
        if (!notification.isRead) ids << notification.id;
    for (const QString &id : std::as_const(ids)) show(id, true);
    sendRead(ids, true, true); // also those that are too old to be listed
}

QCoro::Task<void> NotificationsModel::sendRead(QStringList ids, bool isRead, bool isAll)
{
    const QPointer<NotificationsModel> self(this);
    const Json change = {{"read", isRead}};
    const Json nothing = Json::object();
    try {
        if (isAll) {
            co_await m_studio.gateway().post(u"/actions/user/notifications/mark-all-as-read"_s, nothing);
        } else {
            for (const QString &id : ids) co_await m_studio.gateway().put(u"/data/user/notifications/"_s + id, change);
        }
    } catch (const ApiError &error) {
        if (!self) co_return;
        for (const QString &id : ids) show(id, !isRead);
        Q_EMIT refused(error.sentence());
    }
}

QString NotificationsModel::sentence(const StudioNotification &notification) const
{
    const QString author = m_studio.directory().look(notification.authorId).name;
    const QString who = author.isEmpty() ? tr("Somebody") : author;
    if (notification.kind == "assignation"_L1) return tr("%1 assigned you to %2").arg(who, notification.entityName);
    if (notification.kind == "mention"_L1 || notification.kind == "reply-mention"_L1)
        return tr("%1 mentioned you at %2").arg(who, notification.entityName);
    if (notification.kind == "reply"_L1) return tr("%1 replied at %2").arg(who, notification.entityName);
    return notification.isStatusChange ? tr("%1 changed the status of %2").arg(who, notification.entityName)
                                       : tr("%1 commented on %2").arg(who, notification.entityName);
}

int NotificationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_all.size());
}

QVariant NotificationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) return {};
    const StudioNotification &notification = m_all[index.row()];
    if (role == Qt::DisplayRole) return sentence(notification);
    if (role == Qt::AccessibleTextRole)
        return notification.isRead ? sentence(notification) : tr("Unread: %1").arg(sentence(notification));
    return {};
}

NotificationChoice::NotificationChoice(NotificationsModel &all, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_all(all)
{
    setDynamicSortFilter(false);
    setSourceModel(&all);
}

void NotificationChoice::setUnreadOnly(bool on)
{
    m_isUnreadOnly = on;
    invalidateFilter();
}

const StudioNotification &NotificationChoice::notification(const QModelIndex &index) const
{
    return m_all.notification(mapToSource(index).row());
}

bool NotificationChoice::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !m_isUnreadOnly || !m_all.notification(row).isRead;
}

} // namespace callboard::ui
