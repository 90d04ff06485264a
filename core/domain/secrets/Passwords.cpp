// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/secrets/Passwords.h"

#include <crypt.h>
#include <sodium.h>

#include <memory>
#include <stdexcept>

namespace callboard::secrets {

namespace {

void prepareSodium()
{
    static const int ready = sodium_init();
    if (ready < 0) throw std::runtime_error("libsodium could not be started.");
}

constexpr int textVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string asText(const std::string &raw)
{
    std::string text(sodium_base64_encoded_len(raw.size(), textVariant), '\0');
    sodium_bin2base64(
        text.data(), text.size(), reinterpret_cast<const unsigned char *>(raw.data()), raw.size(), textVariant);
    text.resize(text.size() - 1); // without the closing zero
    return text;
}

bool isBcrypt(const std::string &hash)
{
    return hash.starts_with("$2");
}

bool isBcryptPassword(const std::string &password, const std::string &hash)
{
    const auto scratch = std::make_unique<crypt_data>();
    const char *again = crypt_r(password.c_str(), hash.c_str(), scratch.get());
    if (!again) return false;
    const std::string computed(again);
    return computed.size() == hash.size() && sodium_memcmp(computed.data(), hash.data(), hash.size()) == 0;
}

} // namespace

std::string hashPassword(const std::string &password)
{
    prepareSodium();
    char hash[crypto_pwhash_STRBYTES];
    // RFC 9106, second recommended choice for little memory: 64 MiB, the library's interactive passes.
    if (crypto_pwhash_str(hash, password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        throw std::bad_alloc();
    return hash;
}

bool isPassword(const std::string &password, const std::string &hash)
{
    prepareSodium();
    if (isBcrypt(hash)) return isBcryptPassword(password, hash);
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string newSalt()
{
    return randomToken(crypto_pwhash_SALTBYTES);
}

std::string slowHash(const std::string &secret, const std::string &salt)
{
    prepareSodium();
    unsigned char rawSalt[crypto_pwhash_SALTBYTES] = {};
    std::size_t size = 0;
    sodium_base642bin(rawSalt, sizeof rawSalt, salt.data(), salt.size(), nullptr, &size, nullptr, textVariant);
    if (size != sizeof rawSalt) throw std::runtime_error("A salt has the wrong length.");
    std::string raw(32, '\0');
    if (crypto_pwhash(reinterpret_cast<unsigned char *>(raw.data()), raw.size(), secret.data(), secret.size(), rawSalt,
            crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::bad_alloc();
    return asText(raw);
}

std::string randomToken(std::size_t bytes)
{
    prepareSodium();
    std::string raw(bytes, '\0');
    randombytes_buf(raw.data(), raw.size());
    return asText(raw);
}

} // namespace callboard::secrets
