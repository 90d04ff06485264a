// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

namespace callboard::demo {

struct MovieLook
{
    int frames = 0;
    double saturation = 1; // 0: without colours
};

/// A movie of 1280 × 720 at 24 frames a second with a quiet sound: a slow move over the JPEG `drawing`, each frame
/// with its number from 1 burned in. Made in `scratch` by ffmpeg; nothing when ffmpeg is not installed. Blocks, until
/// `shouldStop`; throws std::runtime_error when there is no movie.
std::optional<std::filesystem::path> makeMovie(std::string_view drawing, const MovieLook &look,
    const std::filesystem::path &scratch, const std::function<bool()> &shouldStop);

} // namespace callboard::demo
