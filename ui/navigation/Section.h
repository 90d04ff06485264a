// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the window: how the rail and the palette show it, who sees it, and how its page is made.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace callboard::ui {

class OpenedStudio;
class Page;
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

} // namespace callboard::ui
