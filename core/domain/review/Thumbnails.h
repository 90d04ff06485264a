// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of people, the organisation and productions: 400 × 400, told by has_avatar.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

api::Response uploadPersonPicture(api::Working &working, api::Request &request);
api::Response uploadOrganisationPicture(api::Working &working, api::Request &request);
api::Response uploadProjectPicture(api::Working &working, api::Request &request);
api::Response readPersonPicture(api::Reading &reading, const api::Request &request);
api::Response readOrganisationPicture(api::Reading &reading, const api::Request &request);
api::Response readProjectPicture(api::Reading &reading, const api::Request &request);
/// Of pictures attached to chat messages.
api::Response readAttachmentPicture(api::Reading &reading, const api::Request &request);

} // namespace callboard::review
