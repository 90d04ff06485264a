// SPDX-License-Identifier: GPL-3.0-or-later
// Many requests where the API has no route for all of them at once: a few are on their way at a time, so that
// a selection of hundreds neither waits in line nor floods the studio. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"

#include <functional>

namespace callboard::ui {

/// Called with the place of a request when it is done; `refusal` is null when it was carried out.
using RequestDone = std::function<void(qsizetype place, const ApiError *refusal)>;

/// Sends them in their order, `atOnce` at a time; a refusal does not keep the others back. Ends when all are done.
QCoro::Task<void> sendMany(StudioGateway &gateway, QList<ApiRequest> requests, RequestDone done, int atOnce = 4);

} // namespace callboard::ui
