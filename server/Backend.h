// SPDX-License-Identifier: GPL-3.0-or-later
// What the server needs of a studio, as functions: so that it can be tested on real sockets without one.
#pragma once

#include "core/studio/Studio.h"

namespace callboard::server {

struct Backend
{
    /// Carries out a request; returns at once. See Studio::handle.
    std::function<void(api::Request &&, std::shared_ptr<Studio::Answer>)> handle;
    /// Where uploads arrive.
    std::filesystem::path uploadFolder;
    /// Whom the access token of a request belongs to. May read the database: never called on the network
    /// thread.
    std::function<std::optional<Listener>(const api::Request &)> listenerOf;
    /// That person is connected for as long as the handle lives. May be empty.
    std::function<std::shared_ptr<void>(const std::string &personId)> arrive;
    std::function<int(Studio::Subscriber)> subscribe;
    std::function<void(int)> unsubscribe;
    std::function<bool(const Listener &, const api::Event &)> mayHear;
};

/// The functions of an opened studio, which must outlive the server.
Backend backendOf(Studio &studio);

} // namespace callboard::server
