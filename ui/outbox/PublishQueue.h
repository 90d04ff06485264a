// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way to become previews of a revision. It belongs to the studio and not to a panel: an upload
// goes on while another task is looked at. Files of one comment become one revision, in their order. One that breaks
// off because the studio cannot be reached goes again when it can, and is not published twice. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace callboard::ui {

class Outbox;

struct PublishedFile
{
    enum class State {
        Waiting,
        Sending,
        Away, // broke off: goes again when the studio can be reached
        Refused
    };

    quint64 id = 0;
    QString taskId;
    QString commentId;
    QString path;
    int revision = 0;
    qint64 sent = 0; // bytes
    qint64 all = 0;
    State state = State::Waiting;
    QString fault;               // why it was refused, or broke off
    QString previewId;           // of a try that broke off: the file may be there
    bool mayHavePreview = false; // the answer that names it was lost
    std::shared_ptr<Cancellation> cancellation;

    QString name() const;
    double part() const { return all > 0 ? static_cast<double>(sent) / static_cast<double>(all) : 0; }
};

class PublishQueue final : public QObject
{
    Q_OBJECT

public:
    /// From the start of the studio: comments that waited in the outbox may have files to publish. Both outlive it.
    PublishQueue(StudioGateway &gateway, Outbox &outbox, QObject *parent = nullptr);

    void publish(const QString &taskId, const QString &commentId, int revision, const QStringList &files);
    /// Those that are on their way, broke off or were refused, of that task.
    QList<PublishedFile> filesOf(const QString &taskId) const;
    bool isEmpty() const { return m_files.isEmpty(); }

    void cancel(quint64 id);
    /// Sends one again that was refused or broke off.
    void retry(quint64 id);
    /// Takes a refused one off the list.
    void dismiss(quint64 id);

Q_SIGNALS:
    /// One began, went on, ended or was refused.
    void changed(const QString &taskId);
    /// The studio has that file.
    void published(const QString &taskId, const QString &previewId);

private:
    QCoro::Task<void> run();
    QCoro::Task<void> sendOne(quint64 id);
    /// The preview that the file becomes: the one of an earlier try, or a new one. Throws ApiError.
    QCoro::Task<QString> previewFor(PublishedFile file);
    QCoro::Task<bool> isThere(QString previewId);
    QCoro::Task<void> upload(PublishedFile file, QString previewId);
    void takeFailure(quint64 id, const ApiError &error);
    void tryAgain();
    QCoro::Task<void> discard(QString taskId, QString commentId, QString previewId);
    PublishedFile *find(quint64 id);
    void take(quint64 id);
    void refuse(quint64 id, const QString &why);

    StudioGateway &m_gateway;
    QList<PublishedFile> m_files;
    quint64 m_lastId = 0;
    bool m_isRunning = false;
    QTimer m_nextTry;
    int m_pause; // milliseconds until the next try
};

} // namespace callboard::ui
