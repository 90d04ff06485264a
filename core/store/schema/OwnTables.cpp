// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

/// What the studio itself must remember: the key that signs tokens, and the like.
Table studioSetting()
{
    return Table("studio_setting", "StudioSetting")
        .text("name", 80).key()
        .text("value").notNull().secret();
}

/// Tokens that were ended before their time, until they would have ended anyway.
Table revokedToken()
{
    return Table("revoked_token", "RevokedToken")
        .text("jti", 60).key().secret()
        .moment("expires_at").notNull().indexed();
}

/// Sessions that began in this second or before have ended: of people who were made inactive.
Table sessionEnd()
{
    return Table("session_end", "SessionEnd")
        .reference("person_id", "person").key().cascades()
        .integer("ended_at").notNull(); // seconds since 1970
}

/// Links sent by mail (password reset, invitation) and e-mail codes: hashed, used once.
Table oneTimeToken()
{
    return Table("one_time_token", "OneTimeToken")
        .text("token_hash", 128).key().secret()
        .text("purpose", 20).notNull()
        .text("email", 255).notNull().indexed()
        .moment("expires_at").notNull().indexed();
}

/// Work that outlasts a request. See core/jobs.
Table job()
{
    return Table("job", "Job")
        .text("kind", 40).notNull()
        .choice("state", {"waiting", "running", "succeeded", "failed", "cancelled"}).notNull().byDefault("waiting").indexed()
        .json("input").notNull()
        .real("progress").byDefault(0)
        .text("message")
        .integer("attempts").notNull().byDefault(0)
        .text("taken_by", 80)
        .moment("taken_at")
        .stamped();
}

} // namespace

std::vector<Table> ownTables()
{
    return {studioSetting(), revokedToken(), sessionEnd(), oneTimeToken(), job()};
}

} // namespace callboard::schema
