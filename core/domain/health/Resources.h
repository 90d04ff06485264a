// SPDX-License-Identifier: GPL-3.0-or-later
// How busy the machine is, as the kernel tells it.
#pragma once

#include "core/base/Json.h"

namespace callboard::health {

/// {"cpu": {"percent": [one a core], "loadavg": {…}}, "memory": {bytes}}. The percentages are those since the
/// last call (since the machine's start at the first one), so that nobody waits. Thread-safe.
Json resourcesOfMachine();

} // namespace callboard::health
