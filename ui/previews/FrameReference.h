// SPDX-License-Identifier: GPL-3.0-or-later
// Frames named in a comment: "[1042]" or "[1042-1044]" in its text, readable in every client; here they lead
// to the frame.
#pragma once

#include <QList>
#include <QString>

namespace callboard::ui {

struct FrameReference
{
    qsizetype start = 0; // in the text
    qsizetype length = 0;
    int first = 0; // frame numbers as shown
    int last = 0;

    bool operator==(const FrameReference &) const = default;
};

QString frameReference(int number);
QList<FrameReference> frameReferencesIn(const QString &text);
/// The address that a link to that frame carries, and back; nothing for other addresses.
QString frameLink(int number);
std::optional<int> frameOfLink(const QString &address);

} // namespace callboard::ui
