// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of previews and attachments as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::tasks::hooks {

using records::Condition;
using records::Input;

access::Access leadersOfPreview();
/// An attachment of nothing is nobody's.
access::Access attachedSomewhere();
void keepPreviewInReach(api::Writing &writing, const Json &row, Input &input);
void removePreview(api::Writing &writing, const Json &row, bool isForced);

} // namespace callboard::tasks::hooks
