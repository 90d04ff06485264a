// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/search/SearchRoutes.h"

#include "core/access/Rules.h"
#include "core/domain/search/Search.h"

namespace callboard::search {

api::Routes searchRoutes()
{
    return {
        {api::Verb::Post, "/data/search", access::signedIn(), searchStudio},
    };
}

} // namespace callboard::search
