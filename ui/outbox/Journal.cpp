// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/Journal.h"

#include "core/store/Connection.h"
#include "ui/outbox/JournalLayout1.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <array>
#include <functional>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutNumber = 2; // a later layout is refused, an earlier one brought to it
constexpr const char *layout = "CREATE TABLE IF NOT EXISTS change ("
                               " id INTEGER PRIMARY KEY," // its place in the order
                               " made TEXT NOT NULL,"     // ISO 8601, UTC
                               " kind TEXT NOT NULL,"     // of kindNames
                               " verb TEXT NOT NULL,"
                               " path TEXT NOT NULL,"
                               " query TEXT NOT NULL,"
                               " body TEXT," // JSON; NULL: none
                               " sentence TEXT NOT NULL,"
                               " subject TEXT NOT NULL,"
                               " object TEXT NOT NULL,"
                               " wanted TEXT NOT NULL," // JSON
                               " may_have_arrived INTEGER NOT NULL,"
                               " refusal TEXT NOT NULL,"
                               " published TEXT NOT NULL)"; // JSON list of files

// What is written lasts: a name here never changes its meaning.
constexpr std::array kindNames = {
    std::pair{ChangeKind::Comment, "comment"},
    std::pair{ChangeKind::Reply, "reply"},
    std::pair{ChangeKind::Acknowledgement, "acknowledgement"},
    std::pair{ChangeKind::CommentEdit, "comment edit"},
    std::pair{ChangeKind::TaskEdit, "task edit"},
    std::pair{ChangeKind::EntityEdit, "entity edit"},
    std::pair{ChangeKind::Assignment, "assignment"},
    std::pair{ChangeKind::Unassignment, "unassignment"},
    std::pair{ChangeKind::Drawing, "drawing"},
};

std::string nameOf(ChangeKind kind)
{
    for (const auto &[known, name] : kindNames)
        if (known == kind) return name;
    throw std::logic_error("A change that may not wait is not written down.");
}

ChangeKind kindNamed(std::string_view written)
{
    for (const auto &[kind, name] : kindNames)
        if (written == name) return kind;
    throw std::runtime_error("A waiting change is of a kind that this Callboard does not know.");
}

/// Names the file, and tells nobody which studio it is of.
QString fileName(const QString &studio, const QString &personId)
{
    const QByteArray whole = (studio + u'\n' + personId).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(40));
}

QString text(const store::Rows &rows, int column)
{
    return QString::fromStdString(rows.string(column));
}

Json json(const store::Rows &rows, int column)
{
    const Json value = Json::parse(rows.text(column), nullptr, false);
    return value.is_discarded() ? Json() : value;
}

constexpr const char *columns = "id, made, kind, verb, path, query, body, sentence, subject, object, wanted,"
                                " may_have_arrived, refusal, published";

WaitingChange changeOf(const store::Rows &row)
{
    WaitingChange change;
    int column = 0;
    change.id = row.integer(column++);
    change.made = QDateTime::fromString(text(row, column++), Qt::ISODateWithMs);
    change.kind = kindNamed(row.text(column++));
    change.verb = api::verbNamed(row.text(column++));
    change.path = text(row, column++);
    change.query = QUrlQuery(text(row, column++));
    if (!row.isNull(column)) change.body = json(row, column);
    ++column;
    change.sentence = text(row, column++);
    change.subject = text(row, column++);
    change.object = text(row, column++);
    change.wanted = json(row, column++);
    change.mayHaveArrived = row.integer(column++) != 0;
    change.refusal = text(row, column++);
    change.published = idsOf(json(row, column++));
    return change;
}

void inOneTransaction(store::Connection &file, const std::function<void()> &work)
{
    file.execute("BEGIN IMMEDIATE");
    try {
        work();
        file.execute("COMMIT");
    } catch (...) {
        file.execute("ROLLBACK");
        throw;
    }
}

std::int64_t layoutOf(store::Connection &file)
{
    auto row = file.query("PRAGMA user_version");
    row.next();
    return row.integer(0);
}

} // namespace

Journal::Journal(const QString &studio, const QString &personId, QString folder)
{
    if (folder.isEmpty()) folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/waiting"_s;
    const QString path = u"%1/%2.sqlite"_s.arg(folder, fileName(studio, personId));
    if (!QDir().mkpath(folder)) throw std::runtime_error("The folder of waiting changes cannot be made.");
    m_lock = std::make_unique<QLockFile>(path + u".lock"_s);
    m_lock->setStaleLockTime(0); // a killed process leaves it: its number says so, not the file's age
    if (!m_lock->tryLock(0)) throw std::runtime_error("Another window keeps the waiting changes of this studio.");
    QFile file(path); // of this user alone, before the first word is in it
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.close();
    m_file = store::openSqlite(path.toStdString(), false);
    const auto number = layoutOf(*m_file);
    if (number > layoutNumber) throw std::runtime_error("The waiting changes were written by a newer Callboard.");
    if (number == layoutNumber) return;
    inOneTransaction(*m_file, [&] {
        if (number == 1) bringFromLayout1(*m_file);
        m_file->execute(layout);
        m_file->execute("PRAGMA user_version = 2");
    });
}

Journal::~Journal() = default;

QList<WaitingChange> Journal::read()
{
    QList<WaitingChange> changes;
    auto rows = m_file->query(std::string("SELECT ") + columns + " FROM change ORDER BY id");
    while (rows.next()) changes << changeOf(rows);
    return changes;
}

void Journal::add(const QList<WaitingChange> &changes)
{
    inOneTransaction(*m_file, [&] {
        for (const WaitingChange &change : changes) {
            const auto body = change.body ? std::optional(toText(*change.body)) : std::nullopt;
            m_file->change(
                std::string("INSERT INTO change (") + columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                static_cast<std::int64_t>(change.id), change.made.toUTC().toString(Qt::ISODateWithMs).toStdString(),
                nameOf(change.kind), api::nameOf(change.verb), change.path.toStdString(),
                change.query.toString(QUrl::FullyEncoded).toStdString(), body, change.sentence.toStdString(),
                change.subject.toStdString(), change.object.toStdString(), toText(change.wanted),
                change.mayHaveArrived ? 1 : 0, change.refusal.toStdString(), toText(jsonListOf(change.published)));
        }
    });
}

void Journal::update(const WaitingChange &change)
{
    m_file->change("UPDATE change SET may_have_arrived = ?, refusal = ? WHERE id = ?", change.mayHaveArrived ? 1 : 0,
        change.refusal.toStdString(), static_cast<std::int64_t>(change.id));
}

void Journal::remove(const QList<qint64> &ids)
{
    inOneTransaction(*m_file, [&] {
        for (const qint64 id : ids) m_file->change("DELETE FROM change WHERE id = ?", static_cast<std::int64_t>(id));
    });
}

} // namespace callboard::ui
