// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoMovie.h"

#include "core/media/ChildProcess.h"

#include <fstream>

namespace callboard::demo {

namespace fs = std::filesystem;

std::optional<fs::path> makeMovie(
    std::string_view drawing, const MovieLook &look, const fs::path &scratch, const std::function<bool()> &shouldStop)
{
    const fs::path picture = scratch / "demo-drawing.jpg";
    const fs::path movie = scratch / "demo-movie.mp4";
    std::ofstream(picture, std::ios::binary) << drawing;
    const std::string count = std::to_string(look.frames);
    const std::string move = "zoompan=z='1+0.0008*on':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d=" + count
        + ":s=1280x720:fps=24,hue=s=" + std::to_string(look.saturation)
        + ",drawtext=text='%{eif\\:n+1\\:d\\:4}':fontsize=36:fontcolor=white:box=1:boxcolor=black@0.5"
          ":boxborderw=8:x=w-tw-24:y=h-th-24,format=yuv420p";
    const std::vector<std::string> arguments{"-v", "error", "-y", "-i", picture.string(), "-f", "lavfi", "-i",
        "sine=frequency=110:sample_rate=48000", "-vf", move, "-af", "volume=0.1", "-frames:v", count, "-shortest",
        "-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-c:a", "aac", movie.string()};
    try {
        const auto result = media::runChild("ffmpeg", arguments, {}, {}, shouldStop);
        fs::remove(picture);
        if (!result.hasSucceeded()) throw std::runtime_error("ffmpeg made no demo movie: " + result.errors);
        return movie;
    } catch (const media::MissingProgram &) {
        fs::remove(picture);
        return std::nullopt;
    }
}

} // namespace callboard::demo
