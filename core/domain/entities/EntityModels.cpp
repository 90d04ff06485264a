// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityModels.h"

#include "core/domain/entities/EntityTypeHooks.h"
#include "core/records/UsualModels.h"

namespace callboard::entities {

namespace {

using namespace access;
using namespace records;

Model entityTypes()
{
    Model model = shared("/data/entity-types", "entity_type");
    model.event = "asset-type";
    model.eventKey = "asset_type_id";
    model.isToldWholeWhenNew = true;
    model.isToldWholeWhenChanged = true;
    model.creating = hooks::refuseTakenEntityTypeName;
    return model;
}

} // namespace

std::vector<records::Model> entityModels()
{
    return {entityTypes()};
}

} // namespace callboard::entities
