// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a list, as the generic routes tell them: ?page and ?limit. Without a page the list is whole.
#pragma once

#include "core/api/Error.h"
#include "core/api/JsonWriter.h"
#include "core/records/Filters.h"
#include "core/records/Validation.h"

#include <functional>
#include <optional>
#include <string>

namespace callboard::records {

struct PageAsked
{
    bool isAsked = false;
    std::int64_t number = 1;
    std::int64_t limit = 100;

    std::int64_t offset() const { return (number - 1) * limit; }
    bool isBeyond(std::int64_t total) const { return number < 1 || offset() > total; }
};

/// 400 when a number is malformed.
PageAsked pageAskedBy(const api::Request &request);

/// Writes the rows of `select` (SELECT … FROM table) that fulfil the condition, whole or as the page asked for:
/// two statements at most.
void writeList(api::JsonWriter &writer, store::Connection &database, const std::string &table,
    const std::string &select, const Condition &condition, const PageAsked &page,
    const std::function<void(api::JsonWriter &, const store::Rows &)> &writeRow);

} // namespace callboard::records
