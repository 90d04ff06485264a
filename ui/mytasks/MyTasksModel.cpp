// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mytasks/MyTasksModel.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/outbox/Changes.h"
#include "ui/tasks/TaskFacts.h"

#include <QPointer>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int reloadDelay = 150; // milliseconds: assignments come in bursts
}

MyTasksModel::MyTasksModel(OpenedStudio &studio, QObject *parent)
    : QAbstractListModel(parent)
    , m_studio(studio)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadDelay);
    connect(&m_reload, &QTimer::timeout, this, [this] { load(); });
    connect(&studio.gateway(), &StudioGateway::eventHeard, this, &MyTasksModel::hear);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link == StudioGateway::Link::Live && m_isLoaded) reload();
    });
    connect(&studio.outbox(), &Outbox::changed, this, &MyTasksModel::showWhatWaits);
    connect(
        &studio.outbox(), &Outbox::sent, this, [this](const WaitingChange &change) { m_waiting.remove(change.id); });
    connect(&studio.outbox(), &Outbox::takenBack, this, [this](const WaitingChange &change) {
        if (m_waiting.contains(change.id))
            takeBack(change.subject, m_waiting.take(change.id));
        else if (rowOf(change.subject) >= 0)
            readTask(change.subject); // made elsewhere, or before this start
    });
}

void MyTasksModel::reload()
{
    m_reload.start();
}

QCoro::Task<void> MyTasksModel::load()
{
    const QPointer<MyTasksModel> self(this);
    Q_EMIT loading(true);
    try {
        const Json open = co_await m_studio.gateway().get(u"/data/user/tasks"_s);
        if (!self) co_return;
        const Json done = co_await m_studio.gateway().get(u"/data/user/done-tasks"_s);
        if (!self) co_return;
        QList<MyTask> arrived;
        for (const Json *list : {&open, &done})
            for (const Json &item : *list) arrived << myTaskOf(item);
        m_isLoaded = true;
        take(arrived);
    } catch (const ApiError &error) {
        if (!self) co_return;
        Q_EMIT failed(error.sentence());
    }
    Q_EMIT loading(false);
}

void MyTasksModel::take(const QList<MyTask> &arrived)
{
    QSet<QString> there;
    for (const MyTask &task : arrived) there.insert(task.id);
    for (int row = static_cast<int>(m_tasks.size()) - 1; row >= 0; --row)
        if (!there.contains(m_tasks[row].id)) remove(m_tasks[row].id);
    for (MyTask task : arrived) {
        keepChosenStatus(task);
        put(task);
    }
}

void MyTasksModel::keepChosenStatus(MyTask &arrived) const
{
    if (const int row = rowOf(arrived.id); row >= 0 && m_onTheirWay.contains(arrived.id))
        arrived.statusId = m_tasks[row].statusId;
    arrived.isUnsent = false;
    for (const WaitingChange &change : m_studio.outbox().changes()) {
        if (change.subject != arrived.id || change.isRefused() || change.kind != ChangeKind::Comment) continue;
        arrived.statusId = textOf(*change.body, "task_status_id");
        arrived.isUnsent = true;
    }
}

void MyTasksModel::showWhatWaits()
{
    const QList<MyTask> before = m_tasks;
    for (MyTask task : before) {
        keepChosenStatus(task);
        put(task);
    }
}

void MyTasksModel::takeBack(const QString &taskId, const QString &statusBefore)
{
    const int row = rowOf(taskId);
    if (row < 0) return;
    MyTask task = m_tasks[row];
    task.statusId = statusBefore;
    put(task);
}

void MyTasksModel::put(const MyTask &task)
{
    const int row = rowOf(task.id);
    if (row < 0) {
        const int last = static_cast<int>(m_tasks.size());
        beginInsertRows({}, last, last);
        m_tasks << task;
        endInsertRows();
    } else if (m_tasks[row] != task) {
        m_tasks[row] = task;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void MyTasksModel::remove(const QString &taskId)
{
    const int row = rowOf(taskId);
    if (row < 0) return;
    beginRemoveRows({}, row, row);
    m_tasks.removeAt(row);
    endRemoveRows();
}

int MyTasksModel::rowOf(const QString &taskId) const
{
    const auto found =
        std::find_if(m_tasks.begin(), m_tasks.end(), [&](const MyTask &task) { return task.id == taskId; });
    return found == m_tasks.end() ? -1 : static_cast<int>(found - m_tasks.begin());
}

void MyTasksModel::hear(const QString &event, const Json &payload)
{
    if (!m_isLoaded) return;
    const QString taskId = textOf(payload, "task_id");
    const bool isMe = textOf(payload, "person_id") == m_studio.session().person().id;
    if (event == "task:assign"_L1 && isMe)
        reload();
    else if (event == "task:unassign"_L1 && isMe)
        remove(taskId);
    else if (event == "task:delete"_L1)
        remove(taskId);
    else if ((event == "task:update"_L1 || event == "task:status-changed"_L1 || event == "comment:new"_L1)
        && rowOf(taskId) >= 0)
        readTask(taskId);
}

QCoro::Task<void> MyTasksModel::readTask(QString taskId)
{
    const QPointer<MyTasksModel> self(this);
    try {
        const Json item = co_await m_studio.gateway().get(paths::task(taskId));
        const int row = self ? rowOf(taskId) : -1;
        if (row < 0) co_return;
        MyTask task = refreshed(m_tasks[row], item);
        keepChosenStatus(task);
        put(task);
    } catch (const ApiError &error) {
        if (!self) co_return;
        if (error.isUnreachable())
            Q_EMIT failed(error.sentence());
        else
            remove(taskId); // gone, or no longer this person's to see
    }
}

std::optional<QString> MyTasksModel::whyNot(const MyTask &task, const QString &statusId) const
{
    const StudioDirectory &directory = m_studio.directory();
    const DirectoryProduction *production = directory.production(task.productionId);
    const DirectoryStatus *status = directory.status(statusId);
    if (!production || !status) return tr("There is no such status any more.");
    const auto isIn = [&](bool settable) {
        const QList<DirectoryStatus> statuses = directory.statusesOf(*production, settable);
        return std::any_of(
            statuses.begin(), statuses.end(), [&](const DirectoryStatus &s) { return s.id == statusId; });
    };
    if (!isIn(false)) return tr("%1 does not use %2.").arg(production->name, status->shortName.toUpper());
    if (!isIn(true)) return tr("Only supervisors and managers may set %1.").arg(status->shortName.toUpper());
    return std::nullopt;
}

void MyTasksModel::setStatus(const QString &taskId, const QString &statusId)
{
    const int row = rowOf(taskId);
    if (row < 0 || m_tasks[row].statusId == statusId) return;
    MyTask task = m_tasks[row];
    const QString before = task.statusId;
    if (const auto why = whyNot(task, statusId)) {
        Q_EMIT refused(task.fullName(), *why);
        return;
    }
    task.statusId = statusId;
    if (const DirectoryStatus *status = m_studio.directory().status(statusId); status && status->isDone)
        task.done = QDateTime::currentDateTime();
    m_onTheirWay.insert(taskId);
    put(task);
    sendStatus(taskId, statusId, before);
}

QCoro::Task<void> MyTasksModel::sendStatus(QString taskId, QString statusId, QString before)
{
    const QPointer<MyTasksModel> self(this);
    const int place = rowOf(taskId);
    const DirectoryStatus *status = m_studio.directory().status(statusId);
    const DirectoryTaskType *type = m_studio.directory().taskType(m_tasks[place].taskTypeId);
    Change change = changes::comment(taskId, {{"task_status_id", statusId.toStdString()}, {"comment", ""}});
    change.sentence = tr("%1 of %2 → %3")
                          .arg(type ? type->name : tr("Task"), m_tasks[place].fullName(),
                              status ? status->shortName.toUpper() : QString());
    try {
        const Sent sent = co_await m_studio.outbox().send(std::move(change));
        if (!self) co_return;
        m_onTheirWay.remove(taskId);
        if (sent.answer)
            Q_EMIT moved(taskId, before);
        else
            m_waiting.insert(sent.waiting.first(), before);
    } catch (const ApiError &error) {
        if (!self) co_return;
        m_onTheirWay.remove(taskId);
        const int row = rowOf(taskId);
        if (row < 0) co_return;
        takeBack(taskId, before);
        Q_EMIT refused(m_tasks[row].fullName(), error.sentence());
    }
}

int MyTasksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

QString MyTasksModel::spoken(const MyTask &task) const
{
    const StudioDirectory &directory = m_studio.directory();
    QStringList words{task.fullName()};
    if (const auto *type = directory.taskType(task.taskTypeId)) words << type->name;
    if (const auto *status = directory.status(task.statusId)) words << status->name;
    if (task.isUnsent) words << tr("not sent yet");
    if (task.due.isValid()) words << tr("due %1").arg(dayWords(task.due));
    return words.join(u", "_s);
}

QVariant MyTasksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) return {};
    const MyTask &task = m_tasks[index.row()];
    switch (role) {
    case Qt::DisplayRole: return task.fullName();
    case Qt::AccessibleTextRole: return spoken(task);
    case IdRole: return task.id;
    default: return {};
    }
}

Qt::ItemFlags MyTasksModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

} // namespace callboard::ui
