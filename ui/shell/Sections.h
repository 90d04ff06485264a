// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the rail: which there are, how they look, who sees them, and the page of each.
// A new page is one line here.
#pragma once

#include "ui/shell/Page.h"

#include <functional>
#include <span>

namespace callboard::ui {

struct SignedInPerson;

struct Section
{
    QString id;
    QString icon;
    QString name; // translated
    bool needsProduction = true;
    bool isInRail = true;
    bool isOffered(const SignedInPerson &person) const { return !offered || offered(person); }

    std::function<bool(const SignedInPerson &)> offered; // empty: to all
    std::function<Page *(OpenedStudio &, QWidget *parent)> make;
    bool isAtEnd = false; // stands at the rail's bottom
};

/// In the order of the rail.
std::span<const Section> sections();
const Section *sectionNamed(const QString &id);

} // namespace callboard::ui
