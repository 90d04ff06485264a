// SPDX-License-Identifier: GPL-3.0-or-later
// Where one can go in the window, as values.
#pragma once

#include <QString>
#include <QStringList>

namespace callboard::ui {

/// How a review begins, where that is not at the newest revision's first frame.
struct ReviewStart
{
    enum class Doing { Looking, Comparing, Drawing, FullScreen };
    QString previewId; // empty: as usual
    int frame = 0;     // 0-based
    Doing doing = Doing::Looking;

    bool operator==(const ReviewStart &) const = default;
};

/// A place in the window; what the palette, links and the rail lead to.
struct Destination
{
    QString section;        // "shots", "assets", "my-tasks", "productions", …
    QString productionId;   // empty: of no production
    QString entityId;       // chosen row, where the section has rows
    QString taskTypeId;     // and its task
    QString filter;         // query text to begin with
    QStringList among = {}; // entities in the order of the list one came from: "next" goes through them
    ReviewStart start = {}; // of the section "review"

    bool operator==(const Destination &) const = default;
};

} // namespace callboard::ui
