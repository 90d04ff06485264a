// SPDX-License-Identifier: GPL-3.0-or-later
// Codes from an application (TOTP, RFC 6238: SHA-1, six digits, thirty seconds), by liboath.
#pragma once

#include <cstdint>
#include <string>

namespace callboard::auth {

/// A new secret in base 32, 32 characters.
std::string newTotpSecret();
/// True for the code of now or of half a minute before or after (clocks differ).
bool isTotpCode(const std::string &secret, const std::string &code, std::int64_t nowSeconds);
/// What applications read as a picture code: otpauth://totp/…
std::string totpAddress(const std::string &issuer, const std::string &account, const std::string &secret);

} // namespace callboard::auth
