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
{}

QString textOf(const Json &object, const char *member)
{
    const auto found = object.find(member);
    if (found == object.end() || found->is_null()) return {};
    if (found->is_string()) return QString::fromStdString(found->get_ref<const std::string &>());
    return QString::fromStdString(toText(*found));
}

} // namespace callboard::ui
