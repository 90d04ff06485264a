// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/BreakdownModels.h"

#include "core/domain/breakdown/InstanceHooks.h"
#include "core/records/UsualModels.h"

namespace callboard::breakdown {

namespace {

using namespace access;
using namespace records;

Model assetInstances()
{
    Model model = closed("/data/asset-instances", "asset_instance");
    model.read = membersOfRecord("asset_instance", Members::All);
    model.change = membersOfRecord("asset_instance", Members::Staff);
    model.changing = hooks::keepInstanceInReach;
    return model;
}

} // namespace

std::vector<records::Model> breakdownModels()
{
    return {assetInstances(), closed("/data/entity-links", "entity_link")};
}

} // namespace callboard::breakdown
