// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Status.h"

namespace callboard::ui {

/// A task status of the studio, as it is shown.
struct StudioStatus : StatusLook
{
    QString id;

    bool operator==(const StudioStatus &) const = default;
};

} // namespace callboard::ui
