// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/ApiMessage.h"

#include <QCoreApplication>

namespace callboard::ui {

Json ApiAnswer::json() const
{
    Json value = Json::parse(body.begin(), body.end(), nullptr, false);
    if (value.is_discarded())
        throw ApiError(status, QCoreApplication::translate("ApiAnswer", "The studio sent an answer that is no JSON."));
    return value;
}

ApiError::ApiError(int status, const QString &sentence, Json details)
    : std::runtime_error(sentence.toStdString())
    , m_status(status)
    , m_sentence(sentence)
    , m_details(std::move(details))
    , m_mayHaveArrived(status == 0 || status >= 500)
{}

ApiError ApiError::neverSent(const QString &sentence)
{
    ApiError error(0, sentence);
    error.m_mayHaveArrived = false;
    return error;
}

} // namespace callboard::ui
