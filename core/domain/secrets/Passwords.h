// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords are kept as Argon2id hashes (libsodium). Hashes of people who were migrated from Kitsu are
// bcrypt; libcrypt verifies them. Both take tens of milliseconds: never on the writer.
#pragma once

#include <string>
#include <string_view>

namespace callboard::secrets {

/// The password of people who were given none; signing in with it asks for another.
inline constexpr std::string_view defaultPassword = "default";
inline constexpr std::size_t leastPasswordLength = 8;

std::string hashPassword(const std::string &password);
bool isPassword(const std::string &password, const std::string &hash);
/// A salt for slowHash().
std::string newSalt();
/// Argon2id of short secrets that are looked for in a list, as text. The salt comes from newSalt().
std::string slowHash(const std::string &secret, const std::string &salt);
/// Unguessable text of that many bytes, in URL-safe characters.
std::string randomToken(std::size_t bytes = 32);

} // namespace callboard::secrets
