// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health/Resources.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

namespace callboard::health {

namespace {

struct Ticks
{
    double busy = 0;
    double all = 0;
};

/// One entry a core, from /proc/stat (proc(5)).
std::vector<Ticks> readTicks()
{
    std::vector<Ticks> cores;
    std::ifstream file("/proc/stat");
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("cpu") || line.size() < 4 || line[3] == ' ') continue;
        std::istringstream fields(line);
        std::string name;
        fields >> name;
        Ticks ticks;
        double value = 0;
        for (int column = 0; fields >> value; ++column) {
            ticks.all += value;
            if (column != 3 && column != 4) ticks.busy += value; // but idle and waiting for disks
        }
        cores.push_back(ticks);
    }
    return cores;
}

double tenths(double value)
{
    return std::round(value * 10) / 10;
}

Json percentSinceLastCall()
{
    static std::mutex lock;
    static std::vector<Ticks> last;
    const std::lock_guard guard(lock);
    const auto now = readTicks();
    Json percent = Json::array();
    for (std::size_t core = 0; core < now.size(); ++core) {
        const Ticks before = core < last.size() ? last[core] : Ticks();
        const double all = now[core].all - before.all;
        percent.push_back(all > 0 ? tenths(100 * (now[core].busy - before.busy) / all) : 0.0);
    }
    last = now;
    return percent;
}

Json memory()
{
    std::map<std::string, std::int64_t> kibibytes;
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::int64_t value = 0;
    for (std::string line; std::getline(file, line);)
        if (std::istringstream fields(line); fields >> name >> value) kibibytes[name] = value;
    const auto total = kibibytes["MemTotal:"] * 1024;
    const auto available = kibibytes["MemAvailable:"] * 1024;
    const double share = total > 0 ? 100.0 * static_cast<double>(total - available) / static_cast<double>(total) : 0;
    return {{"total", total}, {"used", total - available}, {"available", available}, {"percent", tenths(share)}};
}

} // namespace

Json resourcesOfMachine()
{
    double load[3] = {};
    if (getloadavg(load, 3) != 3) load[0] = load[1] = load[2] = 0;
    return {{"cpu",
                {{"percent", percentSinceLastCall()},
                    {"loadavg", {{"last 1 min", load[0]}, {"last 5 min", load[1]}, {"last 10 min", load[2]}}}}},
        {"memory", memory()}};
}

} // namespace callboard::health
