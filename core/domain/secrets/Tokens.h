// SPDX-License-Identifier: GPL-3.0-or-later
// Access and refresh tokens: JSON Web Tokens (RFC 7519) signed with HMAC-SHA256 by libjwt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace callboard::secrets {

inline constexpr std::int64_t accessSeconds = 7 * 24 * 3600;
inline constexpr std::int64_t refreshSeconds = 15 * 24 * 3600;

struct TokenClaims
{
    std::string personId;
    std::string tokenId;             // jti
    std::string kind = "access";     // or "refresh"
    std::string identity = "person"; // or "bot", "person_api"
    std::int64_t issuedAt = 0;       // seconds since 1970
    std::int64_t expiresAt = 0;
};

std::string makeToken(std::string_view key, const TokenClaims &claims);
/// Throws api::Error 422 when the token is malformed or foreign, 401 when it has expired.
TokenClaims readToken(std::string_view key, const std::string &token, std::int64_t nowSeconds);

} // namespace callboard::secrets
