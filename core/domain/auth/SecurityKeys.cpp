// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/SecurityKeys.h"

#include "core/api/Fields.h"
#include "core/domain/auth/KeySignature.h"
#include "core/domain/auth/ManageFactors.h"
#include "core/domain/auth/OneTimeTokens.h"
#include "core/domain/people/Organisation.h"

namespace callboard::auth {

namespace {

/// The host that keys are bound to: as the browser names it, without the port. Keys know no addresses.
std::string hostOf(const api::Request &request)
{
    std::string host(request.headers.find("Host").value_or("localhost"));
    if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
    const bool isLoopback = host.starts_with("127.") || host.starts_with("[::1]");
    return host.empty() || isLoopback ? "localhost" : host;
}

Json keysOf(store::Connection &database, const std::string &personId)
{
    auto person = database.query("SELECT fido_credentials FROM person WHERE id = ?", personId);
    if (!person.next()) throw api::notFound("The person");
    return person.isNull(0) ? Json::array() : Json::parse(person.text(0));
}

void storeKeys(api::Writing &writing, const std::string &personId, const Json &keys)
{
    writing.database.change("UPDATE person SET fido_credentials = "
            + std::string(store::fragment::jsonPlaceholder(writing.database.dialect())) + " WHERE id = ?",
        toText(keys), personId);
}

Json identifiersOf(const Json &keys)
{
    Json ids = Json::array();
    for (const Json &key : keys) ids.push_back({{"type", "public-key"}, {"id", key.at("id")}});
    return ids;
}

std::string newChallenge(api::Working &working, const std::string &email)
{
    std::string challenge;
    working.write([&](api::Writing &writing) {
        challenge = newOneTimeToken(writing, TokenPurpose::KeyChallenge, email);
        return api::noContent();
    });
    return challenge;
}

bool spendChallenge(api::Working &working, const std::string &email, const std::string &challenge)
{
    bool isRight = false;
    working.write([&](api::Writing &writing) {
        isRight = spendOneTimeToken(writing, TokenPurpose::KeyChallenge, email, challenge);
        return api::noContent();
    });
    return isRight;
}

void refuseBots(const api::Reading &reading)
{
    if (reading.caller.isBot) throw api::forbidden("Bots have no second factor.");
}

} // namespace

api::Response prepareKey(api::Working &working, api::Request &request)
{
    refuseBots(working);
    const auto &caller = working.caller;
    // In the browser's order of preference; libfido2 checks the first two and RS256.
    Json algorithms = Json::array();
    for (const int algorithm : {-7, -8, -35, -36, -37, -257, -47})
        algorithms.push_back({{"type", "public-key"}, {"alg", algorithm}});
    return api::json({{"rp", {{"name", people::organisationFor(working).value("name", "")}, {"id", hostOf(request)}}},
        {"user", {{"name", caller.email}, {"id", asUrlText(caller.id)}, {"displayName", caller.fullName}}},
        {"challenge", newChallenge(working, caller.email)}, {"pubKeyCredParams", algorithms},
        {"excludeCredentials", identifiersOf(keysOf(working.database, caller.id))},
        {"authenticatorSelection",
            {{"authenticatorAttachment", "cross-platform"}, {"residentKey", "discouraged"},
                {"userVerification", "preferred"}, {"requireResidentKey", false}}}});
}

api::Response registerKey(api::Working &working, api::Request &request)
{
    refuseBots(working);
    const api::Fields fields(request);
    const std::string name = fields.text("device_name");
    if (!fields.has("registration_response")) throw api::badField("registration_response", "This is missing.");
    const auto key = readNewKey(fields.values().at("registration_response"), hostOf(request));
    if (!key || !spendChallenge(working, working.caller.email, key->challenge))
        throw api::badRequest("The key's answer is not valid.");
    const auto keep = [&](api::Writing &writing) {
        Json keys = keysOf(writing.database, writing.caller.id);
        for (const Json &kept : keys)
            if (kept["device_name"] == name) throw api::badRequest("Another key has this name.");
        keys.push_back({{"id", key->id}, {"public_key", key->publicKey}, {"algorithm", key->algorithm},
            {"host", hostOf(request)}, {"uses", key->uses}, {"device_name", name}});
        storeKeys(writing, writing.caller.id, keys);
    };
    if (!secondFactorsOf(working.database, working.caller.id).hasKey) return switchOn(working, "fido", keep);
    return working.write([&](api::Writing &writing) {
        keep(writing);
        return api::json({{"otp_recovery_codes", nullptr}});
    });
}

api::Response removeKey(api::Working &working, api::Request &request)
{
    refuseBots(working);
    const api::Fields fields(request);
    const std::string name = fields.text("device_name");
    const SecondFactors factors = secondFactorsOf(working.database, working.caller.id);
    if (!factors.hasKey) throw api::badRequest("This second factor is not enabled.");
    const auto spend = requireProof(working, factors, fields);
    return working.write([&](api::Writing &writing) {
        spend(writing);
        Json keys = keysOf(writing.database, writing.caller.id);
        const auto found =
            std::find_if(keys.begin(), keys.end(), [&](const Json &key) { return key["device_name"] == name; });
        if (found == keys.end()) throw api::badRequest("There is no key of this name.");
        keys.erase(found);
        storeKeys(writing, writing.caller.id, keys);
        if (keys.empty()) switchOff(writing, writing.caller.id, "fido");
        return api::json({{"success", true}});
    });
}

api::Response challengeKey(api::Working &working, api::Request &request)
{
    const auto email = request.query.find("email");
    if (!email) throw api::badField("email", "This is missing.");
    const SecondFactors factors = factorsOfAddress(working.database, std::string(*email));
    if (!factors.hasKey) throw api::badRequest("This second factor is not enabled.");
    return api::json({{"challenge", newChallenge(working, factors.email)}, {"rpId", hostOf(request)},
        {"allowCredentials", identifiersOf(keysOf(working.database, factors.personId))},
        {"userVerification", "preferred"}});
}

bool isSignedByKey(api::Working &working, const std::string &personId, const Json &response)
{
    Json keys = keysOf(working.database, personId);
    for (Json &key : keys) {
        const KnownKey known{key.at("id"), key.at("public_key"), key.at("algorithm"), key.at("host"), key.at("uses")};
        const auto use = readKeyUse(response, known);
        if (!use) continue;
        if (!spendChallenge(working, secondFactorsOf(working.database, personId).email, use->challenge)) return false;
        key["uses"] = use->uses;
        working.write([&](api::Writing &writing) {
            storeKeys(writing, personId, keys);
            return api::noContent();
        });
        return true;
    }
    return false;
}

} // namespace callboard::auth
