// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where what was thrown becomes an answer.
#pragma once

#include "core/api/Response.h"

#include <exception>

namespace callboard::api {

/// A JSON answer for any exception: refusals with their status, refusals of the database as 400,
/// a full disk as 507; anything else is a defect, is logged without the request's content, and is 500.
Response answerTo(std::exception_ptr failure);

} // namespace callboard::api
