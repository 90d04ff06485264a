// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ExchangeRoutes.h"

namespace callboard::exchange {

api::Routes exchangeRoutes()
{
    return {};
}

} // namespace callboard::exchange
