// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer tells a browser beyond what the operation says: that it is private, that no page of another site
// may frame it, that what people upload is no page or script of ours.
#pragma once

#include "core/api/Response.h"

namespace callboard::server {

/// Adds what is missing of Cache-Control and the like. `isSecure`: it goes over TLS.
void addProtection(api::Response &response, bool isSecure);
/// To be called before addProtection for a file of the studio. Scripts, pages and whatever else a browser could run are
/// sent for saving, and not by the type that makes them run.
void disarmFile(api::Response &response);

} // namespace callboard::server
