// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Models.h"

#include <stdexcept>

namespace callboard::records {

Models::Models(std::vector<std::vector<Model>> areas)
{
    for (auto &area : areas)
        for (Model &model : area) m_all.push_back(std::move(model));
    for (const Model &model : m_all) m_byTable.emplace(model.table, &model);
}

const Model *Models::find(std::string_view table) const
{
    const auto found = m_byTable.find(table);
    return found == m_byTable.end() ? nullptr : found->second;
}

const Model &modelOf(const api::Reading &reading, std::string_view table)
{
    if (const Model *model = reading.services.models->find(table)) return *model;
    throw std::logic_error("No model is kept in " + std::string(table));
}

} // namespace callboard::records
