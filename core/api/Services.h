// SPDX-License-Identifier: GPL-3.0-or-later
// What operations may use besides the database. One for a studio; thread-safe.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace callboard {

namespace jobs {
class Kinds;
}
namespace presence {
class PresentPeople;
}
namespace records {
class Models;
}

/// Folders of a studio. Everything lies on one volume, so that a finished file can be renamed into place.
struct Folders
{
    std::filesystem::path root;
    std::filesystem::path database; // studio.db and its journal
    std::filesystem::path files;    // what rows name: see core/media/FileStore.h
    std::filesystem::path arriving; // uploads and other unfinished files; emptied at start
};

struct Services
{
    Folders folders;
    /// The present moment in UTC as it is stored: "2026-11-24T16:05:00.123456".
    std::function<std::string()> now;
    /// A new identifier (RFC 9562, version 4).
    std::function<std::string()> newId;
    /// Key that signs access tokens; secret.
    std::string tokenKey;
    /// Cookies are marked Secure.
    bool isSecure = false;
    /// Version told by GET / and /status.
    std::string apiVersion = "0.20.73";
    /// Wakes the threads that carry out jobs; see core/jobs.
    std::function<void()> wakeJobs = [] {};
    /// Every kind of job and what carries it out (core/studio/AllJobs.h).
    std::shared_ptr<const jobs::Kinds> jobKinds;
    /// Who is connected now.
    std::shared_ptr<presence::PresentPeople> present;
    /// What the areas say of their tables (core/studio/AllModels.h).
    std::shared_ptr<const records::Models> models;
};

/// The calendar day of a stored moment: "2026-11-24".
inline std::string dayOf(const std::string &moment)
{
    return moment.substr(0, 10);
}

} // namespace callboard
