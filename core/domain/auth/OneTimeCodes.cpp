// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/OneTimeCodes.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <liboath/oath.h>
#include <sodium.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace callboard::auth {

namespace {

constexpr unsigned stepSeconds = 30;
constexpr unsigned digits = 6;

struct Free
{
    void operator()(char *memory) const { std::free(memory); }
};

void prepareOath()
{
    static const int ready = oath_init();
    if (ready != OATH_OK) throw std::runtime_error("liboath could not be started.");
}

std::string encoded(const std::string &text)
{
    return QUrl::toPercentEncoding(QString::fromStdString(text)).toStdString();
}

} // namespace

std::string newTotpSecret()
{
    prepareOath();
    char raw[20];
    randombytes_buf(raw, sizeof raw);
    char *text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(raw, sizeof raw, &text, &length) != OATH_OK) throw std::bad_alloc();
    const std::unique_ptr<char, Free> owner(text);
    return std::string(text, length);
}

bool isTotpCode(const std::string &secret, const std::string &code, std::int64_t nowSeconds)
{
    prepareOath();
    if (code.size() != digits || code.find_first_not_of("0123456789") != std::string::npos) return false;
    char *raw = nullptr;
    std::size_t length = 0;
    if (oath_base32_decode(secret.data(), secret.size(), &raw, &length) != OATH_OK) return false;
    const std::unique_ptr<char, Free> owner(raw);
    return oath_totp_validate(raw, length, nowSeconds, stepSeconds, 0, 1, code.c_str()) >= 0;
}

std::string totpAddress(const std::string &issuer, const std::string &account, const std::string &secret)
{
    return "otpauth://totp/" + encoded(issuer) + ':' + encoded(account) + "?secret=" + secret
        + "&issuer=" + encoded(issuer);
}

} // namespace callboard::auth
