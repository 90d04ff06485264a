// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords are kept as Argon2id hashes (libsodium). Hashes of people who were migrated from Kitsu are
// bcrypt; libcrypt verifies them. Both take tens of milliseconds: never on the writer.
#pragma once

#include <string>

namespace callboard::auth {

std::string hashPassword(const std::string &password);
bool isPassword(const std::string &password, const std::string &hash);
/// Unguessable text of that many bytes, in URL-safe characters.
std::string randomToken(std::size_t bytes = 32);

} // namespace callboard::auth
