// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Possible.h"

#include "core/api/Error.h"

#include <array>

namespace callboard::records {

namespace {

struct Bounds
{
    std::string_view table;
    std::string_view column;
    double least;
    double most;
    const char *sentence;
};

constexpr std::array bounds{
    Bounds{"entity", "nb_frames", 0, 10'000'000, "A shot has between 0 and 10,000,000 frames."},
    Bounds{"time_spent", "duration", 0, 24 * 60, "A day has between 0 and 1,440 minutes of work."},
};

} // namespace

void requirePossible(const schema::Table &table, const Json &columns, const std::string &id)
{
    for (const Bounds &bound : bounds) {
        if (bound.table != table.name()) continue;
        const auto value = columns.find(bound.column);
        if (value == columns.end() || !value->is_number()) continue;
        const auto number = value->get<double>();
        if (!(number >= bound.least && number <= bound.most)) throw api::badRequest(bound.sentence);
    }
    if (const auto parent = columns.find("parent_id");
        !id.empty() && parent != columns.end() && parent->is_string() && *parent == id)
        throw api::badRequest("Nothing is its own parent.");
}

} // namespace callboard::records
