// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a request's body, asked for one by one: each is checked where it is named, and a fault
// is told as the API does: 400 with {"message": {"name": "what is wrong"}}.
#pragma once

#include "core/api/Error.h"
#include "core/api/Request.h"

#include <optional>
#include <string>
#include <string_view>

namespace callboard::api {

/// The refusal of one member of a body.
Error badField(std::string_view name, const std::string &message);

class Fields
{
public:
    /// The body as JSON, form or query; 400 when it is broken or no object.
    explicit Fields(const Request &request)
        : m_values(request.anyObject())
    {}
    explicit Fields(Json object)
        : m_values(std::move(object))
    {}

    const Json &values() const { return m_values; }
    bool has(std::string_view name) const;

    /// Text that must be there (it may be empty); numbers become text. `missing` is told when it is not.
    std::string text(std::string_view name, const char *missing = nullptr) const;
    std::optional<std::string> optionalText(std::string_view name) const;
    /// An identifier that must be there; 400 when it is none. Lower case.
    std::string id(std::string_view name) const;
    /// Nothing when absent, null or empty.
    std::optional<std::string> optionalId(std::string_view name) const;
    /// true, false, 1, 0 and their texts.
    bool flag(std::string_view name, bool fallback) const;
    /// A whole number that must be there; numeric text is taken, fractions are cut.
    std::int64_t integer(std::string_view name) const;

private:
    const Json *find(std::string_view name) const;

    Json m_values;
};

} // namespace callboard::api
