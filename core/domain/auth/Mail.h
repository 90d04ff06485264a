// SPDX-License-Identifier: GPL-3.0-or-later
// Sends letters by SMTP (libcurl). The server is named by the environment, so that its password stands in no
// database: CALLBOARD_MAIL_SERVER ("smtp://host:587", "smtps://host"), CALLBOARD_MAIL_FROM, and where the server
// wants them CALLBOARD_MAIL_USER and CALLBOARD_MAIL_PASSWORD. Without a server letters go nowhere, and callers
// answer the same. Slow: never on the writer. What a letter says is never logged.
#pragma once

#include <string>

namespace callboard::auth {

struct Letter
{
    std::string to;
    std::string subject;
    std::string text; // plain
};

/// False when the server did not take it (the reason is logged) or none is configured.
bool sendLetter(const Letter &letter);
/// True when a server is named.
bool hasMailServer();

} // namespace callboard::auth
