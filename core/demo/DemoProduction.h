// SPDX-License-Identifier: GPL-3.0-or-later
// "The Lighthouse Keeper": a small production to look at and to try things on. Its words, people and drawings
// are in resources/demo; everything is made by requests of its people, as in a real studio.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace callboard {

class Studio;

namespace demo {

struct Administrator
{
    std::string email;
    std::string password;
};

/// Makes people, production, shots, assets, tasks and comments; their pictures and short movies are left to jobs
/// (movies with ffmpeg; without it there are none). All its people get the administrator's password; a studio that has
/// no administrator gets this one. Does nothing in a studio that has a production, unless it is a demo whose making was
/// broken off: that is made anew. `progress` hears what is being made. Blocks for some seconds; throws
/// std::runtime_error with what was refused.
void makeDemoProduction(
    Studio &studio, const Administrator &administrator,
    const std::function<void(const std::string &)> &progress = [](const std::string &) {});

/// The program ended while it made the demo in that folder's studio.
bool isUnfinished(const std::filesystem::path &folder);

/// The password of a demo studio's people: read from first-password.txt in the studio's folder, which is made
/// (readable for its owner only) with a new random password when it is missing. Throws std::runtime_error.
Administrator demoAdministrator(const std::filesystem::path &folder);

} // namespace demo
} // namespace callboard
