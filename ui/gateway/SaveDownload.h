// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/StudioGateway.h"

namespace callboard::ui {

/// Keeps what the studio gives at `path` in a file of the user's disk, which is there whole or not at all. For what
/// fits into memory: attachments, tables. Throws ApiError for a refusal and, with status 0, for what the disk says.
QCoro::Task<void> saveDownload(StudioGateway &gateway, QString path, QString file);

} // namespace callboard::ui
