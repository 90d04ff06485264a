// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the common formats (QImage): read with limits, brought to the sizes that the studio shows, and
// kept as PNG. Slow: on request workers and job threads.
#pragma once

#include <QImage>

#include <filesystem>
#include <string_view>

namespace callboard::media {

/// Greatest picture that is decoded, in pixels: what lies above may be a decompression bomb.
inline constexpr std::int64_t greatestPixelCount = 200'000'000;

/// Reads a picture by its content, upright. Throws api::Error 400 when it is none or too large.
QImage readPicture(const std::filesystem::path &path);
/// Within width × height, centred on a transparent ground.
QImage letterboxed(const QImage &picture, int width, int height);
/// Covers width × height, the rest cut off around the middle.
QImage covering(const QImage &picture, int width, int height);
/// That wide, the height by the ratio.
QImage scaledToWidth(const QImage &picture, int width);

/// jpe, jpeg, jpg, png.
bool isPictureExtension(std::string_view extension);
/// avi, m4v, mkv, mov, mp4, webm, wmv.
bool isMovieExtension(std::string_view extension);
/// What is kept byte for byte.
bool isKeptExtension(std::string_view extension);

} // namespace callboard::media
