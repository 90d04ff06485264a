// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of working and output files as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::files::hooks {

using records::Condition;
using records::Input;

access::Access workersOnFile();
access::Access makersOfOutput();

} // namespace callboard::files::hooks
