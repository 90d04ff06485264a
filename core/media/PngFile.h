// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as PNG. Qt's own writer lets nobody choose how rows are filtered; for rendered frames the choice here
// is the faster one and gives smaller files.
#pragma once

#include <QImage>

#include <filesystem>

namespace callboard::media {

/// Keeps what the picture has: grey or colour, an alpha channel, eight or sixteen bits.
/// Throws std::filesystem::filesystem_error when it cannot be written (a full disk leaves nothing behind).
void writePng(const QImage &picture, const std::filesystem::path &path);

} // namespace callboard::media
