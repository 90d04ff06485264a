// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/KeySignature.h"

#include <QByteArray>
#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <memory>

namespace callboard::auth {

namespace {

constexpr auto urlText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int hashLength = 32;

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(text), QByteArray::Base64UrlEncoding);
}

std::string text(const unsigned char *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))
        .toBase64(urlText)
        .toStdString();
}

const unsigned char *raw(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

/// A member of response.response; empty when there is none.
QByteArray part(const Json &response, const char *name)
{
    if (!response.is_object() || !response.value("response", Json()).is_object()) return {};
    const Json value = response["response"].value(name, Json());
    return value.is_string() ? bytes(value.get<std::string>()) : QByteArray();
}

/// The challenge that the browser signed, when it did `purpose` for this host.
std::optional<std::string> challengeIn(const QByteArray &clientData, const char *purpose, const std::string &host)
{
    const Json client = Json::parse(clientData.toStdString(), nullptr, false);
    if (!client.is_object() || client.value("type", "") != purpose) return std::nullopt;
    const std::string origin = client.value("origin", "");
    const auto begin = origin.find("://");
    if (begin == std::string::npos) return std::nullopt;
    const std::string name = origin.substr(begin + 3, origin.find(':', begin + 3) - begin - 3);
    if (name != host && !name.ends_with("." + host)) return std::nullopt;
    return client.value("challenge", "");
}

struct FreeCredential
{
    void operator()(fido_cred_t *credential) const { fido_cred_free(&credential); }
};
struct FreeAssertion
{
    void operator()(fido_assert_t *assertion) const { fido_assert_free(&assertion); }
};

std::unique_ptr<fido_cred_t, FreeCredential> credentialOf(const QByteArray &authenticatorData, int algorithm)
{
    std::unique_ptr<fido_cred_t, FreeCredential> credential(fido_cred_new());
    if (!credential || fido_cred_set_type(credential.get(), algorithm) != FIDO_OK) return nullptr;
    const auto size = static_cast<std::size_t>(authenticatorData.size());
    if (fido_cred_set_authdata_raw(credential.get(), raw(authenticatorData), size) != FIDO_OK) return nullptr;
    return credential;
}

/// Authenticator data begin with the hash of the host and the flags (WebAuthn, section 6.1).
bool isTouchedFor(const QByteArray &authenticatorData, const std::string &host)
{
    constexpr char userWasPresent = 1;
    return authenticatorData.size() > hashLength && (authenticatorData[hashLength] & userWasPresent)
        && authenticatorData.left(hashLength) == sha256(QByteArray::fromStdString(host));
}

/// Calls `verify` with the public key as libfido2 wants it for the algorithm.
template<typename Verify>
bool withPublicKey(const KnownKey &key, Verify verify)
{
    const QByteArray stored = bytes(key.publicKey);
    const auto size = static_cast<std::size_t>(stored.size());
    if (key.algorithm == COSE_ES256) {
        const std::unique_ptr<es256_pk_t, void (*)(es256_pk_t *)> made(
            es256_pk_new(), [](es256_pk_t *p) { es256_pk_free(&p); });
        return made && es256_pk_from_ptr(made.get(), stored.constData(), size) == FIDO_OK && verify(made.get());
    }
    if (key.algorithm == COSE_EDDSA) {
        const std::unique_ptr<eddsa_pk_t, void (*)(eddsa_pk_t *)> made(
            eddsa_pk_new(), [](eddsa_pk_t *p) { eddsa_pk_free(&p); });
        return made && eddsa_pk_from_ptr(made.get(), stored.constData(), size) == FIDO_OK && verify(made.get());
    }
    const std::unique_ptr<rs256_pk_t, void (*)(rs256_pk_t *)> made(
        rs256_pk_new(), [](rs256_pk_t *p) { rs256_pk_free(&p); });
    return made && rs256_pk_from_ptr(made.get(), stored.constData(), size) == FIDO_OK && verify(made.get());
}

} // namespace

std::string asUrlText(const std::string &data)
{
    return QByteArray::fromStdString(data).toBase64(urlText).toStdString();
}

std::optional<NewKey> readNewKey(const Json &response, const std::string &host)
{
    const auto challenge = challengeIn(part(response, "clientDataJSON"), "webauthn.create", host);
    const QCborMap attestation = QCborValue::fromCbor(part(response, "attestationObject")).toMap();
    const QByteArray data = attestation.value(QStringLiteral("authData")).toByteArray();
    if (!challenge || !isTouchedFor(data, host)) return std::nullopt;
    for (const int algorithm : {COSE_ES256, COSE_EDDSA, COSE_RS256})
        if (const auto key = credentialOf(data, algorithm))
            return NewKey{*challenge, text(fido_cred_id_ptr(key.get()), fido_cred_id_len(key.get())),
                text(fido_cred_pubkey_ptr(key.get()), fido_cred_pubkey_len(key.get())), algorithm,
                fido_cred_sigcount(key.get())};
    return std::nullopt;
}

std::optional<KeyUse> readKeyUse(const Json &response, const KnownKey &key)
{
    const QByteArray clientData = part(response, "clientDataJSON");
    const auto challenge = challengeIn(clientData, "webauthn.get", key.host);
    if (!challenge || !response.is_object() || response.value("id", Json()) != key.id) return std::nullopt;
    const QByteArray data = part(response, "authenticatorData");
    const QByteArray signature = part(response, "signature");
    const QByteArray hash = sha256(clientData);
    const std::unique_ptr<fido_assert_t, FreeAssertion> assertion(fido_assert_new());
    fido_assert_t *use = assertion.get();
    const auto size = [](const QByteArray &array) { return static_cast<std::size_t>(array.size()); };
    const bool isRead = use && fido_assert_set_count(use, 1) == FIDO_OK
        && fido_assert_set_rp(use, key.host.c_str()) == FIDO_OK
        && fido_assert_set_clientdata_hash(use, raw(hash), size(hash)) == FIDO_OK
        && fido_assert_set_authdata_raw(use, 0, raw(data), size(data)) == FIDO_OK
        && fido_assert_set_sig(use, 0, raw(signature), size(signature)) == FIDO_OK
        && fido_assert_set_up(use, FIDO_OPT_TRUE) == FIDO_OK;
    if (!isRead) return std::nullopt;
    const bool isSigned =
        withPublicKey(key, [&](const void *pk) { return fido_assert_verify(use, 0, key.algorithm, pk) == FIDO_OK; });
    const std::int64_t uses = fido_assert_sigcount(use, 0);
    // Keys that count say more each time; those that do not count say nothing.
    const bool wentBack = (uses != 0 || key.uses != 0) && uses <= key.uses;
    if (!isSigned || wentBack) return std::nullopt;
    return KeyUse{*challenge, uses};
}

} // namespace callboard::auth
