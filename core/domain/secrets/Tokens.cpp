// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/secrets/Tokens.h"

#include "core/api/Error.h"

#include <jwt.h>

#include <cstdlib>
#include <memory>

namespace callboard::secrets {

namespace {

struct FreeToken
{
    void operator()(jwt_t *token) const { jwt_free(token); }
};
using Token = std::unique_ptr<jwt_t, FreeToken>;

api::Error refused(int status, const std::string &message)
{
    return api::Error(status, message, {{"msg", message}});
}

std::string grant(jwt_t *token, const char *name)
{
    const char *value = jwt_get_grant(token, name);
    return value ? value : "";
}

} // namespace

std::string makeToken(std::string_view key, const TokenClaims &claims)
{
    jwt_t *raw = nullptr;
    if (jwt_new(&raw) != 0) throw std::bad_alloc();
    const Token token(raw);
    jwt_add_grant_bool(raw, "fresh", 0);
    jwt_add_grant_int(raw, "iat", claims.issuedAt);
    jwt_add_grant(raw, "jti", claims.tokenId.c_str());
    jwt_add_grant(raw, "type", claims.kind.c_str());
    jwt_add_grant(raw, "sub", claims.personId.c_str());
    jwt_add_grant_int(raw, "nbf", claims.issuedAt);
    jwt_add_grant_int(raw, "exp", claims.expiresAt);
    jwt_add_grant(raw, "identity_type", claims.identity.c_str());
    jwt_set_alg(raw, JWT_ALG_HS256, reinterpret_cast<const unsigned char *>(key.data()), static_cast<int>(key.size()));
    char *encoded = jwt_encode_str(raw);
    if (!encoded) throw std::runtime_error("The token could not be signed.");
    std::string text(encoded);
    std::free(encoded);
    return text;
}

TokenClaims readToken(std::string_view key, const std::string &text, std::int64_t nowSeconds)
{
    jwt_t *raw = nullptr;
    if (jwt_decode(
            &raw, text.c_str(), reinterpret_cast<const unsigned char *>(key.data()), static_cast<int>(key.size()))
        != 0)
        throw refused(422, "The token is not valid.");
    const Token token(raw);
    if (jwt_get_alg(raw) != JWT_ALG_HS256) throw refused(422, "The token is not valid.");
    TokenClaims claims;
    claims.personId = grant(raw, "sub");
    claims.tokenId = grant(raw, "jti");
    claims.kind = grant(raw, "type");
    claims.identity = grant(raw, "identity_type");
    claims.issuedAt = jwt_get_grant_int(raw, "iat");
    claims.expiresAt = jwt_get_grant_int(raw, "exp");
    if (claims.expiresAt <= nowSeconds) throw refused(401, "The token has expired.");
    return claims;
}

} // namespace callboard::secrets
