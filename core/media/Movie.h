// SPDX-License-Identifier: GPL-3.0-or-later
// Movies: what is in a file, the form in which the studio plays it, single frames and the overview of all of
// them. Everything runs in child processes with limits; see ChildProcess.h. Blocks.
#pragma once

#include <QImage>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace callboard::media {

struct MovieFacts
{
    int width = 0; // pixels, as shown (turned when the file says so)
    int height = 0;
    double duration = 0;  // seconds
    double frameRate = 0; // frames a second
    std::int64_t frameCount = 0;
    bool hasSound = false;
};

struct MovieForm
{
    int width = 0; // even numbers of pixels
    int height = 0;
    std::string frameRate = "25"; // "25", "23.976", "24000/1001"
    int bitRate = 28;             // Mb/s
};

/// Nothing when the file is no movie that can be played.
std::optional<MovieFacts> probeMovie(const std::filesystem::path &path);
/// "1920x1080" or "x720": a width may be left out.
bool isResolution(const std::string &text);
/// 1 to 240 frames a second, as a number or a ratio.
bool isFrameRate(const std::string &text);
/// The size for a wanted resolution ("1920x1080", "x720"; anything else means 1080 high), even on both sides.
MovieForm formFor(const MovieFacts &facts, const std::string &resolution, const std::string &frameRate, int bitRate);
/// Writes `to` as H.264 and AAC; progress is 0 to 1. False when the file cannot be decoded or it was cancelled.
bool normaliseMovie(const std::filesystem::path &from, const std::filesystem::path &to, const MovieFacts &facts,
    const MovieForm &form, const std::function<void(double)> &progress, const std::function<bool()> &isCancelled);
/// Joins movies of one form, as normaliseMovie() makes them, without encoding them again. False when it fails.
bool joinMovies(const std::vector<std::filesystem::path> &movies, const std::filesystem::path &to);
/// A frame by number, from 0; a null image when it cannot be had.
QImage movieFrame(const std::filesystem::path &path, std::int64_t number, const std::filesystem::path &scratch);
/// All frames, 8 a row, 100 pixels high, as PNG; of more than 3840 frames an even choice. False when it fails.
bool writeTiles(const std::filesystem::path &path, const MovieFacts &facts, const std::filesystem::path &to);

} // namespace callboard::media
