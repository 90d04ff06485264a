// SPDX-License-Identifier: GPL-3.0-or-later
// The models that a studio has, by table.
#pragma once

#include "core/records/Model.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace callboard::records {

/// Made once, when the studio opens (core/studio/AllModels.cpp); read by all threads.
class Models
{
public:
    explicit Models(std::vector<std::vector<Model>> areas);

    const std::vector<Model> &all() const { return m_all; }
    /// nullptr when the table has no generic routes.
    const Model *find(std::string_view table) const;

private:
    std::vector<Model> m_all;
    std::unordered_map<std::string_view, const Model *> m_byTable;
};

/// The model of a table that has one.
const Model &modelOf(const api::Reading &reading, std::string_view table);

} // namespace callboard::records
