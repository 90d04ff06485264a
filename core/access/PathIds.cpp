// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/PathIds.h"

#include "core/api/Error.h"

namespace callboard::access {

Access withIds(std::vector<std::string> parameters, Access rule)
{
    auto require = [parameters = std::move(parameters), require = rule.require](
                       Reading &reading, const Request &request) {
        for (const std::string &parameter : parameters)
            if (!api::isUuid(request.pathValue(parameter)))
                throw api::Error(400, parameter + " must be an identifier.", {{"data", nullptr}});
        require(reading, request);
    };
    rule.require = std::move(require);
    return rule;
}

} // namespace callboard::access
