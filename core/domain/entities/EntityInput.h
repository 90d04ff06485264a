// SPDX-License-Identifier: GPL-3.0-or-later
// What a request gives for an entity, read once at the edge: 400 where a value is of no use.
#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>

namespace callboard::entities {

class EntityInput
{
public:
    explicit EntityInput(Json given)
        : m_given(std::move(given))
    {}

    /// Without blanks around it; 400 when it lacks or is empty.
    std::string requiredText(const std::string &name) const;
    /// Nothing when it lacks or is null. Numbers and booleans become text.
    std::optional<std::string> text(const std::string &name) const;
    std::optional<std::string> id(const std::string &name) const;
    std::string requiredId(const std::string &name) const;
    /// Whole number, numeric text too; 400 otherwise.
    std::optional<std::int64_t> integer(const std::string &name) const;
    bool flag(const std::string &name, bool otherwise) const;
    /// A JSON object (of a form: its text); null when it lacks. 400 otherwise.
    Json object(const std::string &name) const;
    /// A list of texts; empty when it lacks. 400 otherwise.
    std::vector<std::string> texts(const std::string &name) const;
    bool has(const std::string &name) const { return find(name) != nullptr; }

private:
    /// nullptr when it lacks or is null.
    const Json *find(const std::string &name) const;

    Json m_given;
};

} // namespace callboard::entities
