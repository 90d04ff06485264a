// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityInput.h"

#include "core/api/ClientJson.h"
#include "core/api/Error.h"
#include "core/api/Request.h"

#include <charconv>

namespace callboard::entities {

namespace {

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

const Json *EntityInput::find(const std::string &name) const
{
    const auto found = m_given.find(name);
    return found == m_given.end() || found->is_null() ? nullptr : &*found;
}

std::string EntityInput::requiredText(const std::string &name) const
{
    const auto given = text(name);
    if (given) {
        const std::string value = trimmed(*given);
        if (!value.empty()) return value;
    }
    throw api::badRequest("Give a value for \"" + name + "\".");
}

std::optional<std::string> EntityInput::text(const std::string &name) const
{
    const Json *value = find(name);
    if (!value) return std::nullopt;
    if (value->is_string()) return value->get<std::string>();
    if (value->is_structured()) throw api::badRequest('"' + name + "\" must be a text.");
    return toText(*value);
}

std::optional<std::string> EntityInput::id(const std::string &name) const
{
    const auto given = text(name);
    if (!given || given->empty()) return std::nullopt;
    if (!api::isUuid(*given)) throw api::notFound('"' + name + '"');
    return given;
}

std::string EntityInput::requiredId(const std::string &name) const
{
    const auto given = id(name);
    if (!given) throw api::badRequest("Give a value for \"" + name + "\".");
    return *given;
}

std::optional<std::int64_t> EntityInput::integer(const std::string &name) const
{
    const Json *value = find(name);
    if (!value) return std::nullopt;
    if (value->is_number_integer()) return value->get<std::int64_t>();
    if (value->is_number_float()) return static_cast<std::int64_t>(value->get<double>());
    if (value->is_string()) {
        const std::string given = trimmed(value->get<std::string>());
        std::int64_t number = 0;
        const auto [end, failure] = std::from_chars(given.data(), given.data() + given.size(), number);
        if (failure == std::errc() && end == given.data() + given.size()) return number;
    }
    throw api::badRequest('"' + name + "\" must be a whole number.");
}

bool EntityInput::flag(const std::string &name, bool otherwise) const
{
    const Json *value = find(name);
    if (!value) return otherwise;
    if (value->is_boolean()) return value->get<bool>();
    if (value->is_number_integer()) return value->get<std::int64_t>() != 0;
    const auto given = text(name);
    if (given == "true" || given == "True" || given == "1") return true;
    if (given == "false" || given == "False" || given == "0" || given == "") return false;
    throw api::badRequest('"' + name + "\" must be true or false.");
}

Json EntityInput::object(const std::string &name) const
{
    const Json *value = find(name);
    if (!value) return nullptr;
    const Json given = value->is_string() ? api::parseClientJson(value->get<std::string>()) : *value;
    if (!given.is_object()) throw api::badRequest('"' + name + "\" must be a JSON object.");
    return given;
}

std::vector<std::string> EntityInput::texts(const std::string &name) const
{
    const Json *value = find(name);
    if (!value) return {};
    const Json given = value->is_string() ? Json::array({*value}) : *value;
    if (!given.is_array()) throw api::badRequest('"' + name + "\" must be a list.");
    std::vector<std::string> all;
    for (const Json &item : given) {
        if (!item.is_string()) throw api::badRequest('"' + name + "\" must be a list of texts.");
        all.push_back(item.get<std::string>());
    }
    return all;
}

} // namespace callboard::entities
