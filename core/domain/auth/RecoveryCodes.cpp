// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/RecoveryCodes.h"

#include "core/domain/secrets/Passwords.h"
#include "core/domain/auth/SecondFactor.h"

#include <sodium.h>

namespace callboard::auth {

namespace {

constexpr int codeCount = 16;
constexpr int codeLength = 10;
// Without letters and digits that are mistaken for each other.
constexpr std::string_view alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

std::string newCode()
{
    std::string code;
    for (int i = 0; i < codeLength; ++i) code += alphabet[randombytes_uniform(alphabet.size())];
    return code;
}

} // namespace

RecoveryCodes newRecoveryCodes()
{
    // One salt for the sixteen, so that looking for a code costs one slow hash.
    const std::string salt = secrets::newSalt();
    RecoveryCodes made;
    Json hashes = Json::array();
    for (int i = 0; i < codeCount; ++i) {
        made.codes.push_back(newCode());
        hashes.push_back(secrets::slowHash(made.codes.back(), salt));
    }
    made.hashes = {{"salt", salt}, {"hashes", hashes}};
    return made;
}

std::optional<std::string> findRecoveryCode(const Json &hashes, const std::string &code)
{
    if (!hashes.is_object()) return std::nullopt;
    const std::string hash = secrets::slowHash(code, hashes.value("salt", ""));
    for (const Json &kept : hashes.value("hashes", Json::array()))
        if (kept == hash) return hash;
    return std::nullopt;
}

void spendRecoveryCode(api::Writing &writing, const std::string &personId, const std::string &hash)
{
    Json kept = secondFactorsOf(writing.database, personId).recoveryHashes;
    Json &hashes = kept["hashes"];
    const auto found = std::find(hashes.begin(), hashes.end(), Json(hash));
    if (found == hashes.end()) throw wrongCode();
    hashes.erase(found);
    writing.database.change("UPDATE person SET otp_recovery_codes = "
            + std::string(store::fragment::jsonPlaceholder(writing.database.dialect())) + " WHERE id = ?",
        toText(kept), personId);
}

} // namespace callboard::auth
