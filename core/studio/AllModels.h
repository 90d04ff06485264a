// SPDX-License-Identifier: GPL-3.0-or-later
// Every model of the generic routes: the one place that lists them.
#pragma once

#include "core/records/Models.h"

#include <memory>

namespace callboard {

std::shared_ptr<const records::Models> makeModels();

} // namespace callboard
