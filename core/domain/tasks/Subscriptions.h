// SPDX-License-Identifier: GPL-3.0-or-later
// Following tasks, or all tasks of one type in a sequence.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

api::Response subscribeToTask(api::Writing &writing, api::Request &request);
api::Response unsubscribeFromTask(api::Writing &writing, api::Request &request);
api::Response isSubscribedToTask(api::Reading &reading, const api::Request &request);
api::Response subscribeToSequence(api::Writing &writing, api::Request &request);
api::Response unsubscribeFromSequence(api::Writing &writing, api::Request &request);
api::Response isSubscribedToSequence(api::Reading &reading, const api::Request &request);
/// The sequences of a production that the caller follows for a task type.
api::Response listSequenceSubscriptions(api::Reading &reading, const api::Request &request);

} // namespace callboard::tasks
