// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's pictures and movies: each is a job, made after the studio is open. They take longer than all the rest,
// appear in the windows as they come, and are made at the next start when the program ended before.
#pragma once

#include "core/jobs/Running.h"

#include <QByteArray>

#include <map>
#include <string>

namespace callboard::demo {

/// The kind of these jobs.
inline constexpr const char *fileJob = "demo-file";

/// A file of resources/demo. Throws std::runtime_error.
QByteArray resource(const std::string &name);

// The inputs of jobs; `drawing` is a resource without extension.
Json portraitOf(const std::string &personId, const std::string &firstName, const std::string &lastName);
Json pictureOfProduction(const std::string &projectId, const std::string &drawing);
/// The preview's picture, which becomes the entity's.
Json drawingOf(const std::string &previewId, const std::string &drawing);
/// The preview's movie, made from the drawing by ffmpeg; without ffmpeg the preview goes. `saturation`: 1 shows the
/// drawing's colours, 0 none.
Json movieOf(const std::string &previewId, const std::string &drawing, int frames, double saturation);

/// What carries these jobs out; every program that opens studios gives it to them (StudioOptions::jobKinds).
std::map<std::string, jobs::Kind> jobKinds();

} // namespace callboard::demo
