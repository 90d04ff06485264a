// SPDX-License-Identifier: GPL-3.0-or-later
// Radiance pictures (.hdr), as far as a thumbnail needs them: decoded to eight bits by exposure and gamma.
// The format: Greg Ward, "Real Pixels", Graphics Gems II; https://www.radiance-online.org/cgi-bin/rad/man_html/
#pragma once

#include <QImage>

#include <filesystem>

namespace callboard::media {

/// Throws api::Error 400 when the file is no Radiance picture or too large.
QImage readRadiance(const std::filesystem::path &path);

} // namespace callboard::media
