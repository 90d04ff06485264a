// SPDX-License-Identifier: GPL-3.0-or-later
// The file that comes with an import.
#pragma once

#include "core/api/Request.h"

#include <string>

namespace callboard::exchange {

/// The uploaded file of that field. Throws 400 when there is none.
const api::UploadedFile &fileNamed(const api::Request &request, std::string_view field);
/// Its bytes.
std::string textIn(const api::UploadedFile &file);

} // namespace callboard::exchange
