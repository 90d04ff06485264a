// SPDX-License-Identifier: GPL-3.0-or-later
// What the studio told the person who is signed in: comments, replies, mentions, assignments. Read once, patched
// by events; marked as read at once, and back when that is refused. GUI thread.
#pragma once

#include "ui/gateway/ApiMessage.h"

#include <QAbstractListModel>
#include <QCoroTask>
#include <QDateTime>
#include <QSortFilterProxyModel>

namespace callboard::ui {

class OpenedStudio;

struct StudioNotification
{
    QString id;
    QString kind; // "comment", "mention", "reply", "reply-mention", "assignation"
    QString authorId;
    QString taskId;
    QString taskTypeId;
    QString statusId; // of the comment
    QString previewId;
    QString productionName;
    QString entityName;
    QString words;
    QDateTime moment;
    bool isRead = false;
    bool isStatusChange = false;

    bool operator==(const StudioNotification &) const = default;
};

class NotificationsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit NotificationsModel(OpenedStudio &studio, QObject *parent = nullptr);

    void reload();
    bool isLoaded() const { return m_isLoaded; }
    const StudioNotification &notification(int row) const { return m_all[row]; }
    int unread() const;
    void setRead(const QString &id, bool isRead);
    void markAllRead();
    /// "Noah Weiss mentioned you at SQ020 / SH0030"
    QString sentence(const StudioNotification &notification) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loading(bool isLoading);
    void failed(const QString &sentence);
    void refused(const QString &why);

private:
    QCoro::Task<void> load();
    QCoro::Task<void> readOne(QString id);
    QCoro::Task<void> sendRead(QStringList ids, bool isRead, bool isAll);
    void hear(const QString &event, const Json &payload);
    void show(const QString &id, bool isRead);
    int rowOf(const QString &id) const;

    OpenedStudio &m_studio;
    QList<StudioNotification> m_all; // newest first
    bool m_isLoaded = false;
};

/// All of them, or those that are not read; one that is read while it is looked at stays until the next choice.
class NotificationChoice final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit NotificationChoice(NotificationsModel &all, QObject *parent = nullptr);
    void setUnreadOnly(bool on);
    const StudioNotification &notification(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    NotificationsModel &m_all;
    bool m_isUnreadOnly = false;
};

} // namespace callboard::ui
