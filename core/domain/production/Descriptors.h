// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata descriptors of a production: the columns of its own that entities have in `data`.
#pragma once

#include "core/api/Operation.h"

namespace callboard::production {

api::Response listDescriptors(api::Reading &reading, const api::Request &request);
api::Response readDescriptor(api::Reading &reading, const api::Request &request);
api::Response createDescriptor(api::Writing &writing, api::Request &request);
/// A new name moves the values of the entities of that type to the new field.
api::Response changeDescriptor(api::Writing &writing, api::Request &request);
/// The values of the entities of that type go with it.
api::Response removeDescriptor(api::Writing &writing, api::Request &request);

} // namespace callboard::production
