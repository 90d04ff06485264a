// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/Mail.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <curl/curl.h>

#include <memory>

namespace callboard::auth {

namespace {

Q_LOGGING_CATEGORY(mailLog, "callboard.mail")

std::string setting(const char *name)
{
    return qEnvironmentVariable(name).toStdString();
}

/// Header lines must not be broken by what they hold.
std::string oneLine(std::string text)
{
    std::erase_if(text, [](unsigned char letter) { return letter < 32 || letter == 127; });
    return text;
}

/// RFC 5322, with the subject as UTF-8 (RFC 2047).
std::string messageOf(const Letter &letter, const std::string &from)
{
    const QByteArray subject = QByteArray::fromStdString(oneLine(letter.subject)).toBase64();
    const QByteArray text = QByteArray::fromStdString(letter.text).toBase64();
    std::string body;
    for (qsizetype begin = 0; begin < text.size(); begin += 76) body += text.mid(begin, 76).toStdString() + "\r\n";
    return "Date: " + QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toStdString() + "\r\nFrom: "
        + oneLine(from) + "\r\nTo: " + oneLine(letter.to) + "\r\nSubject: =?UTF-8?B?" + subject.toStdString()
        + "?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
        + body;
}

struct Remaining
{
    std::string_view text;
};

std::size_t readMessage(char *buffer, std::size_t size, std::size_t count, void *state)
{
    auto &remaining = static_cast<Remaining *>(state)->text;
    const std::size_t taken = std::min(size * count, remaining.size());
    remaining.copy(buffer, taken);
    remaining.remove_prefix(taken);
    return taken;
}

} // namespace

bool hasMailServer()
{
    return !setting("CALLBOARD_MAIL_SERVER").empty();
}

bool sendLetter(const Letter &letter)
{
    if (!hasMailServer()) return false;
    const std::string from = setting("CALLBOARD_MAIL_FROM");
    const std::string message = messageOf(letter, from);
    Remaining remaining{message};
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl) return false;
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(
        curl_slist_append(nullptr, ('<' + oneLine(letter.to) + '>').c_str()), curl_slist_free_all);
    const std::string user = setting("CALLBOARD_MAIL_USER");
    curl_easy_setopt(curl.get(), CURLOPT_URL, setting("CALLBOARD_MAIL_SERVER").c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ('<' + oneLine(from) + '>').c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, readMessage);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &remaining);
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 20L);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    if (!user.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL)); // no password in the clear
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, user.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, setting("CALLBOARD_MAIL_PASSWORD").c_str());
    }
    const CURLcode result = curl_easy_perform(curl.get());
    if (result != CURLE_OK) qCWarning(mailLog) << "A letter could not be sent:" << curl_easy_strerror(result);
    return result == CURLE_OK;
}

} // namespace callboard::auth
