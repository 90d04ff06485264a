// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/Outbox.h"

#include "core/store/Connection.h"
#include "ui/outbox/Journal.h"
#include "ui/outbox/WaitingRules.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <vector>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualUntilLate = 2000;  // milliseconds
constexpr int usualFirstPause = 2000; // milliseconds
constexpr int atOnce = 4;             // as ui/gateway/SendMany

} // namespace

struct Outbox::Flight
{
    QList<WaitingChange> changes;
    std::shared_ptr<Cancellation> cancellation = std::make_shared<Cancellation>();
    bool isWritten = false; // its answer is late: it is in the journal and in the list
};

struct Outbox::SendingLine
{
    QList<Change> changes;
    Done done;
    qsizetype next = 0;
};

Outbox::Outbox(StudioGateway &gateway, UserSession &session, QString studio, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_studio(std::move(studio))
    , m_untilLate(usualUntilLate)
    , m_firstPause(usualFirstPause)
    , m_pause(usualFirstPause)
{
    m_nextTry.setSingleShot(true);
    connect(&m_nextTry, &QTimer::timeout, this, [this] { run(); });
    connect(&session, &UserSession::changed, this, &Outbox::followSession);
    connect(&gateway, &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link == StudioGateway::Link::Live) tryNow();
    });
    followSession();
}

Outbox::~Outbox()
{
    close();
}

void Outbox::setPatience(int untilLate, int betweenTries)
{
    m_untilLate = untilLate;
    m_firstPause = m_pause = betweenTries;
}

void Outbox::followSession()
{
    const QString personId = m_session.person().id;
    if (personId == m_personId) return;
    close();
    m_personId = personId;
    if (personId.isEmpty() || m_gateway.isHostedHere()) return;
    try {
        m_journal = std::make_unique<Journal>(m_studio, personId);
        m_changes = m_journal->read();
    } catch (const std::runtime_error &error) {
        m_journal.reset();
        qWarning("Changes cannot wait for the studio: %s", error.what());
        return;
    }
    if (m_changes.isEmpty()) return;
    m_lastId = m_changes.last().id;
    Q_EMIT changed();
    run();
}

/// What is on its way may not arrive: it is looked for at the next start.
void Outbox::close()
{
    m_nextTry.stop();
    m_personId.clear();
    if (!m_journal) return;
    for (const auto &flight : std::as_const(m_flights)) {
        if (flight->isWritten) continue;
        try {
            m_journal->add(flight->changes);
        } catch (const store::StoreError &error) {
            qWarning("A change that was on its way is not kept: %s", error.what());
        }
    }
    m_flights.clear();
    m_journal.reset();
    m_changes.clear();
    m_lastId = 0;
    Q_EMIT changed();
}

int Outbox::waitingCount() const
{
    return static_cast<int>(m_changes.size()) - refusedCount();
}

int Outbox::refusedCount() const
{
    return static_cast<int>(std::ranges::count_if(m_changes, &WaitingChange::isRefused));
}

bool Outbox::isHolding(const QList<Change> &changes) const
{
    if (!m_journal || !std::ranges::all_of(changes, mayWait)) return false;
    return waitingCount() > 0 || m_gateway.link() != StudioGateway::Link::Live;
}

WaitingChange *Outbox::find(qint64 id)
{
    const auto found = std::ranges::find(m_changes, id, &WaitingChange::id);
    return found == m_changes.end() ? nullptr : &*found;
}

QList<WaitingChange> Outbox::numbered(const QList<Change> &changes)
{
    QList<WaitingChange> numbered;
    for (const Change &change : changes) {
        WaitingChange waiting;
        static_cast<Change &>(waiting) = change;
        waiting.id = ++m_lastId;
        waiting.made = QDateTime::currentDateTimeUtc();
        numbered << std::move(waiting);
    }
    return numbered;
}

void Outbox::writeDown(const QList<WaitingChange> &changes)
{
    try {
        m_journal->add(changes);
    } catch (const store::StoreError &error) {
        throw ApiError(0,
            tr("The studio cannot be reached, and the change cannot be kept on this computer: %1")
                .arg(QString::fromUtf8(error.what())));
    }
    m_changes << changes;
    std::ranges::sort(m_changes, {}, &WaitingChange::id); // a flight that failed was made before later ones
    Q_EMIT changed();
}

QList<qint64> Outbox::keep(const QList<Change> &changes)
{
    const QList<WaitingChange> waiting = numbered(changes);
    writeDown(waiting);
    QList<qint64> ids;
    for (const WaitingChange &change : waiting) ids << change.id;
    // Offline was told a moment ago: the next try, or the link, comes soon enough.
    if (m_gateway.link() == StudioGateway::Link::Offline)
        waitLonger();
    else if (!m_nextTry.isActive())
        run();
    return ids;
}

QCoro::Task<Sent> Outbox::send(Change change)
{
    ApiRequest whole = change.request();
    const QList<Change> parts{std::move(change)};
    co_return co_await send(std::move(whole), parts);
}

QCoro::Task<Sent> Outbox::send(ApiRequest whole, QList<Change> parts)
{
    const QPointer<Outbox> self(this);
    if (isHolding(parts)) co_return Sent{std::nullopt, keep(parts)};
    const bool mayAllWait = m_journal && std::ranges::all_of(parts, mayWait);
    const quint64 number = ++m_lastFlight;
    if (mayAllWait) {
        const auto flight = std::make_shared<Flight>();
        flight->changes = numbered(parts);
        for (WaitingChange &change : flight->changes) change.mayHaveArrived = true;
        whole.cancellation = flight->cancellation;
        m_flights.insert(number, flight);
        QTimer::singleShot(m_untilLate, this, [this, number] { writeLateFlight(number); });
    }
    std::optional<ApiError> failure;
    try {
        ApiAnswer answer = co_await m_gateway.send(std::move(whole));
        if (self) land(number);
        co_return Sent{std::move(answer), {}};
    } catch (const ApiError &error) {
        failure = error;
    }
    if (!self) throw *failure;
    if (!isAway(*failure) || !m_flights.contains(number)) { // decided; or signed out meanwhile, and written down
        land(number);
        throw *failure;
    }
    co_return Sent{std::nullopt, strand(number, failure->mayHaveArrived())};
}

void Outbox::writeLateFlight(quint64 number)
{
    const auto flight = m_flights.value(number);
    if (!flight) return;
    QList<WaitingChange> changes = flight->changes;
    for (WaitingChange &change : changes) change.isOnItsWay = true;
    try {
        writeDown(changes);
        flight->isWritten = true;
    } catch (const ApiError &error) {
        qWarning("A change that is on its way is not written down: %s", error.what());
    }
}

void Outbox::land(quint64 number)
{
    const auto flight = m_flights.take(number);
    if (!flight || !flight->isWritten) return;
    QList<WaitingChange> landed;
    for (const WaitingChange &change : std::as_const(flight->changes))
        if (find(change.id)) landed << change; // else discarded meanwhile
    drop(landed);
    for (const WaitingChange &change : std::as_const(landed)) Q_EMIT sent(change, Json()); // whoever asked has it
    Q_EMIT changed();
    run();
}

QList<qint64> Outbox::strand(quint64 number, bool mayHaveArrived)
{
    const auto flight = m_flights.take(number);
    QList<qint64> ids;
    for (WaitingChange &change : flight->changes) {
        change.mayHaveArrived = mayHaveArrived;
        ids << change.id;
    }
    if (!flight->isWritten) writeDown(flight->changes);
    for (const WaitingChange &change : std::as_const(flight->changes)) note(change);
    waitLonger();
    return ids;
}

/// Takes over whether a listed one may have arrived; it is not on its way any more.
void Outbox::note(const WaitingChange &change)
{
    WaitingChange *listed = find(change.id);
    if (!listed) return;
    listed->isOnItsWay = false;
    if (listed->mayHaveArrived == change.mayHaveArrived && listed->refusal == change.refusal) return;
    listed->mayHaveArrived = change.mayHaveArrived;
    listed->refusal = change.refusal;
    try {
        m_journal->update(*listed);
    } catch (const store::StoreError &error) {
        qWarning("What is known of a waiting change is not written down: %s", error.what());
    }
}

QCoro::Task<void> Outbox::sendMany(QList<Change> changes, Done done)
{
    const auto line = std::make_shared<SendingLine>();
    line->changes = std::move(changes);
    line->done = std::move(done);
    std::vector<QCoro::Task<void>> workers;
    for (int i = 0; i < atOnce; ++i) workers.push_back(work(line));
    for (auto &worker : workers) co_await worker;
}

QCoro::Task<void> Outbox::work(std::shared_ptr<SendingLine> line)
{
    const QPointer<Outbox> self(this);
    while (self && line->next < line->changes.size()) {
        if (isHolding({line->changes[line->next]})) {
            keepRest(*line);
            co_return;
        }
        const qsizetype place = line->next++;
        Change change = line->changes[place];
        Sent sent;
        std::optional<ApiError> refusal;
        try {
            sent = co_await send(std::move(change));
        } catch (const ApiError &error) {
            refusal = error;
        }
        line->done(place, sent, refusal ? &*refusal : nullptr);
    }
}

/// All at once: one time to the disk.
void Outbox::keepRest(SendingLine &line)
{
    const qsizetype first = std::exchange(line.next, line.changes.size());
    const QList<Change> rest = line.changes.mid(first);
    std::optional<ApiError> refusal;
    QList<qint64> ids;
    try {
        ids = keep(rest);
    } catch (const ApiError &error) {
        refusal = error;
    }
    for (qsizetype i = 0; i < rest.size(); ++i)
        line.done(first + i, refusal ? Sent{} : Sent{std::nullopt, {ids[i]}}, refusal ? &*refusal : nullptr);
}

void Outbox::tryNow()
{
    m_nextTry.stop();
    m_pause = m_firstPause;
    // What has hung since before goes again, after a look at whether it arrived.
    for (const auto &flight : std::as_const(m_flights))
        if (flight->isWritten) flight->cancellation->cancel();
    run();
}

void Outbox::drop(const QList<WaitingChange> &changes)
{
    QSet<qint64> ids;
    for (const WaitingChange &change : changes) ids.insert(change.id);
    m_changes.removeIf([&](const WaitingChange &change) { return ids.contains(change.id); });
    try {
        m_journal->remove(ids.values());
    } catch (const store::StoreError &error) {
        // It would be sent once more at the next start: a comment is looked for before.
        qWarning("A change that was sent stays written down: %s", error.what());
    }
}

void Outbox::retry(qint64 id)
{
    const WaitingChange *listed = find(id);
    if (!listed || !listed->isRefused()) return;
    WaitingChange again = *listed;
    again.refusal.clear();
    note(again);
    Q_EMIT changed();
    tryNow();
}

void Outbox::discard(qint64 id)
{
    if (const WaitingChange *listed = find(id)) giveUp({*listed});
}

void Outbox::discardAll()
{
    giveUp(m_changes);
}

void Outbox::giveUp(QList<WaitingChange> changes)
{
    if (changes.isEmpty()) return;
    drop(changes);
    // Newest first: what one goes back to is what the one before it made.
    std::ranges::reverse(changes);
    for (const WaitingChange &change : std::as_const(changes))
        if (!change.isRefused()) Q_EMIT takenBack(change, {});
    Q_EMIT changed();
}

bool Outbox::withdraw(const QList<qint64> &ids)
{
    QList<WaitingChange> unsent;
    for (const qint64 id : ids) {
        const WaitingChange *change = find(id);
        if (!change || change->mayHaveArrived || change->isOnItsWay) return false;
        unsent << *change;
    }
    giveUp(unsent);
    return !unsent.isEmpty();
}

} // namespace callboard::ui
