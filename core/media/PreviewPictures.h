// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures that a preview is shown by: original, 1200 wide, thumbnail 150 × 100, square 100 × 100.
#pragma once

#include "core/media/FileStore.h"

#include <QImage>

namespace callboard::media {

/// Makes and places them; returns the size of the original in bytes.
std::uint64_t storePreviewPictures(
    const Services &services, NewFiles &files, const std::string &previewId, const QImage &picture);

} // namespace callboard::media
