// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Backend.h"

namespace callboard::server {

Backend backendOf(Studio &studio)
{
    Backend backend;
    backend.handle = [&studio](api::Request &&request, std::shared_ptr<Studio::Answer> answer) {
        studio.handle(std::move(request), std::move(answer));
    };
    backend.uploadFolder = studio.uploadFolder();
    backend.listenerOf = [&studio](const api::Request &request) { return studio.listenerOf(request); };
    backend.arrive = [&studio](const std::string &personId) { return studio.arrive(personId); };
    backend.subscribe = [&studio](Studio::Subscriber subscriber) { return studio.subscribe(std::move(subscriber)); };
    backend.unsubscribe = [&studio](int number) { studio.unsubscribe(number); };
    backend.mayHear = &Studio::mayHear;
    return backend;
}

} // namespace callboard::server
