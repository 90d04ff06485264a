// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/status/StatusRoutes.h"

#include "core/access/Rules.h"

namespace callboard::status {

namespace {

api::Response showVersion(api::Reading &reading, const api::Request &)
{
    return api::json({{"api", "Zou"}, {"version", reading.services.apiVersion}});
}

} // namespace

api::Routes statusRoutes()
{
    return {
        {api::Verb::Get, "/", access::everyone(), showVersion},
    };
}

} // namespace callboard::status
