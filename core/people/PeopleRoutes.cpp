// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/PeopleRoutes.h"

namespace callboard::people {

api::Routes peopleRoutes()
{
    return {};
}

} // namespace callboard::people
