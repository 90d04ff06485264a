// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the person who is signed in, done ones included: read from the studio, patched by what events
// name, moved to another status at once and back when that is refused. GUI thread.
#pragma once

#include "ui/mytasks/MyTask.h"

#include <QAbstractListModel>
#include <QCoroTask>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <optional>

namespace callboard::ui {

class OpenedStudio;
struct DirectoryStatus;

class MyTasksModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1 };

    explicit MyTasksModel(OpenedStudio &studio, QObject *parent = nullptr);

    /// Reads everything; what is there already is patched.
    void reload();
    bool isLoaded() const { return m_isLoaded; }
    const QList<MyTask> &tasks() const { return m_tasks; }
    const MyTask &task(int row) const { return m_tasks[row]; }
    int rowOf(const QString &taskId) const;

    /// Why this person may not set that status on that task; nothing when it is allowed.
    std::optional<QString> whyNot(const MyTask &task, const QString &statusId) const;
    void setStatus(const QString &taskId, const QString &statusId);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void loading(bool isLoading);
    void failed(const QString &sentence);
    /// The status stays as it was.
    void refused(const QString &taskName, const QString &why);
    /// Done; the former status puts it back.
    void moved(const QString &taskId, const QString &statusBefore);

private:
    QCoro::Task<void> load();
    QCoro::Task<void> readTask(QString taskId);
    QCoro::Task<void> sendStatus(QString taskId, QString statusId, QString before);
    /// A status chosen here stays shown until the studio has answered, or has got it from the outbox.
    void keepChosenStatus(MyTask &arrived) const;
    void showWhatWaits();
    void takeBack(const QString &taskId, const QString &statusBefore);
    void hear(const QString &event, const Json &payload);
    void take(const QList<MyTask> &arrived);
    void put(const MyTask &task);
    void remove(const QString &taskId);
    QString spoken(const MyTask &task) const;

    OpenedStudio &m_studio;
    QList<MyTask> m_tasks;
    bool m_isLoaded = false;
    QSet<QString> m_onTheirWay;       // statuses that the studio has not confirmed
    QHash<qint64, QString> m_waiting; // by change of the outbox: the status before
    QTimer m_reload;
};

} // namespace callboard::ui
