// SPDX-License-Identifier: GPL-3.0-or-later
// What a browser answers when a security key was made or used (WebAuthn): read and checked by libfido2. The
// challenge is told back, for the caller to see whether it was given out. Everything in URL-safe base 64.
#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>

namespace callboard::auth {

struct NewKey
{
    std::string challenge;
    std::string id;
    std::string publicKey;
    int algorithm = 0; // COSE
    std::int64_t uses = 0;
};

struct KnownKey
{
    std::string id;
    std::string publicKey;
    int algorithm = 0;
    std::string host;
    std::int64_t uses = 0; // the key's own count at its last use
};

struct KeyUse
{
    std::string challenge;
    std::int64_t uses = 0;
};

/// Nothing when the answer is malformed, for another host, or by a kind of key that is not known.
std::optional<NewKey> readNewKey(const Json &response, const std::string &host);
/// Nothing when the answer is not by this key, or its count has gone back (a copied key).
std::optional<KeyUse> readKeyUse(const Json &response, const KnownKey &key);
/// Text as URL-safe base 64.
std::string asUrlText(const std::string &bytes);

} // namespace callboard::auth
