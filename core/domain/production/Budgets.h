// SPDX-License-Identifier: GPL-3.0-or-later
// Budgets of a production and their entries (who, from when, for how many months, at what daily salary).
#pragma once

#include "core/api/Operation.h"

namespace callboard::production {

api::Response listBudgets(api::Reading &reading, const api::Request &request);
api::Response readBudget(api::Reading &reading, const api::Request &request);
/// In US dollars unless told otherwise; the revision is the highest of the production and one.
api::Response createBudget(api::Writing &writing, api::Request &request);
api::Response changeBudget(api::Writing &writing, api::Request &request);
api::Response removeBudget(api::Writing &writing, api::Request &request);

/// Minutes that were worked, by department of the task type, person and month ("2026-03").
api::Response listSpentTimes(api::Reading &reading, const api::Request &request);

api::Response listBudgetEntries(api::Reading &reading, const api::Request &request);
api::Response readBudgetEntry(api::Reading &reading, const api::Request &request);
api::Response createBudgetEntry(api::Writing &writing, api::Request &request);
/// Replaces all values; exceptions of 0 or null are dropped.
api::Response changeBudgetEntry(api::Writing &writing, api::Request &request);
api::Response removeBudgetEntry(api::Writing &writing, api::Request &request);

} // namespace callboard::production
