// SPDX-License-Identifier: GPL-3.0-or-later
// Runs ffmpeg and ffprobe as child processes that cannot hurt the server: time, processor time, memory and
// written bytes are limited, nothing is inherited but what is needed, and they end with this program.
// Blocks: on request workers and job threads.
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace callboard::media {

struct ChildLimits
{
    int seconds = 60;                     // on the clock
    int processorSeconds = 120;           // over all its threads
    std::uint64_t memory = 4ull << 30;    // bytes of address space
    std::uint64_t fileSize = 64ull << 30; // bytes of one written file
};

struct ChildResult
{
    int exitCode = -1;  // -1: killed
    std::string output; // at most some MiB
    std::string errors; // the end of what it said
    bool hasSucceeded() const { return exitCode == 0; }
};

/// The program is not installed.
class MissingProgram : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Runs the program to its end. `onLine` gets each line of its output as it comes (then `output` stays
/// empty); `isCancelled` is asked several times a second.
ChildResult runChild(const std::string &program, const std::vector<std::string> &arguments, const ChildLimits &limits,
    const std::function<void(std::string_view)> &onLine = {}, const std::function<bool()> &isCancelled = {});

} // namespace callboard::media
