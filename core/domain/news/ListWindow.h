// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions that the lists of the desk share: identifiers, switches and moments named in the query.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::news {

/// A WHERE clause that grows, with its values.
struct Conditions
{
    std::string sql = "1 = 1";
    std::vector<store::Value> values;

    void require(const std::string &condition, std::vector<store::Value> more = {});
    /// `column` is the identifier that the query's `name` holds, when it is named. 400 when it is none.
    void requireId(const api::Request &request, const char *name, const std::string &column);
    /// ?before and ?after, both without the moment itself. 400 when it is none.
    void requireMoments(const api::Request &request, const std::string &column);
};

/// The switch when it is named; 400 when it is neither true nor false.
std::optional<bool> switchIn(const api::Request &request, const char *name);
/// A whole number from 0 on, or `fallback` when it is not named. 400 when it is none.
std::int64_t numberIn(const api::Request &request, const char *name, std::int64_t fallback);

} // namespace callboard::news
