// SPDX-License-Identifier: GPL-3.0-or-later
// Work goes on when a joined studio cannot be reached: changes of plain editing go out through here. While the link
// is live they are sent at once; else, or when others wait before them, they are written to the journal and sent in
// their order, one at a time, as soon as the studio answers again. A studio of this computer is always there: its
// changes are sent at once. GUI thread.
#pragma once

#include "ui/gateway/UserSession.h"
#include "ui/outbox/WaitingChange.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace callboard::ui {

class Journal;

/// How sending went when nothing was refused.
struct Sent
{
    std::optional<ApiAnswer> answer; // nothing: it waits
    QList<qint64> waiting;           // what waits, by identifier
};

class Outbox final : public QObject
{
    Q_OBJECT

public:
    /// `studio` names it for ever, such as its address. The journal is open while somebody is signed in.
    Outbox(StudioGateway &gateway, UserSession &session, QString studio, QObject *parent = nullptr);
    ~Outbox() override;

    /// Sends a change, or keeps it. Throws ApiError when the studio refuses it, and when the studio cannot be
    /// reached and the change may not wait (ui/outbox/WaitingRules) or cannot be written down.
    QCoro::Task<Sent> send(Change change);
    /// One request that carries out several changes at once: when it cannot be sent, each of them waits by itself,
    /// to be undone, refused or discarded alone.
    QCoro::Task<Sent> send(ApiRequest whole, QList<Change> parts);
    /// Called with the place of a change when it is done, waits or was refused.
    using Done = std::function<void(qsizetype place, const Sent &sent, const ApiError *refusal)>;
    /// Sends them in their order, some at a time; once one must wait, all that follow do.
    QCoro::Task<void> sendMany(QList<Change> changes, Done done);

    /// In their order, refused ones among them.
    const QList<WaitingChange> &changes() const { return m_changes; }
    int waitingCount() const;
    int refusedCount() const;

    /// Sends now what waits, without waiting for the link or for the next try.
    void tryNow();
    /// A refused one waits again.
    void retry(qint64 id);
    void discard(qint64 id);
    void discardAll();
    /// Drops these if none of them has been sent; else nothing happens and false is given.
    bool withdraw(const QList<qint64> &ids);

    /// Milliseconds: until a request without an answer is written down, and between the first tries.
    void setPatience(int untilLate, int betweenTries);

Q_SIGNALS:
    /// Another change waits, or one no longer does, or one was refused.
    void changed();
    /// The studio has one that waited. The answer is null when somebody else got it: whoever had sent it before it
    /// had to wait. For a comment that was there already it is that comment.
    void sent(const callboard::ui::WaitingChange &change, const callboard::Json &answer);
    /// What it would have changed is as before: refused (and still listed), or discarded (`why` is empty).
    void takenBack(const callboard::ui::WaitingChange &change, const QString &why);

private:
    struct Flight; // a request that is on its way without having waited
    struct SendingLine;

    void followSession();
    void close();
    bool isHolding(const QList<Change> &changes) const;
    QList<WaitingChange> numbered(const QList<Change> &changes);
    /// Throws ApiError when the disk does not take them.
    void writeDown(const QList<WaitingChange> &changes);
    QList<qint64> keep(const QList<Change> &changes);
    void writeLateFlight(quint64 number);
    /// It has landed: nothing of it waits.
    void land(quint64 number);
    QList<qint64> strand(quint64 number, bool mayHaveArrived);
    void keepRest(SendingLine &line);
    QCoro::Task<void> work(std::shared_ptr<SendingLine> line);

    QCoro::Task<void> run();
    QCoro::Task<bool> sendFirst(WaitingChange change);
    bool takeFailure(const WaitingChange &change, const ApiError &error);
    void waitLonger();
    WaitingChange *find(qint64 id);
    void drop(const QList<WaitingChange> &changes);
    void giveUp(QList<WaitingChange> changes);
    void note(const WaitingChange &change);

    StudioGateway &m_gateway;
    UserSession &m_session;
    QString m_studio;
    QString m_personId; // whose journal is open
    std::unique_ptr<Journal> m_journal;
    QList<WaitingChange> m_changes;
    qint64 m_lastId = 0;
    QHash<quint64, std::shared_ptr<Flight>> m_flights;
    quint64 m_lastFlight = 0;
    QTimer m_nextTry;
    int m_untilLate;
    int m_firstPause;
    int m_pause; // milliseconds until the next try
    bool m_isRunning = false;
};

} // namespace callboard::ui
