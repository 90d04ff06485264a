// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Palette.h"

#include <QColor>
#include <QString>

namespace callboard::ui {

/// What a task status means. The glyph comes from it, the colour from the studio, so that either
/// alone is enough to know a status.
enum class StatusKind { ToDo, Ready, InProgress, WaitingForApproval, Retake, Done, OnHold, Other };

/// The flags that the API gives a task status.
struct StatusFlags
{
    bool isDefault = false;
    bool isWip = false;
    bool isDone = false;
    bool isRetake = false;
    bool isFeedbackRequest = false;
};

/// The kind by the flags; ready and on hold have none and are known by their usual names.
StatusKind statusKind(const StatusFlags &flags, const QString &shortName, const QString &name);

/// Icon name of the kind's glyph.
QString statusGlyph(StatusKind kind);

/// "In progress": the kind in words, for screen readers and lists.
QString statusKindName(StatusKind kind);

/// All that is needed to show a task status.
struct StatusLook
{
    QString name;      ///< "Waiting for approval"
    QString shortName; ///< "wfa"; shown in upper case
    QColor colour;     ///< the studio's; an invalid one means the kind's own
    StatusKind kind = StatusKind::ToDo;

    bool operator==(const StatusLook &) const = default;
};

struct ChipColours
{
    QColor fill;
    QColor text;
};

/// Fill and text of a chip: those of the design for a kind in its usual colour, else made from the
/// studio's hue so that the text has a contrast of at least 6:1. Kept per status and theme.
ChipColours chipColours(StatusKind kind, const QColor &studioColour, Appearance appearance);

} // namespace callboard::ui
