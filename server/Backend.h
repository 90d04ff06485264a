// SPDX-License-Identifier: GPL-3.0-or-later
// What the server needs of a studio: so that it can be tested on real sockets without one.
#pragma once

#include "core/studio/Studio.h"

namespace callboard::server {

/// Called from several threads.
class Backend
{
public:
    virtual ~Backend() = default;

    /// Carries out a request; returns at once. See Studio::handle.
    virtual void handle(api::Request &&request, std::shared_ptr<Studio::Answer> answer) = 0;
    /// Whether the body of a request may arrive; returns at once. See Studio::askAdmission.
    virtual void askAdmission(api::Request &&head, std::function<void(Studio::Admission &&)> told) = 0;
    /// Where uploads arrive.
    virtual const std::filesystem::path &uploadFolder() const = 0;
    /// Whom the access token of a request belongs to. May read the database: never called on the network
    /// thread.
    virtual std::optional<Listener> listenerOf(const api::Request &request) = 0;
    /// That person is connected for as long as the handle lives.
    virtual std::shared_ptr<void> arrive(const std::string &personId) = 0;
    /// See Studio::subscribe.
    virtual int subscribe(Studio::Subscriber subscriber) = 0;
    virtual void unsubscribe(int number) = 0;
    virtual bool mayHear(const Listener &listener, const api::Event &event) const = 0;
};

/// An opened studio, which must outlive it, as a backend.
std::unique_ptr<Backend> backendOf(Studio &studio);

} // namespace callboard::server
