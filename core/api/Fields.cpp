// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Fields.h"

#include <charconv>

namespace callboard::api {

namespace {

std::string lowered(std::string text)
{
    for (char &letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

std::string toTextOf(std::string_view name, const Json &value)
{
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return value.dump();
    throw badField(name, "This must be a text.");
}

std::string toId(std::string_view name, const Json &value)
{
    if (!value.is_string() || !isUuid(value.get_ref<const std::string &>()))
        throw badField(name, "This is no identifier.");
    return lowered(value.get<std::string>());
}

} // namespace

Error badField(std::string_view name, const std::string &message)
{
    const std::string key(name);
    return Error(400, key + ": " + message, {{"message", {{key, message}}}});
}

const Json *Fields::find(std::string_view name) const
{
    const auto found = m_values.find(std::string(name));
    return found == m_values.end() || found->is_null() ? nullptr : &*found;
}

bool Fields::has(std::string_view name) const
{
    return m_values.contains(std::string(name));
}

std::string Fields::text(std::string_view name, const char *missing) const
{
    const Json *value = find(name);
    if (!value) throw badField(name, missing ? missing : "This is missing.");
    return toTextOf(name, *value);
}

std::optional<std::string> Fields::optionalText(std::string_view name) const
{
    const Json *value = find(name);
    if (!value) return std::nullopt;
    return toTextOf(name, *value);
}

std::string Fields::id(std::string_view name) const
{
    const Json *value = find(name);
    if (!value) throw badField(name, "This is missing.");
    return toId(name, *value);
}

std::optional<std::string> Fields::optionalId(std::string_view name) const
{
    const Json *value = find(name);
    if (!value || *value == "") return std::nullopt;
    return toId(name, *value);
}

bool Fields::flag(std::string_view name, bool fallback) const
{
    const Json *value = find(name);
    if (!value) return fallback;
    if (value->is_boolean()) return value->get<bool>();
    const std::string word = lowered(value->is_string() ? value->get<std::string>() : value->dump());
    if (word == "true" || word == "1") return true;
    if (word == "false" || word == "0") return false;
    throw badField(name, "This must be true or false.");
}

std::int64_t Fields::integer(std::string_view name) const
{
    const Json *value = find(name);
    if (!value) throw badField(name, "This is missing.");
    if (value->is_number()) {
        const double number = value->get<double>();
        if (number < -9e15 || number > 9e15) throw badField(name, "This number is too large.");
        return static_cast<std::int64_t>(number);
    }
    const std::string text = value->is_string() ? value->get<std::string>() : std::string();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        throw badField(name, "This must be a whole number.");
    return number;
}

} // namespace callboard::api
