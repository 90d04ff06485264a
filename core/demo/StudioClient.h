// SPDX-License-Identifier: GPL-3.0-or-later
// Speaks to an opened studio as one of its people, by the same requests that programs send over the network.
#pragma once

#include "core/studio/Studio.h"

#include <stdexcept>
#include <string>

namespace callboard::demo {

/// A request was refused; the words are the studio's.
class Refused : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Thread-safe once it is made.
class StudioClient
{
public:
    /// Signs in. Throws Refused.
    StudioClient(Studio &studio, const std::string &email, const std::string &password);

    /// The answer's body; null when it has none. Throws Refused. Each waits for the answer.
    Json get(const std::string &path);
    Json post(const std::string &path, const Json &body = Json::object());
    Json put(const std::string &path, const Json &body);
    /// Removes a record and all that hangs on it.
    void remove(const std::string &path);

private:
    Json send(api::Request &&request);
    Json sendJson(api::Verb verb, const std::string &path, const Json &body);

    Studio &m_studio;
    std::string m_token;
};

} // namespace callboard::demo
