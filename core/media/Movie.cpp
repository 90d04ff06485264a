// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/Movie.h"

#include "core/base/Json.h"
#include "core/media/ChildProcess.h"

#include <charconv>
#include <cmath>
#include <fstream>

namespace callboard::media {

namespace {

namespace fs = std::filesystem;

constexpr int tileColumns = 8;
constexpr int greatestTileRows = 480;
constexpr int tileHeight = 100;
constexpr int greatestSide = 8192;

/// Only files, and only the containers that are accepted: a playlist may not lead anywhere else.
std::vector<std::string> inputOptions(const fs::path &path)
{
    return {"-protocol_whitelist", "file,pipe", "-format_whitelist", "mov,matroska,webm,avi,asf,mp4", "-i",
        "file:" + path.string()};
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string> &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

double numberIn(const Json &object, const char *name)
{
    const Json value = object.value(name, Json());
    if (value.is_number()) return value.get<double>();
    if (!value.is_string()) return 0;
    return QString::fromStdString(value.get<std::string>()).toDouble();
}

double ratioIn(const std::string &text)
{
    const auto slash = text.find('/');
    const double over = QString::fromStdString(text.substr(0, slash)).toDouble();
    if (slash == std::string::npos) return over;
    const double under = QString::fromStdString(text.substr(slash + 1)).toDouble();
    return under > 0 ? over / under : 0;
}

bool isTurned(const Json &stream)
{
    for (const Json &side : stream.value("side_data_list", Json::array()))
        if (std::abs(std::fmod(numberIn(side, "rotation"), 180)) == 90) return true;
    return false;
}

MovieFacts factsFrom(const Json &video, const Json &container, bool hasSound)
{
    MovieFacts facts;
    facts.width = int(numberIn(video, "width"));
    facts.height = int(numberIn(video, "height"));
    if (isTurned(video)) std::swap(facts.width, facts.height);
    facts.duration = numberIn(video, "duration");
    if (facts.duration <= 0) facts.duration = numberIn(container, "duration");
    facts.frameRate = ratioIn(video.value("avg_frame_rate", "0"));
    facts.frameCount = std::int64_t(numberIn(video, "nb_read_packets"));
    facts.hasSound = hasSound;
    return facts;
}

int evenUp(int side)
{
    return std::clamp(side + side % 2, 2, greatestSide);
}

QRegularExpressionMatch matchResolution(const std::string &text)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{1,5})?\\s*[xX]\\s*(\\d{1,5})\\s*$"));
    return pattern.match(QString::fromStdString(text));
}

/// A name in a list of ffmpeg's: the quote alone ends it.
std::string quotedForList(const std::string &name)
{
    std::string quoted = "'";
    for (const char letter : name) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + '\'';
}

/// The shape of the picture: letterboxed into the form, tagged as Rec.709.
std::string scaleFilter(const MovieForm &form)
{
    const auto size = std::to_string(form.width) + ':' + std::to_string(form.height);
    return "scale=" + size
        + ":force_original_aspect_ratio=decrease:out_color_matrix=bt709:out_range=tv,"
          "pad="
        + size + ":(ow-iw)/2:(oh-ih)/2,setsar=1,format=yuv420p";
}

std::vector<std::string> soundOptions(const MovieFacts &facts)
{
    if (facts.hasSound) return {"-map", "0:v:0", "-map", "0:a:0"};
    return {"-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo", "-map", "0:v:0", "-map", "1:a:0", "-shortest"};
}

/// Microseconds that are done, from a line of ffmpeg's progress.
std::optional<double> secondsDone(std::string_view line)
{
    constexpr std::string_view key = "out_time_us=";
    if (!line.starts_with(key)) return std::nullopt;
    std::int64_t microseconds = 0;
    const auto text = line.substr(key.size());
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), microseconds);
    if (failure != std::errc()) return std::nullopt;
    return double(microseconds) / 1e6;
}

} // namespace

std::optional<MovieFacts> probeMovie(const fs::path &path)
{
    const auto result = runChild("ffprobe",
        joined({"-v", "error", "-of", "json", "-count_packets", "-show_entries",
                   "stream=codec_type,width,height,duration,avg_frame_rate,nb_read_packets:stream_side_data=rotation"
                   ":format=duration"},
            inputOptions(path)),
        {60, 60, 2ull << 30, 1 << 20});
    if (!result.hasSucceeded()) return std::nullopt;
    const Json probed = Json::parse(result.output, nullptr, false);
    if (!probed.is_object()) return std::nullopt;
    const Json *video = nullptr;
    bool hasSound = false;
    const Json streams = probed.value("streams", Json::array());
    for (const Json &stream : streams) {
        const auto type = stream.value("codec_type", "");
        if (type == "video" && !video) video = &stream;
        hasSound = hasSound || type == "audio";
    }
    if (!video) return std::nullopt;
    const auto facts = factsFrom(*video, probed.value("format", Json::object()), hasSound);
    const bool isPlayable = facts.width > 0 && facts.height > 0 && facts.width <= 2 * greatestSide
        && facts.height <= 2 * greatestSide && facts.frameCount > 0;
    return isPlayable ? std::optional(facts) : std::nullopt;
}

bool isResolution(const std::string &text)
{
    return matchResolution(text).hasMatch();
}

bool isFrameRate(const std::string &text)
{
    const double rate = ratioIn(text);
    return rate >= 1 && rate <= 240;
}

MovieForm formFor(const MovieFacts &facts, const std::string &resolution, const std::string &frameRate, int bitRate)
{
    const auto match = matchResolution(resolution);
    MovieForm form;
    form.bitRate = std::clamp(bitRate, 1, 200);
    form.height = match.hasMatch() ? match.captured(2).toInt() : 1080;
    form.width = match.hasMatch() ? match.captured(1).toInt() : 0;
    if (form.height <= 0) form.height = 1080;
    if (form.width <= 0) form.width = int(std::int64_t(facts.width) * form.height / facts.height);
    form.width = evenUp(form.width);
    form.height = evenUp(form.height);
    if (isFrameRate(frameRate)) form.frameRate = frameRate;
    return form;
}

bool normaliseMovie(const fs::path &from, const fs::path &to, const MovieFacts &facts, const MovieForm &form,
    const std::function<void(double)> &progress, const std::function<bool()> &isCancelled)
{
    const auto rate = std::to_string(form.bitRate) + "M";
    std::vector<std::string> arguments{"-nostdin", "-v", "error", "-y"};
    arguments = joined(std::move(arguments), inputOptions(from));
    arguments = joined(std::move(arguments), soundOptions(facts));
    arguments = joined(std::move(arguments),
        {"-vf", scaleFilter(form), "-r", form.frameRate, "-c:v", "libx264", "-preset", "medium", "-threads", "2", "-g",
            "2", "-b:v", rate, "-maxrate", rate, "-bufsize", std::to_string(2 * form.bitRate) + "M", "-color_primaries",
            "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-c:a", "aac", "-b:a", "192k", "-ac", "2",
            "-movflags", "+faststart", "-map_metadata", "-1", "-progress", "pipe:1", "-f", "mp4",
            "file:" + to.string()});
    const ChildLimits limits{4 * 3600, 8 * 3600, 6ull << 30};
    const auto result = runChild(
        "ffmpeg", arguments, limits,
        [&](std::string_view line) {
            if (const auto seconds = secondsDone(line); seconds && facts.duration > 0)
                progress(std::clamp(*seconds / facts.duration, 0.0, 1.0));
        },
        isCancelled);
    return result.hasSucceeded();
}

bool joinMovies(const std::vector<fs::path> &movies, const fs::path &to)
{
    const fs::path list = to.string() + ".txt";
    {
        std::ofstream names(list);
        for (const auto &movie : movies) names << "file " << quotedForList("file:" + movie.string()) << '\n';
        if (!names.flush())
            throw fs::filesystem_error(
                "The list of movies cannot be written", list, std::make_error_code(std::errc::no_space_on_device));
    }
    const auto result = runChild("ffmpeg",
        {"-nostdin", "-v", "error", "-y", "-protocol_whitelist", "file", "-f", "concat", "-safe", "0", "-i",
            list.string(), "-c", "copy", "-movflags", "+faststart", "-f", "mp4", "file:" + to.string()},
        {1800, 1800, 2ull << 30});
    std::error_code ignored; // The arriving folder is emptied at the next start.
    fs::remove(list, ignored);
    return result.hasSucceeded();
}

QImage movieFrame(const fs::path &path, std::int64_t number, const fs::path &scratch)
{
    std::vector<std::string> arguments{"-nostdin", "-v", "error", "-y"};
    arguments = joined(std::move(arguments), inputOptions(path));
    arguments = joined(std::move(arguments),
        {"-map", "0:v:0", "-vf", "select=eq(n\\," + std::to_string(number) + ")", "-vsync", "0", "-frames:v", "1", "-f",
            "image2", "-c:v", "png", "-update", "1", "file:" + scratch.string()});
    const auto result = runChild("ffmpeg", arguments, {300, 600, 4ull << 30, 1ull << 30});
    QImage frame;
    if (result.hasSucceeded()) frame.load(QString::fromStdString(scratch.string()), "PNG");
    std::error_code ignored; // The arriving folder is emptied at the next start.
    fs::remove(scratch, ignored);
    return frame;
}

bool writeTiles(const fs::path &path, const MovieFacts &facts, const fs::path &to)
{
    const std::int64_t most = std::int64_t(tileColumns) * greatestTileRows;
    const std::int64_t step = std::max<std::int64_t>(1, (facts.frameCount + most - 1) / most);
    const std::int64_t shown = (facts.frameCount + step - 1) / step;
    const std::int64_t rows = std::max<std::int64_t>(1, (shown + tileColumns - 1) / tileColumns);
    const int width = std::max(1, int(std::lround(double(facts.width) * tileHeight / facts.height)));
    const auto filter = "select=not(mod(n\\," + std::to_string(step) + ")),scale=" + std::to_string(width) + ':'
        + std::to_string(tileHeight) + ",setsar=1,format=rgb24,tile=" + std::to_string(tileColumns) + 'x'
        + std::to_string(rows);
    std::vector<std::string> arguments{"-nostdin", "-v", "error", "-y"};
    arguments = joined(std::move(arguments), inputOptions(path));
    arguments = joined(std::move(arguments),
        {"-map", "0:v:0", "-vf", filter, "-vsync", "0", "-frames:v", "1", "-f", "image2", "-c:v", "png", "-update", "1",
            "file:" + to.string()});
    return runChild("ffmpeg", arguments, {1800, 3600, 6ull << 30, 4ull << 30}).hasSucceeded() && fs::exists(to);
}

} // namespace callboard::media
