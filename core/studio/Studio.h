// SPDX-License-Identifier: GPL-3.0-or-later
// An opened studio: its database, its files, the threads that carry out requests, its jobs and events.
// The desktop and the server both talk to it through handle(); nothing else leads in.
#pragma once

#include "core/api/Request.h"
#include "core/api/Response.h"
#include "core/api/Route.h"
#include "core/api/Event.h"
#include "core/jobs/Running.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callboard {

/// Where the studio lives and how it runs.
struct StudioOptions
{
    std::filesystem::path folder;            // database (unless PostgreSQL), files, temporary uploads
    std::string postgresUrl;                 // libpq connection URI or keywords; empty: SQLite in the folder
    unsigned workers = 0;                    // request workers; 0: one a core and one more
    std::vector<std::string> allowedOrigins; // for cross-origin requests of browsers
    bool isSecure = false;                   // the server speaks TLS: cookies are marked so
    std::map<std::string, jobs::Kind> jobKinds; // kinds of jobs that the program adds, such as the demo's
};

/// Who is at the other end of an event connection; decides what it hears.
struct Listener
{
    std::string personId;
    std::string role;
    std::vector<std::string> projectIds; // productions whose team the person belongs to
};

class Studio
{
public:
    /// Opens or makes the studio: creates folders, migrates the database, starts the threads.
    /// Throws std::runtime_error with a sentence for the user when that is not possible (the folder is in
    /// use by another program, was written by a newer version, the database does not answer, …).
    explicit Studio(StudioOptions options);
    /// Finishes the running requests, refuses new ones, ends child processes.
    ~Studio();
    Studio(const Studio &) = delete;
    Studio &operator=(const Studio &) = delete;

    /// How an answer's pieces leave. Called on a worker thread; head exactly once, then pieces, then end.
    class Answer
    {
    public:
        virtual ~Answer() = default;
        /// True when the client has said that it has what this entity tag (with its quotes) stands for: an answer
        /// with that ETag need not be made, 304 says as much.
        virtual bool has(std::string_view entityTag) const { return static_cast<void>(entityTag), false; }
        /// The whole answer when its body is bytes or a file; the head alone when it is a stream.
        virtual void begin(api::Response &&response) = 0;
        /// A piece of a streamed body. May block while the client is slow. Throws when the client is gone.
        virtual void piece(std::string_view bytes) = 0;
        /// The answer is complete; `complete` is false when a stream broke off.
        virtual void end(bool complete) = 0;
    };

    /// Carries out a request on a worker (reads) or on the writer (writes). Thread-safe, returns at once.
    void handle(api::Request &&request, std::shared_ptr<Answer> answer);
    /// What is known of a request before its body has come.
    struct Admission
    {
        std::optional<api::Response> refusal; // no such route, no valid token, no right to use the route
        std::string personId;                 // empty: a stranger, whom a public route answers
    };
    /// Finds out, on a worker, by path, token and rights whether the body of a request is worth receiving. A rule
    /// that has to read the body refuses later. `told` is called on another thread. Thread-safe, returns at once.
    void askAdmission(api::Request &&head, std::function<void(Admission &&)> told);
    /// The same, waiting for the whole answer as bytes. For tests and command lines.
    api::Response handleNow(api::Request &&request);

    /// Makes the first administrator, or gives an existing person that role and password. Waits for the commit.
    void setAdministrator(const std::string &email, const std::string &password);
    /// Puts work of that kind (core/studio/AllJobs.cpp) in the queue, all of it or nothing. Waits for the commit.
    void queueJobs(const std::string &kind, const std::vector<Json> &inputs);
    /// True when nobody can sign in yet: a new studio needs its first administrator.
    bool needsAdministrator();
    /// Checks the database's integrity and that every file named by a row is there; a sentence for each fault.
    std::vector<std::string> faults();
    /// Matches requests to routes; for tests that walk the table.
    const api::RouteTable &routes() const;

    /// Folder for uploads that are still arriving (same volume as the files, emptied at start).
    const std::filesystem::path &uploadFolder() const;
    const StudioOptions &options() const;

    /// That person is connected for as long as the handle lives, which others are told of (core/presence). Thread-safe.
    [[nodiscard]] std::shared_ptr<void> arrive(const std::string &personId);
    /// Checks an access token (header or cookie of `request`) and tells who that is; nothing when invalid.
    std::optional<Listener> listenerOf(const api::Request &request);
    /// Events after their commit, in commit order, on the events thread. Returns a number for unsubscribe().
    using Subscriber = std::function<void(const api::Event &)>;
    int subscribe(Subscriber subscriber);
    void unsubscribe(int number);
    /// True when this listener may hear the event (core/access decides).
    static bool mayHear(const Listener &listener, const api::Event &event);

private:
    struct Private;
    std::unique_ptr<Private> m;
};

} // namespace callboard
