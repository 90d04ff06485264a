// SPDX-License-Identifier: GPL-3.0-or-later
// A request to a studio and its answer, as the desktop's pages write and read them.
#pragma once

#include "core/base/Json.h"
#include "core/api/Request.h"
#include "ui/values/JsonMembers.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

namespace callboard::ui {

/// A file of the user's disk that goes along with a request; read while it is sent, never held in memory.
struct FileToSend
{
    QString field = QStringLiteral("file");
    QString path;
};

/// Lets the user end a long request. Shared between the asking page and the gateway; thread-safe.
class Cancellation
{
public:
    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }

private:
    std::atomic<bool> m_isCancelled = false;
};

struct ApiRequest
{
    api::Verb verb = api::Verb::Get;
    QString path; // "/data/tasks/…"
    QUrlQuery query;
    std::optional<Json> body;
    /// Sent with this request instead of the token of who is signed in.
    std::optional<QString> token;
    /// Qt's network sends a request again by itself when the connection breaks before the answer. Not this one: to do
    /// it twice would show. Needs a body.
    bool isSentOnce = false;
    QList<FileToSend> files;
    QList<std::pair<QString, QString>> form;
    /// Called on the GUI's thread with bytes done and all bytes: of the files sent, or of the answer kept in a file.
    std::function<void(qint64 done, qint64 all)> progress;
    std::shared_ptr<Cancellation> cancellation;
    /// Keeps the bytes of a file in this file instead of in memory. It is there whole or not at all.
    QString keepIn;
};

struct ApiAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    /// With ApiRequest::keepIn: where the file lies now. A studio of this computer names its own file, to be
    /// read only, instead of copying it.
    QString file;

    /// The body as JSON; throws ApiError when it is none.
    Json json() const;
};

/// The studio refused (status 400 and above), or could not be reached (status 0).
class ApiError : public std::runtime_error
{
public:
    ApiError(int status, const QString &sentence, Json details = nullptr);
    /// Nothing answers, and nothing was sent.
    static ApiError neverSent(const QString &sentence);

    int status() const { return m_status; }
    /// What to show to the user.
    QString sentence() const { return m_sentence; }
    /// The JSON answer, when there was one.
    const Json &details() const { return m_details; }
    bool isUnreachable() const { return m_status == 0; }
    /// No answer came, and none shows that the studio did not carry it out all the same.
    bool mayHaveArrived() const { return m_mayHaveArrived; }

private:
    int m_status;
    QString m_sentence;
    Json m_details;
    bool m_mayHaveArrived;
};

} // namespace callboard::ui
