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

using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void append(List &list, const std::string &line)
{
    auto *longer = curl_slist_append(list.get(), line.c_str());
    if (!longer) throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
}

/// A text of any language in a field of ASCII (RFC 2047), in words of which none is too long.
std::string encodedField(const std::string &text)
{
    constexpr qsizetype longestWord = 45; // bytes, which are 60 letters of Base64
    std::string field;
    QByteArray word;
    const auto close = [&] {
        if (word.isEmpty()) return;
        field += (field.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + word.toBase64().toStdString() + "?=";
        word.clear();
    };
    for (const char letter : text) {
        const bool isBeginning = (static_cast<unsigned char>(letter) & 0xc0) != 0x80; // of a character
        if (isBeginning && word.size() > longestWord - 4) close();
        word += letter;
    }
    close();
    return field;
}

List fieldsOf(const Letter &letter, const std::string &from)
{
    List fields(nullptr, curl_slist_free_all);
    append(fields, "Date: " + QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toStdString());
    append(fields, "From: " + oneLine(from));
    append(fields, "To: " + oneLine(letter.to));
    append(fields, "Subject: " + encodedField(oneLine(letter.subject)));
    return fields;
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
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl) return false;
    const List fields = fieldsOf(letter, from);
    const std::unique_ptr<curl_mime, decltype(&curl_mime_free)> message(curl_mime_init(curl.get()), curl_mime_free);
    curl_mimepart *text = curl_mime_addpart(message.get());
    curl_mime_data(text, letter.text.data(), letter.text.size());
    curl_mime_type(text, "text/plain; charset=utf-8");
    curl_mime_encoder(text, "base64");
    List to(nullptr, curl_slist_free_all);
    append(to, '<' + oneLine(letter.to) + '>');
    const std::string user = setting("CALLBOARD_MAIL_USER");
    curl_easy_setopt(curl.get(), CURLOPT_URL, setting("CALLBOARD_MAIL_SERVER").c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ('<' + oneLine(from) + '>').c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, fields.get());
    curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, message.get());
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
