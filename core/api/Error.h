// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation throws when a request cannot be carried out. One place (api::answer) turns it
// into a response; nothing has been changed when it is thrown, because the transaction is rolled back.
#pragma once

#include "core/base/Json.h"

#include <stdexcept>
#include <string>

namespace callboard::api {

/// A refusal with an HTTP status and a sentence for the caller. `details` are further members of the
/// JSON answer (for instance `line_number`). Never put secrets in either.
class Error : public std::runtime_error
{
public:
    Error(int status, const std::string &message, Json details = Json::object())
        : std::runtime_error(message)
        , m_status(status)
        , m_details(std::move(details))
    {}

    int status() const { return m_status; }
    const Json &details() const { return m_details; }

private:
    int m_status;
    Json m_details;
};

inline Error badRequest(const std::string &message, Json details = Json::object())
{
    return Error(400, message, std::move(details));
}
inline Error unauthorized(const std::string &message)
{
    return Error(401, message);
}
inline Error forbidden(const std::string &message = "You are not allowed to do this.")
{
    return Error(403, message);
}
inline Error notFound(const std::string &what)
{
    return Error(404, what + " was not found.");
}
inline Error conflict(const std::string &message)
{
    return Error(409, message);
}

} // namespace callboard::api
