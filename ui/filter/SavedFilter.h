// SPDX-License-Identifier: GPL-3.0-or-later
// A search kept under a name, for oneself or shared with the team of its production.
#pragma once

#include <QColor>
#include <QString>

namespace callboard::ui {

struct SavedFilter
{
    QString id;
    QString name;
    QString text;  // of the search
    QColor colour; // of the group it is in; invalid: none
    QString groupId;
    bool isShared = false; // with the team
    bool isOwn = true;     // may be changed and deleted

    bool operator==(const SavedFilter &) const = default;
};

} // namespace callboard::ui
